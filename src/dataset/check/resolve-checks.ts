import { type Diagnostic, errorAt, type Place } from '../../diagnostic.ts'
import { isFormulaFault } from '../derive/evaluate.ts'
import { parseAssertion } from '../derive/formula.ts'
import { duplicateId } from '../figure/named.ts'
import type { CheckDraft, FiguresFile } from '../read/draft.ts'
import { toLocalText } from '../read/local-text.ts'
import type { CheckEntry } from '../read/schema.ts'
import type { Path } from '../yaml/located.ts'

/** The checks of all files as written; a fault in an assertion is an error at its place in it. */
export function resolveChecks(
  files: readonly FiguresFile[],
  language: string,
): { value: CheckDraft[]; diagnostics: Diagnostic[] } {
  const first = new Map<string, Place>()
  const value: CheckDraft[] = []
  const diagnostics: Diagnostic[] = []
  for (const { located, entry } of files) {
    for (const [index, check] of (entry.checks ?? []).entries()) {
      const place = (inner: Path, at?: number) => located.place(['checks', index, ...inner], at)
      const taken = first.get(check.id)
      if (taken) diagnostics.push(duplicateId(check.id, place(['id']), taken))
      else first.set(check.id, place(['id']))
      const resolved = resolveCheck(check, place, language)
      value.push(...resolved.value)
      diagnostics.push(...resolved.diagnostics)
    }
  }
  return { value, diagnostics }
}

function resolveCheck(
  { id, assert, remark, accepts, figures = [], note }: CheckEntry,
  place: (inner: Path, at?: number) => Place,
  language: string,
): { value: CheckDraft[]; diagnostics: Diagnostic[] } {
  if ((assert === undefined) === (remark === undefined)) {
    const message = assert === undefined ? 'missing: assert' : 'both an assertion and a remark'
    return {
      value: [],
      diagnostics: [
        errorAt(place([assert === undefined ? 'assert' : 'remark']), message, { expected: 'one of assert and remark' }),
      ],
    }
  }
  const parsed = assert === undefined ? undefined : parseAssertion(assert)
  if (parsed && isFormulaFault(parsed))
    return { value: [], diagnostics: [errorAt(place(['assert'], parsed.offset), parsed.fault, parsed)] }
  const draft: CheckDraft = {
    id,
    ...(assert !== undefined && parsed && { assertion: { text: assert, parsed } }),
    ...(remark !== undefined && { remark: toLocalText(remark, language) }),
    ...(accepts !== undefined && { accepts: { text: accepts.trim(), place: place(['accepts']) } }),
    figures: figures.map((reference, index) => ({ reference, place: place(['figures', index]) })),
    ...(note !== undefined && { note: toLocalText(note, language) }),
    place: (index) => place([assert === undefined ? 'remark' : 'assert'], index),
  }
  return { value: [draft], diagnostics: [] }
}
