// What the command loads when it has work to do: a bundle of its own, with all the libraries of the stages.

import type { runDiff as RunDiff } from './command/run-diff.ts'
import type { runEdition as RunEdition } from './command/run-edition.ts'
import type { runExport as RunExport } from './command/run-export.ts'
import type { runImport as RunImport } from './command/run-import.ts'
import type { runPreview as RunPreview } from './command/run-preview.ts'
import type { runUpdate as RunUpdate } from './command/run-update.ts'
import type { runVerify as RunVerify } from './command/run-verify.ts'

export { runChartThread } from './command/chart-thread.ts'
export { runBuild, runWatch } from './command/run-build.ts'
export { runBuildCheck } from './command/run-build-check.ts'
export { runCheck } from './command/run-check.ts'
export { runEvidence } from './command/run-evidence.ts'
export { runTrace } from './command/run-trace.ts'
export { toJsonSchema } from './json-schema.ts'

// These are set up when they are run, not before: a build does not wait for the spreadsheets of an import.
export const runDiff = async (...order: Parameters<typeof RunDiff>) =>
  (await import('./command/run-diff.ts')).runDiff(...order)
export const runEdition = async (...order: Parameters<typeof RunEdition>) =>
  (await import('./command/run-edition.ts')).runEdition(...order)
export const runPreview: typeof RunPreview = async (...order) =>
  (await import('./command/run-preview.ts')).runPreview(...order)
export const runUpdate = async (...order: Parameters<typeof RunUpdate>) =>
  (await import('./command/run-update.ts')).runUpdate(...order)
export const runExport: typeof RunExport = async (...order) =>
  (await import('./command/run-export.ts')).runExport(...order)
export const runImport: typeof RunImport = async (...order) =>
  (await import('./command/run-import.ts')).runImport(...order)
export const runVerify: typeof RunVerify = async (...order) =>
  (await import('./command/run-verify.ts')).runVerify(...order)
