import { type Diagnostic, errorAt, failed, type Outcome, type Place } from '../../diagnostic.ts'

/** A chart asked for by name, as a template writes it: `chart:ranking list="applications" top=5`. */
export interface ChartCall {
  name: string
  /** In the order in which they are written. */
  options: readonly WrittenOption[]
  place: Place
}

export interface WrittenOption {
  name: string
  value: string
  place: Place
}

const option = String.raw`[ \t]+[\w-]+=(?:"[^"\n]*"|[^\s"()]+)`

/** The address of a chart by name, in Markdown. */
export const chartAddress = new RegExp(String.raw`(?<=\]\()chart:[\w-]*(?:${option})*`, 'g')

/** Whether an address names a chart, rather than the file of a spec. */
export function isChartCall(address: string): boolean {
  return address.startsWith('chart:')
}

/** The name and the options of an address that begins at a place; an error where it has anything else. */
export function readCall(address: string, place: Place): Outcome<ChartCall> {
  const [head = '', name = ''] = /^chart:([\w-]*)/.exec(address) ?? []
  const at = (offset: number) => ({ ...place, column: place.column + offset })
  const options: WrittenOption[] = []
  let read = head.length
  for (const [whole, key = '', quoted, bare] of address
    .slice(read)
    .matchAll(/[ \t]+([\w-]+)=(?:"([^"\n]*)"|([^\s"()]+))/gy)) {
    options.push({ name: key, value: (quoted ?? bare ?? '').trim(), place: at(read + whole.search(/\S/)) })
    read += whole.length
  }
  if (read === address.length) return { value: { name, options, place }, diagnostics: [] }
  const rest = address.slice(read).trim()
  const diagnostic: Diagnostic = errorAt(
    at(read + address.slice(read).search(/\S/)),
    `not an option of a chart: ${rest}`,
    { expected: 'name=word or name="words"' },
  )
  return failed(diagnostic)
}
