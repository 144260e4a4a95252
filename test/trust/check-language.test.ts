import { expect, it } from 'vitest'
import { getLocale } from '../../src/locale/get-locale.ts'
import { checkLanguage } from '../../src/trust/check-language.ts'

const english =
  '# Visits rose to {{value "visits"}}\n::slide{layout="text"}\n\nIt was the best of the years, with rain in May.\n'
const told = (text: string, file: string, language: 'en' | 'es' | 'zh') =>
  checkLanguage({ file, text }, getLocale(language)).map(({ message, hint }) => `${message} (${hint})`)

it('tells of a template whose words are not of the edition’s language, and what to write', () => {
  expect(told(english, 'templates/deck.md.hbs', 'es')).toEqual([
    'words of another language: en, in the edition in es (write templates/deck.es.md.hbs, or say the language in data/report.yaml)',
  ])
  expect(told(english, 'templates/deck.zh.md.hbs', 'zh')).toEqual([
    'words of another language: en, in the edition in zh (translate them)',
  ])
})

it('leaves alone what is in its language, has words for several, or none of its own', () => {
  expect(told(english, 'templates/deck.md.hbs', 'en')).toEqual([])
  expect(told(`{{#lang "es"}}Subió.{{else}}${english}{{/lang}}`, 'templates/deck.md.hbs', 'es')).toEqual([])
  expect(
    told(
      '# {{title}}\n\n{{value "visits"}}\n\n{{!-- the words of a comment are of no edition --}}',
      'templates/deck.md.hbs',
      'zh',
    ),
  ).toEqual([])
})
