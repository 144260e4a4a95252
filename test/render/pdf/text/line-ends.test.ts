import { describe, expect, test } from 'vitest'
import { lineEnds } from '../../../../src/render/pdf/text/line-ends.ts'

/** How lines end that were broken from a text. */
const ends = (text: string, ...lines: string[]) =>
  lineEnds({
    runs: [{ text }],
    lines: lines.map((line, index) => ({ baseline: index * 14, runs: [{ text: line, x: 0, width: 0 }] })),
  })

describe('how a line ends', () => {
  test('a line that the text goes on from with a space ends with one; the last has none', () => {
    expect(ends('one two three', 'one', 'two', 'three')).toEqual(['space', 'space', 'none'])
    expect(ends('one', 'one')).toEqual(['none'])
  })

  test('Chinese is broken between characters: nothing stood there', () => {
    expect(ends('互联网络', '互联', '网络')).toEqual(['none', 'none'])
  })

  test('a line break that the author wrote copies as a space', () => {
    expect(ends('one\ntwo', 'one', 'two')).toEqual(['space', 'none'])
  })

  test('a hyphen that the text lacks breaks a word; one of its own does not', () => {
    expect(ends('international', 'inter-', 'national')).toEqual(['hyphen', 'none'])
    expect(ends('inter\u00adnational', 'inter-', 'national')).toEqual(['hyphen', 'none'])
    expect(ends('well-known', 'well-', 'known')).toEqual(['none', 'none'])
    expect(ends('a - b', 'a -', 'b')).toEqual(['space', 'none'])
  })

  test('the last line of a page ends with a space where the paragraph goes on over it', () => {
    expect(ends('one two three', 'one', 'two')).toEqual(['space', 'space'])
    expect(ends('one two three', 'three')).toEqual(['none'])
  })

  test('characters that mean something in a pattern are only characters', () => {
    expect(ends('(a|b)* costs $1.5 [x]', '(a|b)*', 'costs $1.5', '[x]')).toEqual(['space', 'space', 'none'])
  })

  test('lines that say what the text does not are parted all the same', () => {
    expect(ends('something else', 'one', 'two')).toEqual(['space', 'none'])
  })
})
