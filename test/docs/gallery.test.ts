import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { namedCharts } from '../../src/chart/named/named-charts.ts'
import { layoutNames } from '../../src/document/layout-names.ts'
import { directives } from '../../src/document/parse/blocks/directives.ts'

// What the gallery of the site shows, each with a picture, its source and its documents: docs/site/make-gallery.mjs.

const read = (path: string) => readFileSync(path, 'utf8')
const kinds = ['deck', 'briefing']
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name)

it.each(kinds)('shows every chart by name in a %s', (kind) => {
  const shown = found(read(`test/reports/gallery/templates/${kind}.md.hbs`), /\(chart:(\w[\w-]*)/g)
  expect(shown).toEqual(expect.arrayContaining([...namedCharts.keys()]))
})

it('shows every layout of slides, once', () => {
  const shown = found(read('docs/site/gallery/layouts/deck.md.hbs'), /^::slide\{layout="([\w-]+)"/gm)
  expect(shown.toSorted()).toEqual(layoutNames.toSorted())
})

it('shows every block, in each kind of document that has it', () => {
  for (const kind of kinds) {
    const shown = found(read(`docs/site/gallery/blocks/${kind}.md.hbs`), /^:{2,}(\w[\w-]*)/gm)
    const own = Object.entries(directives).filter(([, { only }]) => only === undefined || only === kind)
    // Where a page ends has no picture; the gallery breaks one after each block.
    const names = own.map(([name]) => name).filter((name) => name !== 'page-break')
    expect(shown).toEqual(expect.arrayContaining(names))
  }
})
