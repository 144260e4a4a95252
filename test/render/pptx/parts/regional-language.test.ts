import { expect, test } from 'vitest'
import { toRegionalLanguage } from '../../../../src/render/pptx/parts/regional-language.ts'

test.each([
  ['en', 'en-US'],
  ['bg', 'bg-BG'],
  ['zh', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
])('%s is %s to PowerPoint, which has its dictionaries by region', (tag, regional) => {
  expect(toRegionalLanguage(tag)).toBe(regional)
})

test.each(['en-GB', 'sr-Latn', 'eo', 'en-unknownpart', 'tlh-x'])('%s stays as it is', (tag) => {
  expect(toRegionalLanguage(tag)).toBe(tag)
})
