// What the command loads when it has work to do: a bundle of its own, with all the libraries of the stages.

import type { runDiff as RunDiff } from '../compare/run-diff.ts'
import type { runEdition as RunEdition } from '../edition/run-edition.ts'
import type { runExport as RunExport } from '../exchange/run-export.ts'
import type { runImport as RunImport } from '../exchange/run-import.ts'
import type { runUpdate as RunUpdate } from '../feeds/run-update.ts'
import type { runPreview as RunPreview } from '../preview/run-preview.ts'
import type { runVerify as RunVerify } from '../trust/verify/run-verify.ts'

export { runEvidence } from '../evidence/run-evidence.ts'
export { runChartThread } from '../free-chart/chart-thread.ts'
export { toJsonSchema } from './json-schema.ts'
export { runBuild, runWatch } from './run-build.ts'
export { runBuildCheck } from './run-build-check.ts'
export { runCheck } from './run-check.ts'
export { runTrace } from './run-trace.ts'

// These are set up when they are run, not before: a build does not wait for the spreadsheets of an import.
export const runDiff = async (...order: Parameters<typeof RunDiff>) =>
  (await import('../compare/run-diff.ts')).runDiff(...order)
export const runEdition = async (...order: Parameters<typeof RunEdition>) =>
  (await import('../edition/run-edition.ts')).runEdition(...order)
export const runPreview: typeof RunPreview = async (...order) =>
  (await import('../preview/run-preview.ts')).runPreview(...order)
export const runUpdate = async (...order: Parameters<typeof RunUpdate>) =>
  (await import('../feeds/run-update.ts')).runUpdate(...order)
export const runExport: typeof RunExport = async (...order) =>
  (await import('../exchange/run-export.ts')).runExport(...order)
export const runImport: typeof RunImport = async (...order) =>
  (await import('../exchange/run-import.ts')).runImport(...order)
export const runVerify: typeof RunVerify = async (...order) =>
  (await import('../trust/verify/run-verify.ts')).runVerify(...order)
