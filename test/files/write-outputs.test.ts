import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { explainWriteFailure } from '../../src/files/explain-write-failure.ts'
import { clearLeftovers, writeOutputs } from '../../src/files/write-outputs.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const output = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8')

describe('writing the outputs', () => {
  test('makes the folder and every file, and nothing else', () => {
    const out = join(temporaryFolder(), 'deep/out')
    expect(writeOutputs(out, [output('a.pptx', 'deck'), output('a.pdf', 'briefing')])).toEqual([])
    expect(readdirSync(out)).toEqual(['a.pdf', 'a.pptx'])
    expect(read(out, 'a.pptx')).toBe('deck')
  })

  test('replaces the former files, and leaves other files alone', () => {
    const out = temporaryFolder({ 'a.pdf': 'old', 'notes.txt': 'mine' })
    expect(writeOutputs(out, [output('a.pdf', 'new')])).toEqual([])
    expect([read(out, 'a.pdf'), read(out, 'notes.txt')]).toEqual(['new', 'mine'])
  })

  test('keeps all former files where one of the new ones cannot go to its place', () => {
    const out = temporaryFolder({ 'a.pptx': 'old deck' })
    mkdirSync(join(out, 'a.pdf'))
    const [trouble] = writeOutputs(out, [output('a.pptx', 'new deck'), output('a.pdf', 'new briefing')])
    expect(trouble?.message).toBe(`a folder stands where the file should go: ${join(out, 'a.pdf')}`)
    expect(trouble?.hint).toContain('the former files stand as they were')
    expect(read(out, 'a.pptx')).toBe('old deck')
    expect(readdirSync(out)).toEqual(['a.pdf', 'a.pptx'])
  })

  test('says that the out folder is a file', () => {
    const folder = temporaryFolder({ out: 'a file' })
    const out = join(folder, 'out')
    expect(writeOutputs(out, [output('a.pdf', 'x')]).map(formatDiagnostic)).toEqual([
      `error: a file stands where the folder should be: ${out}\n  hint: name another folder; the former files stand as they were`,
    ])
    expect(writeOutputs(join(out, 'below'), [output('a.pdf', 'x')])[0]?.message).toContain('a file stands where')
  })

  test.each([
    ['ENOSPC', 'the disk is full: out', 'make room, and build again'],
    ['ENAMETOOLONG', 'a name that is too long for the disk: out', 'name a shorter one'],
    ['ELOOP', 'links that lead in a circle: out', 'name another folder'],
    ['EROFS', 'the disk is read-only: out', 'name another folder'],
    ['EACCES', 'not allowed to write: out/a.pdf', 'close the file where it is open, or change its permissions'],
    ['EBUSY', 'the file is in use: out/a.pdf', 'close it in PowerPoint or the PDF reader, and build again'],
  ])('says what %s means', (code, message, hint) => {
    const error = Object.assign(new Error(code), { code, path: 'out/.briefwright-1-0.new', dest: 'out/a.pdf' })
    expect(explainWriteFailure(error, 'out')).toEqual({
      severity: 'error',
      message,
      hint: `${hint}; the former files stand as they were`,
    })
  })

  test('cleans up after a build that was killed', () => {
    // Process ids end at 4194304 on Linux: this one cannot be running.
    const out = temporaryFolder({ '.briefwright-99999999-3-0.new': 'half', '.briefwright-99999999-0.former': 'old' })
    writeFileSync(join(out, `.briefwright-${process.ppid}-0.new`), 'another build, still at work')
    writeFileSync(join(out, `.briefwright-${process.pid}-9999-0.new`), 'another thread, still at work')
    writeOutputs(out, [output('a.pdf', 'x')])
    expect(readdirSync(out).toSorted()).toEqual(
      [`.briefwright-${process.ppid}-0.new`, `.briefwright-${process.pid}-9999-0.new`, 'a.pdf'].toSorted(),
    )
  })

  test('gives the file the permissions of any new file', () => {
    const out = temporaryFolder({ plain: '' })
    writeOutputs(out, [output('a.pdf', 'x')])
    expect(statSync(join(out, 'a.pdf')).mode).toBe(statSync(join(out, 'plain')).mode)
  })
})

describe('a file that is replaced', () => {
  test('stays unreadable to others, as figures under embargo are', () => {
    const report = temporaryFolder({ 'data/figures.yaml': 'old' })
    chmodSync(join(report, 'data/figures.yaml'), 0o640)
    expect(writeOutputs(report, [output('data/figures.yaml', 'new')])).toEqual([])
    expect(read(report, 'data/figures.yaml')).toBe('new')
    expect(statSync(join(report, 'data/figures.yaml')).mode & 0o777).toBe(0o640)
  })

  test('stays a link where it leads to a file of the report, which takes the new text', () => {
    const report = temporaryFolder({ 'real/visits.csv': 'old', 'data/other.csv': '' })
    symlinkSync('../real/visits.csv', join(report, 'data/visits.csv'))
    expect(writeOutputs(report, [output('data/visits.csv', 'new')])).toEqual([])
    expect(lstatSync(join(report, 'data/visits.csv')).isSymbolicLink()).toBe(true)
    expect(read(report, 'real/visits.csv')).toBe('new')
    expect(readdirSync(join(report, 'real'))).toEqual(['visits.csv'])
  })

  test('replaces a link that leads out of the folder, and leaves what is there alone', () => {
    const elsewhere = temporaryFolder({ 'theirs.pdf': 'theirs' })
    const out = temporaryFolder()
    symlinkSync(join(elsewhere, 'theirs.pdf'), join(out, 'a.pdf'))
    expect(writeOutputs(out, [output('a.pdf', 'new')])).toEqual([])
    expect([read(out, 'a.pdf'), read(elsewhere, 'theirs.pdf')]).toEqual(['new', 'theirs'])
  })
})

test('clears what a command that was killed left in a report, and nothing of one that runs', () => {
  const dead = '.briefwright-999999999-0.new'
  const alive = `.briefwright-${process.ppid}-0.new`
  const report = temporaryFolder({ [dead]: '', [`data/${dead}`]: '', [`out/${alive}`]: '', 'data/figures.yaml': '' })
  clearLeftovers(report)
  expect(
    [dead, `data/${dead}`, `out/${alive}`, 'data/figures.yaml'].map((name) => existsSync(join(report, name))),
  ).toEqual([false, false, true, true])
})
