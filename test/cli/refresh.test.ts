import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { edit } from '../edit-file.ts'
import { editDeck } from '../trust/verify/edit-deck.ts'
import { runHere } from './run-command.ts'
import { builtStarter } from './starter.ts'

const deck = 'out/library-visits.pptx'

it('a deck that colleagues have edited is kept by build, brought up to date by refresh, and its words go home', {
  timeout: 300_000,
}, async () => {
  const folder = builtStarter()
  const run = (...args: string[]) => runHere(args, { cwd: folder })
  const read = () => new Uint8Array(readFileSync(join(folder, deck)))
  const saying = (words: string) =>
    Object.values(unzipSync(read())).some((bytes) => strFromU8(bytes).replaceAll('\u00a0', ' ').includes(words))
  const wednesday = editDeck(read(), (parts) =>
    parts.replace('ppt/slides/slide3.xml', 'Visits are at ', 'Our visits stand at '),
  )
  writeFileSync(join(folder, deck), wednesday)

  // Nothing edited is written over.
  const stopped = await run('build')
  expect(stopped.code).toBe(1)
  expect(stopped.stderr).toContain('deck edited after it was built: 1 paragraph (')
  expect(Buffer.compare(read(), wednesday)).toBe(0)

  // The words go home.
  const proposed = await run('refresh', deck, '--to-templates')
  expect(proposed).toMatchObject({ code: 0, stderr: '' })
  expect(Buffer.compare(read(), wednesday)).toBe(0)
  const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: proposed.stdout, encoding: 'utf8' })
  expect(applied).toMatchObject({ status: 0, stderr: '' })
  expect(readFileSync(join(folder, 'templates/deck.md.hbs'), 'utf8')).toContain('# Our visits stand at {{value')

  // Friday: a figure is revised.
  edit(folder, 'data/figures.yaml', 'value: 96400', 'value: 96,900')
  edit(folder, 'data/figures.yaml', 'by: 5200, rate: 5.7%', 'by: 5700, rate: 6.3%')
  expect((await run('refresh', deck, '--dry-run')).stdout).toContain('96,400 → 96,900')
  expect(Buffer.compare(read(), wednesday)).toBe(0)
  const refreshed = await run('refresh', deck)
  expect(refreshed).toMatchObject({ code: 0, stdout: expect.stringMatching(/nothing to settle\n$/) })
  expect([saying('Our visits stand at'), saying('96,900'), saying('96,400')]).toEqual([true, true, false])
  expect(readdirSync(join(folder, 'out'))).toContain('library-visits.pptx.bak')
  expect(Buffer.compare(readFileSync(join(folder, `${deck}.bak`)), wednesday)).toBe(0)

  // A second refresh changes nothing; words that have become false are exit code 1; a deck that is not there is 2.
  const friday = read()
  expect(await run('refresh', deck)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('0 places brought up to date'),
  })
  expect(Buffer.compare(read(), friday)).toBe(0)
  expect((await run('refresh', 'out/none.pptx')).code).toBe(2)

  // Nor is anything of a deck that no build made.
  const { 'customXml/item1.xml': _, ...others } = unzipSync(friday)
  writeFileSync(join(folder, 'other.pptx'), zipSync(others))
  expect(await run('refresh', 'other.pptx')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/error: other\.pptx carries nothing of a build\n.*briefwright adopt/),
  })
})
