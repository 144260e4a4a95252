import { expect, it } from 'vitest'
import { alignTexts } from '../../../src/build/base/align-texts.ts'

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
