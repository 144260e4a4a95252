import { unknownWord } from './read-mapping.ts'
import type { MappedLine, Mapping } from './types.ts'

/** A mapping as the file that a person reads and corrects: a line for each number, by slides. */
export function writeMapping(
  mapping: Omit<Mapping, 'file' | 'lines'>,
  lines: readonly MappedLine[],
  titles: readonly string[],
): string {
  const { deck, language, period, comparison, figures } = mapping
  const slides = [...new Set(lines.map(({ slide }) => slide))].sort((a, b) => a - b)
  const used = Object.entries(figures)
  return [
    `# Which figures the numbers of ${deck} are. Read it, correct it; then: briefwright refresh ${deck}`,
    '#   is: netizens@2023-12       sure: a refresh brings the number up to date',
    '#   is: "@2023-12"             a date that moves on with the report\'s period',
    '#   is: "@released"            the date of release; "@edition": the number of the edition',
    '#   is: [one@2023, other@2023] one of several: write the right one, without brackets',
    `#   is: ${unknownWord.padEnd(23)}no figure that is known: write a reference, or leave it`,
    '# A number whose line is taken out stays as it is.',
    `deck: ${scalar(deck)}`,
    `language: ${language}`,
    `period: ${period}`,
    `comparison: ${comparison}`,
    lines.length === 0 ? 'numbers: []' : 'numbers:',
    ...slides.flatMap((slide) => [
      slide === 0
        ? '  # masters and layouts'
        : `  # slide ${slide}: ${(titles[slide - 1] ?? '').replace(/\s+/g, ' ')}`.trimEnd(),
      ...lines.filter((line) => line.slide === slide).map(formatLine),
    ]),
    '# The figures as they were when the deck was made: value, power of ten of its last digit, unit, qualifier.',
    used.length === 0 ? 'figures: {}' : 'figures:',
    ...used.map(([key, [value, precision, unit, qualifier]]) => {
      const parts = [scalar(value), String(precision), scalar(unit), JSON.stringify(qualifier)]
      return `  ${scalar(key)}: [${parts.join(', ')}]`
    }),
    '',
  ].join('\n')
}

function formatLine({ slide, says, is, item, text, cell, row, column, series, point, nth }: MappedLine): string {
  const meant = is === undefined ? unknownWord : typeof is === 'string' ? scalar(is) : `[${is.map(scalar).join(', ')}]`
  const rest = { item, nth, cell, row, column, series, point, text }
  const where = Object.entries(rest).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}: ${typeof value === 'number' ? value : scalar(value)}`],
  )
  return `  - { slide: ${slide}, says: ${scalar(says)}, is: ${meant}, ${where.join(', ')} }`
}

/** A text as YAML has it within braces: as it stands where nothing in it means something there. */
function scalar(text: string): string {
  const isPlain = /^[\p{L}\d][\p{L}\d.%/_-]*(?: [\p{L}\d.%/_&-]+)*$/u.test(text) || /^[a-z][\w.-]*@[\w./-]+$/.test(text)
  const isWord = /^(?:true|false|yes|no|on|off|null|nan|inf|y|n|\.inf|\.nan)$/i.test(text)
  const isNumber = /^[\d._+-]+(?:[eExXoObB][\w.+-]*)?$/.test(text)
  return isPlain && !isWord && !isNumber ? text : JSON.stringify(text)
}
