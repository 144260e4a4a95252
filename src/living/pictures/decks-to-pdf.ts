import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { failed, type Outcome, plainError } from '../../diagnostic.ts'

/** Where LibreOffice's program is: in the path, or where its installers put it. */
const programs = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/** Hidden slides too, so that each slide is a page. */
const format = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'

const longest = 300_000

/** Decks as PDFs, a slide a page, as LibreOffice draws them: it alone draws what people have made of a deck. */
export async function decksToPdf(decks: readonly Uint8Array[], ending: string): Promise<Outcome<Uint8Array[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-slides-'))
  try {
    const files = decks.map((bytes, index) => {
      const file = join(folder, `deck${index + 1}${ending}`)
      writeFileSync(file, bytes)
      return file
    })
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const args = [profile, '--headless', '--convert-to', format, '--outdir', folder, ...files]
    const why = await runFirst(args)
    if (why !== undefined) return refuse(why)
    return { value: files.map((_, index) => readFileSync(join(folder, `deck${index + 1}.pdf`))), diagnostics: [] }
  } catch {
    return refuse('LibreOffice has drawn no slides of this deck')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function refuse(message: string): Outcome<never> {
  const hint = 'refresh without --pictures, or see whether LibreOffice opens the deck: briefwright doctor --libreoffice'
  return failed(plainError(message, { hint }))
}

/** Runs the first of the programs that is there; returns why none has run to its end. */
async function runFirst(args: readonly string[]): Promise<string | undefined> {
  for (const program of programs) {
    try {
      await promisify(execFile)(program, args, { timeout: longest })
      return undefined
    } catch (cause) {
      const { code, killed } = cause as { code?: unknown; killed?: boolean }
      if (killed) return `LibreOffice took more than ${longest / 60_000} minutes to draw the slides`
      if (code !== 'ENOENT') return 'LibreOffice cannot draw the slides of this deck'
    }
  }
  return 'LibreOffice is not there: it draws the slides that people have edited'
}
