import { type DescribeWords, latinPhrases } from '../words/describe-words.ts'

/** Alternative text in German. */
export const germanDescriptions: DescribeWords = {
  ...latinPhrases,
  kind: (kind) =>
    ({
      line: 'Liniendiagramm',
      area: 'Flächendiagramm',
      column: 'Säulendiagramm',
      bar: 'Balkendiagramm',
      dot: 'Punktdiagramm',
      pie: 'Kreisdiagramm',
      other: 'Diagramm',
    })[kind],
  of: (kind, subject) => `${kind}: ${subject}`,
  span: (from, to) => (from === to ? from : `${from} bis ${to}`),
  measure: (measure, subject) =>
    ({ value: subject, change: `Veränderung (${subject})`, rate: `Wachstum (${subject})` })[measure],
  measured: (measure) => ({ change: 'Veränderung', rate: 'Wachstumsraten' })[measure],
  shareOf: (denominator) => `in Prozent (Basis: ${denominator})`,
  fromTo: (from, to) => `von ${from} auf ${to}`,
  course: (ends, course) =>
    `${ends}, ${{ rising: 'durchgehend steigend', up: 'insgesamt gestiegen', falling: 'durchgehend fallend', down: 'insgesamt gefallen', flat: 'kaum verändert' }[course]}`,
  lowest: (value, period) => `Tiefstwert ${value} (${period})`,
  highest: (value, period) => `Höchstwert ${value} (${period})`,
  at: (value, period) => `${value} (${period})`,
  ranking: (count, largest, smallest) => `${count} Einträge, von ${largest} bis ${smallest}`,
}
