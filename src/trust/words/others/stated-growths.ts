import { observationKey } from '../../../dataset/figure/reference.ts'
import { monthsBetween, shiftPeriod } from '../../../dataset/figure/shift-period.ts'
import { getObservations } from '../../../dataset/find.ts'
import type { Observation, Period } from '../../../dataset/types.ts'
import { lexicons } from '../../../locale/words/lexicons.ts'
import { areSame, inYearOf } from '../../evidence/mention-period.ts'
import { type BaseMention, getBases } from '../bases.ts'
import type { Name } from '../names.ts'
import { isParticle } from '../particles.ts'
import { entries, type Word } from '../read-words.ts'
import type { Reading } from '../readings/word-claims.ts'
import { figuresIn, type Sentence, tokenFigure } from '../sentences.ts'

/** What a word says of a stated growth, beside a stated one of another time: 增长{rate}，比一季度回落, 增速比上月加快. */
export function growthReading(said: Word, sentence: Sentence): Reading | undefined {
  // 增速比一季度加快: the noun is held with its verb.
  const isNoun = figuresIn(sentence).length === 0 && isParticle('pace', said.first, sentence)
  const word = (isNoun && sentence.words.find((one) => one.first >= said.end && growthsBeside(one, sentence))) || said
  const side = sides[word.meaning]
  const pair = side === undefined ? undefined : growthsBeside(word, sentence)
  if (!pair || side === undefined) return undefined
  const isOfFalls = pair.every(({ quantity }) => quantity.value.isNegative())
  const isFar = word.meaning === 'wider' || word.meaning === 'narrower'
  // 降幅扩大: further below zero; 下降{rate}，比上月加快 says neither.
  if (isOfFalls && !isFar) return undefined
  return [[side > 0 !== isOfFalls ? 'more-than' : 'less-than', pair[0].key, pair[1].key]]
}

const sides: Readonly<Partial<Record<Word['meaning'], 1 | -1>>> = {
  ...({ up: 1, 'gained-pace': 1, wider: 1 } as const),
  ...({ down: -1, slowed: -1, narrower: -1 } as const),
}

/** The growth printed last before a word, and that of the same at the time that stands alone between the two. */
export function growthsBeside({ first, end }: Word, sentence: Sentence): [Observation, Observation] | undefined {
  const { tokens, start, language } = sentence
  const printed = figuresIn(sentence).findLast((at) => at < first)
  const name = printed === undefined ? sentence.names.findLast((one) => one.end <= first) : undefined
  const index = printed ?? (name?.end ?? 0) - 1
  const now = name ? getGrowth(name, sentence) : tokenFigure(sentence, index)?.observation
  if (now?.measure !== 'rate' || !isParticle('of-growth', first, sentence)) return undefined
  const getPlace = (at: number) => (tokens[at]?.start ?? 0) - start
  const base = getBases(sentence).find((one) => one.start >= getPlace(index + 1) && one.end <= getPlace(first))
  if (!base || getPlace(end) < base.end) return undefined
  const said = tokens.flatMap(({ text }, at) =>
    at > index && at < first && (getPlace(at) < base.start || getPlace(at) >= base.end) ? text : [],
  )
  const names = entries(lexicons[language].particles.pace ?? '')
  const than = entries(lexicons[language].words.than)
  // 5月份
  const words = said.filter((text) => !/^[,，份]$/.test(text) && !than.includes(text)).join('')
  if (words !== '' && !names.includes(words)) return undefined
  const then = growthAt(now, base, sentence)
  return then ? [now, then] : undefined
}

/** The stated growth of the one thing that a name is of, at the report’s time: 工业增加值增速比一季度加快. */
function getGrowth({ indicators: [id = '', ...others] }: Name, { dataset, things }: Sentence): Observation | undefined {
  const isOfAll = others.length === 0 && things.every(({ category }) => !category)
  return isOfAll ? dataset.observations.get(observationKey(id, 'rate', dataset.report.period)) : undefined
}

/** The stated growth of the same at the time of a base, over as long a span. */
function growthAt(now: Observation, { base }: BaseMention, { dataset }: Sentence): Observation | undefined {
  const span = getSpan(now)
  const period = 'part' in base ? inYearOf(now.period, base.part) : before(now.period, base)
  const isThen = (one: Observation) =>
    one.measure === 'rate' && getSpan(one) === span && areSame(one.period, period ?? '')
  const named = dataset.observations.get(observationKey(now.series, 'rate', period ?? ''))
  const then = named && isThen(named) ? named : period && getObservations(dataset, now.series).find(isThen)
  return then && then !== now && !areSame(then.period, now.period) ? then : undefined
}

function before(period: Period, base: BaseMention['base']): Period | undefined {
  const months = 'periodBefore' in base ? base.periodBefore : 'months' in base ? base.months : 0
  return months > 0 ? shiftPeriod(period, -months) : undefined
}

function getSpan({ since, period }: Observation): number | undefined {
  return typeof since === 'string' ? monthsBetween(since, period) : undefined
}
