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
