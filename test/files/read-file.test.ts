import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../src/files/read-file.ts'
import { temporaryFolder } from '../temporary-folder.ts'

describe('readFile', () => {
  it('gives bytes', () => {
    expect(readFile(join(temporaryFolder({ a: 'words' }), 'a'), 5)).toEqual({ bytes: Buffer.from('words') })
  })

  it('says why there are none, and never waits for them', () => {
    const folder = temporaryFolder({ large: '', file: '' })
    const at = (name: string) => readFile(join(folder, name), 1_000_000).why
    mkdirSync(join(folder, 'folder'))
    symlinkSync('circle', join(folder, 'circle'))
    symlinkSync('nowhere', join(folder, 'lost'))
    truncateSync(join(folder, 'large'), 2_500_000)
    execFileSync('mkfifo', [join(folder, 'pipe')])
    expect(['absent', 'lost', 'folder', 'circle', 'file/below', 'n'.repeat(300), 'pipe', 'large'].map(at)).toEqual([
      'no such file',
      'no such file',
      'a folder',
      'its links lead in a circle',
      'a file stands where its path has a folder',
      'its name is too long',
      'a pipe, socket or device',
      'too large: 2.5 MB, more than 1.0 MB',
    ])
    expect(readFile('/dev/null', 10).why).toBe('a pipe, socket or device')
  })
})
