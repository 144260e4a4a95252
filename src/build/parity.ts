import { groupBy } from '../dataset/group-by.ts'
import { type Diagnostic, type Place, warningAt } from '../diagnostic.ts'
import { observationsIn } from '../document/complete/observations-in.ts'
import type { Block } from '../document/types.ts'
import type { Composed, ReadReport } from './types.ts'

type Edition = Pick<ReadReport, 'locale'> & { documents: readonly Composed[] }

/** What a translation has to say too: a figure, a claim, a chart, a table or a footnote. */
interface Said {
  what: string
  place: Place
}

/** A warning for each document that only some languages have, and each place of figures, claims, charts and so on. */
export function compareEditions(editions: readonly Edition[]): Diagnostic[] {
  return editions.flatMap((edition) =>
    editions.filter((other) => other !== edition).flatMap((other) => lackedBy(other, edition)),
  )
}

function lackedBy(lacking: Edition, having: Edition): Diagnostic[] {
  const language = lacking.locale.language
  return having.documents.flatMap((document) => {
    const own = lacking.documents.find(({ kind }) => kind === document.kind)
    const at = document.document.blocks[0]?.place
    const template = `templates/${document.kind}.${language}.md.hbs`
    if (!own) return [warning(`no ${document.kind} in ${language}`, at, `write ${template}`)]
    const said = count(own)
    const lacked = saidIn(document).filter(({ what }) => {
      const left = said.get(what) ?? 0
      said.set(what, left - 1)
      return left <= 0
    })
    return [...groupBy(lacked, ({ place }) => `${place.file}:${place.line}`).values()].map((all) => {
      const named = all.slice(0, mostNamed).map(({ what }) => what)
      const more = all.length > mostNamed ? ` and ${all.length - mostNamed} more` : ''
      return warning(`the ${document.kind} in ${language} lacks ${named.join(', ')}${more}`, all[0].place)
    })
  })
}

/** Of what is lacked in one place; more are counted. */
const mostNamed = 3

function warning(message: string, place: Place | undefined, hint?: string): Diagnostic {
  return warningAt(place, message, { hint })
}

function count(document: Composed): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { what } of saidIn(document)) counts.set(what, (counts.get(what) ?? 0) + 1)
  return counts
}

/** Figures once each, since some languages must repeat them in a sentence; all else as often as it occurs. */
function saidIn({ document, claims }: Composed): Said[] {
  const figures = new Map<string, Place>()
  for (const block of document.blocks)
    for (const { key } of observationsIn([block])) if (!figures.has(key)) figures.set(key, block.place)
  return [
    ...[...figures].map(([key, place]) => ({ what: `the figure ${key}`, place })),
    ...claims.map(({ text, place }) => ({ what: `the claim ${text}`, place })),
    ...document.blocks.flatMap(thingsIn),
  ]
}

function thingsIn(block: Block): Said[] {
  switch (block.type) {
    case 'chart':
      return [{ what: `the chart ${block.chart.file}`, place: block.place }]
    case 'table':
      return [{ what: `a table of ${block.rows.length} rows`, place: block.place }]
    case 'footnote':
      return [{ what: 'a footnote', place: block.place }]
    case 'columns':
      return block.columns.flat().flatMap(thingsIn)
    case 'quote':
    case 'note':
      return block.children.flatMap(thingsIn)
    default:
      return []
  }
}
