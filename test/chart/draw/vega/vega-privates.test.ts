import { expect, test } from 'vitest'
import { parseVega, View } from '../../../../src/chart/draw/vega/vega.ts'
import { extendLocale, laidOutSize, runtimeData, sceneRoot } from '../../../../src/chart/draw/vega/vega-privates.ts'

test('Vega still has what it does not declare', async () => {
  const data = {
    name: 'rows',
    values: [{ a: 1 }, { a: 2 }],
    transform: [{ type: 'filter' as const, expr: 'datum.a > 1' }],
  }
  const marks = [{ type: 'rect' as const, name: 'bars', from: { data: 'rows' } }]
  const view = new View(parseVega({ width: 40, height: 30, data: [data], marks }), { renderer: 'none' })
  await view.runAsync()
  expect(runtimeData(view).map(({ values }) => values?.value)).toContainEqual([expect.objectContaining({ a: 2 })])
  expect(sceneRoot(view).items[0]?.items?.[0]).toMatchObject({ name: 'bars', items: [{ datum: { a: 2 } }] })
  expect(laidOutSize(view)).toEqual({ width: 40, height: 30 })
  expect(Reflect.apply(Reflect.get(extendLocale(view, { now: 7 }), 'locale'), view, [])).toMatchObject({ now: 7 })
})
