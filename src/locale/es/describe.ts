import { type DescribeWords, latinPhrases } from '../words/describe-words.ts'

/** Alternative text in Spanish. */
export const spanishDescriptions: DescribeWords = {
  ...latinPhrases,
  kinds: {
    line: 'Gráfico de líneas',
    area: 'Gráfico de áreas',
    column: 'Gráfico de columnas',
    bar: 'Gráfico de barras',
    dot: 'Gráfico de puntos',
    pie: 'Gráfico circular',
    other: 'Gráfico',
  },
  of: (kind, subject) => `${kind}: ${subject}`,
  span: (from, to) => (from === to ? from : `de ${from} a ${to}`),
  measure: (measure, subject) =>
    ({ value: subject, change: `variación (${subject})`, rate: `crecimiento (${subject})` })[measure],
  measured: { change: 'variación', rate: 'tasas de crecimiento' },
  shareOf: (denominator) => `en porcentaje (base: ${denominator})`,
  fromTo: (from, to) => `de ${from} a ${to}`,
  course: (ends, course) =>
    `${ends}, ${{ rising: 'en aumento continuo', up: 'en aumento en conjunto', falling: 'en descenso continuo', down: 'en descenso en conjunto', flat: 'casi sin cambios' }[course]}`,
  lowest: (value, period) => `mínimo ${value} (${period})`,
  highest: (value, period) => `máximo ${value} (${period})`,
  at: (value, period) => `${value} (${period})`,
  ranking: (count, largest, smallest) => `${count} elementos, de ${largest} a ${smallest}`,
}
