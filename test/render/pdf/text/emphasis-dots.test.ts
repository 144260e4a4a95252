import { describe, expect, it } from 'vitest'
import { openFonts } from '../../../../src/fonts/fonts.ts'
import { coverRuns, fontStyle } from '../../../../src/layout/text/run-style.ts'
import type { Run, SetRun } from '../../../../src/layout/types.ts'
import { renderPdf } from '../../../../src/render/pdf.ts'
import { readContents } from '../../../pdf.ts'
import { body, date, document, drawings, getPage, theme as plain, textItem } from '../../pdf-pages.ts'

const sans = '@expo-google-fonts/noto-sans-sc'
const theme = {
  ...plain,
  fallback: [
    { regular: `${sans}/400Regular/NotoSansSC_400Regular.ttf`, bold: `${sans}/700Bold/NotoSansSC_700Bold.ttf` },
  ],
}
const fonts = openFonts(theme, '.')
const given: Run[] = [{ text: '互联网' }, { text: '普及率，CPI', italic: true }]

/** The runs as they are set from the left edge in ten points, on a line at 100, and the circles on their page: middle and radius. */
async function draw(dots: boolean) {
  const style = { ...body, dots }
  let x = 50
  const runs = coverRuns(given, style, fonts).map((run): SetRun => {
    const width = fonts.width(run.text, fontStyle(run, style), style.size)
    x += width
    return { ...run, x: x - width, width }
  })
  const set = { style, runs: given, lines: [{ baseline: 100, runs }], spaceBefore: 0, tags: [{ type: 'P', id: 'p' }] }
  const page = getPage([textItem('text', [set as never])])
  const [contents = ''] = readContents(await renderPdf([page], document, drawings, theme, fonts, { date }))
  const circles = [...contents.matchAll(/^([\d.]+) ([\d.]+) m\n?(?: ?[\d.]+){6} c/gm)].map(([, left, y]) => [
    Number(left),
    Number(y),
  ])
  return { runs, circles, contents }
}

describe('Chinese emphasis', () => {
  it('is a dot below the middle of each character, not below marks and Latin letters, where the theme asks for dots', async () => {
    const { runs, circles, contents } = await draw(true)
    expect(runs.map(({ text, dotted, weight, italic }) => [text, dotted, weight, italic])).toEqual([
      ['互联网', undefined, undefined, undefined],
      ['普及率，', true, undefined, false],
      ['CPI', undefined, undefined, true],
    ])
    // Three characters of ten points stand before them; a dot's left edge is 0.7 points left of its middle.
    expect(circles).toEqual([
      [84.3, 102.5],
      [94.3, 102.5],
      [104.3, 102.5],
    ])
    expect(contents).toMatch(/\/Artifact <<\/Type \/Layout>> BDC\n84\.3 102\.5 m/)
  })

  it('is bold elsewhere, never slanted', async () => {
    const { runs, circles } = await draw(false)
    expect(runs[1]).toMatchObject({ text: '普及率，', weight: 'bold', italic: false })
    expect(circles).toEqual([])
  })
})
