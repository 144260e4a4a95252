import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from './temporary-folder.ts'

/** A report of some size, with data, templates and charts of its own: the 53rd report as it once was. Nothing else changes it. */
export const internet = fileURLToPath(new URL('fixtures/internet', import.meta.url))

/** A made-up report that is made for each of three regions. */
export const regions = fileURLToPath(new URL('fixtures/regions', import.meta.url))

/** A copy of it in a new folder, with more files or others. */
export function copyRegions(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder()
  cpSync(regions, folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** A copy of it in a new folder, for a test that changes its files. */
export function copyInternet(...parts: readonly ('data' | 'templates')[]): string {
  const folder = temporaryFolder()
  for (const part of parts) cpSync(join(internet, part), join(folder, part), { recursive: true })
  return folder
}
