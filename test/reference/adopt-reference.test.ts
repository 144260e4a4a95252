import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { slideStyles } from '../../src/layout/text/styles.ts'
import { adoptReference } from '../../src/reference/adopt-reference.ts'
import { adoptTheme, onPaper } from '../../src/reference/adopt-theme.ts'
import { parseTemplateDeck } from '../../src/reference/read-reference.ts'
import { groundAt } from '../../src/reference/template-art.ts'
import type { Slot } from '../../src/reference/types.ts'
import { contrast } from '../../src/theme/check-contrast.ts'
import { theme } from '../layout/stage.ts'
import { ownTemplate, scriptedTemplate } from './templates.ts'

const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'report'))
writeFileSync(join(folder, 'report/brand.pptx'), await ownTemplate())
writeFileSync(join(folder, 'elsewhere.pptx'), await scriptedTemplate())
writeFileSync(join(folder, 'report/broken.pptx'), 'no zip')
const report = join(folder, 'report')

const messages = (reference: string | undefined, path?: string) =>
  adoptReference({ ...theme, reference }, path, report).diagnostics.map(({ message }) => message)

describe('where a template is taken from', () => {
  it('is the file of the report folder that the theme names; without one, nothing changes', () => {
    expect(adoptReference(theme, undefined, report).value).toEqual({ theme, pageTheme: theme, reference: undefined })
    expect(adoptReference({ ...theme, reference: './brand.pptx' }, undefined, report).value?.reference?.width).toBe(720)
  })

  it('is the file that --reference names, wherever it is', () => {
    const { value } = adoptReference({ ...theme, reference: 'brand.pptx' }, join(folder, 'elsewhere.pptx'), report)
    expect(value?.reference?.file).toBe('elsewhere.pptx')
  })

  it('is not a file that is not there or is no presentation', () => {
    expect(messages('./missing.pptx')).toEqual(['the template cannot be read: ./missing.pptx (no such file)'])
    expect(messages('./broken.pptx')).toEqual(['not a PowerPoint file: ./broken.pptx (not a zip archive)'])
  })
})

describe('the theme in a template', () => {
  it('has its size, colours and typefaces, type in proportion to the slide, and what good and bad are coloured itself', () => {
    const { value } = adoptReference({ ...theme, reference: 'brand.pptx' }, undefined, report)
    const adopted = value?.theme
    expect(adopted?.slide).toMatchObject({ width: 720, height: 540, subtitle: 12, keyFigure: 33 })
    expect(adopted?.colors).toMatchObject({
      ink: '#22262a',
      accent: '#7a1f3d',
      second: '#2f6f73',
      rule: '#d9d9d9',
      good: theme.colors.good,
    })
    expect(adopted?.scheme?.rule).toEqual({ slot: 'bg1', lumMod: 85_000 })
    expect(adopted?.scheme?.good).toBeUndefined()
    expect(adopted?.fonts.body.powerpoint).toBe('Arial')
  })

  it('is muted as its second ink is, where its first has a colour that a lighter shade would show', () => {
    const { value } = adoptReference({ ...theme, reference: 'brand.pptx' }, undefined, report)
    const reference = value?.reference
    if (!reference) throw new Error('no template')
    const mutedOf = (tx1: string, tx2: string) => {
      const colors = { ...reference.colors, bg1: '#ffffff', tx1, tx2 }
      return adoptTheme(theme, { ...reference, colors }).value?.scheme?.muted
    }
    expect(mutedOf('#16202c', '#55606e')).toEqual({ slot: 'tx2' })
    expect(mutedOf('#000000', '#44546a')).toMatchObject({ slot: 'tx1' })
    expect(mutedOf('#16202c', '#0e2841')).toMatchObject({ slot: 'tx1' })
  })

  it('has light words where the layout for charts is dark, though its colours are black on white; pages stay light', async () => {
    const { value: reference } = parseTemplateDeck(await scriptedTemplate(), 'brand.pptx')
    if (!reference) throw new Error('no template')
    const { value: slides } = adoptTheme({ ...theme, layouts: { default: 'Brand Cover' } }, reference)
    if (!slides) throw new Error('no theme')
    expect(slides.scheme).toMatchObject({ ink: { slot: 'bg1' } })
    expect(slides.colors).toMatchObject({ paper: '#123a5f', ink: '#ffffff' })
    const { colors } = onPaper(slides, reference)
    expect(colors).toMatchObject({ paper: '#ffffff', ink: '#000000' })
    for (const { accentText, muted, paper } of [slides.colors, colors])
      expect([accentText, muted].map((color) => contrast(color, paper) >= 4.5)).toEqual([true, true])
  })

  it('has large numbers, marks and quotes that can be seen where its accents are pale, or stand on a picture', () => {
    const { value } = adoptReference({ ...theme, reference: 'brand.pptx' }, undefined, report)
    const reference = value?.reference
    if (!reference) throw new Error('no template')
    const looked = (accent1: string, accent2: string) => {
      const colors = { ...reference.colors, bg1: '#ffffff', tx1: '#16202c', accent1, accent2 }
      const adopted = adoptTheme(theme, { ...reference, colors }).value ?? theme
      const { keyValue, quote } = slideStyles(adopted)
      return [keyValue.color, quote.color, 'second' as const].map((name) => contrast(adopted.colors[name], '#ffffff'))
    }
    const [number = 0, quote = 0, second = 0] = looked('#ffd500', '#9adcf5')
    expect(number).toBeGreaterThanOrEqual(3)
    expect(quote).toBeGreaterThanOrEqual(4.5)
    expect(second).toBeGreaterThanOrEqual(3)
    expect(slideStyles(theme).keyValue.color).toBe('accent')
    const words = { levels: [{ color: '#ffffff' }] } as unknown as Slot
    const box = { x: 0, y: 0, width: 9, height: 9 }
    const ground = groundAt(box, [{ box, color: undefined }], words) ?? ''
    // A green that is seen on black and not on a picture in blue.
    expect(contrast('#18a303', ground)).toBeLessThan(3)
    expect(contrast('#ffffff', ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('has text that can be read', () => {
    for (const path of [join(report, 'brand.pptx'), join(folder, 'elsewhere.pptx')]) {
      const colors = adoptReference(theme, path, report).value?.theme.colors ?? theme.colors
      for (const name of ['ink', 'muted', 'accentText'] as const) {
        expect(contrast(colors[name], colors.paper), name).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
})
