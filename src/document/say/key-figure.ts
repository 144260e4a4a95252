import type { Observation } from '../../dataset/types.ts'
import { seriesLabel } from '../../locale/words/series-words.ts'
import { escapeMarkdown } from '../template/escape.ts'
import type { HelperCall } from '../template/helper.ts'
import { Markdown } from '../template/value.ts'
import { getFlag, getInline, getObservation, movementAt, saysBase } from './arguments.ts'
import { changeAndRate, changeWords } from './change-words.ts'
import { figureOrInterval, hasNumber } from './figure.ts'

/** A list item of three lines: number, label, change. */
export function sayKeyFigure(call: HelperCall): Markdown {
  const { dataset, locale, args, options } = call
  const observation = getObservation(call, args[0])
  const label = options.get('label')
  const lines = [
    figureOrInterval(dataset, locale, observation),
    label ? getInline(label) : escapeMarkdown(seriesLabel(dataset, locale, observation, 'short')),
    getFlag(call, 'change', true) ? sayMovement(call, observation) : '',
  ]
  return new Markdown(`- ${lines.filter((line) => line !== '').join('\\\n  ')}`)
}

/** How a level moved and since when; nothing where the dataset does not say. */
function sayMovement(call: HelperCall, level: Observation): string {
  const { dataset, locale } = call
  const movement = getMovement(call, level)
  if (!movement) return ''
  const rate = getFlag(call, 'rate') ? movementAt(call, level, 'rate') : undefined
  const isChange = movement.measure === 'change'
  const words =
    isChange && rate ? changeAndRate(dataset, locale, movement, rate) : changeWords(dataset, locale, movement)
  if (typeof movement.since !== 'string') return locale.aside(words, locale.word('basePeriodNotStated'))
  const type = dataset.indicators.get(level.indicator)?.type ?? 'stock'
  return saysBase(call, true) ? locale.since(words, locale.period(movement.since, 'brief'), type) : words
}

/** What a source states goes before what can be derived; a change before its rate. */
function getMovement(call: HelperCall, level: Observation): Observation | undefined {
  const found = (['change', 'rate'] as const).flatMap((measure) => movementAt(call, level, measure) ?? [])
  return found.find(({ status }) => status !== 'derived') ?? found.find(hasNumber)
}
