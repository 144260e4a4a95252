import { comparePeriods, parsePeriod } from '../../../src/dataset/figure/period.ts'
import { monthsBetween, shiftPeriod } from '../../../src/dataset/figure/shift-period.ts'
import { findObservation } from '../../../src/dataset/find.ts'
import type { Dataset, Indicator, Period } from '../../../src/dataset/types.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'

/** A plain sentence that is true of a dataset's figures, and its like that is not, each reckoned here on the series. */
export interface Pair {
  /** What both say: `peak`, `step since`. */
  construct: string
  right: string
  wrong: string
}

/** A level, as it is printed. */
interface Level {
  period: Period
  value: number
}

/** An indicator's whole, as sentences speak of it: its levels up to the report's period, of periods as long. */
interface Series {
  id: string
  /** In a sentence, with its article. */
  name: string
  isPlural: boolean
  isRatio: boolean
  now: Level
  past: Level | undefined
  /** Before now, oldest first. */
  before: readonly Level[]
  /** By category of the one dimension that breaks it down, from the most. */
  categories: readonly Category[]
}

interface Category {
  id: string
  label: string
  now: number
  past: number | undefined
}

/** All plain sentences of the kinds below about a dataset in English. */
export function englishPairs(dataset: Dataset): Pair[] {
  return getSeries(
    dataset,
    'en',
    (label) => `the ${/^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label}`,
  ).flatMap((series) => [
    ...english.changes(series, dataset),
    ...english.steps(series, dataset),
    ...english.history(series),
    ...english.categories(series),
  ])
}

/** The same in Chinese. */
export function chinesePairs(dataset: Dataset): Pair[] {
  return getSeries(dataset, 'zh', (label) => label)
    .filter(({ name }) => !/增速|增长率|涨幅|同比|环比|指数/.test(name))
    .flatMap((series) => [
      ...chinese.changes(series, dataset),
      ...chinese.steps(series, dataset),
      ...chinese.history(series),
      ...chinese.categories(series),
    ])
}

function getSeries(dataset: Dataset, language: 'en' | 'zh', toName: (label: string) => string): Series[] {
  const { report } = dataset
  return [...dataset.indicators.values()].flatMap((indicator) => {
    const label = indicator.label[language] ?? ''
    const length = parsePeriod(report.period)?.length
    const levels = [...dataset.observations.values()]
      .filter((one) => one.indicator === indicator.id && one.measure === 'value' && one.status !== 'forecast')
      .filter(({ period }) => parsePeriod(period)?.length === length && comparePeriods(period, report.period) <= 0)
      .toSorted((a, b) => comparePeriods(a.period, b.period))
    const whole = levels
      .filter(({ categories }) => Object.keys(categories).length === 0)
      .map(({ period, quantity }): Level => ({ period, value: quantity.value.toNumber() }))
    const now = whole.at(-1)
    if (label === '' || now?.period !== report.period) return []
    return [
      {
        id: indicator.id,
        name: toName(label),
        isPlural: /[^s]s$/.test(label),
        isRatio: indicator.type === 'ratio',
        now,
        // Where only its growth is stated, a sentence cannot say by how much it moved.
        past:
          findObservation(dataset, `${indicator.id}.change`) &&
          whole.find(({ period }) => period === report.comparison),
        before: whole.slice(0, -1),
        categories: getCategories(indicator, dataset, language),
      },
    ]
  })
}

function getCategories({ id, dimensions }: Indicator, dataset: Dataset, language: 'en' | 'zh'): Category[] {
  const [dimension, ...others] = dimensions.flatMap((one) => dataset.dimensions.get(one) ?? [])
  if (!dimension || others.length > 0) return []
  const level = (category: string, period: Period) =>
    dataset.observations.get(`${id}[${category}]@${period}`)?.quantity.value.toNumber()
  const all = [...dimension.categories].map(([category, { label }]) => ({
    id: category,
    label: label[language] ?? '',
    now: level(category, dataset.report.period),
    past: level(category, dataset.report.comparison),
  }))
  // What is left over, and names that begin with a number, are left to other tests.
  const isPlain = all.every(
    ({ label, now }) => now !== undefined && !/^(?:other|all|unknown|\d)|其[他它余]|[一二三]/i.test(label),
  )
  return isPlain && all.length > 2
    ? all.flatMap(({ now, ...one }) => (now === undefined ? [] : [{ ...one, now }])).toSorted((a, b) => b.now - a.now)
    : []
}

