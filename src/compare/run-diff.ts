import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { createStopwatch, type Stopwatch } from '../build/stopwatch.ts'
import type { Log } from '../console/log.ts'
import { isSameFigure } from '../dataset/revisions.ts'
import type { Dataset, Observation } from '../dataset/types.ts'
import type { Outcome } from '../diagnostic.ts'
import { sayFigure } from '../document/say/figure.ts'
import { nameFigure } from '../document/say/name-figure.ts'
import { openVersion } from '../files/open-version.ts'
import { writeOutputs } from '../files/write-outputs.ts'
import { getLocale } from '../locale/get-locale.ts'
import type { Locale } from '../locale/types.ts'
import type { ChangesFormat } from './changes-format.ts'
import { compareClaims } from './compare-claims.ts'
import { compareDocuments } from './compare-documents.ts'
import { type ComposedVersion, composeVersion } from './compose-version.ts'
import { formatChanges } from './format-changes.ts'
import type { Changes, CheckChange, FigureChange, FigureState } from './types.ts'

/** What `briefwright diff` was asked for. */
export interface DiffOrder {
  /** A report folder, or a git revision of the report in `folder`. */
  before: string
  after: string
  /** Absolute path of the folder that revisions are taken of. */
  folder: string
  format: ChangesFormat
  /** BCP 47 tag; undefined: each version's own. */
  language: string | undefined
  /** Which of its variants; undefined: the first. */
  variant?: string | undefined
  /** Absolute path of a folder for pictures of the changed slides and pages, before and after; undefined: none. */
  pictures?: string | undefined
}

/** What differs between two versions; undefined where one is unreadable or a picture unwritable, which is reported. */
export async function runDiff(order: DiffOrder, log: Log): Promise<string | undefined> {
  const { value: changes, diagnostics } = await compareOrdered(order, createStopwatch(log.progress))
  for (const diagnostic of diagnostics) log.diagnostic(diagnostic)
  return changes && formatChanges(changes, order.format)
}

async function compareOrdered(order: DiffOrder, stopwatch: Stopwatch): Promise<Outcome<Changes>> {
  const { before, after, folder, language, variant, pictures } = order
  const asked = { languages: language ? [language] : undefined, variant }
  const { note, outcome } = collectDiagnostics()
  const [old, current] = [note(openVersion(before, folder)), note(openVersion(after, folder))]
  try {
    const then = old && note(composeVersion(old, asked, stopwatch))
    const now = current && note(composeVersion(current, asked, stopwatch))
    if (!old || !current || !then || !now) return outcome()
    const locale = getLocale(language ?? now.dataset.report.language, now.dataset.report.language)
    if (pictures !== undefined) {
      const { drawPictures } = await import('./draw-pictures.ts')
      const outputs = note(await drawPictures({ ...then, ...old }, { ...now, ...current })) ?? []
      note({ value: undefined, diagnostics: writeOutputs(pictures, outputs) })
    }
    return outcome(compareVersions({ ...then, name: old.name }, { ...now, name: current.name }, locale))
  } finally {
    old?.close()
    current?.close()
  }
}

/** What differs between two versions of a report; the documents that both of them have are compared. */
function compareVersions(
  before: ComposedVersion & { name: string },
  after: ComposedVersion & { name: string },
  locale: Locale,
): Changes {
  const documents = after.documents.flatMap((now) => {
    const then = before.documents.find(({ kind }) => kind === now.kind)
    return then ? [compareDocuments(then, now)] : []
  })
  return {
    before: before.name,
    after: after.name,
    figures: compareFigures(before.dataset, after.dataset, locale),
    checks: compareChecks(before.dataset, after.dataset),
    claims: compareClaims(before.documents, after.documents),
    documents,
  }
}

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

function getName(observation: Observation, dataset: Dataset, locale: Locale) {
  const { key, status } = observation
  return { key, label: nameFigure(observation, dataset, locale), derived: status === 'derived' }
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
