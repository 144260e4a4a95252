import { Decimal } from 'decimal.js'
import { powerOfTen } from '../../dataset/figure/unit/power-of-ten.ts'
import { isBare } from '../../dataset/figure/unit/unit-list.ts'
import type { LocalText, Qualifier, Quantity, Unit, UnitSign } from '../../dataset/types.ts'
import { primaryLanguage } from '../languages.ts'
import type { Locale, QuantityOptions } from '../types.ts'
import { isSaid } from '../words/is-said.ts'
import {
  digitsAt,
  digitsIn,
  type Notation,
  roundTo,
  type Scale,
  type ScaledDigits,
  scaleDigits,
  scaleFor,
  writeDigits,
} from './digits.ts'
import { intervalEnds } from './interval-ends.ts'

const mostDecimals = 3

/** How a language says numbers with their scale, unit and qualifier. */
export interface NumberGrammar {
  /** The scales that prose goes over to, largest first. */
  spoken: readonly Scale[]
  /** With more decimals a smaller scale, or none, is used: 1260582亿, not 126.0582万亿; 5 by default. */
  mostDecimals?: number | undefined
  /** Those that a table's head may name. */
  named: readonly Scale[]
  /** Whether words stand without spaces, and the first end of an interval has its scale too: 5.27亿至5.29亿. */
  isTight?: boolean
  percent: string
  points: { one: string; many: string }
  /** Whether a thing of so many is said in the singular, by digits such as `1` or `1.5`. */
  isOne?(plain: string): boolean
  /** A unit's name after a scale, where it is not the name alone: `de personnes`. */
  ofScale?(unit: string): string
  qualifiers: Readonly<Record<Qualifier, string>>
  /** Between the ends of an interval. */
  to: string
}

/** The same with how digits are written there. */
interface WrittenGrammar extends NumberGrammar {
  notation: Notation
}

const minus = '\u2212'

/** Labels beside each other have no more decimals than these for the sake of one scale. */
const mostInCommon = 3

export type NumberSayings = Pick<
  Locale,
  'quantity' | 'says' | 'scaled' | 'commonScale' | 'scaleOf' | 'scales' | 'interval' | 'axis' | 'notation'
>