/** Of a last step that is plainly the largest, or the smallest, of those like it: which, which way, and since when. */
function stepOf(series: Series, dataset: Dataset) {
  const { now, past, before } = series
  const steps = stepsLike(series, dataset)
  const [first] = before
  const size = past && sizeAmong(now.value - past.value, steps)
  return past && first && size && steps.length > 1 ? { first, size, isUp: now.value > past.value } : undefined
}

/** Whether all levels before now are plainly lower, or all higher. */
function extremeOf({ before, now }: Series): 'highest' | 'lowest' | undefined {
  if (before.every(({ value }) => value < now.value * 0.98)) return 'highest'
  return before.every(({ value }) => value > now.value * 1.02) ? 'lowest' : undefined
}

/** The highest level before now, where it is plainly above all others and followed by another that is not now. */
function peakOf({ before, now }: Series): Level | undefined {
  const peak = before.reduce((a, b) => (b.value > a.value ? b : a))
  const isOver =
    peak.value > now.value * 1.03 &&
    peak !== before.at(-1) &&
    before.every((one) => one === peak || one.value < peak.value * 0.98)
  return isOver ? peak : undefined
}

/** How far the levels before now moved over as long a time as from the comparison to now, the same way. */
function stepsLike({ before, now, past }: Series, { report }: Dataset): number[] {
  if (!past) return []
  const span = monthsBetween(report.comparison, report.period)
  return before
    .flatMap(({ period, value }) => {
      const from = before.find((one) => one.period === shiftPeriod(period, -span))
      return from ? [value - from.value] : []
    })
    .filter((step) => step * (now.value - past.value) > 0)
}

/** Whether one size is plainly beyond, or short of, all others. */
function sizeAmong(own: number, others: readonly number[]): 'most' | 'least' | undefined {
  if (others.every((one) => Math.abs(one) < Math.abs(own) * 0.9)) return 'most'
  return others.every((one) => Math.abs(one) > Math.abs(own) * 1.1) ? 'least' : undefined
}

/** In how many steps on end, up to now, the levels went the same way, where they stand as far apart as their periods are long. */
function rowOf({ before, now }: Series): number {
  const levels = [...before, now]
  const months = Number(/^P(\d+)M$/.exec(parsePeriod(now.period)?.length ?? '')?.[1])
  const isEven = levels.slice(1).every(({ period }, at) => monthsBetween(levels[at]?.period ?? '', period) === months)
  const steps = levels.slice(1).map(({ value }, at) => Math.sign(value - (levels[at]?.value ?? value)))
  const first = steps.findLastIndex((step) => step !== steps.at(-1))
  return isEven && first >= 0 ? steps.length - 1 - first : 0
}

const names = {
  en: getLocale('en', 'en').period,
  zh: getLocale('zh', 'zh').period,
}

