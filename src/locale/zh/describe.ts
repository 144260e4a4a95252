import type { DescribeWords } from '../words/describe-words.ts'

/** Alternative text in Chinese. */
export const chineseDescriptions: DescribeWords = {
  kinds: { line: '折线图', area: '面积图', column: '柱状图', bar: '条形图', dot: '点图', pie: '饼图', other: '图表' },
  of: (kind, subject) => `${kind}：${subject}`,
  phrase: (parts) => parts.filter((part) => part !== '').join('，'),
  span: (from, to) => (from === to ? from : `${from}至${to}`),
  measure: (measure, subject) => ({ value: subject, change: `${subject}的变化`, rate: `${subject}的增长率` })[measure],
  measured: { change: '变化', rate: '增长率' },
  shareOf: (denominator) => `占${denominator}的比例`,
  fromTo: (from, to) => `从${from}到${to}`,
  course: (ends, course) =>
    `${ends}，${{ rising: '持续上升', up: '总体上升', falling: '持续下降', down: '总体下降', flat: '基本持平' }[course]}`,
  lowest: (value, period) => `最低为${period}的${value}`,
  highest: (value, period) => `最高为${period}的${value}`,
  named: (name, text) => `${name}${text}`,
  at: (value, period) => `${period}的${value}`,
  ranking: (count, largest, smallest) => `共${count}项，最高为${largest}，最低为${smallest}`,
  join: (parts) => parts.join('；'),
  sentences: (parts) => `${parts.join('，')}。`,
}
