import { Decimal } from 'decimal.js'
import { expect, test } from 'vitest'
import type { Dataset, Observation } from '../../../src/dataset/types.ts'
import { addTrends } from '../../../src/document/complete/add-trends.ts'
import type { Block, KeyFigure } from '../../../src/document/types.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { smallDataset } from '../dataset.ts'
import { parseTemplateText } from '../parse-text.ts'

/** The small dataset knows three levels of netizens; this is a fourth, half a year before. */
function withHistory(): Dataset {
  const dataset = smallDataset()
  const first = dataset.observations.get('netizens@2022-06')
  if (!first) throw new Error('no netizens@2022-06')
  const value = new Decimal(1032000000)
  const earlier = { ...first, key: 'netizens@2021-12', period: '2021-12', quantity: { ...first.quantity, value } }
  return { ...dataset, observations: new Map([...dataset.observations, [earlier.key, earlier]]) }
}

function figures(template: string, language = 'en'): KeyFigure[] {
  const { value } = parseTemplateText(`# T\n\n:::key-figures\n${template}\n:::\n`)
  if (!value) throw new Error('no document')
  const { blocks } = addTrends(value, withHistory(), getLocale(language, 'en'))
  return blocks.flatMap((block) => (block.type === 'keyFigures' ? block.figures : []))
}

test('a key figure with four levels or more has its course, drawn to scale and said in words', () => {
  const [figure] = figures('{{key-figure "netizens"}}')
  const { points = [], alt } = figure?.trend ?? {}
  expect(points).toHaveLength(4)
  expect(points[0]).toEqual({ x: 0, y: 0 })
  expect(points.at(-1)).toEqual({ x: 1, y: 1 })
  for (const [index, { x }] of points.entries()) expect(x).toBeGreaterThanOrEqual(points[index - 1]?.x ?? 0)
  expect(alt?.replaceAll('\u00a0', ' ')).toMatch(
    /^December 2021 to December 2023: from 1\.032 billion to 1\.092 billion, rising throughout\.$/,
  )
})

test('of fewer there is none', () => {
  const [figure] = figures('{{key-figure "online-video-users"}}')
  expect(figure).toBeDefined()
  expect(figure?.trend).toBeUndefined()
})

test('columns have none where one of them has none', () => {
  const trends = (...names: string[]) => {
    const column = (name: string) => `:::::column\n:::key-figures\n{{key-figure "${name}"}}\n:::\n:::::`
    const { value } = parseTemplateText(`# T\n\n::::::columns\n${names.map(column).join('\n')}\n::::::\n`)
    const { blocks = [] } = value ? addTrends(value, withHistory(), getLocale('en')) : {}
    const inside = blocks.flatMap((block) => (block.type === 'columns' ? block.columns.flat() : []))
    return inside.flatMap((block) => (block.type === 'keyFigures' ? block.figures : [])).map(({ trend }) => trend?.alt)
  }
  expect(trends('netizens', 'netizens')).toEqual([expect.any(String), expect.any(String)])
  expect(trends('netizens', 'online-video-users')).toEqual([undefined, undefined])
})

test('a slide with a chart of the course does not draw it twice', () => {
  const { value } = parseTemplateText('# T\n\n:::key-figures\n{{key-figure "netizens"}}\n:::\n')
  if (!value) throw new Error('no document')
  const dataset = withHistory()
  const levels = [...dataset.observations.values()].filter(({ key }) => /^netizens@/.test(key))
  const withChart = (observations: readonly Observation[]) => {
    const chart = { type: 'chart', chart: { observations }, place: value.blocks[0]?.place } as unknown as Block
    const { blocks } = addTrends({ ...value, kind: 'deck', blocks: [...value.blocks, chart] }, dataset, getLocale('en'))
    return blocks.flatMap((block) => (block.type === 'keyFigures' ? block.figures : [])).map(({ trend }) => trend)
  }
  expect(withChart(levels)).toEqual([undefined])
  expect(withChart(levels.slice(1))).toEqual([expect.objectContaining({ alt: expect.any(String) })])
})

test('it is said in the language of the document', () => {
  expect(figures('{{key-figure "netizens"}}', 'zh')[0]?.trend?.alt).toMatch(/至2023年12月.*持续上升。$/)
})
