import { describe, expect, it } from 'vitest'
import { formatDiagnostic, hasErrors } from '../../../src/diagnostic.ts'
import type { Block, TableCell } from '../../../src/document/types.ts'
import { layoutPages } from '../../../src/layout/pages/pages.ts'
import { layoutSlides } from '../../../src/layout/slides/slides.ts'
import { columnLabel, rowLabel } from '../../../src/layout/table-heads.ts'
import { tableRules } from '../../../src/layout/table-rules.ts'
import type { Page, SetCell, SetRow, TableItem } from '../../../src/layout/types.ts'
import { at, fonts, getDocument, heading, locale, theme, words } from '../stage.ts'

/** A head under others, outermost first: `Men > 2023`. */
const head = (text: string): TableCell => {
  const names = text.split(' > ')
  return { children: words(names.at(-1) ?? ''), over: names.slice(0, -1).map(words) }
}

const crossTable = (columns: readonly string[], rows: readonly string[]): Block => ({
  type: 'table',
  align: ['left', ...columns.slice(1).map(() => 'right' as const)],
  header: columns.map(head),
  rows: rows.map((label, row) => [
    head(label),
    ...columns.slice(1).map((_, column) => ({ children: words(`${row}.${column}`) })),
  ]),
  place: at(7),
})

const ages = ['All ages', '16 to 24', '25 to 49', '50 to 64', '65 and over']
const by = (outer: readonly string[], inner: readonly string[]): string[] =>
  outer.flatMap((one) => inner.map((other) => `${one} > ${other}`))

function tablesOf(pages: readonly Page[] | undefined): TableItem[] {
  return (pages ?? []).flatMap(({ items }) => items.flatMap((item) => (item.type === 'table' ? [item] : [])))
}

function layOut(kind: 'deck' | 'briefing', table: Block): Page[] {
  const lay = kind === 'deck' ? layoutSlides : layoutPages
  const { value, diagnostics } = lay(getDocument(kind, heading(1, 'T'), table), { theme, fonts, locale })
  expect(diagnostics.map(formatDiagnostic)).toEqual([])
  expect(hasErrors(diagnostics)).toBe(false)
  return value ?? []
}

/** A cell in few signs: its words, then how many columns and rows it takes; `<` and `^` where another covers it. */
function sign({ covered, span, paragraph }: SetCell): string {
  if (covered) return covered === 'left' ? '<' : '^'
  const text = paragraph.runs.map((run) => run.text).join('')
  return span ? `${text} ${span.columns}x${span.rows}` : text
}

const signs = (rows: readonly SetRow[] | undefined): string[] =>
  (rows ?? []).map(({ cells }) => cells.map(sign).join(' | '))

const byYear = crossTable(['Age', ...by(['Women', 'Men'], ['2023', '2024']), 'Change'], ages)
const bySex = crossTable(['Sex > Age', '2023', '2024'], by(['Women', 'Men'], ages))

describe('a cross-table', () => {
  const [slide] = tablesOf(layOut('deck', byYear))

  it('has heads that span, and others that take all rows of heads', () => {
    expect(signs(slide?.rows.slice(0, 2))).toEqual([
      'Age 1x2 | Women 2x1 | < | Men 2x1 | < | Change 1x2',
      '^ | 2023 | 2024 | 2023 | 2024 | ^',
    ])
    expect(slide?.rows.map(({ header }) => header)).toEqual([true, true, ...ages.map(() => false)])
  })

  it('has each head as wide as what it spans, and a rule below it that keeps off its neighbour', () => {
    const [women, men] = [slide?.rows[0]?.cells[1], slide?.rows[0]?.cells[3]]
    expect(women?.box.width).toBeCloseTo((slide?.columns[1] ?? 0) + (slide?.columns[2] ?? 0), 5)
    const rules = slide ? tableRules(slide) : []
    const [first, second, below] = rules
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(second?.x ?? 0)
    expect(second?.x).toBeGreaterThan(men?.box.x ?? 0)
    expect(below?.width).toBeCloseTo(slide?.box.width ?? 0, 5)
  })

  it('calls its columns by all their heads', () => {
    expect(slide && [0, 2, 5].map((column) => columnLabel(slide, column))).toEqual(['Age', 'Women, 2024', 'Change'])
    expect(slide?.alt).toBe('Age, Women 2023, Women 2024, Men 2023, Men 2024, Change')
  })

  it('has heads of rows that span, named once for who listens', () => {
    const [page] = tablesOf(layOut('briefing', bySex))
    expect(signs(page?.rows).slice(0, 4)).toEqual([
      'Sex | Age | 2023 | 2024',
      'Women 1x5 | All ages | 0.0 | 0.1',
      '^ | 16 to 24 | 1.0 | 1.1',
      '^ | 25 to 49 | 2.0 | 2.1',
    ])
    expect(page?.rows[1]?.cells[0]?.paragraph.tags.at(-1)).toMatchObject({
      type: 'TH',
      scope: 'Row',
      span: { columns: 1, rows: 5 },
    })
    expect(page && rowLabel(page, page.rows[9] as SetRow)).toBe('Men, 50 to 64')
  })

  it('that is too long goes on with its heads, those of columns and of rows', () => {
    const long = crossTable(
      ['Region > Age', '2023', '2024'],
      by(['North', 'South'], ages.concat(by(['A', 'B', 'C'], ages).map((name) => name.replace(' > ', ' ')))),
    )
    const parts = tablesOf(layOut('deck', long))
    expect(parts.length).toBeGreaterThan(2)
    for (const { rows } of parts) {
      expect(signs(rows)[0]).toBe('Region | Age | 2023 | 2024')
      expect(signs(rows)[1]).toMatch(/^(North|South)( 1x\d+)? \|/)
    }
    const further = parts[1]?.rows[1]?.cells[0]
    expect(further?.repeated).toBe(true)
    expect(further?.paragraph.tags).toEqual([])
    expect(parts.flatMap(({ rows }) => signs(rows.slice(1))).length).toBe(40)
  })

  it('that is too long is cut between its groups, where more than half of a part stands before', () => {
    const groups = ['North', 'South', 'East', 'West', 'Centre', 'Isles', 'Coast']
    const inner = ages.slice(0, 4)
    const parts = tablesOf(layOut('deck', crossTable(['Region > Age', '2023', '2024'], by(groups, inner))))
    expect(parts.length).toBeGreaterThan(1)
    for (const { rows } of parts) {
      expect(rows[1]?.cells[0]?.span?.rows).toBe(inner.length)
      expect(rows[1]?.cells[0]?.repeated).toBeUndefined()
    }
  })

  it('that is too wide is parted between its upper heads, each part with the heads of the rows', () => {
    const years = ['2020', '2021', '2022', '2023', '2024'].map((year) => `3 months to June ${year}`)
    const wide = crossTable(['Age', ...by(['Women', 'Men', 'Both sexes'], years)], ages)
    const parts = tablesOf(layOut('briefing', wide))
    expect(parts.map(({ rows }) => signs(rows)[0])).toEqual([
      'Age 1x2 | Women 5x1 | < | < | < | <',
      'Age 1x2 | Men 5x1 | < | < | < | <',
      'Age 1x2 | Both sexes 5x1 | < | < | < | <',
    ])
    expect(new Set(parts.map(({ tags }) => tags.at(-1)?.id)).size).toBe(3)
    for (const { box } of parts) expect(box.width).toBeLessThanOrEqual(500)
  })
})
