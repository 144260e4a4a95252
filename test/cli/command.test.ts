import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { edit } from '../edit-file.ts'
import { readPdf } from '../pdf.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { command, runCommand, runHere } from './run-command.ts'
import { builtStarter, starterReport } from './starter.ts'

const bytes = (folder: string, name: string) => readFileSync(join(folder, 'out', name)).toString('base64')

it('says which Node it needs where an older one runs it, before anything else', () => {
  const pretend = "Object.defineProperty(process.versions, 'node', { value: '18.20.8' })"
  const folder = temporaryFolder({ 'old.cjs': pretend })
  const { status, stderr } = spawnSync(process.execPath, ['--require', join(folder, 'old.cjs'), command, 'build'], {
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'error: Node 18.20.8 is too old for briefwright: it needs Node 20.19 or later\n',
  })
})

describe('briefwright init', () => {
  it('makes a report that builds at once, without a warning', () => {
    const folder = join(temporaryFolder(), 'library')
    expect(runCommand(['init', folder])).toMatchObject({ code: 0 })
    const { code, stdout, stderr } = runCommand(['build'], { cwd: folder })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(
      /^out\/library-visits\.pptx {2}\d+ slides {2}\d+ kB {2}\d+\.\d\d s\nout\/library-visits\.pdf {2}\d+ pages {2}\d+ kB {2}\d+\.\d\d s\n$/,
    )
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(
      expect.arrayContaining(['library-visits.pdf', 'library-visits.pptx']),
    )
  })

  it('hides what a build makes from git', () => {
    const ignored = readFileSync(join(starterReport(), '.gitignore'), 'utf8')
    expect(ignored).toMatch(/^out\/?/m)
    // Texts of sources are not ours to publish.
    expect(ignored).toMatch(/^data\/sources\/$/m)
  })

  it('overwrites nothing', () => {
    const folder = temporaryFolder({ 'notes.txt': 'mine' })
    expect(runCommand(['init', folder])).toMatchObject({
      code: 1,
      stderr: `error: the folder is not empty: ${folder}\n  hint: name a new folder; briefwright overwrites nothing\n`,
    })
    expect(readdirSync(folder)).toEqual(['notes.txt'])
  })
})

