import { resolve } from 'node:path'
import { createTools } from '../build/build-tools.ts'
import type { MadeReport } from '../build/types.ts'
import { buildReport, makeReport } from '../build.ts'
import type { Log } from '../console/log.ts'
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts'
import { runVerify } from '../verify/run-verify.ts'
import type * as api from './index.d.mts'

export { renderChart } from './render-chart.ts'

/** See index.d.mts, which is what its users see. */
export const build: typeof api.build = async (folder, options = {}) => {
  const tools = createTools()
  try {
    const { value, diagnostics } = await makeOrWrite(folder, options, tools)
    const files = (value?.documents ?? []).map(({ name, format, bytes }) => ({ name, format, bytes }))
    return { ok: value !== undefined && !hasErrors(diagnostics), files, diagnostics: plain(diagnostics) }
  } finally {
    await tools.close()
  }
}

function makeOrWrite(
  folder: string,
  { out, reference, grey, press, overwrite, ...options }: api.BuildOptions,
  tools: ReturnType<typeof createTools>,
): Promise<Outcome<MadeReport>> {
  const request = {
    ...options,
    folder: resolve(folder),
    isGrey: grey,
    press: press === undefined ? undefined : resolve(press),
    reference: reference === undefined ? undefined : resolve(reference),
  }
  if (out === undefined) return makeReport(request, tools)
  const written = { ...request, out: resolve(out), overwrites: overwrite, isDurable: true }
  return buildReport(written, tools)
}

/** See index.d.mts. */
export const verify: typeof api.verify = async (files, { report = '.', language, reference } = {}) => {
  const diagnostics: Diagnostic[] = []
  const order = {
    files,
    folder: resolve(report),
    language,
    reference: reference === undefined ? undefined : resolve(reference),
    format: 'json' as const,
    accepts: false,
  }
  const { said, verdict } = await runVerify(order, keeping(diagnostics))
  const verified: api.VerifiedFile[] = said === '' ? [] : JSON.parse(said).files
  return { ok: verdict === 'proved', files: verified, diagnostics: plain(diagnostics) }
}

/** A log that keeps diagnostics, and nothing else. */
function keeping(diagnostics: Diagnostic[]): Log {
  const ignore = () => {}
  const diagnostic = (one: Diagnostic) => diagnostics.push(one)
  return { diagnostic, made: ignore, built: ignore, say: ignore, progress: ignore }
}

/** Without what is for Briefwright's own stages. */
function plain(diagnostics: readonly Diagnostic[]): api.Diagnostic[] {
  return diagnostics.map(({ about, kind, lacks, missing, ...rest }) => rest)
}
