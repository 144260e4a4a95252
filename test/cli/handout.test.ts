import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pressProfile } from '../graphics/press-profile.ts'
import { readContents, readObjects, readPdf } from '../pdf.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { runHere } from './run-command.ts'

const report = 'test/conformance/every-block'

const getDocuments = async (...flags: string[]): Promise<{ out: string; names: string[]; code: number | null }> => {
  const out = temporaryFolder()
  const { code } = await runHere(['build', report, '--out', out, ...flags])
  return {
    out,
    names: readdirSync(out)
      .filter((name) => /\.(pdf|pptx)$/.test(name))
      .sort(),
    code,
  }
}

describe('slides on paper', () => {
  it('--handout 6 makes a handout alone, six slides to a page, with the data inside', async () => {
    const { out, names, code } = await getDocuments('--handout', '6')
    expect({ code, names }).toEqual({ code: 0, names: ['every-block.handout.pdf'] })
    const { pages, attachments } = await readPdf(readFileSync(join(out, 'every-block.handout.pdf')))
    expect(pages.length).toBe(1)
    expect(attachments.map(({ name }) => name)).toEqual(['figures.yaml', 'report.yaml', 'visits.csv'])
  })

  it('--notes and --to go together', async () => {
    expect((await getDocuments('--notes', '--to', 'deck.pdf')).names).toEqual([
      'every-block.deck.pdf',
      'every-block.notes.pdf',
    ])
  })

  it('--grey prints in black ink alone: no colour of red, green and blue, in charts either', async () => {
    const contents = async (...flags: string[]): Promise<string> => {
      const { out } = await getDocuments('--to', 'deck.pdf', ...flags)
      return readContents(readFileSync(join(out, 'every-block.deck.pdf'))).join('\n')
    }
    const colored = / rg\b| RG\b|\/DeviceRGB/
    expect(await contents()).toMatch(colored)
    expect(await contents('--grey')).not.toMatch(colored)
  })

  it('--press prints in the inks of a profile: no colour of red, green and blue, on a sheet with bleed and marks', async () => {
    const profile = join(temporaryFolder(), 'press.icc')
    writeFileSync(profile, pressProfile())
    const { out } = await getDocuments('--to', 'deck.pdf', '--press', profile)
    const bytes = readFileSync(join(out, 'every-block.deck.pdf'))
    const contents = readContents(bytes)
    expect(contents.join('\n')).not.toMatch(/ rg\b| RG\b|\/DeviceRGB|^[\d.]+ [gG]\b/m)
    expect(contents.join('\n')).toMatch(/^0 0 0 1 k$/m)
    for (const content of contents) expect(content.match(/ l S$/gm)?.slice(0, 8)).toHaveLength(8)
    const objects = readObjects(bytes)
    const pages = objects.filter((object) => /\/Type \/Page\b/.test(object))
    expect(pages.map((page) => page.match(/\/(?:Media|Bleed|Trim)Box \[[^\]]*\]/g))).toEqual(
      pages.map(() => [
        '/MediaBox [-28.346 -28.346 988.346 568.346]',
        '/BleedBox [-8.504 -8.504 968.504 548.504]',
        '/TrimBox [0 0 960 540]',
      ]),
    )
    expect(objects.filter((object) => /\/S\/GTS_PDF(?:X|A1)\b/.test(object))).toHaveLength(2)
    const { code, stderr } = await runHere(['build', report, '--press', 'package.json', '--out', out])
    expect(code).toBe(1)
    expect(stderr).toContain('error: package.json: not an ICC profile')
  })

  it('the deck as PDF has a page for each slide, as large as the slide', async () => {
    const { out } = await getDocuments('--to', 'deck.pdf')
    const { pages } = await readPdf(readFileSync(join(out, 'every-block.deck.pdf')))
    expect(pages.map(({ width, height }) => [width, height])).toEqual(pages.map(() => [960, 540]))
    expect(pages.length).toBe(5)
  })

  it('five to a page is not offered', async () => {
    const { code, stderr } = await runHere(['build', report, '--handout', '5'])
    expect(code).toBe(2)
    expect(stderr).toContain('not a number of slides: 5. one of 1, 2, 3, 4, 6, 9')
  })
})
