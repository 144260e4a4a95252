import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTools } from '../../src/build/build-tools.ts'
import { drawEditions } from '../../src/build.ts'

/** The lines of a paragraph as they are set, from its left edge. */
interface Line {
  texts: string[]
  ends: number[]
  isJustified: boolean
}

const folder = mkdtempSync(join(tmpdir(), 'briefwright-test-'))
for (const part of ['data', 'templates']) cpSync(part, join(folder, part), { recursive: true })
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** All lines of the first report's Chinese documents, as they lie in the folder. */
async function readLines(justify: boolean): Promise<Line[]> {
  const tools = createTools()
  const request = { folder, languages: ['zh'] }
  const { value = [] } = await drawEditions(request, tools)
  await tools.close()
  return value.flatMap(({ documents }) =>
    documents.flatMap((document) =>
      findParagraphs(document.pages).map((lines) => ({ ...lines, isJustified: justify && document.kind !== 'deck' })),
    ),
  )
}

/** What has lines with runs, however deep in a page. */
function findParagraphs(value: unknown): Pick<Line, 'texts' | 'ends'>[] {
  if (typeof value !== 'object' || value === null) return []
  if ('lines' in value && Array.isArray(value.lines) && value.lines.every((line) => Array.isArray(line?.runs))) {
    const runs = value.lines.map((line): { text: string; x: number; width: number }[] => line.runs)
    return [
      {
        texts: runs.map((line) => line.map(({ text }) => text).join('')),
        ends: runs.map((line) => Math.max(...line.map(({ x, width }) => x + width))),
      },
    ]
  }
  return Object.values(value).flatMap(findParagraphs)
}

describe('every line of the first report in Chinese', () => {
  let paragraphs: Line[] = []
  beforeAll(async () => {
    const ragged = await readLines(false)
    appendFileSync(join(folder, 'templates/theme.yaml'), 'page:\n  justify: true\n')
    paragraphs = [...ragged, ...(await readLines(true))]
  })
  const ends = () =>
    paragraphs.flatMap(({ texts }) => texts.slice(0, -1).map((text, index) => [text, texts[index + 1] ?? '']))

  test('are more than 300, a third of which end within a paragraph', () => {
    expect(paragraphs.flatMap(({ texts }) => texts).length).toBeGreaterThan(300)
    expect(ends().length).toBeGreaterThan(100)
  })

  test('starts with no closing mark, and ends with no opening one', () => {
    expect(ends().filter(([, next]) => /^[、，；：。！？）》】」』”’〉〕%·…—]/.test(next ?? ''))).toEqual([])
    expect(ends().filter(([line]) => /[（《【「『“‘〈〔]$/.test(line ?? ''))).toEqual([])
  })

  test('parts no number, nor a number from its scale or unit, nor a figure or a paragraph from its number', () => {
    expect(ends().filter(([line, next]) => /\d[.,]?$/.test(line ?? '') && /^[.,]?\d/.test(next ?? ''))).toEqual([])
    expect(
      ends().filter(
        ([line, next]) =>
          /\d(?:万亿|[万亿])?$/.test(line ?? '') && /^(?:[万亿]|[人元年月日段次页%]|个百分点)/.test(next ?? ''),
      ),
    ).toEqual([])
    expect(ends().filter(([line, next]) => /[图表第]$/.test(line ?? '') && /^\d/.test(next ?? ''))).toEqual([])
  })

  test('is flush on both sides where the theme asks for it', () => {
    const running = paragraphs.filter(({ texts, isJustified }) => isJustified && texts.length > 2)
    expect(running.length).toBeGreaterThan(8)
    const widths = running.map(({ texts, ends }) => {
      const last = Math.max(...ends.slice(0, -1))
      // A mark at a line's end reaches half a character beyond the edge.
      const edge = Math.min(...ends.slice(0, -1).filter((end) => last - end < 6))
      return ends.slice(0, -1).map((end, index) => [texts[index], end - edge] as const)
    })
    const ragged = widths
      .flat()
      .filter(([text, off]) => Math.abs(off) > 0.01 && !/[、。，：；）》”’]$/.test(text ?? ''))
    expect(ragged).toEqual([])
  })
})
