import { expect, it } from 'vitest'
import { missingTexts } from '../../../src/dataset/read/missing-texts.ts'
import { readYaml } from '../../../src/dataset/yaml/yaml.ts'
import { sourceText } from '../../../src/files/source-text.ts'

const missing = (text: string) => {
  const { value } = readYaml(sourceText('data/report.yaml', text))
  if (!value) throw new Error('no YAML')
  return missingTexts(value, ['en', 'de']).map(({ message }) => message)
}

it('asks for no second form of an address, and for one of words', () => {
  expect(missing('contact: press@lake.example\naddress: www.lake.example/en\n')).toEqual([])
  expect(missing('contact: "Press office: press@lake.example"\naddress: Quay 1\n')).toEqual([
    'missing: contact in de',
    'missing: address in de',
  ])
})

it('takes a category that is called as a text is for what it is', () => {
  const subjects = (label: string) =>
    `dimensions:\n  subject:\n    label: { en: Subject, de: Fach }\n    categories:\n      geography: { label: ${label} }\n`
  expect(missing(subjects('{ en: Geography, de: Erdkunde }'))).toEqual([])
  expect(missing(subjects('Geography'))).toEqual(['missing: label in de'])
})
