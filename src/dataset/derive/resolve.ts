import type { Diagnostic } from '../../diagnostic.ts'
import { resolveChecks } from '../check/resolve-checks.ts'
import { duplicateId, type Named } from '../figure/named.ts'
import { observationKey, usualBase } from '../figure/reference.ts'
import { percent, percentagePoints } from '../figure/unit/unit.ts'
import { listedUnit } from '../figure/unit/unit-list.ts'
import { groupBy } from '../group-by.ts'
import { resolveAbsences } from '../read/absences.ts'
import {
  dimensionErrors,
  indicatorErrors,
  listErrors,
  membersOfList,
  sourceErrors,
  toDimension,
  toIndicator,
  toSource,
  toSpeaker,
  toUnit,
} from '../read/declarations.ts'
import type { DatasetDraft, FiguresFile, FormulaDraft, IsBroken, ObservationItem } from '../read/draft.ts'
import { joinUntranslated } from '../read/gather-alike.ts'
import { missingTexts } from '../read/missing-texts.ts'
import { duplicateErrors, resolveItem } from '../read/observations.ts'
import { type Header, resolveReport, type Salvaged, unknownReport } from '../read/report.ts'
import type { FiguresEntry, IndicatorEntry } from '../read/schema.ts'
import type { Observation, Report, Unit } from '../types.ts'
import type { Path } from '../yaml/located.ts'

/** All that was read, each part checked against the schema. */
export interface Written {
  /** Absent where `report.yaml` is missing or lacks what a report needs, which is reported. */
  header: Header | undefined
  /** What is known of the report even then. */
  salvaged: Salvaged
  files: readonly FiguresFile[]
  /** Observations in CSV files. */
  rows: readonly ObservationItem[]
  isBroken: IsBroken
}

/**
 * Resolves names, periods, values and texts.
 * Unknown names, duplicates and texts missing in a language of the report or request are errors.
 */
export function resolve(
  { header, salvaged, files, rows, isBroken: isUnread }: Written,
  asked: readonly string[] = [],
): {
  draft: DatasetDraft
  diagnostics: Diagnostic[]
} {
  const report = header ? resolveReport(header) : { value: unknownReport(salvaged), diagnostics: [] }
  const { language, languages } = report.value
  const spoken = language === '' ? [] : [...new Set([language, ...languages, ...asked])]
  const declared = collectDeclared(files)
  const units = byId([
    percent,
    percentagePoints,
    ...getListedUnits(declared.indicators.items, spoken),
    ...declared.units.items.map((item) => toUnit(item, language)),
  ])
  const sources = byId(declared.sources.items.map((item) => toSource(item, language)))
  const speakers = byId(declared.speakers.items.map((item) => toSpeaker(item, language)))
  const dimensions = byId(declared.dimensions.items.map((item) => toDimension(item, language)))
  const indicators = byId(declared.indicators.items.map((item) => toIndicator(item, language)))
  const breakdown = { indicators, dimensions }
  const lists = new Map(declared.lists.items.map(({ id, entry }) => [id, membersOfList(entry, breakdown)]))
  const around = { report: report.value, sources, speakers, units, dimensions, indicators, isBroken: isUnread }
  const items = [...yamlItems(declared.indicators.items), ...rows]
  const resolved = items.map((item) => resolveItem(item, around))
  const broken = new Set(
    items
      .filter((_, index) => !resolved[index]?.complete || resolved[index].diagnostics.length > 0)
      .map(({ indicator }) => indicator),
  )
  const formulas = resolved.flatMap((item) => item.formulas)
  const stated = nameChanges(
    resolved.flatMap((item) => item.stated),
    formulas,
    report.value,
  )
  const absent = resolveAbsences(files, breakdown, report.value, isUnread)
  const absences = [...resolved.flatMap((item) => item.absent), ...absent.value]
  const checks = resolveChecks(files, language)
  const draft: DatasetDraft = {
    report: report.value,
    sources,
    speakers,
    units,
    dimensions,
    indicators,
    absences: new Map(absences.map((one) => [one.key, one])),
    ...(absent.otherwise && { otherwise: absent.otherwise }),
    lists,
    stated,
    formulas,
    checks: checks.value,
    isBroken: (name) => broken.has(name) || isUnread(name),
  }
  const untranslated = [...(header ? [header] : []), ...files].flatMap(({ located }) => missingTexts(located, spoken))
  const unlisted = asked.filter((one) => one !== language && !languages.includes(one))
  const diagnostics = [
    ...report.diagnostics,
    ...Object.values(declared).flatMap((section) => section.diagnostics),
    ...unlisted.reduce<Diagnostic[]>(joinUntranslated, untranslated),
    ...declared.sources.items.flatMap(sourceErrors),
    ...declared.dimensions.items.flatMap(dimensionErrors),
    ...declared.indicators.items.flatMap((item) => indicatorErrors(item, { ...breakdown, units }, isUnread)),
    ...declared.lists.items.flatMap((item) => listErrors(item, breakdown, isUnread)),
    ...resolved.flatMap((item) => item.diagnostics),
    ...duplicateErrors([...stated, ...formulas.map(({ key, place }) => ({ key, place: place() })), ...absences]),
    ...absent.diagnostics,
    ...checks.diagnostics,
  ]
  return { draft, diagnostics }
}

