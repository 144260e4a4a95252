// What the command loads when it has work to do: a bundle of its own, with all the libraries of the stages.

import type { runDiff as RunDiff } from './run-diff.ts'
import type { runEdition as RunEdition } from './run-edition.ts'
import type { runExport as RunExport } from './run-export.ts'
import type { runImport as RunImport } from './run-import.ts'
import type { runPreview as RunPreview } from './run-preview.ts'
import type { runUpdate as RunUpdate } from './run-update.ts'
import type { runVerify as RunVerify } from './run-verify.ts'

export { runChartThread } from './chart-thread.ts'
export { toJsonSchema } from './json-schema.ts'
export { runBuild, runWatch } from './run-build.ts'
export { runBuildCheck } from './run-build-check.ts'
export { runCheck } from './run-check.ts'
export { runEvidence } from './run-evidence.ts'
export { runTrace } from './run-trace.ts'

// These are set up when they are run, not before: a build does not wait for the spreadsheets of an import.
export const runDiff = async (...order: Parameters<typeof RunDiff>) => (await import('./run-diff.ts')).runDiff(...order)
export const runEdition = async (...order: Parameters<typeof RunEdition>) =>
  (await import('./run-edition.ts')).runEdition(...order)
export const runPreview: typeof RunPreview = async (...order) => (await import('./run-preview.ts')).runPreview(...order)
export const runUpdate = async (...order: Parameters<typeof RunUpdate>) =>
  (await import('./run-update.ts')).runUpdate(...order)
export const runExport: typeof RunExport = async (...order) => (await import('./run-export.ts')).runExport(...order)
export const runImport: typeof RunImport = async (...order) => (await import('./run-import.ts')).runImport(...order)
export const runVerify: typeof RunVerify = async (...order) => (await import('./run-verify.ts')).runVerify(...order)
