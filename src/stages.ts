// What the command loads when it has work to do: a bundle of its own, with all the libraries of the stages.

import type { runExport as RunExport } from './run-export.ts'
import type { runImport as RunImport } from './run-import.ts'
import type { runVerify as RunVerify } from './run-verify.ts'

export { toJsonSchema } from './json-schema.ts'
export { runBuild, runWatch } from './run-build.ts'
export { runCheck } from './run-check.ts'
export { runDiff } from './run-diff.ts'
export { runEdition } from './run-edition.ts'
export { runTrace } from './run-trace.ts'

// These are set up when they are run, not before: a build does not wait for the spreadsheets of an import.
export const runExport: typeof RunExport = async (...order) => (await import('./run-export.ts')).runExport(...order)
export const runImport: typeof RunImport = async (...order) => (await import('./run-import.ts')).runImport(...order)
export const runVerify: typeof RunVerify = async (...order) => (await import('./run-verify.ts')).runVerify(...order)