/** What a locale says of numbers; `text` selects a text's language, `notStated` is for an unbounded interval. */
export function sayNumbers(
  grammar: WrittenGrammar,
  language: string,
  text: (text: LocalText) => string,
  notStated: string,
): NumberSayings {
  const { notation, spoken, named, isTight, percent, ofScale = same, isOne = isPlainOne } = grammar
  const [tie, gap] = isTight ? ['', ''] : ['\u00a0', ' ']
  const bounded = (qualifier: Qualifier) => grammar.qualifiers[qualifier] + tie
  const { getSign, isNamed, unitBefore, unitAfter } = sayUnits(grammar, language, text)
  const { ownForm, scalesAt, inScale } = scaleNumbers(grammar, language)

  const quantity = (
    given: Quantity,
    unit: Unit,
    { qualifier = true, unit: withUnit = false, unsigned = false, scale: asked, bareScale }: QuantityOptions = {},
  ): string => {
    const quantity = ownForm(given)
    const { value, precision } = quantity
    const said =
      asked === undefined
        ? scaleDigits(value, precision, scalesAt(precision, quantity.text), notation)
        : inScale(value, precision, value.isZero() ? undefined : named.find(({ name }) => name === asked))
    const scale = said.scale && !bareScale ? tie + scaleName(said.scale, isOne(said.plain)) : ''
    const number = `${said.negative && !unsigned ? minus : ''}${unitBefore(unit)}${said.digits}${scale}${unitAfter(unit, said, withUnit)}`
    return qualifier && quantity.qualifier ? bounded(quantity.qualifier) + number : number
  }

  const interval = (given: Quantity, unit: Unit): string => {
    const { low, high, precision } = intervalEnds(given)
    if (!low.isFinite() && !high.isFinite()) return notStated
    const end = (value: typeof low) =>
      quantity({ ...given, forms: undefined, value, precision }, unit, { qualifier: false })
    if (!high.isFinite()) return grammar.qualifiers['at least'] + gap + end(low)
    if (!low.isFinite()) return grammar.qualifiers['at most'] + gap + end(high)
    if (low.eq(high)) return end(low)
    const scale = scaleFor(high, scalesAt(precision))
    const sign = unit.id === 'percent' ? percent : isTight ? (scale?.name ?? '') : ''
    return `${low.lt(0) ? minus : ''}${unitBefore(unit)}${digitsIn(low, precision, scale?.exponent ?? 0, notation)}${sign}${gap}${grammar.to}${gap}${end(high)}`
  }

  return {
    notation,
    quantity,
    interval,
    says: (unit) => isSaid(unit, language),
    scaled: (given, name) => {
      const { value, precision, qualifier } = ownForm(given)
      const scale = named.find((one) => one.name === name)
      if (!scale) return undefined
      const { negative, digits } = inScale(value, precision, scale)
      return `${qualifier ? bounded(qualifier) : ''}${negative ? minus : ''}${digits}`
    },
    commonScale: (quantities) => {
      const own = quantities.map(ownForm).filter(({ value }) => value.isFinite())
      return commonScaleOf(own, spoken, scalesAt)
    },
    scaleOf: (name, unit) => {
      const scale = named.find((one) => one.name === name)
      const sign = getSign(unit)
      if (sign?.place === 'before') return `${sign.text}${gap}${scale?.plural ?? name}`
      if (sign && !isNamed(sign, scale)) return `${scale?.plural ?? name}${gap}${sign.text}`
      return `${scale?.plural ?? name}${gap}${ofScale(text(unit.label))}`
    },
    scales: named.map(({ name }) => name),
    axis: (value, unit, step, largest) => {
      const { negative, digits, plain, scale } = axisDigits({ value, step, largest }, spoken, notation)
      const name = scale && (scale.short ?? scaleName(scale, isOne(plain)))
      return `${negative ? minus : ''}${digits}${unit.id === 'percent' ? percent : ''}${name ? tie + name : ''}`
    },
  }
}

const same = (unit: string) => unit

const isPlainOne = (plain: string) => plain === '1'

/** What a language says of a unit before and after a number. */
function sayUnits(grammar: NumberGrammar, language: string, text: (text: LocalText) => string) {
  const { isTight, percent, ofScale = same, isOne = isPlainOne } = grammar
  const tie = isTight ? '' : '\u00a0'

  const getSign = ({ sign }: Unit) => sign?.[language]

  /** 1,5 milliard d’euros, and 900 €. */
  const isNamed = (sign: UnitSign, scale: Scale | undefined) => grammar.ofScale && scale && sign.place === 'after'

  const unitBefore = (unit: Unit): string => {
    const sign = getSign(unit)
    return sign?.place === 'before' ? sign.text + sign.gap : ''
  }

  const unitAfter = (unit: Unit, { plain, scale }: ScaledDigits, always: boolean): string => {
    const sign = getSign(unit)
    if (sign && !isNamed(sign, scale)) return sign.place === 'after' ? sign.gap + sign.text : ''
    const isSingular = isOne(plain) && !scale
    if (unit.id === 'percent') return percent
    if (unit.id === 'percentage-points') return tie + (isSingular ? grammar.points.one : grammar.points.many)
    if (!isSaid(unit, language) && (!always || isBare(unit.id))) return ''
    // Per 100,000: a number in a unit's name is never parted from it.
    const name = text(isSingular ? (unit.singular ?? unit.label) : unit.label).replace(/ (?=\d)/g, '\u00a0')
    return tie + (scale ? ofScale(name) : name)
  }

  return { getSign, isNamed, unitBefore, unitAfter }
}