describe('briefwright build', () => {
  it('tells every fault of data and templates at its line, and leaves the former documents', async () => {
    const folder = builtStarter()
    const former = [bytes(folder, 'library-visits.pptx'), bytes(folder, 'library-visits.pdf')]
    edit(folder, 'data/figures.yaml', 'by: 87000', 'by: 78000')
    edit(folder, 'templates/deck.md.hbs', '{{value "recovery"}}', '{{value "recovry"}}')
    edit(folder, 'templates/briefing.md.hbs', 'charts/digital-share.vl.json', 'charts/digital-shares.vl.json')
    const { code, stderr } = await runHere(['build'], { cwd: folder })
    expect(code).toBe(1)
    expect(stderr).toContain(
      'data/figures.yaml:15:36: error: contradiction: visits@2025 - visits@2024 is 86000 to 88000, but visits.change@2025 is 77999.5 to 78000.5\n' +
        '  15 |         change: { since: 2024, by: 78000, rate: 7.3% }\n',
    )
    expect(stderr).toMatch(/^templates\/deck\.md\.hbs:\d+:25: error: unknown indicator: recovry$/m)
    expect(stderr).toMatch(/^ {2}hint: did you mean recovery\?$/m)
    expect(stderr).toMatch(
      /^templates\/briefing\.md\.hbs:\d+:5: error: unknown chart: charts\/digital-shares\.vl\.json$/m,
    )
    expect(stderr).toMatch(/^ {2}hint: did you mean charts\/digital-share\.vl\.json\?$/m)
    expect(stderr).toMatch(/^failed: \d+ errors; nothing was written$/m)
    expect([bytes(folder, 'library-visits.pptx'), bytes(folder, 'library-visits.pdf')]).toEqual(former)
  })

  it('leaves the former documents where one of them cannot be replaced', async () => {
    const folder = builtStarter()
    const former = bytes(folder, 'library-visits.pptx')
    rmSync(join(folder, 'out/library-visits.pdf'))
    mkdirSync(join(folder, 'out/library-visits.pdf'))
    edit(folder, 'templates/deck.md.hbs', 'Every branch', 'Each branch')
    const { code, stderr } = await runHere(['build'], { cwd: folder })
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('library-visits.pdf') })
    expect(bytes(folder, 'library-visits.pptx')).toBe(former)
    expect(readdirSync(join(folder, 'out')).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('makes what is asked for, where it is asked for', async () => {
    const folder = starterReport()
    const elsewhere = temporaryFolder()
    expect(await runHere(['build', folder, '--to', 'pdf', '--out', elsewhere])).toMatchObject({ code: 0 })
    const made = readdirSync(elsewhere)
    expect(made).toContain('library-visits.pdf')
    expect(made).not.toContain('library-visits.pptx')
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  it('gives the same bytes in another process, folder, time zone and locale', async () => {
    const [here, there] = [starterReport(), starterReport()]
    const env = { SOURCE_DATE_EPOCH: '1700000000' }
    runCommand(['build'], { cwd: here, env: { ...env, TZ: 'America/St_Johns', LANG: 'en_US.UTF-8' } })
    runCommand(['build', there], {
      env: { ...env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
    })
    for (const name of ['library-visits.pptx', 'library-visits.pdf']) expect(bytes(there, name)).toBe(bytes(here, name))
    // As from the source, whose fonts are read by a library that the bundle makes faster.
    const unbundled = starterReport()
    await runHere(['build'], { cwd: unbundled, env })
    expect(bytes(unbundled, 'library-visits.pdf')).toBe(bytes(here, 'library-visits.pdf'))
    const former = bytes(here, 'library-visits.pdf')
    await runHere(['build'], { cwd: here, env: { SOURCE_DATE_EPOCH: '1600000000' } })
    expect(bytes(here, 'library-visits.pdf')).not.toBe(former)
  })

  it('speaks JSON to machines, an object a line', async () => {
    const folder = starterReport()
    const lines = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line))
    expect(lines((await runHere(['build', '--log-format', 'json'], { cwd: folder })).stderr)).toEqual([
      expect.objectContaining({
        type: 'made',
        path: 'out/library-visits.pptx',
        format: 'pptx',
        slides: expect.any(Number),
      }),
      expect.objectContaining({
        type: 'made',
        path: 'out/library-visits.pdf',
        format: 'pdf',
        pages: expect.any(Number),
      }),
      expect.objectContaining({ type: 'built', milliseconds: expect.any(Number), stages: expect.any(Object) }),
    ])
    edit(folder, 'templates/deck.md.hbs', '{{value "recovery"}}', '{{value "recovry"}}')
    expect(lines((await runHere(['build', '--log-format', 'json'], { cwd: folder })).stderr)[0]).toMatchObject({
      type: 'diagnostic',
      severity: 'error',
      file: 'templates/deck.md.hbs',
      line: expect.any(Number),
      message: 'unknown indicator: recovry',
      hint: 'did you mean recovery?',
    })
  })

  it('refuses data that a link brings from elsewhere', async () => {
    const folder = starterReport()
    const outside = temporaryFolder({ 'secret.yaml': 'password: hunter2' })
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'data/secret.yaml'))
    const { code, stderr } = await runHere(['build'], { cwd: folder })
    expect(code).toBe(1)
    expect(stderr).toContain('data/secret.yaml:1:1: error: leads out of the report folder: data/secret.yaml')
    expect(stderr).not.toContain('hunter2')
  })

  it('puts the data into the PDF, for its reader to check', async () => {
    const folder = builtStarter()
    const { attachments } = await readPdf(readFileSync(join(folder, 'out/library-visits.pdf')))
    expect(attachments.map(({ name }) => name).sort()).toEqual(['figures.yaml', 'report.yaml', 'visits.csv'])
    const csv = attachments.find(({ name }) => name === 'visits.csv')
    expect(Buffer.from(csv?.bytes ?? '')).toEqual(readFileSync(join(folder, 'data/visits.csv')))
  })

  it('says what to do in a folder that is no report', async () => {
    const { code, stderr } = await runHere(['build'], { cwd: temporaryFolder() })
    expect(code).toBe(1)
    expect(stderr).toContain('briefwright init')
  })
})

describe('briefwright check', () => {
  it('finds faults and writes nothing', async () => {
    const folder = starterReport()
    expect(await runHere(['check'], { cwd: folder })).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/no errors or warnings: \d+ figures of 11 indicators, \d+ checks/),
    })
    edit(folder, 'data/figures.yaml', 'value: 612000', 'value: 621000')
    const { code, stderr } = await runHere(['check'], { cwd: folder })
    expect(code).toBe(1)
    expect(stderr).toMatch(/central-visits \+ harbour-visits/)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })
})

