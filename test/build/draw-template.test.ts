import { expect, test } from 'vitest'
import { drawTemplate } from '../../src/build/documents/draw-template.ts'
import { layoutSlides } from '../../src/layout/slides/slides.ts'
import type { Item } from '../../src/layout/types.ts'
import { parseTemplateDeck } from '../../src/reference/read-reference.ts'
import { templateArt } from '../../src/reference/template-art.ts'
import type { Theme } from '../../src/theme/theme.ts'
import { fonts, getDocument, heading, locale, paragraph, theme } from '../layout/stage.ts'
import { scriptedTemplate } from '../reference/templates.ts'

const { value: reference } = parseTemplateDeck(await scriptedTemplate(), 'brand.pptx')
if (!reference) throw new Error('no template')
const layouts: Theme['layouts'] = { title: 'Brand Cover', default: 'Brand Content' }
const branded = { ...theme, layouts }

function drawn() {
  if (!reference) throw new Error('no template')
  const document = getDocument(
    'deck',
    heading(1, 'The cover'),
    heading(2, 'Since 2024'),
    heading(1, 'A'),
    paragraph('B.'),
  )
  const { value: pages } = layoutSlides(document, branded, fonts, locale, reference)
  if (!pages) throw new Error('no slides')
  return drawTemplate(pages, reference, branded)
}

const colorsOf = (items: readonly Item[]) =>
  items.flatMap((item) => (item.type === 'text' ? item.paragraphs.map(({ style }) => style.color) : []))

test('a template’s background and its pictures stand behind the words on paper, as artifacts', () => {
  const { value: [cover, slide] = [], diagnostics } = drawn()
  expect(diagnostics).toEqual([])
  for (const page of [cover, slide])
    expect(page?.items[0]).toMatchObject({ type: 'picture', role: 'artifact', alt: undefined, box: { x: 0, y: 0 } })
})

test('words on a dark ground are light', () => {
  const { value: [cover, slide] = [] } = drawn()
  expect(new Set(colorsOf(cover?.items ?? []))).toEqual(new Set(['paper']))
  expect(colorsOf(slide?.items ?? [])).not.toContain('paper')
})

test('its art is what it draws, where it draws it', () => {
  const art = (name: string) => {
    const layout = reference.layouts.find((one) => one.name === name)
    return layout ? templateArt(reference, layout) : undefined
  }
  expect(art('Brand Cover')?.svg).toContain('fill="#123a5f"')
  expect(art('Brand Content')?.svg).toMatch(
    /<image x="662\.4" y="7\.2" width="36" height="36" .*data:image\/png;base64,/,
  )
})
