import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'

test('the command does the same with no code cache, a good one, and a damaged one, which it replaces', () => {
  const folder = temporaryFolder()
  cpSync('dist', join(folder, 'dist'), { recursive: true, filter: (path) => !path.endsWith('.cache') })
  mkdirSync(join(folder, 'src/theme'), { recursive: true })
  cpSync('src/theme/default-theme.yaml', join(folder, 'src/theme/default-theme.yaml'))
  cpSync('LICENSE', join(folder, 'LICENSE'))
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  const run = () => {
    const out = join(folder, 'out')
    const parts = [join(folder, 'dist/briefwright.cjs'), 'build', 'src/init/starter', '--to', 'md', '--out', out]
    const { status } = spawnSync(process.execPath, parts)
    return [status, ...readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'))]
  }
  const caches = () =>
    readdirSync(join(folder, 'dist'))
      .filter((name) => name.endsWith('.cache'))
      .map((name) => join(folder, 'dist', name))
  const without = run()
  expect(without[0]).toBe(0)
  const [cache = ''] = caches()
  const good = readFileSync(cache)
  expect(run()).toEqual(without)
  const middle = Math.floor(good.length / 2)
  const damaged = good.with(middle, ~(good[middle] ?? 0))
  writeFileSync(cache, damaged)
  expect(run()).toEqual(without)
  expect(Buffer.compare(damaged, readFileSync(cache)) === 0).toBe(false)
})

test('the reader of PDFs says nothing of a native canvas where none is installed', () => {
  const folder = temporaryFolder()
  cpSync('dist/read-pdf.cjs', join(folder, 'read-pdf.cjs'))
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'read-pdf.cjs')], { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
})
