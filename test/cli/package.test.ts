import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { repository } from './run-command.ts'

// Slow: it packs the package as it would be published, and a program of its own uses it.

const page = readFileSync(join(repository, 'docs/reference/api.md'), 'utf8')
const [, example = ''] = /```js\n([^`]*)```/.exec(page) ?? []

let folder = ''
let installed = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
  installed = join(folder, 'node_modules/briefwright')
  mkdirSync(installed, { recursive: true })
  // What prepack makes is there: npm test bundles first.
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]
  const tarball = execFileSync('npm', args, { cwd: repository, encoding: 'utf8' }).trim()
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1'])
  for (const scope of ['@resvg', '@hyzyla', '@expo-google-fonts'])
    symlinkSync(join(repository, 'node_modules', scope), join(folder, 'node_modules', scope))
})

afterAll(() => rmSync(folder, { recursive: true }))

const run = (file: string, ...args: string[]) => execFileSync(file, args, { cwd: folder, encoding: 'utf8' })

it('asks npm to run nothing at install, and holds what it needs and no more', () => {
  const { scripts, types, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name)
  const files = readdirSync(installed, { recursive: true }).map(String)
  expect(files).toEqual(
    expect.arrayContaining(['README.md', 'LICENSE', 'CHANGELOG.md', types.slice(2), bin.briefwright]),
  )
  expect(
    files.filter((file) => /^test|^docs\/(?!(lookup|reference)(\/[a-z-]+\.md)?$)|\.cache$|^node_modules/.test(file)),
  ).toEqual([])
})

it('is imported by a program, as the documentation says', () => {
  run(process.execPath, join(installed, 'dist/briefwright.cjs'), 'init', 'library')
  writeFileSync(join(folder, 'program.mjs'), example)
  expect(run(process.execPath, 'program.mjs')).toBe("true [ 'library-visits.pptx', 'library-visits.pdf' ]\ntrue 0\n")
  expect(readFileSync(join(folder, 'visits.png')).subarray(1, 4).toString()).toBe('PNG')
  expect(readdirSync(join(folder, 'library/out'))).toContain('library-visits.pptx')
})

it('has types that a strict compiler takes the example by', () => {
  // Node's own modules are not what is tested.
  writeFileSync(
    join(folder, 'node.d.ts'),
    "declare module 'node:fs/promises' { export function writeFile(path: string, bytes: Uint8Array): Promise<void> }\n",
  )
  writeFileSync(join(folder, 'program.mts'), example)
  const compiler = join(repository, 'node_modules/typescript/bin/tsc')
  const flags = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022']
  const compile = () => run(process.execPath, compiler, ...flags, 'node.d.ts', 'program.mts')
  expect(compile()).toBe('')
  writeFileSync(join(folder, 'program.mts'), example.replace("format: 'png'", "format: 'gif'"))
  expect(compile).toThrow()
})
