import { type Diagnostic, errorAt, type Place, suggest } from '../../diagnostic.ts'
import type { Assertion, Formula } from '../derive/formula.ts'
import { parseReference } from '../figure/reference.ts'
import { listedUnits } from '../figure/unit/unit-list.ts'
import type { Dataset, Indicator, LocalText, Observation } from '../types.ts'
import type { Located, Path } from '../yaml/located.ts'
import { unknownPeriod } from './report.ts'
import type { ChangeEntry, FiguresEntry, ObservationEntry } from './schema.ts'

/** A file's sections, checked against the schema, with their places. */
export interface FiguresFile {
  located: Located
  entry: FiguresEntry
}

/** An observation as written, in YAML or in a row of CSV, with the places of its parts. */
export interface ObservationItem {
  indicator: string
  entry: ObservationEntry
  place(path: Path, index?: number): Place
  /** Whether a key is written there, even if its value was refused. */
  isWritten(path: Path): boolean
  /** The place of the indicator's name. */
  indicatorPlace(): Place
}

/** A figure to be worked out. */
export interface FormulaDraft
  extends Pick<Observation, 'key' | 'series' | 'indicator' | 'categories' | 'period' | 'note' | 'plausible'> {
  text: string
  formula: Formula
  /** The place of a character of the formula's text, or of the figure that it was derived from unasked. */
  place(index?: number): Place
}

/** A check as written: an assertion to be tested, or a remark. */
export interface CheckDraft {
  id: string
  assertion?: { text: string; parsed: Assertion } | undefined
  remark?: LocalText | undefined
  /** The assertion whose contradiction stands. */
  accepts?: { text: string; place: Place } | undefined
  figures: { reference: string; place: Place }[]
  note?: LocalText | undefined
  /** The place of a character of the assertion's text. */
  place(index?: number): Place
}

/** The dataset as written and resolved, before anything is derived or checked. */
export interface DatasetDraft extends Omit<Dataset, 'observations' | 'checks'> {
  stated: readonly Observation[]
  formulas: readonly FormulaDraft[]
  checks: readonly CheckDraft[]
  isBroken: IsBroken
}

/** Whether an error about something of this name is reported already, so that its absence is not one more. */
export type IsBroken = (name: string) => boolean

/** Whether an indicator, or a dimension of it, could not be read: what it is broken down by is not known. */
export function isUnread(
  indicator: string,
  { indicators, isBroken }: { indicators: ReadonlyMap<string, Pick<Indicator, 'dimensions'>>; isBroken: IsBroken },
): boolean {
  return isBroken(indicator) || indicators.get(indicator)?.dimensions.some(isBroken) === true
}

/** Whether the cause of a reference's failure is reported already: that of its indicator or the report's period. */
export function isReferenceBroken(
  reference: string,
  draft: Pick<DatasetDraft, 'report' | 'indicators' | 'isBroken'>,
): boolean {
  const parsed = parseReference(reference)
  const { report } = draft
  return (
    isUnread(parsed?.indicator ?? reference, draft) || (report.period === unknownPeriod && parsed?.period === undefined)
  )
}

/** An error for an unknown name, with a suggestion; none where the fault behind it is reported already. */
export function unknownName(
  kind: 'indicator' | 'dimension' | 'unit' | 'source' | 'speaker',
  name: string,
  known: ReadonlyMap<string, unknown>,
  isBroken: IsBroken,
  place: () => Place,
): Diagnostic[] {
  if (known.has(name) || isBroken(name)) return []
  const names = [...known.keys()]
  const expected = names.length > 0 && names.length <= 12 ? `one of ${names.join(', ')}` : undefined
  const where = kind === 'indicator' ? 'indicators' : `${kind}s, in data/report.yaml`
  return [
    errorAt(place(), `unknown ${kind}: ${name}`, {
      expected,
      hint:
        suggest(name, kind === 'unit' ? [...names, ...listedUnits, 'index-2015'] : names) ??
        `declare it under ${where}`,
    }),
  ]
}

/** The texts of a source that a change inherits: all where it names no source of its own. */
export function changeStatement(
  entry: ObservationEntry,
  change: ChangeEntry,
): Pick<ChangeEntry, 'source' | 'paragraph' | 'locator' | 'speaker'> & { areInherited?: boolean } {
  const { source, paragraph, locator, speaker } = change
  if (source !== undefined && source !== entry.source) return { source, paragraph, locator, speaker }
  return {
    source: entry.source,
    paragraph: paragraph ?? entry.paragraph,
    areInherited: paragraph === undefined,
    locator: locator ?? entry.locator,
    speaker: speaker ?? entry.speaker,
  }
}
