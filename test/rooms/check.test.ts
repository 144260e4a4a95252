import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'

/** What the check says of the source with one line added to a file. */
function checkWith(file: string, line: string): string {
  const folder = temporaryFolder({ 'package.json': '{ "type": "module" }' })
  execFileSync('cp', ['-r', 'src', folder])
  for (const name of ['check.mjs', 'rooms.json']) cpSync(join('test/rooms', name), join(folder, 'test/rooms', name))
  execFileSync('ln', ['-s', join(process.cwd(), 'node_modules'), join(folder, 'node_modules')])
  const path = join(folder, 'src', file)
  writeFileSync(path, `${line}\n${readFileSync(path, 'utf8')}`)
  return spawnSync(process.execPath, [join(folder, 'test/rooms/check.mjs')], { encoding: 'utf8' }).stderr
}

it.each([
  ['dataset/types.ts', "import '../chart/types.ts'", 'src/dataset/types.ts: dataset imports chart (chart/types.ts)\n'],
  ['build.ts', "import './compare/types.ts'", 'src/build.ts: build.ts imports compare (compare/types.ts)\n'],
  ['edition/edition-command.ts', "import '../preview/page-svg.ts'", 'edition imports preview (preview/page-svg.ts)\n'],
  ['files/explain-write-failure.ts', "import type { X } from './write-outputs.ts'", 'imports itself, by '],
])('imports keep to the map: %s', (file, line, said) => {
  expect(checkWith(file, line)).toContain(said)
})
