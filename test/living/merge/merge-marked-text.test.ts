import { describe, expect, it } from 'vitest'
import type { BaseFigure, Mark, MarkedText } from '../../../src/build/base/base-types.ts'
import { applyEdits } from '../../../src/edit/text-edit.ts'
import { type Figures, mergeMarkedText } from '../../../src/living/merge/merge-marked-text.ts'

/** A text with its figures in brackets: `[1.092 billion](n)`. */
function marked(source: string): MarkedText {
  const marks: Mark[] = []
  let text = ''
  for (const match of source.matchAll(/\[([^\]]*)\]\((\w+)\)|[^[]+/g)) {
    const [whole, words, key] = match
    if (words !== undefined && key !== undefined) marks.push([text.length, words.length, key])
    text += words ?? whole
  }
  return { text, marks }
}

const was: Record<string, BaseFigure> = {
  n: ['1092000000', 6, 'people', ''],
  c: ['24800000', 5, 'people', ''],
  r: ['77.5', -1, 'percent', ''],
  o: ['47000000', 6, 'people', 'over'],
}
const is: Record<string, BaseFigure> = {
  n: ['1108000000', 6, 'people', ''],
  c: ['-16100000', 5, 'people', ''],
  r: ['78.6', -1, 'percent', ''],
}
const figures: Figures = {
  language: 'en',
  was: (key) => was[key],
  is: (key) => is[key],
  at: (key) => is[key],
  moved: (key) => key,
}

const base = '▲ up [24.8 million](c) since Dec 2022, to [1.092 billion](n) people'
const ours = '▼ down [16.1 million](c) since Dec 2023, to [1.108 billion](n) people'

/** The text after the merge, then what is left to settle. */
function merge(theirs: string, built = base, now: string | null = ours, language = 'en'): string[] {
  const own = { ...figures, language }
  const { replacements, conflicts } = mergeMarkedText(
    marked(built),
    theirs,
    now === null ? undefined : marked(now),
    own,
  )
  return [applyEdits(theirs, replacements), ...conflicts]
}

describe('a text that stands as it was built', () => {
  it('is what the build prints now, spaces as they stand', () => {
    expect(merge('▲ up 24.8\u00a0million since Dec 2022, to 1.092 billion people')).toEqual([
      '▼ down 16.1 million since Dec 2023, to 1.108 billion people',
    ])
  })

  it('takes the words of a template that has changed', () => {
    expect(
      merge('Of all, 77.5% are online', 'Of all, [77.5%](r) are online', 'Of the whole country, [78.6%](r) use it'),
    ).toEqual(['Of the whole country, 78.6% use it'])
  })
})

it('asks about a bound that does not hold, however it came to be', () => {
  expect(merge('nearly 1.092 billion', '[1.092 billion](n)', '[1.108 billion](n)')).toEqual([
    'nearly 1.092 billion',
    '“nearly 1.092 billion” does not hold any more: it is 1.108 billion now',
  ])
})

it('has a space where a word takes the place of a sign', () => {
  const [said] = merge('by 77.5%, page 3.', 'by [77.5%](r), page 3.', 'by [78.6%](r) of all.')
  expect(said).toBe('by 78.6% of all.')
})

it('parts no thousands where Chinese does not, nor where a person did not', () => {
  expect(merge('增长了2480万人', '增长[2480万](c)人', '[1610万](c)人，下降', 'zh')[0]).toContain('1610万')
  expect(merge('用户为10.92亿，即109200万。', '用户[10.92亿](n)。', '用户[11.08亿](n)。', 'zh')[0]).toContain(
    '110800万',
  )
  expect(merge('1092 million', '[1.092 billion](n)', '[1.108 billion](n)')[0]).toBe('1108 million')
})

it('has the new range of a figure, and no space more, in Chinese too', () => {
  const [built, now] = ['用户达[10.87亿至10.97亿](n)人。', '用户达[11.03亿至11.13亿](n)人。']
  expect(merge('用户达10.87亿至10.97亿人。', built, now, 'zh')).toEqual(['用户达11.03亿至11.13亿人。'])
  expect(merge('我国用户已达10.87亿至10.97亿人。', built, now, 'zh')).toEqual(['我国用户已达11.03亿至11.13亿人。'])
  const [before, after] = ['▲ 增长[2480万](c)人以上', '▲ 较2023年12月增长[3000万](c)人以上']
  expect(merge('▲ 增长2480万人以上', before, after, 'zh')).toEqual(['▲ 较2023年12月增长3000万人以上'])
})

