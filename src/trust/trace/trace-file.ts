import type { Output } from '../../files/write-outputs.ts'
import type { Trace } from './trace-schema.ts'

/** `trace.json`, or with an edition's mark `trace.zh.json`, an entry a line, so that two builds can be compared line by line. */
export function toTraceFile(trace: Trace, edition = ''): Output {
  const { report, prints, figures, checks, unprinted, unchecked } = trace
  const lines = (items: readonly string[]) => (items.length === 0 ? '' : `\n    ${items.join(',\n    ')}\n  `)
  const each = (items: readonly unknown[]) => `[${lines(items.map((item) => JSON.stringify(item)))}]`
  const named = Object.entries(figures).map(([key, figure]) => `${JSON.stringify(key)}: ${JSON.stringify(figure)}`)
  const members = [
    `"report": ${JSON.stringify(report)}`,
    `"prints": ${each(prints)}`,
    `"figures": {${lines(named)}}`,
    `"checks": ${each(checks)}`,
    `"unprinted": ${each(unprinted)}`,
    `"unchecked": ${each(unchecked)}`,
  ]
  return { name: `trace${edition}.json`, bytes: Buffer.from(`{\n  ${members.join(',\n  ')}\n}\n`) }
}
