import { isSameFigure } from '../dataset/revisions.ts'
import type { Dataset, Observation } from '../dataset/types.ts'
import { sayFigure } from '../document/say/say-figure.ts'
import type { Locale } from '../locale/types.ts'
import type { CheckChange, FigureChange, FigureState } from './types.ts'

/** The figures that differ, in the order of the later dataset, those that are gone last; equal figures are left out. */
export function compareFigures(before: Dataset, after: Dataset, locale: Locale): FigureChange[] {
  const kept = [...after.observations.values()].flatMap((now) => {
    const then = before.observations.get(now.key)
    return then ? changedFigure(then, now, before, after, locale) : [newFigure(now, after, locale)]
  })
  const gone = [...before.observations.values()].filter(({ key }) => !after.observations.has(key))
  return [...kept, ...gone.map((then) => goneFigure(then, before, locale))]
}

/** The checks whose verdicts differ; of those that only one dataset has, the contradictions. */
export function compareChecks(before: Dataset, after: Dataset): CheckChange[] {
  const known = new Map(before.checks.map((check) => [check.id, check]))
  const now = new Map(after.checks.map((check) => [check.id, check]))
  const ids = [...new Set([...now.keys(), ...known.keys()])]
  return ids.flatMap((id) => {
    const [was, is] = [known.get(id), now.get(id)]
    if (was?.verdict === is?.verdict) return []
    if ((!was || !is) && (was ?? is)?.verdict !== 'contradicts') return []
    return [{ id, assertion: (is ?? was)?.assertion ?? '', before: was?.verdict, after: is?.verdict }]
  })
}

function changedFigure(
  then: Observation,
  now: Observation,
  before: Dataset,
  after: Dataset,
  locale: Locale,
): FigureChange[] {
  const states = { before: getState(then, before, locale), after: getState(now, after, locale) }
  const named = getName(now, after, locale)
  // What follows from others and is printed as it was is no change that anyone can see.
  const isUnseen = now.status === 'derived' && states.before.printed === states.after.printed
  if (!isSameFigure(then, now) && !isUnseen) {
    const isMovement = now.measure !== 'value'
    const turned = isMovement && then.quantity.value.cmp(0) !== now.quantity.value.cmp(0)
    return [{ kind: 'revised', ...named, ...(turned && { turned }), ...states }]
  }
  return states.before.origin === states.after.origin ? [] : [{ kind: 're-sourced', ...named, ...states }]
}

function newFigure(now: Observation, dataset: Dataset, locale: Locale): FigureChange {
  return { kind: 'added', ...getName(now, dataset, locale), after: getState(now, dataset, locale) }
}

function goneFigure(then: Observation, dataset: Dataset, locale: Locale): FigureChange {
  return { kind: 'dropped', ...getName(then, dataset, locale), before: getState(then, dataset, locale) }
}

function getName(observation: Observation, { indicators }: Dataset, locale: Locale) {
  const { key, indicator, measure, period, status } = observation
  const label = `${locale.text(indicators.get(indicator)?.label ?? {})}, ${locale.period(period)}`
  return {
    key,
    label: measure === 'value' ? label : `${label}, ${locale.lower(locale.word(measure))}`,
    derived: status === 'derived',
  }
}

function getState(observation: Observation, dataset: Dataset, locale: Locale): FigureState {
  const { status, place } = observation
  return { printed: sayFigure(observation, dataset, locale), status, origin: getOrigin(observation), place }
}

function getOrigin({ statement, formula }: Observation): string {
  if (!statement) return formula ?? ''
  const { source, paragraphs, locator, speaker, printed } = statement
  const at = paragraphs.length > 0 ? `paragraph ${paragraphs.join(', ')}` : undefined
  return [source, at, locator, speaker, `“${printed}”`].filter(Boolean).join(', ')
}
