import { areAlike, comparePeriods } from '../../dataset/figure/period.ts'
import { observationKey } from '../../dataset/figure/reference.ts'
import type { Dataset, Indicator, LocalText, Observation } from '../../dataset/types.ts'
import { changeDirection } from '../../locale/change-direction.ts'
import type { Locale } from '../../locale/types.ts'
import { getUnit, hasNumber, sayNumber } from '../say/figure.ts'
import { nameInFull } from '../say/name-figure.ts'
import type { Inline } from '../types.ts'
import { citeSources } from './sources/cite-sources.ts'
import { statedSources } from './sources/stated-sources.ts'

/**
 * What a presenter may be asked about a figure, in sentences: what it is and its exact value; the value before; its
 * definition and base; its caveat; where it is stated, by whom and
 * in which form. What one of `explained` has said of the same indicator is not said again.
 */
export function explainObservation(
  dataset: Dataset,
  locale: Locale,
  observation: Observation,
  explained: readonly Observation[],
): Inline[] {
  const indicator = dataset.indicators.get(observation.indicator)
  const isExplained = explained.some((other) => other.indicator === observation.indicator)
  const sentences: Inline[][] = [
    [
      { type: 'strong', children: [text(nameInFull(observation, dataset, locale))] },
      ...getSaid(dataset, locale, observation),
    ],
    getPrevious(dataset, locale, observation),
    indicator && !isExplained ? about(locale, indicator) : [],
    caveat(locale, [observation.note, isExplained ? undefined : indicator?.note]),
    [text(whereStated(dataset, locale, observation))],
  ]
  const said = sentences.filter((sentence) => sentence.length > 0)
  const end = locale.word('sentenceEnd')
  return said.flatMap((sentence, index) => [...sentence, text(index < said.length - 1 ? end : end.trimEnd())])
}

function text(value: string): Inline {
  return { type: 'text', value }
}

/** `: 1.092 billion people`, with its range where it is calculated, and its status. */
function getSaid(dataset: Dataset, locale: Locale, observation: Observation): Inline[] {
  const { status, quantity } = observation
  const unit = getUnit(dataset, observation)
  const colon = text(locale.word('colon'))
  const isDerived = status === 'derived'
  if (isDerived && !hasNumber(observation)) {
    const range: Inline = { type: 'figure', text: locale.interval(quantity, unit), observation }
    return [colon, range, text(locale.aside('', locale.word('derived')))]
  }
  const remark = isDerived
    ? `${locale.word('derived')}${locale.word('comma')}${locale.interval(quantity, unit)}`
    : status === 'stated'
      ? ''
      : locale.word(status)
  return [colon, ...getAmount(dataset, locale, observation), ...(remark === '' ? [] : [text(locale.aside('', remark))])]
}

/** A level with its unit; a change or rate in words, by its sign. */
function getAmount(dataset: Dataset, locale: Locale, observation: Observation): Inline[] {
  const unit = getUnit(dataset, observation)
  const { measure, quantity } = observation
  const direction = changeDirection(observation)
  if (measure === 'value')
    return [{ type: 'figure', text: locale.quantity(quantity, unit, { unit: true }), observation }]
  if (direction === 'flat') return [{ type: 'figure', text: locale.word('unchanged'), observation }]
  const amount = locale.quantity(quantity, unit, { unsigned: true })
  const [before = '', after = ''] = locale
    .changeWords(direction, amount, quantity.qualifier !== undefined, unit.id)
    .split(amount)
  const figure: Inline = { type: 'figure', text: amount, observation }
  return [before, after].flatMap((words, index) => [
    ...(words === '' ? [] : [text(words)]),
    ...(index === 0 ? [figure] : []),
  ])
}

