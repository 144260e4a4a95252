import { findObservation } from '../../../dataset/find.ts'
import type { Observation, Series } from '../../../dataset/types.ts'
import { suggest } from '../../../diagnostic.ts'
import { memberLabel, seriesLabel } from '../../../locale/words/series-words.ts'
import { escapeMarkdown } from '../../template/escape.ts'
import { type Helper, type HelperCall, HelperError } from '../../template/helper.ts'
import { Markdown } from '../../template/value.ts'
import {
  getCount,
  getFlag,
  getInline,
  getMembers,
  getObservation,
  getSeries,
  getTextArgument,
  movementAt,
  saysBase,
} from '../arguments.ts'
import { changeAndRate, changeWords } from '../change-words.ts'
import { figure, hasNumber, sayNumber } from '../figure.ts'
import { getRank, sortByValue } from '../table/by-value.ts'
import { sayTable } from '../table/table.ts'

/** A list item of three lines: number, label, change. */
function sayKeyFigure(call: HelperCall): Markdown {
  const { dataset, locale, args, options } = call
  const observation = getObservation(call, args[0])
  const label = options.get('label')
  const lines = [
    figure(observation, sayNumber(observation, dataset, locale)),
    label ? getInline(label) : escapeMarkdown(cardLabel(call, observation)),
    getFlag(call, 'change', true) ? sayMovement(call, observation) : '',
  ]
  return new Markdown(`- ${lines.filter((line) => line !== '').join('\\\n  ')}`)
}

/** What a figure is of, and when where it is another than is printed without a period. */
function cardLabel({ dataset, locale }: HelperCall, observation: Observation): string {
  const label = seriesLabel(dataset, locale, observation, 'short')
  const usual = findObservation(dataset, observation.series)
  const isOther = observation.measure === 'value' && usual?.period !== observation.period
  return isOther ? `${label}${locale.fixed.comma}${locale.period(observation.period, 'short')}` : label
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

/** Helpers on several indicators or parts: a list of the dataset, or references separated by spaces. */
export const listHelpers: Record<string, Helper> = {
  rank: {
    parameters: ['list', 'indicator'],
    says: 'An indicator’s place in a list, by value, largest first; equal values share a place.',
    examples: [['{{rank "applications" "online-video-users"}}', '1st']],
    run: sayRank,
  },
  count: {
    parameters: ['list'],
    options: ['words'],
    says: 'How many indicators a list has; `words=true` in words up to twenty.',
    examples: [
      ['{{count "applications"}}', '3'],
      ['{{count "applications" words=true}}', 'three'],
    ],
    run: (call) => {
      const { length } = getMembers(call, call.args[0])
      return getFlag(call, 'words') ? call.locale.cardinal(length) : String(length)
    },
  },
  list: {
    parameters: ['list'],
    options: ['sort', 'limit', 'from', 'short', 'lower'],
    says: 'The labels of a list, by value, joined; `sort="none"` in the list’s own order, `limit` and `from` a part of it.',
    examples: [['{{list "applications" limit=2 short=true}}', 'Online video and Government service users']],
    run: (call) => {
      const members = chosen(call, 'value')
      const form = getFlag(call, 'short') ? 'short' : 'label'
      const labels = members.map((member) => memberLabel(call.dataset, call.locale, member, members, form))
      return call.locale.list(getFlag(call, 'lower') ? labels.map((label) => call.locale.lower(label)) : labels)
    },
  },
  indicators: {
    parameters: ['list'],
    options: ['sort', 'limit', 'from'],
    says: 'The ids of a list, for a loop or another helper; by default in the list’s own order.',
    examples: [
      [
        '{{#each (indicators "applications" sort="value" limit=2)}}{{label this}}; {{/each}}',
        'Online video users; Government service users; ',
      ],
    ],
    run: (call) => chosen(call, 'none').map(({ key }) => key),
  },
  table: {
    parameters: ['list'],
    options: ['columns', 'head', 'sort', 'limit', 'from', 'short', 'scale', 'accent', 'rows', 'periods', 'total'],
    says: 'A table with a row for each indicator of a list; `accent="indicator"` is the row to be seen first; `rows="age" columns="period"` an indicator by dimensions and `period`, one or two of them in rows and in columns under heads that span, several indicators with `columns="indicator"` or `rows="indicator"`, `periods="2018 2020"` those alone, `total=false` without the whole.',
    examples: [
      [
        '{{table "applications" columns="value change" sort="value" limit=2 scale="million" head="Application"}}',
        '| Application | Dec 2023 (million) | Change (million) |\n| :-- | --: | --: |\n| Online video users | 1,067 | +36.13 |\n| Government service users | 973 | over 47 |',
      ],
    ],
    run: sayTable,
  },
  'key-figure': {
    parameters: ['reference'],
    options: ['label', 'change', 'since', 'rate'],
    says: 'An item for `:::key-figures`: number, label, of another time than the report’s with that, and change; `label="…"` other words, `change=false` or `since=false` less, `rate=true` more.',
    examples: [['{{key-figure "netizens"}}', '- 1.092 billion\\\n  Netizens\\\n  up 24.8 million since Dec 2022']],
    run: sayKeyFigure,
  },
}

/** The members of a list in the order and part that the options ask for. */
function chosen(call: HelperCall, defaultSort: 'value' | 'none'): Series[] {
  const members = getMembers(call, call.args[0])
  const option = call.options.get('sort')
  const sort = option ? getTextArgument(option, 'an order') : defaultSort
  if (sort !== 'value' && sort !== 'none')
    throw new HelperError(`unknown order: ${sort}`, suggest(sort, ['value', 'none']) ?? 'write value or none', option)
  const sorted = sort === 'value' ? sortByValue(call, members) : members
  const from = (getCount(call, 'from') ?? 1) - 1
  return sorted.slice(from, from + (getCount(call, 'limit') ?? sorted.length))
}

function sayRank(call: HelperCall): string {
  const members = getMembers(call, call.args[0])
  const series = getSeries(call, call.args[1])
  if (!members.some(({ key }) => key === series.key)) {
    throw new HelperError(
      `not in the list: ${series.key}`,
      suggest(
        series.key,
        members.map(({ key }) => key),
      ),
      call.args[1],
    )
  }
  const rank = getRank(call.dataset, series, members)
  if (rank === undefined) throw new HelperError(`no level to rank by: ${series.key}`, undefined, call.args[1])
  return call.locale.ordinal(rank)
}
