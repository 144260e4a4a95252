import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Located, Path } from '../../../src/dataset/yaml/located.ts'
import { readPlainYaml } from '../../../src/dataset/yaml/plain-yaml.ts'
import { readFullYaml } from '../../../src/dataset/yaml/yaml.ts'
import { locateTree } from '../../../src/dataset/yaml/yaml-tree.ts'
import { sourceText } from '../../../src/files/source-text.ts'
import { internet } from '../../fixtures.ts'
import { createRandom } from '../random.ts'

const files = ['report', 'figures', 'applications', 'checks'].map((name) =>
  readFileSync(join(internet, 'data', `${name}.yaml`), 'utf8'),
)

/** Each value with its place and that of its key and of a character in it. */
function flatten(located: Located): unknown[] {
  const visit = (value: unknown, path: Path): unknown[] => {
    const own = [
      path,
      typeof value === 'object' ? '' : value,
      located.place(path),
      typeof value === 'string' ? located.place(path, 1) : '',
      located.keyPlace(path),
    ]
    if (typeof value !== 'object' || value === null) return [own]
    const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
    return [own, ...keys.flatMap((key) => visit(Reflect.get(value, key), [...path, key]))]
  }
  return visit(located.value, [])
}

/** Whether the plain reader took the text; then the library must read the same from it, without a trouble. */
function agrees(text: string): boolean {
  const plain = readPlainYaml(text)
  if (!plain) return false
  const source = sourceText('data/figures.yaml', text)
  const full = readFullYaml(source)
  expect(full.diagnostics, text).toEqual([])
  expect(full.value && flatten(full.value), text).toEqual(flatten(locateTree(source, plain)))
  return true
}

describe('readPlainYaml', () => {
  it('reads the files of a report as the library does', () => {
    expect(files.map(agrees)).toEqual([true, true, true, true])
  })

  it.each([
    [
      'texts',
      'a: plain text # comment\nb: "quoted: text"\nc: \'it\'\'s\'\nd: -4.4 pp\ne: R&D "now"\nf: http://a.b/c#d\n',
    ],
    ['values', 'a: 1\nb: 1.50\nc: true\nd: 2023-12\ne: ~\nf: 0x1f\ng: .5\nh: 1e3\ni: +5\nj: no\n'],
    ['flow', 'a: { en: Users, zh: [用户, "b, c"], x: {} }\nb: []\nc: [-1, -x, 2023]\n'],
    ['blocks', 'a: >-\n  folded\n  text\nb: |\n  literal\n  text\nc:\n  - d: >\n      one\n      # two\n    e: 1\n'],
    ['lists', 'a:\n- 1\n- b: 2\n  c:\n    - 3\nd: 4\n'],
    ['CRLF', 'a: 1\r\nb:\r\n  - c: >-\r\n      d\r\n      e\r\n'],
  ])('reads %s', (_, text) => {
    expect(agrees(text)).toBe(true)
  })

  it.each([
    ['a second value of a key', 'a: 1\na: 2\n'],
    ['a text of two lines', 'a: one\n  two\n'],
    ['a colon in a text', 'a: b: c\n'],
    ['an anchor', 'a: &b 1\n'],
    ['a tag', 'a: !b 1\n'],
    ['a tab', 'a:\t1\n'],
    ['a name such as __proto__', '__proto__: 1\n'],
    ['an open bracket', 'a: [1, 2\n'],
    ['an escape', 'a: "\\u0041"\n'],
    ['wrong indentation', 'a:\n    b: 1\n  c: 2\n'],
    ['a block with a blank line', 'a: >\n  b\n\n  c\n'],
    ['nothing', ''],
  ])('leaves %s to the library', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined()
  })

  it('takes no text that the library reads otherwise', () => {
    const random = createRandom(23)
    const pieces = [
      ' ',
      '\n',
      '\n  ',
      '- ',
      ':',
      ': ',
      ' #',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ', ',
      '|',
      '>-',
      '&a ',
      '*a',
      '!',
      '? ',
      'null',
      '%',
      '0',
      '\\',
      '---\n',
      '中',
    ]
    let taken = 0
    for (let round = 0; round < 600; round++) {
      const lines = (files[random(files.length)] ?? '').split('\n')
      const start = random(lines.length)
      const some = lines.slice(start, start + 2 + random(12))
      const indent = Math.min(
        ...some.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length),
      )
      const text = some.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)).join('\n')
      const at = random(text.length + 1)
      const changed =
        random(3) === 0 ? text : text.slice(0, at) + pieces[random(pieces.length)] + text.slice(at + random(3))
      if (agrees(changed)) taken++
    }
    expect(taken).toBeGreaterThan(50)
  })
})
