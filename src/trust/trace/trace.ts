import { findObservation } from '../../dataset/find.ts'
import { groupBy } from '../../dataset/group-by.ts'
import type { Check, Dataset, Observation } from '../../dataset/types.ts'
import { formatPlace } from '../../dataset/yaml/located.ts'
import type { DocumentKind } from '../../document/formats.ts'
import { hasNumber, sayNumber } from '../../document/say/figure.ts'
import { nameInFull } from '../../document/say/name-figure.ts'
import type { Page, Run } from '../../layout/types.ts'
import type { Locale } from '../../locale/types.ts'
import { type Memory, noMemory } from '../../memory/memory.ts'
import { findFigures, indexFigures } from '../numbers/figure-index.ts'
import { readNumbers } from '../numbers/numbers-in-text.ts'
import { type PrintedText, printedTexts, runsText } from '../numbers/printed-texts.ts'
import type { Print, Trace, TracedFigure } from './trace-schema.ts'
import { withInputs } from './with-inputs.ts'

/** A document with its pages, as far as a trace needs it. */
export interface TracedDocument {
  kind: DocumentKind
  pages: readonly Page[]
}

/** Where each figure of the dataset is printed, from the pages themselves, and where it comes from. */
export function traceDocuments(
  documents: readonly TracedDocument[],
  dataset: Dataset,
  locale: Locale,
  memory: Memory = noMemory,
): Trace {
  const sayings = createSayings(dataset, locale, memory)
  const prints = documents.flatMap(({ kind, pages }) =>
    printedTexts(kind, pages).flatMap((text) => getPrints(text, sayings)),
  )
  const printed = new Set(prints.map(({ figure }) => figure))
  // With those that they were computed from, in the order of the dataset.
  const known = withInputs(printed, (key) => findObservation(dataset, key)?.inputs)
  // Changes since another period than the usual one are worked out where a template asks for them.
  const asked = [...printed].flatMap((key) =>
    dataset.observations.has(key) ? [] : (findObservation(dataset, key) ?? []),
  )
  const shown = [...[...dataset.observations.values()].filter(({ key }) => known.has(key)), ...asked]
  const covering = coveringChecks(dataset)
  const testing = (key: string) => (covering.get(key) ?? []).some(({ kind }) => kind !== 'remark')
  const used = new Set(shown.flatMap(({ key }) => covering.get(key) ?? []))
  const { id, period } = dataset.report
  return {
    report: { id, period, language: locale.language },
    prints,
    figures: Object.fromEntries(
      shown.map((observation) => [observation.key, traced(observation, dataset, locale, { covering, sayings })]),
    ),
    checks: dataset.checks
      .filter((check) => used.has(check))
      .map(({ id, assertion, verdict }) => ({ id, assertion, verdict })),
    unprinted: [...dataset.observations.keys()].filter((key) => !printed.has(key)),
    unchecked: [...printed].filter((key) => !testing(key)),
  }
}

function getPrints({ document, page, item, medium, runs, chart }: PrintedText, sayings: Sayings): Print[] {
  const at = { document, page, item, medium }
  const print = (observation: Observation, printed: string): Print => ({ ...at, printed, figure: observation.key })
  const shown = chart?.chart.observations ?? []
  switch (medium) {
    case 'chart':
      return shown.map((observation) => ({
        ...print(observation, sayings.say(observation)),
        ...(chart?.chart.workedOut?.has(observation.key) && { workedOut: true as const }),
      }))
    case 'alt':
      return sayings.of(runsText(runs), shown).map(({ observation, words }) => print(observation, words))
    default:
      return getFigures(runs).map(({ observation, text }) => print(observation, text))
  }
}

/** The figures that runs print, in order. One in two sizes (large digits, small unit) has several runs and is one. */
function getFigures(runs: readonly Run[]): { observation: Observation; text: string }[] {
  const figures: { observation: Observation; text: string }[] = []
  let before: Observation | undefined
  for (const { observation, text } of runs) {
    const last = figures.at(-1)
    if (observation && observation === before && last)
      figures[figures.length - 1] = { observation, text: last.text + text }
    else if (observation) figures.push({ observation, text })
    before = observation
  }
  return figures
}

/** Charts share figures, and a deck and a briefing share charts: what was said or read once is kept. */
interface Sayings {
  say(observation: Observation): string
  of(alt: string, observations: readonly Observation[]): readonly Said[]
}

interface Said {
  observation: Observation
  words: string
}

function createSayings(dataset: Dataset, locale: Locale, memory: Memory): Sayings {
  const said = new Map<Observation, string>()
  const known = new Map<string, readonly Said[]>()
  return {
    say: (observation) => {
      const words = said.get(observation) ?? sayNumber(observation, dataset, locale)
      said.set(observation, words)
      return words
    },
    of: (alt, observations) => {
      const figures =
        known.get(alt) ??
        memory.remember('said figures', [alt, observations], () =>
          saidFigures(alt, observations, dataset, locale.language),
        )
      known.set(alt, figures)
      return figures
    },
  }
}

/** The figures of a chart that its alternative text says; of several that a number may say, the first. */
function saidFigures(alt: string, observations: readonly Observation[], dataset: Dataset, language: string): Said[] {
  const index = indexFigures({ ...dataset, observations: new Map(observations.map((one) => [one.key, one])) })
  return readNumbers(alt, language).flatMap((mention) => {
    const [found] = mention.kind === 'number' ? findFigures(index, mention) : []
    return found ? [{ observation: found.observation, words: mention.text }] : []
  })
}

function coveringChecks({ checks }: Dataset): ReadonlyMap<string, readonly Check[]> {
  const covered = checks.flatMap((check) => [...new Set(check.observations)].map((key) => ({ key, check })))
  const byKey = groupBy(covered, ({ key }) => key)
  return new Map([...byKey].map(([key, own]) => [key, own.map(({ check }) => check)]))
}

function traced(
  observation: Observation,
  dataset: Dataset,
  locale: Locale,
  { covering, sayings }: { covering: ReadonlyMap<string, readonly Check[]>; sayings: Sayings },
): TracedFigure {
  const { key, quantity, status, statement, formula, inputs, place } = observation
  return {
    label: nameInFull(observation, dataset, locale),
    value: sayings.say(observation),
    number: hasNumber(observation) ? quantity.value.toFixed() : null,
    unit: quantity.unit,
    interval: [quantity.interval.low.toFixed(), quantity.interval.high.toFixed()],
    status,
    place: formatPlace(place),
    ...(statement && { stated: stated(statement, dataset, locale) }),
    ...(formula !== undefined && { derived: { formula, inputs } }),
    checks: (covering.get(key) ?? []).map(({ id }) => id),
  }
}

function stated(
  { source, paragraphs, locator, speaker, printed }: NonNullable<Observation['statement']>,
  dataset: Dataset,
  locale: Locale,
): NonNullable<TracedFigure['stated']> {
  const cite = dataset.sources.get(source)?.cite
  const name = dataset.speakers.get(speaker ?? '')?.name
  return {
    source,
    cite: cite ? locale.text(cite) : source,
    paragraphs,
    ...(locator !== undefined && { locator }),
    ...(name !== undefined && { speaker: locale.text(name) }),
    printed,
  }
}
