import { reportFile } from '../dataset/read-files.ts'
import { createCatalogue, findKey } from '../dataset/reference.ts'
import type { Dataset, Measure, Observation } from '../dataset/types.ts'
import type { Place } from '../diagnostic.ts'
import { sayFigure } from '../document/say/say-figure.ts'
import type { Locale } from '../locale/types.ts'
import type { EditionDates } from './next-edition.ts'

/** What is left to be done by hand: where, what, and the lines to write. */
export interface Todo {
  place: Place
  what: string
  /** As they are to be written; empty where only a person knows. */
  lines: string[]
}

/** The source of the next edition's figures, and the date of release where it is a guess. */
export function sourceToAdd({ edition, released }: EditionDates, isReleaseKnown: boolean, reportText: string): Todo[] {
  const at = (key: string): Place => {
    const line = reportText.split('\n').findIndex((text) => text.startsWith(`${key}:`))
    return { file: reportFile, line: line + 1, column: 1 }
  }
  const id = `source-${edition}`
  const lines = [`${id}:`, '  kind: primary', '  title: …', '  publisher: …', `  published: ${released}`, '  cite: …']
  const guess = `released: ${released} is a guess; write the date`
  return [
    ...(isReleaseKnown ? [] : [{ place: at('released'), what: guess, lines: [] }]),
    { place: at('sources'), what: 'add the source of the new figures under sources, by a name of your own', lines },
  ]
}

/** The figures that the present edition states and the next one needs, by indicator, with the lines to write above the present ones. */
export function figuresToWrite(dataset: Dataset, dates: EditionDates, locale: Locale): Todo[] {
  const { report, indicators, observations } = dataset
  const catalogue = createCatalogue(report.period, indicators.keys(), observations.values())
  return [...indicators.keys()].flatMap((id) => {
    const find = (measure: Measure): Observation | undefined => {
      const found = observations.get(findKey(catalogue, measure === 'value' ? id : `${id}.${measure}`) ?? '')
      return found?.statement ? found : undefined
    }
    const figures = { value: find('value'), change: find('change'), rate: find('rate') }
    const first = figures.value ?? figures.change ?? figures.rate
    if (!first) return []
    const said = Object.values(figures).flatMap((figure) => (figure ? [sayFigure(figure, dataset, locale)] : []))
    const what = `${id}: ${said.join(', ')} in ${first.period}`
    return [{ place: first.place, what, lines: linesFor(id, first, figures, dates) }]
  })
}

function linesFor(
  id: string,
  first: Observation,
  { value, change, rate }: Record<Measure, Observation | undefined>,
  { period, comparison }: EditionDates,
): string[] {
  const since = (change ?? rate)?.since === null ? 'not stated' : comparison
  if (first.place.file.endsWith('.csv')) return [`${id},${period},…`]
  const parts = [...(change ? ['by: …'] : []), ...(rate ? ['rate: …'] : [])]
  const moved = parts.length > 0 ? [`  change: { since: ${since}, ${parts.join(', ')} }`] : []
  return [`- period: ${period}`, ...(value ? ['  value: …'] : []), '  source: …', ...moved]
}

/** Where a template, spec or check names a period of the present edition, which does not move on by itself. */
export function datesToMove({ report }: Dataset, texts: ReadonlyMap<string, string>): Todo[] {
  const dated = [report.period, report.comparison]
  return [...texts].flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) =>
      dated.flatMap((period) => {
        const column = line.search(new RegExp(`@${period}(?![\\d-])`))
        const place = { file, line: index + 1, column: column + 1 }
        return column < 0 ? [] : [{ place, what: `names ${period}, which stays as it is`, lines: [] }]
      }),
    ),
  )
}
