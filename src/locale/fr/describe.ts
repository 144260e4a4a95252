import { type DescribeWords, latinPhrases } from '../words/describe-words.ts'

/** Alternative text in French. */
export const frenchDescriptions: DescribeWords = {
  ...latinPhrases,
  kinds: {
    line: 'Graphique en courbes',
    area: 'Graphique en aires',
    column: 'Graphique en colonnes',
    bar: 'Graphique en barres',
    dot: 'Graphique à points',
    pie: 'Graphique en secteurs',
    other: 'Graphique',
  },
  of: (kind, subject) => `${kind}\u00a0: ${subject}`,
  span: (from, to) => (from === to ? from : `de ${from} à ${to}`),
  measure: (measure, subject) =>
    ({ value: subject, change: `variation (${subject})`, rate: `croissance (${subject})` })[measure],
  measured: { change: 'variation', rate: 'taux de croissance' },
  shareOf: (denominator) => `en pour cent (base\u00a0: ${denominator})`,
  fromTo: (from, to) => `de ${from} à ${to}`,
  course: (ends, course) =>
    `${ends}, ${{ rising: 'en hausse continue', up: 'en hausse dans l’ensemble', falling: 'en baisse continue', down: 'en baisse dans l’ensemble', flat: 'presque sans changement' }[course]}`,
  lowest: (value, period) => `minimum ${value} (${period})`,
  highest: (value, period) => `maximum ${value} (${period})`,
  at: (value, period) => `${value} (${period})`,
  ranking: (count, largest, smallest) => `${count} éléments, de ${largest} à ${smallest}`,
  sentences: (parts) => `${parts.join('\u00a0: ')}.`,
}