/** How a language scales numbers. */
function scaleNumbers(grammar: WrittenGrammar, language: string) {
  const { notation, spoken } = grammar

  const ownForm = (quantity: Quantity): Form =>
    quantity.forms?.[language] ?? quantity.forms?.[primaryLanguage(language)] ?? quantity

  // 1,120,000, which is known to the unit, is not 1.120000 million.
  const { mostDecimals = 5 } = grammar
  // A form of the language's own keeps the scale that it is printed with: 5.0912亿.
  const scalesAt = (precision: number, text = ''): readonly Scale[] =>
    spoken.filter(({ name, exponent }) => exponent - precision <= mostDecimals || text.endsWith(name))

  /** Digits in a scale; if known beyond a label's precision, without trailing noughts: 486,000 is 0.486 million. */
  const inScale = (value: Quantity['value'], precision: number, scale: Scale | undefined): ScaledDigits => {
    const { exponent = 0 } = scale ?? {}
    const isFiner = precision < exponent - mostInCommon
    const places = isFiner ? Array.from({ length: mostInCommon + 1 }, (_, decimals) => exponent - decimals) : []
    const told = places.find((place) => roundTo(value, place).eq(value)) ?? precision
    return digitsAt(roundTo(value, told), told, scale, notation)
  }

  return { ownForm, scalesAt, inScale }
}

type Form = Pick<Quantity, 'value' | 'precision' | 'qualifier'> & { text?: string }

/** The name of the scale that all of these fit, if one does: the largest that most of them reach. */
function commonScaleOf(
  own: readonly Form[],
  spoken: readonly Scale[],
  scalesAt: (precision: number, text?: string) => readonly Scale[],
): string | undefined {
  // Noughts that a number would be given to reach down to a scale say digits that it has not.
  const fits = ({ value, precision }: Pick<Quantity, 'value' | 'precision'>, scale: Scale) =>
    (precision <= scale.exponent || scaleFor(value, spoken) === scale) &&
    (scale.exponent - precision <= mostInCommon || roundTo(value, scale.exponent - mostInCommon).eq(value))
  const isTheirs = (scale: Scale) =>
    own.some(({ value, precision, text }) => scaleFor(value, scalesAt(precision, text)) === scale)
  const reach = (exponent: number) => own.filter(({ value }) => value.isZero() || value.abs().gte(powerOfTen(exponent)))
  const common = spoken.filter((scale) => isTheirs(scale) && own.every((one) => fits(one, scale)))
  const near = common.filter(({ exponent }) => reach(exponent - 1).length === own.length)
  const isUsual = ({ exponent }: Scale) => reach(exponent).length * 2 >= own.length
  return (near.find(isUsual) ?? near.at(-1) ?? common.at(-1))?.name
}

function scaleName({ name, plural = name }: Scale, isOne: boolean): string {
  return isOne ? name : plural
}

/**
 * An axis tick in the scale that the largest of its axis reaches, with the decimals that tell one step from the next:
 * 8e8 in steps of 2e8 to 1e9 is
 * `0.8` billion. Without these, its own scale and decimals, at most three.
 */
function axisDigits(
  { value, step, largest = value }: { value: number; step: number | undefined; largest: number | undefined },
  scales: readonly Scale[],
  notation: Notation,
): ScaledDigits {
  // A tick computed in binary may be 0.30000000000000004: twelve digits are more than any axis shows.
  const exact = new Decimal(value).toSignificantDigits(12)
  if (exact.isZero()) return { negative: false, digits: '0', plain: '0', scale: undefined }
  const finest = new Decimal(step ?? exact).abs().toSignificantDigits(12)
  const decimalsIn = (scale: Scale | undefined) => finest.div(powerOfTen(scale?.exponent ?? 0)).dp()
  // One in which steps can be told apart.
  const fine = step === undefined ? scales : scales.filter((scale) => decimalsIn(scale) <= mostDecimals)
  const scale = scaleFor(new Decimal(largest).toSignificantDigits(12), fine)
  const unit = powerOfTen(scale?.exponent ?? 0)
  const decimals = Math.min(mostDecimals, decimalsIn(scale))
  const plain = exact.abs().div(unit).toFixed(decimals, Decimal.ROUND_HALF_UP)
  return { negative: exact.isNegative(), digits: writeDigits(plain, notation), plain, scale }
}
