import { bySeverity, type Diagnostic, errorAt, type Place, warningAt } from '../../diagnostic.ts'
import { textTag } from '../../locale/languages.ts'
import type { Derived } from '../derive/derive.ts'
import { evaluate, isFormulaFault, termUnitOfFormula } from '../derive/evaluate.ts'
import { type Assertion, type Comparison, type Formula, referencesIn } from '../derive/formula.ts'
import { formatInputs, getIntervals, getTermUnits, type Inputs } from '../derive/inputs.ts'
import { getAbsence } from '../figure/absence.ts'
import { intersects } from '../figure/interval.ts'
import { type Catalogue, createCatalogue, explainKey, findKey, observationKey } from '../figure/reference.ts'
import { unequal } from '../figure/unit/term-unit.ts'
import { type CheckDraft, type DatasetDraft, type IsBroken, isReferenceBroken } from '../read/draft.ts'
import type { Check, Interval, Observation } from '../types.ts'
import { formatPlace } from '../yaml/located.ts'
import { dimensionChecks, getSplits, meanChecks } from './dimension-checks.ts'
import { formatAllowed } from './format-allowed.ts'
import { plainChecks } from './plain-checks.ts'
import { plausibleWarnings } from './plausible/plausible-warnings.ts'
import { markChecks, printedChecks } from './printed-checks.ts'

interface CheckContext {
  draft: DatasetDraft
  observations: ReadonlyMap<string, Observation>
  absences: Derived['absences']
  isBroken: IsBroken
  catalogue: Catalogue
}

/** What was tested and how it came out, and an error for each contradiction. */
export interface CheckResult {
  checks: Check[]
  diagnostics: Diagnostic[]
}

/** An assertion to be tested. */
interface Trial {
  check: Omit<Check, 'observations' | 'verdict'>
  assertion: Assertion
  /** Whether an author wrote it: then what keeps it from being tested is an error. */
  authored: boolean
  place(index?: number): Place
}

/**
 * Tests what should hold between the figures (value, change and rate; parts and wholes; shares; printed forms) and what
 * authors assert, by interval arithmetic: a check fails only where no values that round to the printed ones could make
 * it
 * true. A contradiction is an error that names both statements and what each allows.
 */
export function check(
  draft: DatasetDraft,
  { observations, absences, isBroken }: Pick<Derived, 'observations' | 'absences' | 'isBroken'>,
): CheckResult {
  const around: CheckContext = {
    draft,
    observations,
    absences,
    isBroken,
    catalogue: createCatalogue(draft, observations.values()),
  }
  const printed = printedChecks(draft)
  const splits = getSplits(draft, observations)
  const means = meanChecks(draft, splits)
  const accepted = new Set(draft.checks.flatMap(({ accepts }) => accepts?.text ?? []))
  const results = [
    ...[...plainChecks(draft, observations), ...dimensionChecks(draft, splits)].map(
      ({ id, kind, assertion, place }) => {
        const { leftText, comparison, rightText } = assertion
        const text = `${leftText} ${comparison} ${rightText}`
        return test({ check: { id, kind, assertion: text }, assertion, authored: false, place: () => place }, around)
      },
    ),
    ...draft.checks.map((one) => authoredCheck(one, around)),
  ]
  const stands = ({ checks }: CheckResult) =>
    checks.some(({ verdict, assertion }) => verdict === 'contradicts' && accepted.has(assertion))
  const judged = results.map((result) => (stands(result) ? acknowledged(result) : result))
  const contradictions = [
    ...judged.flatMap(({ diagnostics }) => diagnostics),
    ...printed.diagnostics,
    ...markChecks(draft),
    ...means.diagnostics,
  ]
  const reported = new Set(contradictions.flatMap(({ place }) => (place ? [formatPlace(place)] : [])))
  const doubted = plausibleWarnings(draft, observations).filter(
    ({ place }) => !place || !reported.has(formatPlace(place)),
  )
  return {
    checks: [...judged.flatMap(({ checks }) => checks), ...printed.value, ...means.value],
    diagnostics: [
      ...contradictions,
      ...needless(draft, results),
      ...baseWarnings(draft, observations),
      ...bySeverity(doubted, draft.report.severity),
    ],
  }
}

