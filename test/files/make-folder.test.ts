import { statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
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

it('takes what others make at the same moment', async () => {
  const folder = temporaryFolder()
  const outfile = join(folder, 'make-folder.mjs')
  await build({ entryPoints: ['src/files/make-folder.ts'], bundle: true, platform: 'node', format: 'esm', outfile })
  // Both wait for each other before each folder.
  const code = `const { workerData, parentPort } = require('node:worker_threads')
const turns = new Int32Array(workerData.turns)
import(workerData.outfile).then(({ makeFolder }) => {
  let failed = 0
  for (let turn = 1; turn <= 100; turn++) {
    Atomics.add(turns, 0, 1)
    while (Atomics.load(turns, 0) < 2 * turn);
    try { makeFolder(workerData.folder + '/' + turn + '/a/b') } catch { failed += 1 }
  }
  parentPort.postMessage(failed)
})`
  const turns = new SharedArrayBuffer(4)
  const failures = [1, 2].map(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(code, { eval: true, workerData: { turns, folder, outfile } })
        worker.on('message', resolve)
        worker.on('error', reject)
      }),
  )
  expect(await Promise.all(failures)).toEqual([0, 0])
})
