import { statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeFolder } from '../../src/files/make-folder.ts'
import { temporaryFolder } from '../temporary-folder.ts'

it('makes a folder and those above it, and takes one that is there', () => {
  const path = join(temporaryFolder(), 'a/b/c')
  makeFolder(path)
  makeFolder(path)
  expect(statSync(path).isDirectory()).toBe(true)
})

it.runIf(process.platform === 'linux')('ends where the system makes none', () => {
  expect(() => makeFolder('/proc/none/below')).toThrow('ENOENT')
})

it('throws where a file or a link that leads nowhere stands in the way', () => {
  const folder = temporaryFolder({ file: '' })
  symlinkSync('nowhere', join(folder, 'lost'))
  expect(() => makeFolder(join(folder, 'file'))).toThrow('EEXIST')
  expect(() => makeFolder(join(folder, 'file/below'))).toThrow('ENOTDIR')
  expect(() => makeFolder(join(folder, 'lost'))).toThrow('EEXIST')
})