describe('briefwright schema', () => {
  it('prints a JSON Schema of each file', async () => {
    for (const file of ['figures', 'report', 'theme']) {
      const { code, stdout } = await runHere(['schema', file])
      expect({ code, schema: JSON.parse(stdout) }).toMatchObject({ code: 0, schema: { type: 'object' } })
    }
  })

  it('prints all of it to who reads slowly', () => {
    const { stdout } = spawnSync('sh', ['-c', `"${process.execPath}" "${command}" schema figures | (sleep 1; cat)`])
    expect(JSON.parse(stdout.toString())).toMatchObject({ type: 'object' })
  })
})

describe('briefwright and files that are none', () => {
  const withPipe = (folder: string): string => {
    execFileSync('mkfifo', [join(folder, 'data/more.yaml')])
    return folder
  }

  it.each<[string, (folder: string) => string[], RegExp]>([
    [
      'a pipe among the figures',
      (folder) => ['build', withPipe(folder)],
      /data\/more\.yaml:1:1: error: cannot be read: data\/more\.yaml \(a pipe, socket or device\)/,
    ],
    [
      'a device for a template',
      (folder) => ['build', folder, '--reference', '/dev/zero'],
      /the template cannot be read: zero \(a pipe, socket or device\)/,
    ],
    ['a folder for a source', (folder) => ['evidence', folder, '--report', folder], /cannot read .*: a folder\n/],
    [
      'a device to verify',
      (folder) => ['verify', '/dev/zero', '--report', folder],
      /cannot read \/dev\/zero: a pipe, socket or device\n/,
    ],
    [
      'an out folder that no system has',
      (folder) => ['build', folder, '--out', '/proc/none'],
      /no folder can be made there: \/proc\/none|not allowed/,
    ],
    [
      'a table that would be read as figures',
      (folder) => ['export', join(folder, 'data/all.csv'), '--report', folder],
      /would be read as figures of the report/,
    ],
    ['a report in a file', (folder) => ['init', join(folder, 'data/report.yaml/new')], /a file stands where/],
  ])('ends with a message, and soon: %s', (_, args, message) => {
    // A read that never ends ends with its process.
    const { code, stdout, stderr } = runCommand(args(starterReport()))
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^ +at /m)
    expect([1, 2]).toContain(code)
    expect(stdout).toBe('')
  })

  it('init leaves nothing where it cannot go on', async () => {
    const folder = temporaryFolder()
    symlinkSync('nowhere', join(folder, 'lost'))
    expect((await runHere(['init', join(folder, 'lost')])).code).toBe(1)
    expect(readdirSync(folder)).toEqual(['lost'])
  })
})

describe('briefwright, misused', () => {
  it.each([
    ['an unknown option', ['build', '--ot', 'x'], "unknown option '--ot'", 'did you mean one of --out, --to?'],
    ['an unknown command', ['bild'], "unknown command 'bild'", 'did you mean build?'],
    ['an unknown format', ['build', '--to', 'pptx,pfd'], 'unknown format: pfd', 'did you mean pdf?'],
    ['an unknown language', ['build', '--lang', 'xx'], 'unknown language: xx', 'one of en, zh'],
    ['one from right to left', ['build', '--lang', 'ar'], 'unknown language: ar', 'are not mirrored'],
    ['another script', ['build', '--lang', 'zh-Hant'], 'unknown language: zh-Hant', 'simplified'],
    ['an empty path', ['build', '--out', ''], "'--out <DIR>' argument '' is invalid. an empty path", '--help'],
    [
      'documents among the sources',
      ['build', '--out', 'data'],
      "taken for the report's sources: data",
      'name a folder',
    ],
    ['a name that no folder can have', ['build', 'x'.repeat(300)], 'no such folder', 'briefwright build --help'],
    ['an unknown schema', ['schema', 'figure'], "'figure' is invalid", 'figures'],
    ['too many arguments', ['build', 'a', 'b'], "too many arguments for 'build'", 'briefwright build --help'],
  ])('answers %s with 2 and a hint', async (_, args, message, hint) => {
    const { code, stdout, stderr } = await runHere(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`error: `)
    expect(stderr).toContain(message)
    expect(stderr).toContain(hint)
  })

  it('answers a SOURCE_DATE_EPOCH that is no date with 2', async () => {
    expect(await runHere(['build'], { env: { SOURCE_DATE_EPOCH: 'yesterday' } })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('SOURCE_DATE_EPOCH'),
    })
  })

  it('says how it is used', () => {
    expect(runCommand(['--help'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('build [options] [DIR]'),
    })
    expect(runCommand(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })
})
