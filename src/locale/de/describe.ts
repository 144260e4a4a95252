import type { DescribeWords } from '../words/describe-words.ts'

/** Alternative text in German. */
export const germanDescriptions: DescribeWords = {
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
  phrase: (parts) => parts.filter((part) => part !== '').join(', '),
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
  item: (name, value) => `${name} ${value}`,
  named: (name, text) => `${name} ${text}`,
  at: (value, period) => `${value} (${period})`,
  ranking: (count, largest, smallest) => `${count} Einträge, von ${largest} bis ${smallest}`,
  join: (parts) => parts.join('; '),
  sentences: (parts) => `${parts.join(': ')}.`,
}