/** What the files declare under each head. */
function collectDeclared(files: Written['files']) {
  return {
    units: collect(files, ({ units }) => units, 'units'),
    sources: collect(files, ({ sources }) => sources, 'sources'),
    speakers: collect(files, ({ speakers }) => speakers, 'speakers'),
    dimensions: collect(files, ({ dimensions }) => dimensions, 'dimensions'),
    indicators: collect(files, ({ indicators }) => indicators, 'indicators'),
    lists: collect(files, ({ lists }) => lists, 'lists'),
  }
}

/** The units of the list that indicators name; one that the report declares under the name of another stands. */
function getListedUnits(indicators: readonly Named<IndicatorEntry>[], languages: readonly string[]): Unit[] {
  const names = new Set(indicators.map(({ entry }) => entry.unit))
  return [...names].flatMap((name) => listedUnit(name, languages) ?? [])
}

/** The entries of one section of all files; an id that an earlier file has too is an error there. */
function collect<T>(
  files: readonly FiguresFile[],
  entries: (entry: FiguresEntry) => Record<string, T> | undefined,
  section: string,
): { items: Named<T>[]; diagnostics: Diagnostic[] } {
  const items = new Map<string, Named<T>>()
  const diagnostics: Diagnostic[] = []
  for (const { located, entry } of files) {
    for (const [id, value] of Object.entries(entries(entry) ?? {})) {
      const path = [section, id]
      const first = items.get(id)
      if (first) diagnostics.push(duplicateId(id, located.keyPlace(path), first.located.keyPlace(first.path)))
      else items.set(id, { id, entry: value, located, path })
    }
  }
  return { items: [...items.values()], diagnostics }
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}

function yamlItems(indicators: readonly Named<IndicatorEntry>[]): ObservationItem[] {
  return indicators.flatMap(({ id, entry, located, path }) =>
    (entry.observations ?? []).map((observation, index) => ({
      indicator: id,
      entry: observation,
      place: (inner: Path, at?: number) => located.place([...path, 'observations', index, ...inner], at),
      isWritten: (inner: Path) => located.isWritten([...path, 'observations', index, ...inner]),
      indicatorPlace: () => located.keyPlace(path),
    })),
  )
}

/**
 * The figures with the keys that tell several changes of one figure apart: the one that counts from the report's
 * comparison (as long before, for
 * other periods) has the plain key, else the first; the others say their base. Where the levels give a change since the
 * comparison, that will have
 * the plain key, and stated ones since other periods say their base.
 */
function nameChanges(
  stated: readonly Observation[],
  formulas: readonly FormulaDraft[],
  report: Pick<Report, 'period' | 'comparison'>,
): Observation[] {
  const levels = new Set([
    ...stated.flatMap(({ measure, key }) => (measure === 'value' ? [key] : [])),
    ...formulas.map(({ key }) => key),
  ])
  const changes = stated.filter(({ measure }) => measure !== 'value')
  const groups = groupBy(changes, ({ series, period }) => `${series}@${period}`)
  const firsts = new Map([...groups].map(([name, changes]) => [name, firstBase(changes, levels, report)]))
  return stated.map((one) => {
    const { series, measure, period, since } = one
    if (measure === 'value' || !since || since === firsts.get(`${series}@${period}`)) return one
    return { ...one, key: observationKey(series, measure, period, since) }
  })
}

/** The period from which the change with the plain key counts; null where its source does not say. */
function firstBase(
  changes: readonly Observation[],
  levels: ReadonlySet<string>,
  report: Pick<Report, 'period' | 'comparison'>,
): string | null | undefined {
  const [first] = changes
  if (!first) return undefined
  const { series, period } = first
  const usual = usualBase(period, report)
  if (usual === undefined || changes.some(({ since }) => since === usual)) return usual ?? first.since
  const isFixed = changes.some(({ since, basis }) => !since || basis === 'comparable')
  const isDerivable = [period, usual].every((one) => levels.has(observationKey(series, 'value', one)))
  if (isDerivable && !isFixed) return usual
  return changes.some(({ since }) => !since) ? null : first.since
}
