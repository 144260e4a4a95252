import { type DescribeWords, latinPhrases } from '../words/describe-words.ts'

/** Alternative text in German. */
export const germanDescriptions: DescribeWords = {
  ...latinPhrases,
  kinds: {
    line: 'Liniendiagramm',
    area: 'Flächendiagramm',
    column: 'Säulendiagramm',
    bar: 'Balkendiagramm',
    dot: 'Punktdiagramm',
    pie: 'Kreisdiagramm',
    other: 'Diagramm',
  },
  of: (kind, subject) => `${kind}: ${subject}`,
  span: (from, to) => (from === to ? from : `${from} bis ${to}`),
  measure: (measure, subject) =>
    ({ value: subject, change: `Veränderung (${subject})`, rate: `Wachstum (${subject})` })[measure],
  measured: { change: 'Veränderung', rate: 'Wachstumsraten' },
  shareOf: (denominator) => `in Prozent (Basis: ${denominator})`,
  fromTo: (from, to) => `von ${from} auf ${to}`,
  course: (ends, course) =>
    `${ends}, ${{ rising: 'durchgehend steigend', up: 'insgesamt gestiegen', falling: 'durchgehend fallend', down: 'insgesamt gefallen', flat: 'kaum verändert' }[course]}`,
  lowest: (value, period) => `Tiefstwert ${value} (${period})`,
  highest: (value, period) => `Höchstwert ${value} (${period})`,
  at: (value, period) => `${value} (${period})`,
  ranking: (count, largest, smallest) => `${count} Einträge, von ${largest} bis ${smallest}`,
}
