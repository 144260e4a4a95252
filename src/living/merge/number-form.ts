import { Decimal } from 'decimal.js'
import type { BaseFigure } from '../../build/base/base-types.ts'
import { powerOfTen } from '../../dataset/figure/unit/power-of-ten.ts'
import { percent, percentagePoints } from '../../dataset/figure/unit/unit.ts'
import { numberLanguage } from '../../locale/languages.ts'
import { digitsIn, roundTo } from '../../locale/numbers/digits.ts'
import { numberWords } from '../../locale/numbers/numbers.ts'
import { derived } from '../../memory/derived.ts'
import type { NumberMention } from '../../trust/numbers/numbers-in-text.ts'

/** How a text prints a figure: the power of ten that its scale stands for, and that of its last digit. */
export interface NumberForm {
  mention: NumberMention
  scale: number
  precision: number
  /** Whether it has all the digits of the figure, and not fewer. */
  isWhole: boolean
}

/** Scales that the head of a table or a caption may name. */
const unsaidScales = [0, 3, 4, 6, 8, 9, 12]

/**
 * How a mention prints a figure, perhaps rounded or rescaled; undefined if it does not.
 * A figure is recognised by two digits, or by all that it has.
 */
export function getForm(mention: NumberMention, figure: BaseFigure): NumberForm | undefined {
  const [, precision, unit] = figure
  if (mention.form !== 'digits' || !isUnitRight(mention, unit)) return undefined
  const size = getSize(figure)
  if (!size.isFinite()) return undefined
  const scales = mention.scale === 0 && mention.unit === undefined ? unsaidScales : [0]
  const said = mention.value.abs()
  const ratio = size.isZero() ? undefined : Number(said) / Number(size)
  for (const scale of scales) {
    // Of two digits and more a rounding takes a twentieth at most: what is farther off needs no exact look.
    if (ratio !== undefined && Math.abs(ratio * 10 ** scale - 1) > 0.1) continue
    const last = mention.precision + scale
    const rounded = roundTo(size, Math.max(last, precision))
    const isSame = rounded.eq(said.times(powerOfTen(scale)))
    const isEnough = last <= precision || said.precision(false) >= 2
    if (isSame && isEnough)
      return { mention, scale: mention.scale + scale, precision: last, isWhole: last <= precision }
  }
  return undefined
}

/** Of each figure once: a deck that grew has thousands of numbers, each held against all figures. */
const getSize = derived(([value]: BaseFigure) => new Decimal(value).abs())

function isUnitRight({ unit, scale }: NumberMention, figure: string): boolean {
  const meant = figure === percent.id ? 'percent' : figure === percentagePoints.id ? 'percentage-points' : undefined
  return unit === meant || (unit === undefined && scale === 0)
}

/**
 * The mention with another number in its form, all else in it as it stands; undefined where its digits are not plain.
 * What stood with all its digits has all of
 * them again, what was rounded is rounded as it was.
 */
export function sayInForm(
  { mention, scale, precision, isWhole }: NumberForm,
  [value, finest]: BaseFigure,
  language: string,
  key = '',
): string | undefined {
  const { text, numberStart, start } = mention
  const head = text.slice(0, numberStart - start)
  const tail = text.slice(numberStart - start)
  const match = /^([-+−]?\s?(?:[$€£¥]|[A-Z]{2,3}\s?)?)(\d(?:[\d.,]|[ \u00a0\u2009\u202f](?=\d{3}))*)/.exec(tail)
  if (!match) return undefined
  const [whole, before = '', digits = ''] = match
  const number = new Decimal(value)
  const last = isWhole ? finest : Math.max(precision, finest)
  const { notation } = numberWords[numberLanguage(language)]
  // Chinese has no groups of its own, but a person may have written some; or none where there could be.
  const hasGroups = notation.group !== '' && !/^\d{4}/.test(digits)
  const isGrouped = digits.includes(',') || (hasGroups && number.abs().gte(powerOfTen(scale + 3)))
  const english = { decimal: '.', group: isGrouped ? ',' : '', leastGrouped: 4 }
  const isBare = new RegExp(`^\\d{${notation.leastGrouped},}`).test(digits)
  const own = isBare ? { ...notation, group: '' } : notation
  const said = digitsIn(number.abs(), last, scale, notation.decimal === '.' ? english : own)
  const [space] = /[ \u00a0\u2009\u202f]/.exec(digits) ?? []
  const written = space === undefined ? said : said.replace(/[ \u00a0\u2009\u202f]/g, space)
  return `${head}${signed(before, number, isMove(key))}${written}${tail.slice(whole.length)}`
}

/** A sign is said where one was, of a change the plus too; without one the words around say which way. */
function signed(before: string, number: Decimal, isChange: boolean): string {
  if (!/[-+−]/.test(before)) return before
  const minus = before.includes('−') ? '−' : '-'
  const plus = !number.isZero() && (isChange || before.includes('+')) ? '+' : ''
  return before.replace(/[-+−]/, number.isNegative() ? minus : plus)
}

/** How the size of a figure compares with a number that bounds it. */
const bounds: Readonly<Partial<Record<string, 'gt' | 'gte' | 'lt' | 'lte'>>> = {
  over: 'gt',
  'at least': 'gte',
  nearly: 'lt',
  under: 'lt',
  'at most': 'lte',
}

/**
 * Whether a mention is true of a figure as a bound or rounding: over 1 billion is, of 1.092 billion.
 * Undefined where it bounds nothing.
 */
export function isBoundTrue({ value, qualifier }: NumberMention, [number]: BaseFigure): boolean | undefined {
  const bound = bounds[qualifier ?? '']
  return bound && new Decimal(number).abs()[bound](value)
}

/** Whether a figure's key is that of a change or a rate. */
export function isMove(key: string): boolean {
  return /\.(?:change|rate)@/.test(key)
}
