import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { failed, type Outcome, plainError } from '../diagnostic.ts'
import { statPath } from './read-file.ts'

/** A version of a report, as a folder that can be read. */
export interface Version {
  /** As the user named it: `HEAD~1`, `../last-year`; the folder where the command runs is `now`. */
  name: string
  /** Absolute path of the report folder. */
  folder: string
  /** Removes what was unpacked for it. */
  close(): void
}

/** What the report in the folder where the command runs is called, beside an earlier version. */
export const present = 'now'

/** What of a revision is unpacked: all that a report is made from. */
const parts = ['data', 'templates', 'fonts']

/**
 * Opens a version of a report: a report folder, its `data` folder, or a git revision of the report in `folder`, which
 * is
 * unpacked to a temporary place. The work tree and the index of the repository are left alone.
 */
export function openVersion(name: string, folder: string): Outcome<Version> {
  const path = resolve(name)
  const isFolder = statPath(path)?.isDirectory() ?? false
  if (isFolder && existsSync(join(path, 'data')))
    return opened({ name: path === folder ? present : name, folder: path, close: () => {} })
  if (isFolder && basename(path) === 'data' && existsSync(join(path, 'report.yaml')))
    return opened({ name, folder: dirname(path), close: () => {} })
  if (isFolder)
    return failed(plainError(`no report in the folder: ${name}`, { hint: 'a report folder has data/report.yaml' }))
  return openRevision(name, folder)
}

function openRevision(name: string, folder: string): Outcome<Version> {
  const unknown = 'name a report folder, or a git revision such as HEAD~1, v1.0 or main'
  // A name that starts with a hyphen would be an option of git.
  const commit = name.startsWith('-')
    ? undefined
    : git(folder, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`])
  if (!commit) return failed(plainError(`neither a folder nor a git revision: ${name}`, { hint: unknown }))
  const revision = commit.toString().trim()
  const listed =
    git(folder, ['ls-tree', '--name-only', revision, ...parts])
      ?.toString()
      .split('\n') ?? []
  const present = parts.filter((part) => listed.includes(part))
  if (!present.includes('data'))
    return failed(plainError(`no report in the revision: ${name}`, { hint: 'it has no data folder there' }))
  const archive = git(folder, ['archive', '--format=zip', '-0', revision, ...present])
  if (!archive) return failed(plainError(`git gave no archive of the revision: ${name}`, { hint: unknown }))
  return opened({ name, ...unpack(archive) })
}

/** What git says, run in the folder; undefined where it fails. */
function git(folder: string, args: readonly string[]): Buffer | undefined {
  try {
    const maxBuffer = 500_000_000
    return execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer })
  } catch {
    return undefined
  }
}

function unpack(archive: Uint8Array): { folder: string; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-revision-'))
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    if (name.endsWith('/') || name.split('/').includes('..')) continue
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return { folder, close: () => rmSync(folder, { recursive: true, force: true }) }
}

function opened(value: Version): Outcome<Version> {
  return { value, diagnostics: [] }
}
