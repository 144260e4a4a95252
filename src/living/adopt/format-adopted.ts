import type { AdoptedDeck, AdoptedNumber } from './find/adopt-deck.ts'

/** What was found, as lines: the numbers that a person has to look at, by their places, then the count. */
export function formatAdopted(file: string, { numbers }: Pick<AdoptedDeck, 'numbers'>, mapping: string): string {
  const open = numbers.filter(({ verdict }) => verdict === 'several')
  const { sure, several, unknown } = countAdopted(numbers)
  return [
    ...open.map(({ line }) => {
      const { slide, item, says, is } = line
      return `${file}: slide ${slide}, ${item}: “${says}” may be ${typeof is === 'object' ? is.join(', ') : is}${excerptOf(line)}`
    }),
    `${file}: ${numbers.length} numbers: ${sure} sure, ${several} one of several, ${unknown} unknown (${mapping})`,
    '',
  ].join('\n')
}

function excerptOf({ text, row, column, series, point }: AdoptedNumber['line']): string {
  const where = text ?? [row, column, series, point].filter((part) => part !== undefined && part !== '').join(', ')
  const words = where.replace(/\s+/g, ' ')
  return `\n  ${words.length > 120 ? `${words.slice(0, 119)}…` : words}`
}

/** How many numbers of a deck there are of each kind. */
export function countAdopted(numbers: readonly AdoptedNumber[]): Record<AdoptedNumber['verdict'], number> {
  const count = (of: AdoptedNumber['verdict']) => numbers.filter(({ verdict }) => verdict === of).length
  return { sure: count('sure'), several: count('several'), unknown: count('unknown') }
}

/** The same for programs. */
export function adoptedJson(file: string, { numbers, dates }: AdoptedDeck, mapping: string): object {
  return {
    file,
    mapping,
    counts: countAdopted(numbers),
    numbers: numbers.map(({ line, verdict }) => ({ verdict, ...line })),
    dates,
  }
}
