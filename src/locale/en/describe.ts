import { type DescribeWords, latinPhrases } from '../words/describe-words.ts'

/** Alternative text in English. */
export const englishDescriptions: DescribeWords = {
  ...latinPhrases,
  kinds: {
    line: 'Line chart',
    area: 'Area chart',
    column: 'Column chart',
    bar: 'Bar chart',
    dot: 'Dot chart',
    pie: 'Pie chart',
    other: 'Chart',
  },
  of: (kind, subject) => `${kind} of ${subject}`,
  span: (from, to) => (from === to ? from : `${from} to ${to}`),
  measure: (measure, subject) =>
    ({ value: subject, change: `the change in ${subject}`, rate: `the growth of ${subject}` })[measure],
  measured: { change: 'change', rate: 'growth rates' },
  shareOf: (denominator) => `per cent of ${denominator}`,
  fromTo: (from, to) => `from ${from} to ${to}`,
  course: (ends, course) =>
    `${ends}, ${{ rising: 'rising throughout', up: 'up overall', falling: 'falling throughout', down: 'down overall', flat: 'little changed' }[course]}`,
  lowest: (value, period) => `lowest ${value} in ${period}`,
  highest: (value, period) => `highest ${value} in ${period}`,
  at: (value, period) => `${value} in ${period}`,
  ranking: (count, largest, smallest) => `${count} items, from ${largest}, down to ${smallest}`,
}
