import { type Diagnostic, failed, type Outcome } from '../../diagnostic.ts'
import { isJsonObject, type Json, ownMeta } from '../spec/json/json.ts'
import { findProperty, type SpecFile, specError } from '../spec/json/spec-file.ts'
import type { Native } from './native-types.ts'

/** What an author asks for: `"usermeta": {"briefwright": {"native": true}}`. */
type Wish = boolean | 'require'

/**
 * A native chart as the spec's author wishes: made where it can be (`true`, the default), never (`false`), or else an error (`"require"`).
 * Any other wish is an error too.
 */
export function chooseNative(source: SpecFile, make: () => Native): Outcome<Native> {
  const wish = getWish(source)
  if (wish === undefined) return failed(unknownWish(source))
  if (wish === false)
    return { value: { type: 'picture', reason: 'its spec asks for a picture', asked: true }, diagnostics: [] }
  const { value: native, diagnostics } = orFault(source, make)
  if (native.type !== 'picture' || wish !== 'require') return { value: native, diagnostics }
  const error = specError(source, path(source), `no native chart: ${native.reason}`)
  return failed({ ...error, hint: 'change the chart, or ask for "native": true, which allows a picture' })
}

/** What was made; a picture where making it failed by a fault of Briefwright, which is said, but keeps no document from being made. */
function orFault(source: SpecFile, make: () => Native): { value: Native; diagnostics: Diagnostic[] } {
  try {
    return { value: make(), diagnostics: [] }
  } catch (error) {
    const fault: Diagnostic = {
      ...specError(source, [], `a fault of Briefwright: its native chart cannot be made: ${String(error)}`),
      severity: 'warning',
      hint: 'it is a true picture instead; please report this with the spec',
    }
    const picture = { type: 'picture', reason: 'a fault of Briefwright', asked: false } as const
    return { value: picture, diagnostics: [fault] }
  }
}

function getWish({ text }: SpecFile): Wish | undefined {
  // Most specs ask for nothing, and need not be read again.
  if (!text.includes('briefwright')) return true
  const spec: Json = JSON.parse(text.replace(/^\uFEFF/, ''))
  const { native = true } = isJsonObject(spec) ? ownMeta(spec) : {}
  return typeof native === 'boolean' || native === 'require' ? native : undefined
}

function path(source: SpecFile) {
  return findProperty(source, 'native') ?? []
}

function unknownWish(source: SpecFile): Diagnostic {
  return { ...specError(source, path(source), 'unknown wish for a native chart'), expected: 'true, false or "require"' }
}