/** The level that the change counts from: `Previous value: 1.067 billion (December 2022)`. */
function getPrevious(dataset: Dataset, locale: Locale, { series, measure, period }: Observation): Inline[] {
  if (measure !== 'value') return []
  const change = dataset.observations.get(observationKey(series, 'change', period))
  const { report } = dataset
  // What the report compares with is long before any period but its own.
  const since = change ? change.since : period === report.period ? report.comparison : undefined
  const previous =
    since && comparePeriods(since, period) < 0 && areAlike(since, period)
      ? dataset.observations.get(observationKey(series, 'value', since))
      : undefined
  if (!previous) return []
  return [
    text(locale.labelled(locale.word('previous'), '')),
    { type: 'figure', text: sayNumber(previous, dataset, locale), observation: previous },
    text(locale.aside('', locale.period(previous.period))),
  ]
}

function about(locale: Locale, { definition, denominator }: Indicator): Inline[] {
  const said = [
    ...(definition ? [locale.labelled(locale.word('definition'), withoutStop(locale.text(definition)))] : []),
    ...(denominator ? [locale.labelled(locale.word('denominator'), withoutStop(locale.text(denominator)))] : []),
  ]
  return said.length === 0 ? [] : [text(said.join(locale.word('sentenceEnd')))]
}

function caveat(locale: Locale, notes: readonly (LocalText | undefined)[]): Inline[] {
  const said = notes.flatMap((note) => (note ? [withoutStop(locale.text(note))] : []))
  return said.length === 0 ? [] : [text(locale.labelled(locale.word('caveat'), said.join(locale.word('sentenceEnd'))))]
}

/** `Source: CNNIC, …, paragraphs 14 and 22, said by Liu Yulin; printed there as “16.8%”`. */
function whereStated(dataset: Dataset, locale: Locale, observation: Observation): string {
  const cites = citeSources(locale, statedSources(dataset, [observation])).join(locale.word('semicolon'))
  const label = locale.word('source')
  const { statement } = observation
  if (!statement)
    return locale.labelled(label, cites === '' ? locale.word('ownCalculations') : locale.calculatedFrom(cites))
  const speaker = dataset.speakers.get(statement.speaker ?? '')
  const source = dataset.sources.get(statement.source)
  const parts = [
    source?.kind === 'secondary' ? locale.aside(cites, locale.word('secondary')) : cites,
    ...(statement.paragraphs.length > 0 ? [locale.paragraphs(statement.paragraphs)] : []),
    ...(statement.locator ? [statement.locator] : []),
    ...(speaker ? [locale.saidBy(locale.apposed(locale.text(speaker.name), locale.text(speaker.role)))] : []),
  ]
  const own = observation.quantity.forms?.[locale.primary]?.text
  const form = own ?? statement.printed
  // Data are written in English and Chinese forms: other languages quote only forms marked as the source's own.
  const isQuoted = own !== undefined || statement.isRestated === true || locale.notation.decimal === '.'
  const printed = !isQuoted || isSameForm(dataset, locale, observation, form) ? [] : [locale.printedAs(form)]
  return locale.labelled(label, [parts.join(locale.word('comma')), ...printed].join(locale.word('semicolon')))
}

/** Whether source and document print a figure alike, regardless of unit, spaces, signs, commas and "points". */
function isSameForm(
  dataset: Dataset,
  locale: Locale,
  { quantity, ...observation }: Observation,
  printed: string,
): boolean {
  const unit = getUnit(dataset, { quantity, ...observation })
  const theirs = plainForm(printed)
  const both = [false, true]
  return [unit, { ...unit, said: false }].some((said) =>
    both.some((withUnit) =>
      both.some((unsigned) => plainForm(locale.quantity(quantity, said, { unit: withUnit, unsigned })) === theirs),
    ),
  )
}

function plainForm(words: string): string {
  return words
    .replaceAll('\u00a0', ' ')
    .replace('\u2212', '-')
    .replace(/\bpp$/, 'percentage points')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .trim()
}

function withoutStop(words: string): string {
  return words.trim().replace(/[.。]$/, '')
}
