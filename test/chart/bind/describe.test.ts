import { describe, expect, test } from 'vitest'
import { bound, gapColumns, netizensLine } from '../sample.ts'

const alt = (spec: object, language = 'en') => bound(spec, { language }).alt.replaceAll('\u00a0', ' ')
const bars = (name: string, field = 'value', filter = 'datum.current') => ({
  data: { name },
  transform: [{ filter }],
  mark: 'bar',
  encoding: { y: { field: 'label' }, x: { field } },
})

describe('alternative text', () => {
  test('a line: what, from when to when, from where to where', () => {
    expect(alt(netizensLine)).toBe(
      'Line chart of netizens, March 2020 to December 2023: from 904 million to 1.092 billion, rising throughout.',
    )
  })

  test('columns over time', () => {
    expect(alt(gapColumns)).toBe(
      'Column chart of urban-rural gap, December 2020 to December 2023: from 23.9 percentage points to 16.8 percentage points, falling throughout.',
    )
  })

  test('several series, each with its full name; one that begins later says so', () => {
    const spec = {
      ...netizensLine,
      data: { name: 'netizens, video-users' },
      transform: [{ filter: 'isValid(datum.value)' }],
    }
    expect(alt(spec)).toBe(
      'Line chart, March 2020 to December 2023: Netizens from 904 million to 1.092 billion, rising throughout; ' +
        'Online video users from 927 million in December 2020 to 1.067 billion.',
    )
  })

  test('shares of one whole: what of, and each by size', () => {
    expect(alt(bars('shares'))).toBe(
      'Bar chart, per cent of online shoppers, 2023: Domestic goods 58.3%; Green products 29.7%.',
    )
  })

  test('growth rates', () => {
    expect(alt(bars('netizens', 'rate'))).toBe('Bar chart of the growth of netizens, December 2023: +2.3%.')
  })

  test('before and after', () => {
    expect(alt(bars('netizens', 'value', 'datum.current || datum.previous'))).toBe(
      'Bar chart of netizens, December 2022 to December 2023: from 1.067 billion to 1.092 billion.',
    )
  })

  test('in the report’s language', () => {
    expect(alt(netizensLine, 'zh')).toBe('折线图：网民规模，2020年3月至2023年12月，从9.04亿到10.92亿，持续上升。')
  })

  test('nothing of ours drawn, nothing said', () => {
    expect(alt({ data: { values: [{ a: 1 }] }, mark: 'bar', encoding: { x: { field: 'a' } } })).toBe('')
  })
})
