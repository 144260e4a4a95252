import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPdf } from '../pdf.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { runCommand } from './run-command.ts'

const cloud = {
  $schema: 'https://vega.github.io/schema/vega/v6.json',
  width: 300,
  height: 200,
  data: [{ name: 'words', values: ['vectors', 'figures', 'sources', 'charts', 'pages'].map((text) => ({ text })) }],
  marks: [
    {
      type: 'text',
      from: { data: 'words' },
      encode: { enter: { text: { field: 'text' }, align: { value: 'center' }, baseline: { value: 'alphabetic' } } },
      transform: [
        { type: 'wordcloud', size: [300, 200], text: { field: 'datum.text' }, fontSize: 40, font: 'Arial', padding: 2 },
      ],
    },
  ],
}

const heat = {
  $schema: 'https://vega.github.io/schema/vega/v6.json',
  width: 100,
  height: 100,
  data: [
    {
      name: 'grid',
      values: [{ grid: { width: 2, height: 2, values: [0, 1, 1, 0] } }],
      transform: [{ type: 'heatmap', field: 'grid', color: 'steelblue', opacity: { expr: 'datum.$value' } }],
    },
  ],
  marks: [
    {
      type: 'image',
      from: { data: 'grid' },
      encode: {
        update: { width: { value: 100 }, height: { value: 100 }, aspect: { value: false }, image: { field: 'image' } },
      },
    },
  ],
}

it('draws what Vega computes with pixels: clouds of words, and heat maps', async () => {
  const cwd = temporaryFolder({ 'cloud.vg.json': JSON.stringify(cloud), 'heat.vg.json': JSON.stringify(heat) })
  const { code, stderr } = runCommand(['chart', 'cloud.vg.json', 'heat.vg.json', '-o', 'out/', '--to', 'pdf,svg'], {
    cwd,
  })
  expect(stderr).not.toContain('error')
  expect(code).toBe(0)
  const { pages } = await readPdf(readFileSync(join(cwd, 'out/cloud.pdf')))
  const boxes = (pages[0]?.texts ?? []).filter(({ text }) => text.trim() !== '')
  expect(boxes.map(({ text }) => text).sort()).toEqual(['charts', 'figures', 'pages', 'sources', 'vectors'])
  // No word lies on another: at 40 points of size, letters are at least 20 high.
  for (const one of boxes) {
    for (const other of boxes) {
      if (one === other) continue
      const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x
      expect(isBeside || Math.abs(one.y - other.y) >= 20, `${one.text} ${other.text}`).toBe(true)
    }
  }
  expect(readFileSync(join(cwd, 'out/heat.svg'), 'utf8')).toContain('xlink:href="data:image/png;base64,')
  expect(readFileSync(join(cwd, 'out/heat.pdf')).toString('latin1')).toContain('/SMask')
})
