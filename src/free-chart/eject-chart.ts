import { collectDiagnostics } from '../build/collect-diagnostics.ts'
import { isChartCall } from '../chart/named/call.ts'
import { expandCall } from '../chart/named/expand.ts'
import { readDataset } from '../dataset/read/read.ts'
import type { Outcome } from '../diagnostic.ts'
import { getLocale } from '../locale/get-locale.ts'

/** The spec, as text, of a report's chart by name: `chart:ranking list="branches"`. Errors point into the address. */
export function ejectChart(argument: string, folder: string, language: string | undefined): Outcome<string> {
  const { note, outcome } = collectDiagnostics()
  const dataset = note(readDataset(folder))
  if (!dataset) return outcome()
  const own = dataset.report.language
  const address = isChartCall(argument) ? argument : `chart:${argument}`
  const place = { file: '<argument>', line: 1, column: 1 }
  const locale = getLocale(language ?? own, own)
  const setting = { dataset, folder, locale, medium: 'slide' as const, titled: [], beside: [], words: '' }
  return outcome(note(expandCall(address, place, setting)))
}
