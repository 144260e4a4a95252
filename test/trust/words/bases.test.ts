import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createTools } from '../../../src/build/build-tools.ts'
import { checkInput } from '../../../src/build/check-input.ts'
import { drawReport } from '../../../src/build.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import type { Language } from '../../../src/locale/languages.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { corpusDataset, judge } from '../sentences/sentences.ts'

// Visits of 2025 less those of 2020 are 798,000, less those of 2024 87,000.
const dataset = corpusDataset()
const five = '{{by "visits" since="2020"}}'
const one = '{{by "visits"}}'
const told = (text: string, language: Language = 'en') => judge(text, dataset, language).map(({ message }) => message)

describe('words for a base that is not the one of the change beside them', () => {
  test.each<[Language, string, string]>([
    ['en', `Visits rose by ${five} on 2024.`, 'on 2024'],
    ['en', `Visits rose by ${five} from 2023.`, 'from 2023'],
    ['en', `Visits rose by ${one} since 2020.`, 'since 2020'],
    ['en', `Since 2020 visits rose by ${one}.`, 'Since 2020'],
    ['en', `Visits were {visits}, ${five} more than in 2024.`, 'than in 2024'],
    ['en', `Visits rose by ${five} compared with 2024.`, 'compared with 2024'],
    ['en', `Visits rose by ${one} in five years.`, 'in five years'],
    ['en', `Visits rose by ${five} over the past four years.`, 'over the past four years'],
    ['en', `Visits rose by ${five} against a year before.`, 'a year before'],
    ['en', `Visits rose by ${five} on the previous year.`, 'the previous year'],
    ['zh', `到访量较2024年增加${five}。`, '较2024年'],
    ['zh', `到访量五年来增加${one}。`, '五年来'],
    ['zh', `到访量比上年增加${five}。`, '比上年'],
    ['de', `Die Besuche stiegen seit 2020 um ${one}.`, 'seit 2020'],
    ['de', `Die Besuche stiegen gegenüber dem Vorjahr um ${five}.`, 'gegenüber dem Vorjahr'],
    ['de', `Die Besuche stiegen in vier Jahren um ${five}.`, 'in vier Jahren'],
    ['fr', `Les visites ont augmenté de ${one} depuis 2020.`, 'depuis 2020'],
    ['fr', `Les visites ont augmenté de ${one} en cinq ans.`, 'en cinq ans'],
    ['fr', `Les visites ont augmenté de ${five} par rapport à l’année précédente.`, 'l’année précédente'],
    ['es', `Las visitas aumentaron ${one} desde 2020.`, 'desde 2020'],
    ['es', `Las visitas aumentaron ${one} en cinco años.`, 'en cinco años'],
    ['es', `Las visitas aumentaron ${five} frente al año anterior.`, 'al año anterior'],
  ])('%s: %s', (language, text, words) => {
    const said = told(text, language).filter(
      (message) => message.includes('counts from') || message.includes('not true'),
    )
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(`“${words}”`)
  })
})

describe('words for a base that is', () => {
  test.each<[Language, string]>([
    ['en', `Visits rose by ${five} since 2020, and by ${one} since 2024.`],
    ['en', `Visits rose by ${five} in five years, by ${one} on the year.`],
    ['en', `Visits rose by ${one} on the previous year, to {visits}.`],
    ['en', `Visits rose by ${five} from the low of 2020.`],
    ['zh', `到访量较2020年增加${five}，较上年增加${one}。`],
    ['de', `Die Besuche stiegen gegenüber dem Vorjahr um ${one}, in fünf Jahren um ${five}.`],
    ['fr', `Les visites ont augmenté de ${five} en cinq ans.`],
    ['es', `Las visitas aumentaron ${five} en cinco años.`],
  ])('%s: %s', (language, text) => {
    expect(told(text, language)).toEqual([])
  })
})

test('says what is true, and what to write instead', () => {
  const [diagnostic] = judge(`Visits rose by ${five} on 2024.`, dataset, 'en')
  expect(
    diagnostic && formatDiagnostic(diagnostic),
  ).toBe(`templates/briefing.md.hbs:3:45: error: the sentence says “on 2024”, and the change there counts from 2020: visits.change@2020..2025
  3 | Visits rose by {{by "visits" since="2020"}} on 2024.
    |                                             ^
  hint: say 2020, or print the change that is meant: {{change "visits" since="…"}}`)
})

test('in titles, captions, heads of tables and alternative texts', async () => {
  const folder = temporaryFolder()
  cpSync('test/reports/company', folder, { recursive: true })
  for (const name of ['briefing', 'briefing.zh', 'deck.zh']) rmSync(join(folder, `templates/${name}.md.hbs`))
  writeFileSync(
    join(folder, 'templates/deck.md.hbs'),
    `# Figures
::slide{layout="key-figures"}

## {{geography}}; changes since 2021

:::key-figures
{{key-figure "revenue"}}
:::

# Table
::slide{layout="table"}

## {{geography}}, with the changes since {{comparison}}

:::table[Revenue and its growth since 2019]{#t}
{{table "revenue operating-profit" columns="value change" head="What | Now | Since Q1 2022"}}
:::

# Ranking
::slide{layout="chart"}

## {{geography}}

![Changes on 2020](chart:ranking list="divisions" measure=change)
`,
  )
  const tools = createTools()
  const request = { folder, formats: ['pptx' as const], languages: ['en'] }
  const { value } = await drawReport(request, tools)
  const messages = value ? checkInput([value]).map(({ message }) => message) : []
  await tools.close()
  const said = messages.filter((one) => one.includes('counts from'))
  expect(said.map((one) => one.replace(/, and the change there.*/, '')).sort()).toEqual([
    'the alternative text says “on 2020”',
    'the caption says “since 2019”',
    'the head says “Since Q1 2022”',
    'the heading says “since 2021”',
  ])
  expect(said).toContain(
    'the heading says “since 2021”, and the change there counts from Q3 2023: revenue.change@2024-Q3',
  )
})
