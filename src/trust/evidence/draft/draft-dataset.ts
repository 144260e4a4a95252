import { stringify } from 'yaml'
import { groupBy } from '../../../dataset/group-by.ts'
import type { DraftFigure } from './draft-figure.ts'

/** The text of a file of figures, and on which of its lines each figure stands. */
export interface DraftText {
  text: string
  figureAt(line: number): DraftFigure | undefined
}

/** Figures as data/figures.yaml, an indicator for each id, above each figure the words of its text. */
export function draftDataset(
  source: string,
  language: string,
  figures: readonly DraftFigure[],
  lists: ReadonlyMap<string, readonly string[]> = new Map(),
): DraftText {
  const lines = [
    `# Draft from the text of ${source}: every figure is to be confirmed against the words above it.`,
    '# Name each indicator, join those that are one, and delete what the report does not need.',
    'indicators:',
  ]
  const places = new Map<number, DraftFigure>()
  for (const [id, own] of groupBy(figures, (figure) => figure.id)) {
    lines.push(`  ${id}:`, ...indicatorLines(own[0], language))
    for (const figure of own) {
      lines.push(`      # paragraph ${figure.paragraph}: ${figure.words}`)
      for (const line of itemLines(figure, source)) {
        lines.push(`      ${line}`)
        places.set(lines.length, figure)
      }
    }
  }
  const named = [...lists].map(([name, ids]) => `  ${name}: [${ids.join(', ')}]`)
  if (named.length > 0) lines.push('lists:', ...named)
  return { text: `${lines.join('\n')}\n`, figureAt: (line) => places.get(line) }
}

function indicatorLines({ label, unit, period }: DraftFigure, language: string): string[] {
  const isMean = /^(?:average|mean|median|durchschnitt|mittler|moyen|médian|promedio|median|平均|中位)/i.test(label)
  return [
    `    label: { ${language}: ${JSON.stringify(label)} }`,
    `    unit: ${unit.id}`,
    // What is counted in a year or a quarter is summed over it; in a month it may be a level, as its end has it.
    `    type: ${isMean ? 'ratio' : unit.type === 'flow' && period !== undefined && /^\d{4}-\d\d$/.test(period) ? 'stock' : unit.type}`,
    '    observations:',
  ]
}

function itemLines({ period, value, change, paragraph, isForecast }: DraftFigure, source: string): string[] {
  const item = {
    ...(period !== undefined && { period }),
    ...(value !== undefined && { value }),
    source,
    paragraph,
    ...(isForecast && { status: 'forecast' }),
    ...(change && { change }),
  }
  const [first = '', ...rest] = stringify(item, { lineWidth: 0 }).trimEnd().split('\n')
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)]
}
