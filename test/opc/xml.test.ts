import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { parseXml } from '../../src/opc/parse-xml.ts'
import { element, harmlessText, toXml } from '../../src/opc/xml.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

describe('toXml', () => {
  it('escapes text and attributes, and leaves out what is undefined', () => {
    const root = element('a', { x: `<&>"'\n\t`, y: 1, on: true, off: false, none: undefined }, [
      `<&>"'\r`,
      undefined,
      element('b'),
    ])
    expect(toXml(root)).toBe(
      `${declaration}<a x="&lt;&amp;&gt;&quot;&apos;&#10;&#9;" y="1" on="1" off="0">&lt;&amp;&gt;&quot;&apos;&#13;<b/></a>`,
    )
  })

  it('is read by xmldom as it was meant', () => {
    const root = element('a', { x: `<&>"'\n\tü` }, [`<&>"'\r ü 中 `, element('b', { y: 1 }, ['\u{1f600}'])])
    const read = new DOMParser().parseFromString(toXml(root), 'text/xml').documentElement
    expect([read?.getAttribute('x'), read?.firstChild?.nodeValue]).toEqual([`<&>"'\n\tü`, `<&>"'\r ü 中 `])
    expect([read?.getElementsByTagName('b')[0]?.getAttribute('y'), read?.textContent]).toEqual([
      '1',
      `<&>"'\r ü 中 \u{1f600}`,
    ])
  })

  it('can be read back', () => {
    const root = element('a:x', { 'xmlns:a': 'urn:a', title: '1 < 2 & "so"' }, [
      'text & more',
      element('a:y', {}, ['\u{1F600}']),
    ])
    expect(parseXml(toXml(root))).toEqual(root)
  })
})

describe('harmlessText', () => {
  it.each([
    ['plain', 'plain'],
    ['tab\tand\nline', 'tab\tand\nline'],
    ['a\u0000\u001F\u007F\u0085b', 'ab'],
    ['\uD83D\uDE00', '\uD83D\uDE00'],
    ['\uD83D', '\uFFFD'],
    ['\uDE00x', '\uFFFDx'],
    ['\uFFFE\uFFFF', '\uFFFD\uFFFD'],
  ])('%j becomes %j', (given, expected) => {
    expect(harmlessText(given)).toBe(expected)
  })
})

describe('parseXml', () => {
  it('reads what Office writes: byte order mark, comments, instructions, character data, references', () => {
    const text = `\uFEFF<?xml version="1.0"?><!-- c --><a b='1' c="&lt;&#65;&#x1F600;"><![CDATA[<x>]]>&amp;<d/></a>\n`
    expect(parseXml(text)).toEqual(element('a', { b: '1', c: '<A\u{1F600}' }, ['<x>', '&', element('d')]))
  })

  it.each([
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>x',
    '<a b="1" b="2"/>',
    '<a b=1/>',
    '<a>&nbsp;</a>',
    '<a>& b</a>',
    '<a>\u0001</a>',
    '<a>\uFFFE</a>',
    '<!DOCTYPE a><a/>',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseXml(text)).toThrow(SyntaxError)
  })
})
