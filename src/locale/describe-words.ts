import type { ChartKind, Trend } from '../chart/bind/describe.ts'

/** The words of alternative text in one language; numbers, names and periods come printed. */
export interface DescribeWords {
  kind(kind: ChartKind): string
  /** `Line chart of netizens`. */
  of(kind: string, subject: string): string
  /** Parts of one phrase: `Bar chart, per cent of online shoppers, 2023`. */
  phrase(parts: readonly string[]): string
  span(from: string, to: string): string
  /** `growth of`, `change in` before a subject. */
  measure(measure: 'value' | 'change' | 'rate', subject: string): string
  /** What several indicators' changes or rates are called: `growth`. */
  measured(measure: 'change' | 'rate'): string
  /** `per cent of online shoppers`. */
  shareOf(denominator: string): string
  /** `from 904 million to 1.092 billion`. */
  fromTo(from: string, to: string): string
  /** `from 904 million to 1.092 billion, rising throughout`. */
  course(ends: string, trend: Trend): string
  lowest(value: string, period: string): string
  highest(value: string, period: string): string
  /** `Travel 509 million`. */
  item(name: string, value: string): string
  named(name: string, text: string): string
  /** `76.4% in June 2020`, where a series begins or ends at another time than the others. */
  at(value: string, period: string): string
  /** `16 items, from instant messaging, 1.060 billion, to internet medical services, 414 million`. */
  ranking(count: number, largest: string, smallest: string): string
  join(parts: readonly string[]): string
  sentences(parts: readonly string[]): string
}

const english: DescribeWords = {
  kind: (kind) =>
    ({
      line: 'Line chart',
      area: 'Area chart',
      column: 'Column chart',
      bar: 'Bar chart',
      dot: 'Dot chart',
      pie: 'Pie chart',
      other: 'Chart',
    })[kind],
  of: (kind, subject) => `${kind} of ${subject}`,
  phrase: (parts) => parts.filter((part) => part !== '').join(', '),
  span: (from, to) => (from === to ? from : `${from} to ${to}`),
  measure: (measure, subject) =>
    ({ value: subject, change: `the change in ${subject}`, rate: `the growth of ${subject}` })[measure],
  measured: (measure) => ({ change: 'change', rate: 'growth rates' })[measure],
  shareOf: (denominator) => `per cent of ${denominator}`,
  fromTo: (from, to) => `from ${from} to ${to}`,
  course: (ends, trend) =>
    `${ends}, ${{ rising: 'rising throughout', up: 'up overall', falling: 'falling throughout', down: 'down overall', flat: 'little changed' }[trend]}`,
  lowest: (value, period) => `lowest ${value} in ${period}`,
  highest: (value, period) => `highest ${value} in ${period}`,
  item: (name, value) => `${name} ${value}`,
  named: (name, text) => `${name} ${text}`,
  at: (value, period) => `${value} in ${period}`,
  ranking: (count, largest, smallest) => `${count} items, from ${largest}, down to ${smallest}`,
  join: (parts) => parts.join('; '),
  sentences: (parts) => `${parts.join(': ')}.`,
}

const chinese: DescribeWords = {
  kind: (kind) =>
    ({ line: '折线图', area: '面积图', column: '柱状图', bar: '条形图', dot: '点图', pie: '饼图', other: '图表' })[
      kind
    ],
  of: (kind, subject) => `${kind}：${subject}`,
  phrase: (parts) => parts.filter((part) => part !== '').join('，'),
  span: (from, to) => (from === to ? from : `${from}至${to}`),
  measure: (measure, subject) => ({ value: subject, change: `${subject}的变化`, rate: `${subject}的增长率` })[measure],
  measured: (measure) => ({ change: '变化', rate: '增长率' })[measure],
  shareOf: (denominator) => `占${denominator}的比例`,
  fromTo: (from, to) => `从${from}到${to}`,
  course: (ends, trend) =>
    `${ends}，${{ rising: '持续上升', up: '总体上升', falling: '持续下降', down: '总体下降', flat: '基本持平' }[trend]}`,
  lowest: (value, period) => `最低为${period}的${value}`,
  highest: (value, period) => `最高为${period}的${value}`,
  item: (name, value) => `${name}${value}`,
  named: (name, text) => `${name}${text}`,
  at: (value, period) => `${period}的${value}`,
  ranking: (count, largest, smallest) => `共${count}项，最高为${largest}，最低为${smallest}`,
  join: (parts) => parts.join('；'),
  sentences: (parts) => `${parts.join('，')}。`,
}

/** The words for a BCP 47 tag; English where the language has none of its own. */
export function describeWords(language: string): DescribeWords {
  return language.toLowerCase().startsWith('zh') ? chinese : english
}
