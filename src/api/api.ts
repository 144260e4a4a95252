import { resolve } from 'node:path'
import { createTools } from '../build/build-tools.ts'
import { variantRequests } from '../build/read/read-variants.ts'
import type { MadeReport } from '../build/types.ts'
import { buildReport, makeReport } from '../build.ts'
import type { Log } from '../console/log.ts'
import { type Diagnostic, distinctDiagnostics, hasErrors, type Outcome } from '../diagnostic.ts'
import { runVerify } from '../verify/run-verify.ts'
import type * as api from './index.d.mts'

export { renderChart } from './render-chart.ts'

/** See index.d.mts, which is what its users see. */
export const build: typeof api.build = async (folder, { variants: only, ...options } = {}) => {
  const tools = createTools()
  try {
    const { value: requests = [], diagnostics } = variantRequests(toRequest(folder, options), only)
    const made: Outcome<MadeReport>[] = []
    for (const { out, ...request } of requests)
      made.push(await (out === undefined ? makeReport(request, tools) : buildReport({ ...request, out }, tools)))
    const all = plain([...diagnostics, ...made.flatMap((one) => one.diagnostics)])
    return {
      ok: !hasErrors(diagnostics) && made.every((one) => one.value !== undefined && !hasErrors(one.diagnostics)),
      files: made.flatMap(({ value }) =>
        (value?.documents ?? []).map(({ name, format, bytes }) => ({ name, format, bytes })),
      ),
      // What several variants share is said once.
      diagnostics: distinctDiagnostics(all),
    }
  } finally {
    await tools.close()
  }
}

function toRequest(
  folder: string,
  { out, grey, overwrite, reference, press, ...options }: Omit<api.BuildOptions, 'variants'>,
) {
  const path = (given: string | undefined) => (given === undefined ? undefined : resolve(given))
  const written = { ...options, isGrey: grey, overwrites: overwrite, isDurable: true }
  const paths = { folder: resolve(folder), reference: path(reference), press: path(press) }
  return { ...written, ...paths, ...(out !== undefined && { out: resolve(out) }) }
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
