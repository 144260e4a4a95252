import { describe, expect, test } from 'vitest'
import { helpers } from '../../src/document/say/helpers/helpers.ts'
import { filledText, saidText } from './fill-text.ts'

describe.each([...helpers])('{{%s}}', (_, { examples }) => {
  test.each(examples)('%s', (template, output) => {
    expect(saidText(template)).toBe(output)
  })
})

test('numbers are links to their observations', () => {
  expect(filledText('{{change "netizens" rate=true}}')).toBe(
    'up [24.8 million](obs:netizens.change@2023-12), or [2.3%](obs:netizens.rate@2023-12)',
  )
  expect(filledText('{{previous "netizens"}}')).toBe('[1.067 billion](obs:netizens@2022-12)')
})

test('the level before an earlier one is earlier still, and none after it', () => {
  expect(() => saidText('{{previous "netizens@2022-06"}}')).toThrow('no observation: netizens in 2021-06')
  expect(() => saidText('{{previous "netizens" since="2023-12"}}')).toThrow('no earlier level: netizens@2023-12')
})

test('what is joined to a number keeps its spaces', () => {
  expect(saidText('{{join (value "netizens") " and " 3 ", too"}}')).toBe('1.092 billion and 3, too')
})

test('a column of what was before is of no other time', () => {
  const asked = () => saidText('{{table "netizens" columns="value previous@2022-12"}}')
  expect(asked).toThrow('unknown column: previous@2022-12')
})

test('numbers and their units are tied', () => {
  expect(saidText('{{value "netizens" unit=true}}')).toBe('1.092 billion people')
})

test('a table says what is not stated, and intervals where there is no number', () => {
  expect(
    saidText('{{table "online-government-service-users netizens" columns="value@2022-12 rate rank" short=true}}'),
  ).toBe(`| Indicator | Dec 2022 | Growth | Rank |
| :-- | --: | --: | --: |
| Government service users | at most 926.5 million | not stated | 2 |
| Netizens | 1.067 billion | +2.3% | 1 |`)
})

test('a row of a table that is to be seen first is bold', () => {
  const rows = saidText('{{table "netizens online-video-users" columns="value" accent="online-video-users"}}')
  expect(rows.split('\n').slice(2)).toEqual([
    '| Netizens | 1.092 billion |',
    '| **Online video users** | **1.067 billion** |',
  ])
})

test('a table shows the levels before, whatever edition it is', () => {
  expect(saidText('{{table "netizens" columns="previous value"}}')).toBe(
    saidText('{{table "netizens" columns="value@2022-12 value"}}'),
  )
})

test('a cross-table takes no heads of its own', () => {
  expect(() => saidText('{{table "recent-users" rows="age" columns="period" head="Age | Then | Now"}}')).toThrow('head')
})

test('a change that counts from none of the levels beside it says from when', () => {
  const heads = (columns: string) => saidText(`{{table "netizens" columns="${columns}"}}`).split('\n')[0]
  expect(heads('value@2022-06 value change')).toBe('| Indicator | Jun 2022 | Dec 2023 | Change since Dec 2022 |')
  expect(heads('value@2022-12 value change')).toBe('| Indicator | Dec 2022 | Dec 2023 | Change |')
  expect(heads('value change')).toBe('| Indicator | Dec 2023 | Change |')
})

test('a table takes its members apart by spaces or commas, and no option of a cross-table', () => {
  expect(saidText('{{table "netizens, online-video-users" columns="value"}}')).toBe(
    saidText('{{table "netizens online-video-users" columns="value"}}'),
  )
  expect(() => saidText('{{table "netizens" columns="value" total=true}}')).toThrow('an option of a cross-table: total')
})

test('what cannot be rounded up to is not: digits= only takes away', () => {
  expect(saidText('{{value "netizens" digits=9}} {{value "netizens" digits=2}}')).toBe('1.092 billion 1.1 billion')
})

test('in Chinese', () => {
  const text =
    '{{label "netizens"}}{{value "netizens" unit=true}}，{{change "netizens" rate=true since=true}}；{{change "urban-rural-penetration-gap"}}；{{edition}}；{{as-of "netizens"}}；{{value "online-retail-sales"}}'
  expect(saidText(text, {}, 'zh')).toBe(
    '网民规模10.92亿人，较2022年12月增长2480万，增幅2.3%；下降4.4个百分点；第53次；截至2023年12月；15.4万亿元',
  )
})

test('words that state a fact are chosen in Chinese too', () => {
  expect(saidText('{{moved "netizens"}}；{{moved "urban-rural-penetration-gap" verb="widen"}}', {}, 'zh')).toBe(
    '上升；缩小',
  )
})

test('a word is not chosen where the digits cannot tell', () => {
  expect(() => saidText('{{moved "online-video-users" "netizens@2022-12"}}')).toThrow(
    /cannot be told from figures rounded as these are: how it moved/,
  )
})
