import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from './temporary-folder.ts'

/** A report of some size, with data, templates and charts of its own: the 53rd report as it once was. Nothing else changes it. */
export const internet = fileURLToPath(new URL('fixtures/internet', import.meta.url))

/** A copy of it in a new folder, for a test that changes its files. */
export function copyInternet(...parts: readonly ('data' | 'templates')[]): string {
  const folder = temporaryFolder()
  for (const part of parts) cpSync(join(internet, part), join(folder, part), { recursive: true })
  return folder
}
