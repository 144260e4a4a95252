import { describe, expect, it } from 'vitest'
import { readYaml } from '../../../src/dataset/yaml/yaml.ts'
import { sourceText } from '../../../src/files/source-text.ts'

const read = (text: string) => readYaml(sourceText('data/figures.yaml', text)).value

describe('a YAML file', () => {
  it('has numbers where their text is the number’s own, else texts', () => {
    expect(
      read('a: 1\nb: 1.50\nc: true\nd: 2023-12\ne: ~\nf: 0x1f\ng: .5\nh: 1e3\ni: +5\nj: no\nk: -4.4\n')?.value,
    ).toEqual({
      ...{ a: 1, b: '1.50', c: true, d: '2023-12', e: null, f: '0x1f', g: '.5', h: '1e3', i: '+5', j: 'no', k: -4.4 },
    })
  })

  it.each([
    ["a: plain text # comment\nb: \"quoted: text\"\nc: 'it''s'\n", { a: 'plain text', b: 'quoted: text', c: "it's" }],
    [
      'a: { en: Users, zh: [用户, "b, c"], x: {} }\nb: [-1, -x]\n',
      { a: { en: 'Users', zh: ['用户', 'b, c'], x: {} }, b: [-1, '-x'] },
    ],
    ['a: >-\n  folded\n  text\nb: |\n  literal\n  text\n', { a: 'folded text', b: 'literal\ntext\n' }],
    ['a:\r\n- 1\r\n- b: 2\r\n  c:\r\n    - 3\r\n', { a: [1, { b: 2, c: [3] }] }],
    ['a: &b [1]\nc: *b\n', { a: [1], c: [1] }],
  ])('%j', (text, value) => {
    expect(read(text)?.value).toEqual(value)
  })

  it('tells where each value and each key stands', () => {
    const located = read(
      'indicators:\n  users:\n    - value: "1.092 billion"\n      note: >-\n        as\n        told\n',
    )
    const at = ['indicators', 'users', 0]
    expect(located?.place([...at, 'value'])).toMatchObject({ line: 3, column: 14 })
    expect(located?.place([...at, 'value'], 2)).toMatchObject({ line: 3, column: 17 })
    expect(located?.place([...at, 'note'], 2)).toMatchObject({ line: 4, column: 13 })
    expect(located?.keyPlace([...at, 'note'])).toMatchObject({ line: 4, column: 7 })
    expect(located?.place([...at, 'change', 'by'])).toMatchObject({ line: 3, column: 7 })
    expect([located?.isWritten(at), located?.isWritten([...at, 'change'])]).toEqual([true, false])
  })
})