describe('a text that a person has reworded', () => {
  it.each([
    [
      'other words',
      '▲ up 24.8 million since Dec 2022, to 1.092 billion netizens',
      ['▼ down 16.1 million since Dec 2023, to 1.108 billion netizens'],
    ],
    [
      'fewer digits',
      '▲ up 24.8 million since Dec 2022, to 1.09 billion people',
      ['▼ down 16.1 million since Dec 2023, to 1.11 billion people'],
    ],
    [
      'another scale',
      '▲ up 24.8 million since Dec 2022, to 1,092 million people',
      ['▼ down 16.1 million since Dec 2023, to 1,108 million people'],
    ],
    [
      'a Chinese scale',
      '▲ up 24.8 million since Dec 2022, to 10.92亿 people',
      ['▼ down 16.1 million since Dec 2023, to 11.08亿 people'],
    ],
    ['a part taken out', 'To 1.092 billion people', ['To 1.108 billion people']],
    [
      'a bound that still holds',
      '▲ up 24.8 million since Dec 2022, to over 1 billion people',
      ['▼ down 16.1 million since Dec 2023, to over 1 billion people'],
    ],
    [
      'a number typed twice',
      '1.092 billion: ▲ up 24.8 million since Dec 2022, to 1.092 billion people',
      ['1.108 billion: ▼ down 16.1 million since Dec 2023, to 1.108 billion people'],
    ],
  ])('keeps %s with the new number', (_, theirs, expected) => {
    expect(merge(theirs)).toEqual(expected)
  })

  it('has the word that says which way follow, also in other words', () => {
    const [text] = merge('Netizens: up 24.8 million since Dec 2022, to 1.092 billion people')
    expect(text).toBe('Netizens: down 16.1 million since Dec 2023, to 1.108 billion people')
  })

  it('is left to a person where no word of the build says which way', () => {
    expect(merge('1.092 billion people, which is 24.8 million more')).toEqual([
      '1.108 billion people, which is 16.1 million more',
      '“24.8 million” goes the other way now',
    ])
  })

  it('is left to a person where both sides changed the same words', () => {
    expect(
      merge('▲ up 24.8 million since Dec 2022, to 1.092 billion citizens', base, ours.replace('people', 'netizens')),
    ).toEqual([
      '▼ down 16.1 million since Dec 2023, to 1.108 billion citizens',
      '“people” became “citizens” here and is “netizens” now',
    ])
  })

  it('is left to a person where a bound has ceased to hold', () => {
    expect(merge('Nearly 1.1 billion people', '[1.092 billion](n) people', '[1.108 billion](n) people')).toEqual([
      'Nearly 1.1 billion people',
      '“Nearly 1.1 billion” does not hold any more: it is 1.108 billion now',
    ])
  })

  it('keeps a number that a person typed, and says so', () => {
    expect(merge('77.9% are online', '[77.5%](r) are online', '[78.6%](r) are online')).toEqual([
      '77.9% are online',
      '“77.9%” was typed in place of “77.5%” (r)',
    ])
  })

  it('takes no number that was brought up to date by hand for a fault', () => {
    expect(merge('78.6% are online', '[77.5%](r) are online', '[78.6%](r) are online')).toEqual(['78.6% are online'])
  })
})

describe('a text that the build prints no more', () => {
  it('has its figures brought up to date all the same', () => {
    expect(merge('77.5% of us', '[77.5%](r) of us', null)).toEqual(['78.6% of us'])
  })

  it('is left to a person where a figure is gone', () => {
    expect(merge('over 47 million users', '[over 47 million](o) users', null)).toEqual([
      'over 47 million users',
      '“over 47 million” is no figure of the report any more: o',
    ])
  })
})

it('makes a text that nobody has changed what the build prints now, however little of it is the same', () => {
  const then = marked('Nitrogen, January 2026: [77.5%](r). Before: 31 (June 2025). Source: City, 3 September 2026.')
  const now = marked(
    'Chart: 13 figures, January 2026 to December 2026. Sources: City, 4 March 2027; City, 3 September 2026',
  )
  const { replacements } = mergeMarkedText(then, then.text, now, figures)
  expect(applyEdits(then.text, replacements)).toBe(now.text)
})
