import { describe, expect, test } from 'vitest'
import { parseDataset } from '../../../src/dataset/read/read.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { createMemory } from '../../../src/memory/memory.ts'
import { judgeWhole } from '../sentences/sentences.ts'

const shares = (indicator: string, values: Readonly<Record<string, readonly [number, number]>>) =>
  Object.entries(values).flatMap(([category, [then, now]]) => [
    `${indicator},"${category}",2024,${then}%,survey`,
    `${indicator},"${category}",2026,${now}%,survey`,
  ])

/** A survey in whole per cent: women took part less than men in 2026, and more in 2024. */
const dataset = datasetOf({
  'data/report.yaml': `id: learning
title: Adult learning survey
publisher: Office for Skills
geography: Kelland
period: 2026
comparison: 2024
released: 2027-02-11
language: en
units: { hours: { label: hours } }
sources: { survey: { kind: primary, title: Survey, publisher: Office for Skills, cite: Survey } }
dimensions:
  sex: { label: Sex, total: All adults, categories: { men: Men, women: Women } }
  reason: { label: Reason, total: All learners, categories: { job: For my job, interest: Out of interest } }
`,
  'data/figures.yaml': `indicators:
  learners: { label: Adults who took part in learning, said: 'learning, participation', unit: percent, type: ratio, denominator: adults, dimensions: [sex] }
  reasons: { label: Reasons for learning, unit: percent, type: ratio, denominator: learners, dimensions: [reason] }
`,
  'data/series.csv': [
    'indicator,category,period,value,source',
    ...shares('learners', { '': [44, 44], men: [43, 45], women: [45, 44] }),
    ...shares('reasons', { job: [61, 58], interest: [38, 38] }),
  ].join('\n'),
})

function datasetOf(files: Readonly<Record<string, string>>) {
  const { value, diagnostics } = parseDataset(
    Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
  )
  if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

const told = (text: string) => judgeWhole(text, dataset, 'en', createMemory()).map(({ message }) => message)

describe('what a sentence without figures says of two categories is held to the levels of both', () => {
  test.each([
    'Participation is higher among women than among men.',
    'Women were more likely to learn than men.',
    'Women learn more than men, and the gap has grown.',
    'A larger share of women than men took part in learning.',
  ])('not: %s', (text) =>
    expect(told(text)).toContainEqual(
      expect.stringContaining('(more-than learners[women]@2026 learners[men]@2026) in'),
    ),
  )
  test.each([
    'Participation is higher among men than among women.',
    // How many they are, no share tells.
    'More women than men took part in learning.',
    'More adults took part in learning among women than among men.',
  ])('%s', (text) => expect(told(text)).toEqual([]))
})

describe('as in an earlier year', () => {
  test.each([
    'The share of men was {{value "learners[men]"}}, as in 2024.',
    'The share of men was {{value "learners[men]"}} (as in 2024).',
    'Participation among men was {{value "learners[men]"}}, just as in 2024.',
  ])('not: %s', (text) => expect(told(text)).toContainEqual(expect.stringMatching(/^not true: “(?:just )?as in” /)))
  test.each([
    'The share of those who named interest was {{value "reasons[interest]"}}, as in 2024.',
    'The share of men was {{value "learners[men]"}}, as in other surveys.',
    'The job came first with {{value "reasons[job]"}}, as in 2024.',
  ])('%s', (text) => expect(told(text)).toEqual([]))
})

test('a figure of one of several reasons may be called by a word of its own name', () => {
  expect(told('{{value "reasons[job]"}} learn for their job.')).toEqual([])
  expect(told('{{value "reasons[job]"}} learn.')).toEqual([
    'the sentence says learn, and prints another figure: reasons[job]@2026',
  ])
})

describe('a fraction is of what stands beside it, and of the sum of what is listed after a colon', () => {
  test.each([
    'Nine in ten were men or women: {{value "learners[men]"}} were men and {{value "learners[women]"}} women.',
    'Just under half of men, {{value "learners[men]"}}, took part; {{value "learners[women]"}} of women did.',
  ])('%s', (text) => expect(told(text)).toEqual([]))
  test('not of the sum with what another part of the sentence prints', () => {
    const text = 'Nine in ten men, {{value "learners[men]"}}, took part; {{value "learners[women]"}} of women did.'
    expect(told(text)).toContainEqual(expect.stringMatching(/^not true: “Nine in ten/))
  })
})

describe('all shares together', () => {
  test.each([
    'The answers may not add to 100 per cent because of rounding.',
    'Several answers were possible, so they add to more than a hundred per cent.',
  ])('%s', (text) => expect(told(text)).toEqual([]))
  test('not: a hundred per cent of something', () => {
    expect(told('A good 100% took part.')).toEqual(['a number that comes from no figure: 100%'])
  })
})

describe('in German: import surpluses, a peak of the past, and the most by what is printed', () => {
  const energy = datasetOf({
    'data/report.yaml': `id: strom
title: Strombericht
publisher: Amt
geography: Norland
period: 2026
comparison: 2025
released: 2027-02-11
language: de
units: { gw: { label: Gigawatt, said: true } }
sources: { bericht: { kind: primary, title: Bericht, publisher: Amt, cite: Bericht } }
dimensions: { land: { label: Land, total: Norland, categories: { sued: Süden, nord: Norden } } }
`,
    'data/figures.yaml': `indicators:
  saldo: { label: Außenhandelssaldo, unit: terawatt-hours, type: flow }
  preise: { label: Preisindex, unit: index-2020, type: ratio }
  solar: { label: Solarleistung, unit: gw, type: stock, dimensions: [land] }
`,
    'data/reihen.csv': `indicator,category,period,value,source
saldo,,2025,-9.0,bericht
saldo,,2026,-15.5,bericht
preise,,2023,121.7,bericht
preise,,2024,136.2,bericht
preise,,2025,129.8,bericht
preise,,2026,126.3,bericht
solar,sued,2025,24.6,bericht
solar,sued,2026,27.8,bericht
solar,nord,2025,4.2,bericht
solar,nord,2026,4.9,bericht
`,
  })
  const said = (text: string) => judgeWhole(text, energy, 'de', createMemory()).map(({ message }) => message)
  test.each([
    'Der Einfuhrüberschuss nahm auf {{value "saldo" sign=false}} zu.',
    'Seinen Höchststand hatte der Preisindex 2024 mit {{value "preise@2024"}} erreicht.',
    'Am stärksten wuchs die Solarleistung im Süden, um {{by "solar[sued]"}}.',
    'Die Länder kommen auf wenig: {{value "solar[nord]"}} im Norden.',
  ])('%s', (text) => expect(said(text)).toEqual([]))
  test.each([
    ['Der Einfuhrüberschuss sank auf {{value "saldo" sign=false}}.', 'sank'],
    ['Seinen Höchststand hatte der Preisindex 2023 mit {{value "preise@2023"}} erreicht.', 'Höchststand'],
  ])('not: %s', (text, words) =>
    expect(said(text)).toContainEqual(expect.stringMatching(`^(?:not true|cannot be told.*): “${words}”`)),
  )
})
