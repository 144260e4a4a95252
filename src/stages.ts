// What the command loads when it has work to do: a bundle of its own, with all the libraries of the stages.

export { toJsonSchema } from './json-schema.ts'
export { runBuild, runWatch } from './run-build.ts'
export { runCheck } from './run-check.ts'
export { runDiff } from './run-diff.ts'
export { runEdition } from './run-edition.ts'
export { runExport } from './run-export.ts'
export { runImport } from './run-import.ts'
export { runTrace } from './run-trace.ts'
export { runVerify } from './run-verify.ts'
