import { expect, it } from 'vitest'
import { lakeReport, makeFiles } from '../build/lake-report.ts'

const fish = (label: string, now: string, before: string) =>
  `{ label: ${label}, unit: tonnes, type: flow, observations: [{ period: 2024, value: '${now}', source: harbour }, { period: 2023, value: '${before}', source: harbour }] }`

/** The first line of a table in a briefing, and what is told of it. */
async function headOf(call: string, language = 'en') {
  const { value, diagnostics } = await makeFiles(
    {
      'data/report.yaml': lakeReport('boats').replace('language: en', `language: ${language}`),
      'data/figures.yaml': `indicators:\n  trout: ${fish('鳟鱼', '31.88万', '31.26万')}\n  perch: ${fish('鲈鱼', '47.90万', '46.10万')}\n`,
      'templates/theme.yaml':
        "fallback: [{ regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' }]",
      'templates/briefing.md.hbs': `# Fish\n\n{{table "trout perch" ${call}}}\n`,
    },
    ['md'],
  )
  const text = value?.documents.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n') ?? ''
  return text.split('\n').find((line) => line.startsWith('|')) ?? diagnostics.map(({ message }) => message).join()
}

it('says the scale that numbers leave to their head in a head that an author gives, unless it says one', async () => {
  expect(await headOf('columns="value" scale="thousand" head="Fish | Landed"')).toBe(
    '| Fish | Landed (thousand tonnes) |',
  )
  expect(await headOf('columns="value" scale="thousand" head="Fish | Landed, thousand t"')).toBe(
    '| Fish | Landed, thousand t |',
  )
  expect(await headOf('columns="value rate" head="产品 | 产量 | 增长"', 'zh')).toBe('| 产品 | 产量（万吨） | 增长 |')
  expect(await headOf('columns="value" head="产品 | 产量（万吨）"', 'zh')).toBe('| 产品 | 产量（万吨） |')
  // Tonnes stand in each cell.
  expect(await headOf('columns="value" head="Fish | Landed"')).toBe('| Fish | Landed |')
})