const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const english = {
  changes(series: Series, { report }: Dataset): Pair[] {
    const { id, name, isPlural, now, past } = series
    if (!past || Math.abs(now.value - past.value) < Math.abs(past.value) * 0.02) return []
    const isUp = now.value > past.value
    const when = names.en(report.comparison)
    const [was, has] = isPlural ? ['were', 'have'] : ['was', 'has']
    const both = (construct: string, say: (isUp: boolean) => string): Pair => ({
      construct,
      right: capital(say(isUp)),
      wrong: capital(say(!isUp)),
    })
    return [
      both('by', (up) => `${name} ${up ? 'rose' : 'fell'} by {{by "${id}"}}, to {${id}}.`),
      both('from', (up) => `${name} ${was} {${id}}, ${up ? 'up' : 'down'} from {${id}@${past.period}} in ${when}.`),
      both('bare', (up) => `${name} ${up ? 'rose' : 'fell'} between ${when} and ${names.en(now.period)}.`),
      both('headline', (up) => `${name.slice(4)} ${up ? 'up' : 'down'} on ${when}`),
      both(
        'compared',
        (up) =>
          `compared with ${when}, ${name} ${has} ${up ? 'increased' : 'decreased'}, from {${id}@${past.period}} to {${id}}.`,
      ),
      both(
        'higher by',
        (up) => `${name} ${was} {{by "${id}"}} ${up ? 'higher' : 'lower'} than in ${when}, at {${id}}.`,
      ),
      both('noun', (up) => `there was ${up ? 'an increase' : 'a decrease'} in ${name}, to {${id}}.`),
    ]
  },
  steps(series: Series, dataset: Dataset): Pair[] {
    const { id, name } = series
    const step = stepOf(series, dataset)
    if (!step) return []
    const { first, size, isUp } = step
    const [verb, noun] = isUp ? ['rose', 'increase'] : ['fell', 'fall']
    const say = (construct: string, of: (most: string) => string): Pair => {
      const words = size === 'most' ? ['largest', 'smallest'] : ['smallest', 'largest']
      return { construct, right: capital(of(words[0] ?? '')), wrong: capital(of(words[1] ?? '')) }
    }
    return [
      say(
        'step since',
        (most) => `${name} ${verb} by {{by "${id}"}}, the ${most} ${noun} since ${names.en(first.period)}.`,
      ),
      say(
        'step of a series',
        (most) => `the ${noun} of {{by "${id}"}} in ${name.slice(4)} was the ${most} in the series.`,
      ),
      say(
        'step of what is shown',
        (most) => `${name} ${verb} by {{by "${id}"}}, the ${most} ${noun} of the periods shown.`,
      ),
    ]
  },
  history(series: Series): Pair[] {
    const { id, name, isPlural, now, before } = series
    const [first, second] = before
    if (!first || !second || before.length < 3) return []
    const [was, has, its] = isPlural ? ['were', 'have', 'their'] : ['was', 'has', 'its']
    const since = names.en(first.period)
    const extreme = extremeOf(series)
    const [most, least] = extreme === 'highest' ? ['highest', 'lowest'] : ['lowest', 'highest']
    const extremes: Pair[] = extreme
      ? [
          {
            construct: 'extreme since',
            right: `At {${id}}, ${name} ${was} at ${its} ${most} since ${since}.`,
            wrong: `At {${id}}, ${name} ${was} at ${its} ${least} since ${since}.`,
          },
          {
            construct: 'extreme of a series',
            right: capital(`${name} reached {${id}}, the ${most} figure in the series.`),
            wrong: capital(`${name} reached {${id}}, the ${least} figure in the series.`),
          },
        ]
      : []
    const peak = peakOf(series)
    const fallen = ({ period }: Level, way: string) =>
      capital(`${name} peaked in ${names.en(period)}, at {${id}@${period}}, and ${has} since ${way} to {${id}}.`)
    const isAbove = now.value > first.value
    const beside = (side: string) =>
      capital(`${name}, at {${id}}, ${was} ${side} ${its} level of ${since} ({${id}@${first.period}}).`)
    const times = rowOf(series)
    const unit = { month: 'months', quarter: 'quarters', half: 'half-years', year: 'years' }[
      String(parsePeriod(now.period)?.form)
    ]
    const isUp = now.value > (before.at(-1)?.value ?? 0)
    const row = (way: string) =>
      capital(`${name} ${has} now ${way} for ${numbers[times]} consecutive ${unit}, to {${id}}.`)
    return [
      ...extremes,
      ...(peak ? [{ construct: 'peak', right: fallen(peak, 'fallen'), wrong: fallen(peak, 'risen') }] : []),
      ...(Math.abs(now.value - first.value) > Math.abs(first.value) * 0.03
        ? [
            {
              construct: 'above a level',
              right: beside(isAbove ? 'above' : 'below'),
              wrong: beside(isAbove ? 'below' : 'above'),
            },
          ]
        : []),
      ...(times > 1 && unit && numbers[times]
        ? [{ construct: 'row', right: row(isUp ? 'risen' : 'fallen'), wrong: row(isUp ? 'fallen' : 'risen') }]
        : []),
    ]
  },
  categories({ id, name, isPlural, categories }: Series): Pair[] {
    const [first, second, ...others] = categories
    const last = others.at(-1)
    if (!first || !second || !last || first.now < second.now * 1.05 || last.now * 1.05 > second.now) return []
    const was = isPlural ? 'were' : 'was'
    const ref = (one: Category) => `{${id}[${one.id}]}`
    const moved = categories.filter(
      ({ now, past }) => past !== undefined && Math.abs(now - past) > Math.abs(past) * 0.02,
    )
    const up = moved.find(({ now, past = 0 }) => now > past)
    const down = moved.find(({ now, past = 0 }) => now < past)
    const swapped = (a: string, b: string) =>
      up && down
        ? `${name} ${a} in ${up.label} ({{by "${id}[${up.id}]"}}) but ${b} in ${down.label} ({{by "${id}[${down.id}]"}}).`
        : ''
    return [
      {
        construct: 'highest',
        right: capital(`${name} ${was} highest in ${first.label} (${ref(first)}).`),
        wrong: capital(`${name} ${was} highest in ${second.label} (${ref(second)}).`),
      },
      {
        construct: 'followed',
        right: `${first.label} had the highest ${name.slice(4)} (${ref(first)}), followed by ${second.label} (${ref(second)}).`,
        wrong: `${second.label} had the highest ${name.slice(4)} (${ref(second)}), followed by ${first.label} (${ref(first)}).`,
      },
      {
        construct: 'higher in',
        right: capital(`${name} ${was} higher in ${first.label} than in ${last.label}.`),
        wrong: capital(`${name} ${was} lower in ${first.label} than in ${last.label}.`),
      },
      ...(up && down
        ? [
            {
              construct: 'rose in, fell in',
              right: capital(swapped('rose', 'fell')),
              wrong: capital(swapped('fell', 'rose')),
            },
          ]
        : []),
    ]
  },
}

