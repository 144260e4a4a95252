import { expect, it } from 'vitest'
import { alignSlides, alignTexts } from '../../../src/build/base/align-texts.ts'

const text = (slide: number, item: string, words: string) => ({ slide, item, kind: 'text' as const, text: words })

it('takes a box with figures of people’s own for no copy of a title that has none', () => {
  const title = text(3, 'Title', 'Motor premiums rose, life premiums fell')
  const box = text(3, 'Box', 'Motor premiums rose by €130 million, life premiums fell by €170 million')
  const copy = text(5, 'Copy', 'Motor premiums rose and life premiums fell')
  const pairs = alignTexts([title], [title, box, copy], new Map([[3, 3]]))
  expect([...pairs]).toEqual([
    [title, title],
    [copy, title],
  ])
})

it('takes a sentence with a number of people’s own for no title that shares its period with it, nor for the foot', () => {
  const title = { ...text(1, 'Title', 'Mountain rescue, the first half of 2026'), marks: [] }
  const feet = ['Date', '日期'].map((item) => ({ ...text(1, item, 'In the first half of 2026'), marks: [] }))
  const own = text(3, 'Content', '41.97 million rides in the first half of 2026')
  expect(alignTexts([title, ...feet], [own], new Map([[3, 1]])).size).toBe(0)
  expect(alignTexts(feet, [own], new Map()).size).toBe(0)
})

it('pairs the lines of notes of two builds in their order, though the latest of one is the former of the next', () => {
  const line = (period: string) => ({
    ...text(6, 'Notes', `Climbing accidents, the ${period}: 731 missions. Source: rescue log, ${period}.`),
    kind: 'notes' as const,
    marks: [[0, 3, `climbing@${period}`]] as const,
  })
  const [was, is] = [
    [line('first half of 2026'), line('second half of 2026')],
    [line('second half of 2026'), line('first half of 2027')],
  ]
  const pairs = alignTexts(was ?? [], is ?? [], new Map([[6, 6]]))
  expect([...pairs].map(([now, before]) => [is?.indexOf(now), was?.indexOf(before)])).toEqual([
    [0, 0],
    [1, 1],
  ])
})

it('takes a slide of another region’s deck for no copy of this one’s, though a number of it is the same', () => {
  const card = (slide: number, region: string, thing: string, value: string) => [
    { ...text(slide, `Card ${thing}`, value), marks: [[0, value.length, `${thing}[${region}]@2025`]] as const },
    { ...text(slide, `Card ${thing}`, `${thing}, ${region}`), marks: [] },
  ]
  const built = [
    ...card(2, 'Coast', 'Accidents', '1954'),
    ...card(2, 'Coast', 'Casualties', '191'),
    ...card(2, 'Coast', 'Deaths', '31'),
  ]
  const edited = (slide: number) => built.map(({ marks: _, ...one }) => ({ ...one, slide }))
  const other = [
    ...card(9, 'Islands', 'Accidents', '191'),
    ...card(9, 'Islands', 'Casualties', '18'),
    ...card(9, 'Islands', 'Deaths', '0'),
  ]
  const foreign = other.map(({ marks: _, ...one }) => one)
  const found = [...edited(2), ...edited(5), ...foreign]
  const slides = alignSlides(built, found)
  expect([...slides]).toEqual([
    [2, 2],
    [5, 2],
  ])
  const pairs = alignTexts(built, found, slides)
  expect(foreign.filter((one) => pairs.has(one))).toEqual([])
})

it('takes a line of notes on a slide that the report has no more for no line of another figure', () => {
  const line = (slide: number, name: string, by: string) => ({
    ...text(
      slide,
      'Notes',
      `${name}, June 2025, growth since December 2024: up ${by} (calculated). Source: own count.`,
    ),
    kind: 'notes' as const,
  })
  const [built, gone] = [line(3, 'Self-employed', '1.5%'), line(5, 'Software', '7.1%')]
  expect(alignTexts([built], [built, gone], new Map([[3, 3]]))).toEqual(new Map([[built, built]]))
})
