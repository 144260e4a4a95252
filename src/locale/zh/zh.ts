import { twoDigits } from '../../dataset/figure/period.ts'
import { createLanguage } from '../create-language.ts'
import type { Scale } from '../numbers/digits.ts'
import type { NumberGrammar } from '../numbers/number-grammar.ts'
import type { PeriodParts } from '../period-parts.ts'
import type { PeriodForm } from '../types.ts'
import { getRuns } from '../words/runs.ts'
import { chineseWords } from './words.ts'

/** Chinese counts by 10^4: 10.92亿, 2480万, 15.4万亿. */
const scales: readonly Scale[] = [
  { name: '万亿', exponent: 12 },
  { name: '亿', exponent: 8 },
  { name: '万', exponent: 4 },
]

const numbers: NumberGrammar = {
  spoken: scales,
  named: scales,
  mostDecimals: 3,
  isTight: true,
  percent: '%',
  points: { one: '个百分点', many: '个百分点' },
  isOne: () => false,
  qualifiers: { over: '超过', 'at least': '至少', nearly: '近', under: '不足', 'at most': '至多', about: '约' },
  to: '至',
}

const digitWords = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

const placeWords = { figure: '图', table: '表', page: '第' }

/** How things are said in Chinese (simplified, mainland usage). */
export const chineseLanguage = createLanguage({
  language: 'zh',
  words: chineseWords,
  numbers,
  sayPeriod,
  // A level grows or shrinks, a ratio rises or falls.
  moved: (direction, amount, _, unit) => {
    const [up, down] = unit === 'percentage-points' ? ['上升', '下降'] : ['增长', '减少']
    return (direction === 'up' ? up : down) + amount
  },
  asOf: (said, kind, isStock) => {
    if (!isStock) return said
    return kind === 'day' || kind === 'month' ? `截至${said}` : `${said}末`
  },
  figuresOver: (count, span) => `${span}共${count}项数据`,
  forms: {
    andRate: (change, rate, direction) => `${change}，${direction === 'down' ? '降幅' : '增幅'}${rate}`,
    since: (change, period) => `较${period}${change}`,
    list: sayList,
    ordinal: (number) => `第${number}`,
    cardinal,
    edition: (number) => `第${number}次`,
    editionName: (number) => `第${number}次报告`,
    editions: (numbers) => sayList(getRuns(numbers).map(({ first, last }) => sayRun(first, last))),
    paragraphs: (numbers) => `第${numbers.join('、')}段`,
    labelled: (label, text) => `${label}：${text}`,
    plainChecks: (count) => `自动核对${count}项：变化、增速、部分与比重均与其所依据的数据相符。`,
    calculatedFrom: (cites) => `编者据${cites}推算`,
    capital: (text) => text,
    saidBy: (speaker) => `发言人：${speaker}`,
    printedAs: (form) => `原文写作“${form}”`,
    numbered: (label, number) => `${label}${number}`,
    caption: (label, number) => `${label}${number}`,
    pageOf: (number, total) => `第${number}页，共${total}页`,
    places: (kind) => ({ before: placeWords[kind], between: '、', after: kind === 'page' ? '页' : '' }),
    continued: (part) => (part === 1 ? '续' : `续${part}`),
    aside: (text, remark) => `${text}（${remark}）`,
    apposed: (name, role) => `${role} ${name}`,
    lower: (text) => text,
    embargoed: (date) => `${date}前不得发布`,
    compiled: (date) => `${date}汇编`,
    released: (date) => `${date}发布`,
    nextRelease: (date) => `下次发布：${date}`,
    retrieved: (date) => `${date}检索`,
  },
})

function sayPeriod(parts: PeriodParts, form: PeriodForm): string {
  switch (parts.kind) {
    case 'year':
      return `${parts.year}年`
    case 'half':
      return `${parts.year}年${parts.half === 1 ? '上' : '下'}半年`
    case 'quarter':
      return form === 'short' ? `${parts.year}Q${parts.quarter}` : `${parts.year}年第${digitWords[parts.quarter]}季度`
    case 'month':
      return form === 'short' ? `${parts.year}.${twoDigits(parts.month)}` : `${parts.year}年${parts.month}月`
    case 'day':
      return form === 'short'
        ? `${parts.year}.${twoDigits(parts.month)}.${twoDigits(parts.day)}`
        : `${parts.year}年${parts.month}月${parts.day}日`
    case 'week':
      return form === 'short' ? `${parts.year}W${twoDigits(parts.week)}` : `${parts.year}年第${parts.week}周`
    case 'split-year':
      return `${parts.name}年度`
    case 'range':
      return `${sayPeriod(parts.first, form)}${form === 'short' ? '\u2013' : '至'}${sayEnd(parts.first, parts.last, form)}`
    case 'ending':
      if (form === 'short') return sayPeriod({ ...parts, kind: 'range' }, form)
      return `截至${sayPeriod(parts.last, form)}的${parts.months}个月`
  }
}

/** The end of a range, without the year where its beginning has said it: 2026年7月至9月. */
function sayEnd(first: PeriodParts, last: PeriodParts, form: PeriodForm): string {
  const isOfYear = first.kind === 'month' && last.kind === 'month' && first.year === last.year
  return isOfYear ? sayPeriod(last, form).slice(5) : sayPeriod(last, form)
}

function sayList(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join('、')}和${last}`
}

function sayRun(first: number, last: number): string {
  return first === last ? `第${first}次` : `第${first}至${last}次`
}

function cardinal(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 20) return String(number)
  const ones = number % 10 === 0 ? '' : (digitWords[number % 10] ?? '')
  if (number < 10) return digitWords[number] ?? ''
  return `${number === 20 ? '二' : ''}十${ones}`
}
