import { parsePeriod, periodForms } from '../../../dataset/figure/period.ts'
import { parseReference } from '../../../dataset/figure/reference.ts'
import { getDimensions } from '../../../dataset/figure/series.ts'
import { findObservation } from '../../../dataset/find.ts'
import type { Observation } from '../../../dataset/types.ts'
import { categoryWords, seriesLabel } from '../../../locale/words/series-words.ts'
import { statedSources } from '../../complete/sources/stated-sources.ts'
import { type Helper, type HelperCall, HelperError } from '../../template/helper.ts'
import { Markdown } from '../../template/value.ts'
import {
  checkedReference,
  getFlag,
  getIndicator,
  getLocalWords,
  getObservation,
  getSeries,
  getTextArgument,
} from '../arguments.ts'
import { getUnit } from '../figure.ts'
import { getSince } from './number-helpers.ts'

/** Helpers that print words of the dataset: names, periods, definitions, sources. */
export const wordHelpers: Record<string, Helper> = {
  label: {
    parameters: ['indicator'],
    options: ['short', 'lower'],
    says: 'An indicator’s label, with the categories that a reference names; `short=true` its short one, `lower=true` with a small first letter unless it is an acronym.',
    examples: [
      ['{{label "netizens"}}', 'Netizens'],
      ['{{label "online-video-users" short=true lower=true}}', 'online video'],
    ],
    run: (call) => {
      const series = getSeries(call, call.args[0])
      const form = getFlag(call, 'short') ? 'short' : 'label'
      return lowered(call, seriesLabel(call.dataset, call.locale, series, form))
    },
  },
  category: {
    parameters: ['reference'],
    options: ['short', 'lower'],
    says: 'The categories that a reference names, or what the whole is called; options as for label.',
    examples: [
      ['{{category "recent-users[75-plus]" lower=true}}', 'aged 75 and over'],
      ['{{category "recent-users"}}', 'All adults'],
    ],
    run: (call) => {
      const series = getSeries(call, call.args[0])
      const along = getDimensions(series.indicator, call.dataset).map(({ id }) => id)
      const form = getFlag(call, 'short') ? 'short' : 'label'
      const words = categoryWords(call.dataset, call.locale, series, along, form)
      if (words !== '') return lowered(call, words)
      throw new HelperError(`no dimensions: ${series.indicator}`, 'write {{label}}', call.args[0])
    },
  },
  capital: {
    parameters: ['words'],
    says: 'The words of another helper with a capital at their start, for the beginning of a sentence.',
    examples: [['{{capital (change "netizens")}}', 'Up 24.8 million']],
    run: ({ args: [words], locale }) => {
      if (words?.value instanceof Markdown) return new Markdown(locale.capital(words.value.markdown))
      return locale.capital(getTextArgument(words, 'words'))
    },
  },
  'unit-of': {
    parameters: ['indicator'],
    says: 'The name of an indicator’s unit.',
    examples: [['{{unit-of "netizens"}}', 'people']],
    run: (call) => call.locale.text(getUnit(call.dataset, getObservation(call, call.args[0])).label),
  },
  definition: {
    parameters: ['indicator'],
    says: 'An indicator’s definition.',
    examples: [['{{definition "netizens"}}', 'Residents who used the internet in the past half year.']],
    run: (call) => getLocalWords(call, getIndicator(call, call.args[0]).definition, 'definition', call.args[0]),
  },
  note: {
    parameters: ['reference'],
    says: 'An observation’s note, else its indicator’s.',
    examples: [['{{note "netizens"}}', 'The increase is net.']],
    run: (call) => {
      const indicator = getIndicator(call, call.args[0])
      // What has figures by category alone has a note too.
      const isOfAll = indicator.dimensions.length > 0 && call.args[0]?.value === indicator.id
      const own = isOfAll ? findObservation(call.dataset, indicator.id) : getObservation(call, call.args[0])
      return getLocalWords(call, own?.note ?? indicator.note, 'note', call.args[0])
    },
  },
  period: {
    parameters: ['period?'],
    options: ['short'],
    says: 'The report’s period, or a given one.',
    examples: [
      ['{{period}}', 'December 2023'],
      ['{{period "2022-12" short=true}}', 'Dec 2022'],
    ],
    run: (call) => sayPeriod(call, call.args[0] ? getPeriod(call) : call.dataset.report.period),
  },
  comparison: {
    parameters: [],
    options: ['short'],
    says: 'The period that the report compares with.',
    examples: [['{{comparison}}', 'December 2022']],
    run: (call) => sayPeriod(call, call.dataset.report.comparison),
  },
  since: {
    parameters: ['reference'],
    options: ['short'],
    says: 'The period that a change counts from.',
    examples: [['{{since "netizens"}}', 'December 2022']],
    run: (call) => sayPeriod(call, getSince(call, getObservation(call, call.args[0], 'change'))),
  },
  'as-of': {
    parameters: ['reference'],
    options: ['lower'],
    says: 'When an observation was so: a stock at its date, a flow over its period.',
    examples: [
      ['{{as-of "netizens"}}', 'As of December 2023'],
      ['{{as-of "online-retail-sales" lower=true}}', 'in 2023'],
    ],
    run: (call) => {
      const { period } = getObservation(call, call.args[0])
      return lowered(call, call.locale.asOf(period, getIndicator(call, call.args[0]).type))
    },
  },
  source: {
    parameters: ['reference'],
    says: 'Where an observation is stated; of a derived one, where the figures behind it are.',
    examples: [['{{source "netizens"}}', 'CNNIC, 53rd Statistical Report, as reported by Xinhua, 22 March 2024']],
    run: (call) =>
      statedSources(call.dataset, [getObservation(call, call.args[0])])
        .map(({ cite }) => call.locale.text(cite))
        .join(call.locale.word('semicolon')),
  },
  speaker: {
    parameters: ['reference'],
    options: ['role'],
    says: 'Who said it in the source; `role=false` the name alone.',
    examples: [
      ['{{speaker "netizens.change"}}', 'Liu Yulin, Director of CNNIC'],
      ['{{speaker "netizens.change" role=false}}', 'Liu Yulin'],
    ],
    run: (call) => {
      const { name, role } = getSpeaker(call, getObservation(call, call.args[0]))
      const { text, apposed } = call.locale
      return getFlag(call, 'role', true) ? apposed(text(name), text(role)) : text(name)
    },
  },
}

function lowered(call: HelperCall, text: string): string {
  return getFlag(call, 'lower') ? call.locale.lower(text) : text
}

function sayPeriod(call: HelperCall, period: string): string {
  return call.locale.period(period, getFlag(call, 'short') ? 'short' : 'long')
}

/** A period as such, or that of the observation that a reference names. */
function getPeriod(call: HelperCall): string {
  const text = getTextArgument(call.args[0], 'a period')
  if (parsePeriod(text)) return text
  if (!parseReference(text)) throw new HelperError(`unknown period: ${text}`, `write ${periodForms}`, call.args[0])
  checkedReference(call, call.args[0])
  return getObservation(call, call.args[0]).period
}

function getSpeaker(call: HelperCall, { key, statement }: Observation) {
  const speaker = call.dataset.speakers.get(statement?.speaker ?? '')
  if (!speaker)
    throw new HelperError(`no speaker is named for ${key}`, 'leave it out, or name one in data/', call.args[0])
  return speaker
}