/** A contradiction of two sources that the author has looked at: its reason is a remark. */
function acknowledged({ checks }: CheckResult): CheckResult {
  return { checks: checks.map((one) => ({ ...one, verdict: 'remarked' })), diagnostics: [] }
}

/** Warnings for what acknowledges no contradiction. */
function needless({ checks }: DatasetDraft, results: readonly CheckResult[]): Diagnostic[] {
  const contradicted = new Set(
    results.flatMap((result) => result.checks.flatMap((one) => (one.verdict === 'contradicts' ? [one.assertion] : []))),
  )
  return checks.flatMap(({ accepts }) => {
    if (!accepts || contradicted.has(accepts.text)) return []
    const message = `accepts no contradiction: ${accepts.text}`
    const hint = 'write what the error says that it expected, or take it out'
    return [warningAt(accepts.place, message, { hint })]
  })
}

function authoredCheck(written: CheckDraft, around: CheckContext): CheckResult {
  const { id, assertion, remark, note, figures } = written
  const named = figures.map(({ reference, place }) => find(reference, place, around))
  const faults = named.flatMap(({ diagnostics }) => diagnostics)
  const keys = named.flatMap(({ observation }) => (observation ? [observation.key] : []))
  if (assertion) {
    const trial = { id, kind: 'identity' as const, assertion: assertion.text.trim(), ...(note && { note }) }
    const result = test({ check: trial, assertion: assertion.parsed, authored: true, place: written.place }, around)
    return { checks: result.checks, diagnostics: [...faults, ...result.diagnostics] }
  }
  const words = { assertion: remark?.[textTag(around.draft.report.language)] ?? '', note: remark ?? note }
  return { checks: [{ id, kind: 'remark', ...words, observations: keys, verdict: 'remarked' }], diagnostics: faults }
}

function test(trial: Trial, around: CheckContext): CheckResult {
  const { left, right, offset } = trial.assertion
  const { inputs, diagnostics } = gather([...referencesIn(left), ...referencesIn(right)], trial, around)
  if (!inputs) return { checks: [], diagnostics }
  const [a, b] = [side(left, inputs), side(right, inputs)]
  if ('fault' in a) return untestable(a, a.offset, trial)
  if ('fault' in b) return untestable(b, b.offset, trial)
  const unlike = unequal(a.termUnit, b.termUnit)
  if (unlike) return untestable(unlike, offset, trial)
  const agrees = canHold[trial.assertion.comparison](a.allowed, b.allowed)
  const observations = [...new Set([...inputs.values()].map(({ key }) => key))]
  const checked: Check = { ...trial.check, observations, verdict: agrees ? 'agrees' : 'contradicts' }
  return { checks: [checked], diagnostics: agrees ? [] : [contradiction(trial, a, b, inputs)] }
}

function untestable(
  { fault, hint }: { fault: string; hint?: string | undefined },
  offset: number,
  { authored, place }: Trial,
): CheckResult {
  return { checks: [], diagnostics: authored ? [errorAt(place(offset), fault, { hint })] : [] }
}

type Side = Extract<ReturnType<typeof side>, { allowed: Interval }>

function side(formula: Formula, inputs: Inputs) {
  const termUnit = termUnitOfFormula(formula, getTermUnits(inputs))
  if ('fault' in termUnit) return termUnit
  const allowed = evaluate(formula, getIntervals(inputs))
  return isFormulaFault(allowed) ? allowed : { termUnit, allowed }
}

/** Whether a comparison can hold of values of two intervals. */
const canHold: Readonly<Record<Comparison, (a: Interval, b: Interval) => boolean>> = {
  '=': intersects,
  '<=': (a, b) => a.low.lte(b.high),
  '<': (a, b) => a.low.lt(b.high),
  '>=': (a, b) => a.high.gte(b.low),
  '>': (a, b) => a.high.gt(b.low),
}

