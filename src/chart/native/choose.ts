import { type Diagnostic, failed, type Outcome } from '../../diagnostic.ts'
import { type JsonObject, ownMeta } from '../spec/json/json.ts'
import { type SpecFile, specError } from '../spec/json/spec-file.ts'
import { property } from '../spec/vega-places.ts'
import type { Native } from './native-types.ts'

/**
 * A native chart as the spec's author wishes, `"usermeta": {"briefwright": {"native": true}}`: made where it can be
 * (`true`, the default), never (`false`),
 * or else an error (`"require"`). Any other wish is an error too.
 */
export function chooseNative(source: SpecFile, make: () => Native): Outcome<Native> {
  // Most specs ask for nothing, and need not be read again.
  const spec: JsonObject = source.text.includes('briefwright') ? JSON.parse(source.text.replace(/^\uFEFF/, '')) : {}
  const { native: wish = true } = ownMeta(spec)
  const fault = (message: string) => specError(source, property(spec, 'native') ?? [], message)
  if (wish === false)
    return { value: { type: 'picture', reason: 'its spec asks for a picture', asked: true }, diagnostics: [] }
  if (wish !== true && wish !== 'require')
    return failed({ ...fault('unknown wish for a native chart'), expected: 'true, false or "require"' })
  const { value: native, diagnostics } = orFault(source, make)
  if (native.type !== 'picture' || wish !== 'require') return { value: native, diagnostics }
  const hint = 'change the chart, or ask for "native": true, which allows a picture'
  return failed({ ...fault(`no native chart: ${native.reason}`), hint })
}

/** What was made; a picture where a fault of Briefwright prevents it, which is reported but stops no document. */
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
