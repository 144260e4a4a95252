import { describe, expect, test } from 'vitest'
import { tagLanguages } from '../../../src/document/complete/tag-languages.ts'
import type { Inline } from '../../../src/document/types.ts'
import { getDocument, paragraph } from '../../layout/stage.ts'
import { getInlines, parseMarkdown } from '../parse-text.ts'

/** `[word|language]` for each part of another language. */
const tagged = (text: string, language = 'en'): string => {
  const [first] = tagLanguages({ ...getDocument('deck', paragraph(text)), language }).blocks
  return first?.type === 'paragraph' ? first.children.map(said).join('') : ''
}

const said = (inline: Inline): string => {
  if (inline.type !== 'text') return ''
  return inline.language === undefined ? inline.value : `[${inline.value}|${inline.language}]`
}

describe('words in another script', () => {
  test.each([
    ['netizens (网民规模) rose', 'netizens ([网民规模|zh]) rose'],
    ['the word المكتبة العامة, then שלום', 'the word [المكتبة العامة|ar], then [שלום|he]'],
    ['in Russian население, статистика.', 'in Russian [население, статистика|ru].'],
    ['東京の人口 and 서울', '[東京の人口|ja] and [서울|ko]'],
    ['α, Δ and 5 µm are signs, Ελλάδα a name', 'α, Δ and 5 µm are signs, [Ελλάδα|el] a name'],
    ['naïve – 50 % · ▲ 📈', 'naïve – 50 % · ▲ 📈'],
  ])('%s', (text, expected) => expect(tagged(text)).toBe(expected))

  test('of the document’s own script are its own', () => {
    expect(tagged('网民规模 of CNNIC', 'zh-CN')).toBe('网民规模 of CNNIC')
  })
})

describe('[words](lang:de)', () => {
  test('are of that language, whatever stands in them', () => {
    expect(getInlines('the [Amt **für** Statistik](lang:de-AT)')).toEqual([
      { type: 'text', value: 'the ' },
      { type: 'text', value: 'Amt ', language: 'de-AT' },
      { type: 'strong', children: [{ type: 'text', value: 'für', language: 'de-AT' }] },
      { type: 'text', value: ' Statistik', language: 'de-AT' },
    ])
  })

  test('of no language are an error', () => {
    const { diagnostics } = parseMarkdown('# T\n\n[Amt](lang:German)')
    expect(diagnostics.map(({ message }) => message)).toEqual(['not a language: German'])
  })
})
