import { expect, test } from 'vitest'
import { drawChart } from '../../../../src/chart/draw/draw.ts'
import { paintedTexts } from '../../painted.ts'
import { bound, options, soundValue } from '../../sample.ts'

const line = {
  mark: 'line',
  encoding: {
    x: { field: 'period', type: 'ordinal' },
    y: { field: 'value', type: 'quantitative', axis: { format: 's' } },
  },
}
const data = { name: 'netizens' }
const three = { data: { name: 'netizens, video-users, gap' } }
const compositions = {
  facet: { ...three, ...line, encoding: { ...line.encoding, facet: { field: 'label', columns: 2 } } },
  column: { ...three, ...line, encoding: { ...line.encoding, column: { field: 'label' } } },
  'facet of a view': { ...three, facet: { field: 'label' }, columns: 2, spec: line },
  hconcat: { data, hconcat: [line, line] },
  vconcat: { data, vconcat: [line, { hconcat: [line, line] }] },
}

/** How much of a chart's width and height its words reach over. */
async function reach(spec: object, size: { width: number; height: number }) {
  const texts = paintedTexts(soundValue(await drawChart(bound(spec, { medium: 'page' }), size, options)))
  const [x, y] = (['x', 'y'] as const).map((side) => Math.max(...texts.map((text) => text[side])))
  return { across: (x ?? 0) / size.width, down: (y ?? 0) / size.height }
}

test.each(Object.entries(compositions))('panels fill a wide chart and a high one: %s', async (_, spec) => {
  for (const size of [
    { width: 640, height: 240 },
    { width: 300, height: 440 },
  ]) {
    const { across, down } = await reach(spec, size)
    expect({ size, fills: across > 0.8 && down > 0.85 }).toEqual({ size, fills: true })
  }
})

test('panels that their author has sized are scaled as a whole', async () => {
  const sized = { ...line, width: 400, height: 400 }
  const { across } = await reach({ data, hconcat: [sized, sized] }, { width: 640, height: 160 })
  expect(across).toBeLessThan(0.6)
})
