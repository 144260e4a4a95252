import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { edit } from '../edit-file.ts'
import { scriptedTemplate } from '../reference/templates.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { editDeck } from '../trust/verify/edit-deck.ts'
import { runHere } from './run-command.ts'
import { builtStarter } from './starter.ts'

describe('briefwright trace', () => {
  it('answers on standard output, from the report in --report', async () => {
    const folder = builtStarter()
    const { code, stdout } = await runHere(['trace', 'visits', '--report', folder])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^visits@2025 {2}/)
    expect(stdout).toMatch(/^ {2}slide \d+ {2}/m)
    expect((await runHere(['trace'], { cwd: folder })).stdout).toMatch(
      /^library-visits: \d+ figures, printed \d+ times\n/,
    )
    expect((await runHere(['trace', '--all'], { cwd: folder })).stdout).toMatch(
      /^visits@2025 {2}(.*\n)+members@2025 {2}/m,
    )
    expect(await runHere(['trace', '--slide', '99'], { cwd: folder })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^error: no such slide: 99\n {2}hint: the deck has \d+\n$/),
    })
    const json: unknown = JSON.parse((await runHere(['trace', '--format', 'json'], { cwd: folder })).stdout)
    expect(json).toEqual(JSON.parse(readFileSync(join(folder, 'out', 'trace.json'), 'utf8')))
  })

  it('tells an unknown reference', async () => {
    expect(await runHere(['trace', 'visit'], { cwd: builtStarter() })).toMatchObject({
      code: 1,
      stderr: 'error: unknown indicator: visit\n  hint: did you mean visits?\n',
    })
  })
})

describe('briefwright verify', () => {
  it('holds a deck against the template that it was built in', async () => {
    const folder = builtStarter()
    writeFileSync(join(folder, 'brand.pptx'), await scriptedTemplate())
    const run = (...words: string[]) => runHere(words, { cwd: folder })
    const deck =
      '# {{title}}\n\n## {{by "visits"}} more visits\n\n{{publisher}}\n\n# Visits rose by {{by "visits"}}\n\nTo {{value "visits"}}.\n'
    writeFileSync(join(folder, 'templates/deck.md.hbs'), deck)
    expect(await run('build', '--to', 'pptx', '--reference', 'brand.pptx')).toMatchObject({ code: 0 })
    const verify = ['verify', 'out/library-visits.pptx', '--accept-wording']
    expect((await run(...verify)).stdout).toContain('reworded')
    expect((await run(...verify, '--reference', 'brand.pptx')).stdout).toMatch(/^out\/library-visits\.pptx: proved;/)
  })

  it('tells a mark of status that is gone, and a new text with the figure of a time that it does not name', async () => {
    const folder = builtStarter()
    const deck = readFileSync(join(folder, 'out', 'library-visits.pptx'))
    const save = (name: string, change: (xml: string) => string) =>
      writeFileSync(
        join(folder, name),
        editDeck(deck, (parts) => {
          const part = parts.saying('Visits are at')
          const marked = parts.saying('[p]')
          const changed = name === 'marks.pptx' ? marked : part
          parts.set(changed, change(parts.get(changed)))
        }),
      )
    save('marks.pptx', (xml) => xml.replace(/<a:r>(?:(?!<\/a:r>).)*\[p\]<\/a:t><\/a:r>/s, ''))
    const box = (text: string) => (xml: string) =>
      xml.replace(
        '</p:spTree>',
        `<p:sp><p:nvSpPr><p:cNvPr id="900" name="Box"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>`,
      )
    save('former.pptx', box('Visits: 1.197 million'))
    save('dated.pptx', box('Visits: 1.197 million in 2024'))
    save('misdated.pptx', box('Visits: 1.197 million in 2025'))
    save('beside.pptx', box('Visits: 1.284 million (2024: 1.197 million)'))
    save('rate.pptx', box('Damaged books: 3.6 per 1,000 in 2025'))
    save('other-rate.pptx', box('Damaged books: 3.6 per 100,000 in 2025'))
    const damage =
      'indicators:\n  damage: { label: Damaged books, unit: per-1000, type: ratio, observations: [{ period: 2025, value: "3.6 per 1,000", source: annual-return }] }\n'
    edit(folder, 'data/figures.yaml', 'indicators:\n', damage)
    const files = 'marks former dated misdated beside rate other-rate'.split(' ').map((name) => `${name}.pptx`)
    const { stdout } = await runHere(['verify', ...files, '--format', 'json'], { cwd: folder })
    const said = JSON.parse(stdout) as { files: { proved: boolean; reworded: { was: string; is: string }[] }[] }
    expect(
      said.files.map(({ proved, reworded }) => [proved, ...reworded.map(({ was, is }) => `${was} → ${is}`)]),
    ).toEqual([
      [false, '[p] → '],
      [false, ' → Visits: 1.197 million'],
      [true],
      [false, ' → Visits: 1.197 million in 2025'],
      [true],
      [true],
      [false, ' → Damaged books: 3.6 per 100,000 in 2025'],
    ])
  })

  it('ends with 0 where all is proved, 1 where something is not, 2 where a file is not there', async () => {
    const folder = builtStarter()
    const deck = join(folder, 'out', 'library-visits.pptx')
    const edited = join(folder, 'edited.pptx')
    writeFileSync(
      edited,
      editDeck(readFileSync(deck), (parts) =>
        parts.replace(parts.saying('1.284 million'), '1.284 million', '1.824 million'),
      ),
    )
    const run = (...files: string[]) => runHere(['verify', ...files], { cwd: folder })
    expect(await run('out/library-visits.pptx', 'out/library-visits.pdf')).toMatchObject({ code: 0 })
    expect(await run('edited.pptx')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('changed: 1.824 million'),
    })
    expect(await run('nothing.pptx')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot read nothing.pptx: no such file'),
    })
    expect(await run('data/figures.yaml')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('cannot verify data/figures.yaml: neither a .pptx nor a .pdf'),
    })
  })
})

