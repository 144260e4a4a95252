import { basename, resolve } from 'node:path'
import type { Log } from '../../console/log.ts'
import { showPath } from '../../console/show-path.ts'
import { type Diagnostic, plainError } from '../../diagnostic.ts'
import { readSource } from '../../trust/evidence/check-sources.ts'
import { draftId } from '../../trust/evidence/draft/draft-name.ts'
import { draftReport } from '../../trust/evidence/draft/draft-report.ts'
import { getSourceLanguage } from '../../trust/evidence/source-language.ts'
import { placeReport } from './init.ts'

/** Drafts a report from the text of a press release into a new folder; whether it is there. */
export function initFrom(folder: string, file: string, lang: string | undefined, log: Log): boolean {
  const { value: text, diagnostics } = readSource(resolve(file), showPath(resolve(file)))
  const tell = (found: readonly Diagnostic[]): boolean => {
    for (const diagnostic of found) log.diagnostic(diagnostic)
    return found.some(({ severity }) => severity === 'error')
  }
  if (tell(diagnostics) || text === undefined) return false
  const language = lang ?? getSourceLanguage(text, text, 'en')
  const draft = draftReport({ id: draftId(basename(folder)), text, language })
  if ('why' in draft) {
    const { why, hint } = draft
    return !tell([plainError(`${why} in ${showPath(resolve(file))}`, { hint })])
  }
  if (tell(placeReport(folder, draft.files))) return false
  for (const line of draft.leftOut) log.say(`left out: ${line}`)
  log.say(
    `${draft.figures} figures to be confirmed in ${folder}/data/figures.yaml; then run briefwright build ${folder}`,
  )
  return true
}
