import pptxgen from 'pptxgenjs'
import { layoutSlides } from '../../src/layout/slides/slides.ts'
import type { Theme } from '../../src/theme/theme.ts'
import { fonts, getDocument, heading, locale, paragraph, theme } from '../layout/stage.ts'
import { renderDeck } from '../render/rendered-deck.ts'

/** A template as this project's own writer makes it: 4:3, other margins, sizes and colours, placeholders for each thing. */
export async function ownTemplate(): Promise<Uint8Array> {
  const brand: Theme = {
    ...theme,
    colors: { ...theme.colors, ink: '#22262a', accent: '#7a1f3d', accentText: '#7a1f3d', second: '#2f6f73' },
    slide: { ...theme.slide, width: 720, height: 540, margin: { top: 50, right: 30, bottom: 40, left: 60 }, title: 26 },
  }
  const document = getDocument(
    'deck',
    heading(1, 'Sample cover'),
    heading(2, 'Sample subtitle'),
    heading(1, 'Sample slide'),
    paragraph('To be dropped'),
  )
  const { value } = layoutSlides(document, { theme: brand, fonts, locale })
  if (!value) throw new Error('no template')
  return renderDeck(value, document, noCharts, brand)
}

const noCharts = () => {
  throw new Error('no charts here')
}

/** A template as a script makes it with pptxgenjs: 16:9 at 10 inches, few placeholders, names of its own, a picture on the master; in colours of cover and slides, and of the words on them, where they are given. */
export async function scriptedTemplate({
  cover = '123A5F',
  paper = 'FFFFFF',
  words,
}: {
  cover?: string
  paper?: string
  words?: string
} = {}): Promise<Uint8Array> {
  // Its types do not fit NodeNext: pptxgenjs issue 1536.
  const Presentation = pptxgen as unknown as new () => ScriptedDeck
  const deck = new Presentation()
  deck.layout = 'LAYOUT_16x9'
  deck.theme = { headFontFace: 'Georgia', bodyFontFace: 'Arial' }
  const place = (name: string, type: string, x: number, y: number, w: number, h: number, fontSize: number) => ({
    placeholder: { options: { name, type, x, y, w, h, fontSize, ...(words && { color: words }) }, text: '' },
  })
  deck.defineSlideMaster({
    title: 'Brand Cover',
    background: { color: cover },
    objects: [place('title', 'title', 0.5, 1.2, 9, 1.4, 32), place('subtitle', 'body', 0.5, 2.8, 9, 1.5, 16)],
  })
  deck.defineSlideMaster({
    title: 'Brand Content',
    background: { color: paper },
    objects: [
      { image: { data: pixel, x: 9.2, y: 0.1, w: 0.5, h: 0.5 } },
      place('title', 'title', 0.5, 0.4, 8.5, 0.9, 24),
      place('body', 'body', 0.5, 1.4, 9, 3.6, 16),
      { rect: { x: 0, y: 5.05, w: 10, h: 0.575, fill: { color: 'DDE6EE' } } },
    ],
    slideNumber: { x: 9.2, y: 5.2, fontSize: 10 },
  })
  deck.addSlide({ masterName: 'Brand Content' }).addText('A sample', { placeholder: 'title' })
  const bytes = await deck.write({ outputType: 'nodebuffer' })
  return new Uint8Array(bytes as ArrayBuffer)
}

/** A deck that a colleague's script makes with pptxgenjs: a sentence in two runs, a table, a chart and notes, each with the same number. */
export async function scriptedDeck(number: string, value: number): Promise<Uint8Array> {
  const deck = new (pptxgen as unknown as new () => ScriptedDeck)()
  const slide = deck.addSlide({})
  slide.addText([{ text: 'There are ' }, { text: number, options: { bold: true } }, { text: ' users.' }], {
    x: 1,
    y: 1,
  })
  slide.addTable([['Users', number]], { x: 1, y: 2 })
  slide.addChart('bar', [{ name: 'Users', labels: ['all'], values: [value] }], { x: 1, y: 3, w: 5, h: 2 })
  slide.addNotes(`Say ${number} aloud.`)
  return new Uint8Array((await deck.write({ outputType: 'nodebuffer' })) as ArrayBuffer)
}

interface ScriptedDeck {
  layout: string
  theme: object
  defineSlideMaster(master: object): void
  addSlide(options: object): {
    addText(text: string | object[], options: object): void
    addTable(rows: string[][], options: object): void
    addChart(kind: string, data: object[], options: object): void
    addNotes(text: string): void
  }
  write(options: object): Promise<unknown>
}

/** A red pixel. */
const pixel =
  'image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