const chinese = {
  changes({ id, name, now, past }: Series, { report }: Dataset): Pair[] {
    if (!past || Math.abs(now.value - past.value) < Math.abs(past.value) * 0.02) return []
    const isUp = now.value > past.value
    const when = names.zh(report.comparison)
    const both = (construct: string, say: (isUp: boolean) => string): Pair => ({
      construct,
      right: say(isUp),
      wrong: say(!isUp),
    })
    return [
      both('by', (up) => `${name}为{${id}}，比${when}${up ? '增加' : '减少'}{{by "${id}"}}。`),
      both('from', (up) => `${name}由${when}的{${id}@${past.period}}${up ? '上升' : '下降'}到{${id}}。`),
      both('to', (up) => `${name}${up ? '上升' : '下降'}至{${id}}。`),
      both('higher', (up) => `${name}为{${id}}，${up ? '高于' : '低于'}${when}的{${id}@${past.period}}。`),
    ]
  },
  steps(series: Series, dataset: Dataset): Pair[] {
    const { id, name } = series
    const step = stepOf(series, dataset)
    if (!step) return []
    const { first, size, isUp } = step
    const [verb, noun] = isUp ? ['增加', '增幅'] : ['减少', '降幅']
    const [most, least] = size === 'most' ? ['最大', '最小'] : ['最小', '最大']
    const since = (word = '') => `${name}${verb}{{by "${id}"}}，为${names.zh(first.period)}以来${word}${noun}。`
    const shown = (word = '') => `${name}${verb}{{by "${id}"}}，${noun}为各期中${word}。`
    return [
      { construct: 'step since', right: since(most), wrong: since(least) },
      { construct: 'step of what is shown', right: shown(most), wrong: shown(least) },
    ]
  },
  history(series: Series): Pair[] {
    const { id, name, now, before } = series
    const [first] = before
    if (!first || before.length < 3) return []
    const since = names.zh(first.period)
    const extreme = extremeOf(series)
    const [most, least] = extreme === 'highest' ? ['最高', '最低'] : ['最低', '最高']
    const peak = peakOf(series)
    const fallen = ({ period }: Level, way: string) =>
      `${name}于${names.zh(period)}达到{${id}@${period}}的峰值，此后${way}至{${id}}。`
    const moved = (way: string) => `${since}以来，${name}累计${way}{{by "${id}" since="${first.period}"}}。`
    const isUp = now.value > first.value
    return [
      ...(extreme
        ? [
            {
              construct: 'extreme since',
              right: `${name}为{${id}}，为${since}以来${most}。`,
              wrong: `${name}为{${id}}，为${since}以来${least}。`,
            },
          ]
        : []),
      ...(peak ? [{ construct: 'peak', right: fallen(peak, '回落'), wrong: fallen(peak, '回升') }] : []),
      ...(Math.abs(now.value - first.value) > Math.abs(first.value) * 0.03
        ? [{ construct: 'moved since', right: moved(isUp ? '增加' : '减少'), wrong: moved(isUp ? '减少' : '增加') }]
        : []),
    ]
  },
  categories({ id, name, categories }: Series): Pair[] {
    const [first, second] = categories
    if (!first || !second || first.now < second.now * 1.05) return []
    const ref = (one: Category) => `{${id}[${one.id}]}`
    return [
      {
        construct: 'highest',
        right: `${first.label}${name}最高，为${ref(first)}。`,
        wrong: `${second.label}${name}最高，为${ref(second)}。`,
      },
      {
        construct: 'higher',
        right: `${first.label}${name}高于${second.label}，分别为${ref(first)}和${ref(second)}。`,
        wrong: `${first.label}${name}低于${second.label}，分别为${ref(first)}和${ref(second)}。`,
      },
    ]
  },
}
