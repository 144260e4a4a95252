import { basename } from 'node:path'
import type { Outcome } from '../../diagnostic.ts'
import { readFile } from '../../files/read-file.ts'
import { type PressProfile, readPressProfile } from '../../graphics/icc-profile.ts'

const mostBytes = 20_000_000

/** The ICC profile of the press that PDFs are made for. */
export function readPress(path: string): Outcome<PressProfile> {
  const { bytes, why } = readFile(path, mostBytes)
  const profile = bytes ? readPressProfile(bytes) : { message: `cannot be read (${why})`, hint: undefined }
  if (!('message' in profile)) return { value: profile, diagnostics: [] }
  const { message, hint } = profile
  return { value: undefined, diagnostics: [{ severity: 'error', message: `${basename(path)}: ${message}`, hint }] }
}