function contradiction(
  { check: { id }, assertion, authored, place }: Trial,
  a: Side,
  b: Side,
  inputs: Inputs,
): Diagnostic {
  const { leftText, rightText, comparison } = assertion
  const name = authored ? `${id}: ` : ''
  const left = formatAllowed(a.allowed, a.termUnit)
  const right = formatAllowed(b.allowed, b.termUnit)
  // A number that is asserted needs no saying twice.
  const otherwise = rightText === right ? `not ${right}` : `but ${rightText} is ${right}`
  const message = `contradiction: ${name}${sayShort(leftText)} is ${left}, ${otherwise}`
  return errorAt(place(), message, {
    expected: `${leftText} ${comparison} ${rightText}`,
    hint: `${!authored && liesBetween(inputs, rightText) ? 'an amount per head, or another mean, is type: ratio; ' : ''}compare ${formatInputs(inputs.values())}; where both sources stand, add a check with a remark that says why, and accepts: what is expected`,
  })
}

/** A formula; of a long sum the ends: `a + b + … + z (17 figures)`. */
function sayShort(formula: string): string {
  const terms = formula.split(' + ')
  const [first, second] = terms
  const isLong = terms.length > 8 && !/[()×*÷/]/.test(formula)
  return isLong ? `${first} + ${second} + … + ${terms.at(-1)} (${terms.length} figures)` : formula
}

/** Whether a whole lies between its smallest and largest parts, as a mean, or is held to one category alone. */
function liesBetween(inputs: Inputs, whole: string): boolean {
  const level = inputs.get(whole)?.quantity.value
  const parts = [...inputs].flatMap(([text, { quantity }]) => (text === whole ? [] : [quantity.value]))
  if (level === undefined || !parts.some((part) => part.gt(level))) return false
  const isCategory = [...inputs.keys()].some((text) => text.startsWith(`${whole.replace(/@.*/, '')}[`))
  return parts.some((part) => part.lt(level)) || (parts.length === 1 && isCategory)
}

function gather(
  references: readonly { text: string; offset: number }[],
  trial: Trial,
  around: CheckContext,
): { inputs?: Inputs; diagnostics: Diagnostic[] } {
  const found = references.map(({ text, offset }) => ({ text, ...find(text, trial.place(offset), around) }))
  const inputs = new Map(found.flatMap(({ text, observation }) => (observation ? [[text, observation] as const] : [])))
  const complete = found.every(({ observation }) => observation !== undefined)
  return { ...(complete && { inputs }), diagnostics: found.flatMap(({ diagnostics }) => diagnostics) }
}

/** The observation of a reference, or an error; neither where its indicator's diagnostic is reported already. */
function find(
  reference: string,
  place: Place,
  { draft, isBroken, observations, absences, catalogue }: CheckContext,
): { observation?: Observation | undefined; diagnostics: Diagnostic[] } {
  const key = observations.has(reference) ? reference : findKey(catalogue, reference)
  if (key !== undefined) return { observation: observations.get(key), diagnostics: [] }
  if (isReferenceBroken(reference, { ...draft, isBroken })) return { diagnostics: [] }
  // What is said of an absent figure cannot be tested.
  if (getAbsence({ ...draft, absences }, catalogue, reference)) return { diagnostics: [] }
  const { message, hint } = explainKey(catalogue, reference)
  return { diagnostics: [errorAt(place, message, { hint })] }
}

/**
 * Warnings for changes that are stated since a period of which nothing else is known, and that are just what the figure
 * changed by since the
 * period that the report compares with: one of the two periods is a slip.
 */
function baseWarnings({ stated }: DatasetDraft, observations: ReadonlyMap<string, Observation>): Diagnostic[] {
  return stated.flatMap((one) => {
    const { series, measure, period, since, quantity, place } = one
    const usual = observations.get(observationKey(series, measure, period))
    if (measure === 'value' || !since || usual?.since === undefined || usual.since === since) return []
    const isKnown = observations.get(observationKey(series, 'value', since))?.status !== 'derived'
    const base = observations.has(observationKey(series, 'value', since)) && isKnown
    if (base || !intersects(usual.quantity.interval, quantity.interval)) return []
    const message = `the ${measure} since ${since} is the one since ${usual.since}: ${one.key}`
    const hint = `write since: ${usual.since}, or state the level of ${since}`
    return [warningAt(place, message, { hint })]
  })
}