describe('briefwright build --check', () => {
  it('finds the files as they were built', async () => {
    const folder = builtStarter()
    expect(await runHere(['build', '--check'], { cwd: folder })).toMatchObject({
      code: 0,
      stderr: 'out: 3 of 3 files as this build makes them\n',
    })
  })

  it('says which differ, and why', async () => {
    const folder = builtStarter()
    copyFileSync(join(folder, 'out', 'library-visits.pdf'), join(folder, 'out', 'library-visits.pptx'))
    edit(folder, 'templates/deck.md.hbs', '# ', '# Now: ')
    const { code, stderr } = await runHere(['build', '--check'], { cwd: folder })
    expect(code).toBe(1)
    expect(stderr).toContain(
      'error: out/library-visits.pptx differs: it was edited after it was built; templates/deck.md.hbs changed\n',
    )
  })
})

describe('briefwright check with the text of a source', () => {
  it('finds what the source does not say', async () => {
    const folder = builtStarter()
    mkdirSync(join(folder, 'data', 'sources'))
    const [, source = ''] =
      /^sources:\n {2}([\w-]+):/m.exec(readFileSync(join(folder, 'data', 'report.yaml'), 'utf8')) ?? []
    writeFileSync(join(folder, 'data', 'sources', `${source}.txt`), 'Visits\n\nNothing here.\n')
    const { stderr } = await runHere(['check'], { cwd: folder })
    expect(stderr).toContain(`data/sources/${source}.txt: 0 figures found`)
  })

  it('refuses what is no text', async () => {
    const folder = temporaryFolder({ 'empty.txt': '', 'paper.pdf': '%PDF-1.7\n' })
    for (const [file, why] of [
      ['empty.txt', 'it is empty'],
      ['paper.pdf', 'it is no text file'],
    ] as const) {
      const { code, stderr } = await runHere(['evidence', file, '--draft'], { cwd: folder })
      expect(code).toBe(1)
      expect(stderr).toContain(`error: no text in ${file}: ${why}`)
    }
    writeFileSync(join(folder, 'pay.xlsx'), Buffer.from([0x50, 0x4b, 3, 4, 0x83, 0xff]))
    const { stderr } = await runHere(['init', 'pay', '--from', 'pay.xlsx'], { cwd: folder })
    expect(stderr.match(/error/g)).toHaveLength(1)
    expect(stderr).toContain('figures of a spreadsheet: docs/do/spreadsheet.md')
  })

  it('drafts a dataset from a text', async () => {
    const folder = temporaryFolder({ 'harbour.txt': 'In 2024 the harbour had over 47 million visitors.\n' })
    const { code, stdout } = await runHere(['evidence', 'harbour.txt', '--draft'], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout).toContain('  visitors:\n')
    expect(stdout).toContain('value: over 47 million\n        source: harbour\n        paragraph: 1\n')
  })
})
