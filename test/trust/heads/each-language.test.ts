import { expect, test } from 'vitest'
import { lakeReport, saidOf } from '../../build/lake-report.ts'

const names = {
  zh: { label: '省份', exports: '出口额', all: '全部', north: '北原', south: '南湖', east: '东港', west: '西山' },
  de: { label: 'Land', exports: 'Exporte', all: 'Alle', north: 'Nord', south: 'Süd', east: 'Ost', west: 'West' },
} as const

const theme = "fallback: [{ regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' }]\n"

/** Exports of four regions: the south's alone fell, and the east's are the largest. */
const levels = { north: [60, 66], south: [80, 78], east: [120, 131], west: [125, 128] } as const

/** The errors of a title over a chart of the four. */
async function said(title: string, language: keyof typeof names) {
  const { label, exports, all } = names[language]
  const parts = Object.keys(levels) as (keyof typeof levels)[]
  const categories = parts.map((part) => `${part}: { label: ${names[language][part]} }`)
  const report = lakeReport('boats').replace('language: en', `language: ${language}`)
  const observations = parts.flatMap((part) =>
    levels[part].map((value, at) => `{ period: ${2023 + at}, category: ${part}, value: ${value}, source: harbour }`),
  )
  const told = await saidOf(
    {
      'data/report.yaml': `${report}dimensions: { region: { label: ${label}, total: ${all}, categories: { ${categories.join(', ')} } } }\n`,
      'data/figures.yaml': `indicators:\n  exports: { label: ${exports}, unit: boats, type: flow, dimensions: [region], observations: [${observations.join(', ')}] }\n`,
      'templates/deck.md.hbs': `# ${title}\n\n## T\n\n![](chart:ranking figures="exports[region]")\n`,
      'templates/theme.yaml': theme,
    },
    ['pptx'],
  )
  return told.filter((one) => one.startsWith('error'))
}

test.each([
  ['没有省份出口额下降', 'zh'],
  ['没有一个省份出口额下降', 'zh'],
  ['仅有两个省份出口额下降', 'zh'],
  ['三个省份出口额下降，一个省份上升', 'zh'],
  ['除西山外各省均增长', 'zh'],
  ['西山领先', 'zh'],
  ['西山反超东港', 'zh'],
  ['Die meisten Länder verloren Exporte', 'de'],
  ['In den meisten Ländern sanken die Exporte', 'de'],
  ['Nur zwei Länder verloren Exporte', 'de'],
  ['Nur im Norden sanken die Exporte', 'de'],
  ['West liegt vorn', 'de'],
  ['West führt', 'de'],
] as const)('a false title of several regions is an error: %s', async (title, language) => {
  // Each of its statements that is false is one.
  const told = await said(title, language)
  expect(told).not.toEqual([])
  expect(told.filter((one) => !one.startsWith('error: not true: '))).toEqual([])
})

test.each([
  ['没有省份出口额持平', 'zh'],
  ['仅有一个省份出口额下降', 'zh'],
  ['三个省份出口额上升，一个省份下降', 'zh'],
  ['除南湖外各省均增长', 'zh'],
  ['东港领先', 'zh'],
  ['东港反超西山', 'zh'],
  ['除南湖外各省出口额均增长', 'zh'],
  ['Alle Länder außer Süd gewannen Exporte', 'de'],
  ['Die meisten Länder gewannen Exporte', 'de'],
  ['In den meisten Ländern stiegen die Exporte', 'de'],
  ['Nur ein Land verlor Exporte', 'de'],
  ['Nur im Süden sanken die Exporte', 'de'],
  ['Ost liegt vorn', 'de'],
  ['Ost führt', 'de'],
] as const)('and a true one is none: %s', async (title, language) => {
  expect(await said(title, language)).toEqual([])
})
