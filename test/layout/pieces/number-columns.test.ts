import { expect, test } from 'vitest'
import type { Block, FigureInline } from '../../../src/document/types.ts'
import { layoutPages } from '../../../src/layout/pages/pages.ts'
import { layoutSlides } from '../../../src/layout/slides/slides.ts'
import { at, fonts, getDocument, heading, lineTexts, locale, paragraph, theme, words } from '../stage.ts'

const figure = (text: string): FigureInline => ({
  type: 'figure',
  text,
  observation: {} as FigureInline['observation'],
})

const long = 'Distance travelled by local public transport, on foot and by bicycle in the whole of the region'
const number = '12,482\u00a0passenger-kilometres per inhabitant'

const table = (label: string): Block => ({
  type: 'table',
  align: ['left', 'right'],
  header: [{ children: words('Measure') }, { children: words('Value') }],
  rows: [[{ children: words(label) }, { children: [figure(number)] }]],
  place: at(7),
})

/** The lines of the number's cell. */
function linesIn(kind: 'deck' | 'briefing', ...blocks: Block[]): string[] {
  const lay = kind === 'deck' ? layoutSlides : layoutPages
  const { value, diagnostics } = lay(getDocument(kind, heading(1, 'T'), ...blocks), { theme, fonts, locale })
  expect(diagnostics).toEqual([])
  const items = (value ?? []).flatMap((page) => page.items)
  return items.flatMap((item) => {
    const cell = item.type === 'table' ? item.rows.at(-1)?.cells[1] : undefined
    return cell ? lineTexts(cell.paragraph) : []
  })
}

test('a number keeps its unit on its line where the label beside it can be broken', () => {
  expect(linesIn('deck', table(long))).toEqual([number])
  expect(linesIn('briefing', table(long))).toEqual([number])
})

test('no word of a unit is cut in a column that is too narrow for the whole of it', () => {
  const columns = [[paragraph('A.')], [table(long)], [paragraph('B.')]]
  expect(linesIn('deck', { type: 'columns', columns, place: at(9) })).toEqual([
    '12,482\u00a0passenger-',
    'kilometres',
    'per inhabitant',
  ])
})
