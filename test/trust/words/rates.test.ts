import { describe, expect, test } from 'vitest'
import { findObservation } from '../../../src/dataset/find.ts'
import { parseDataset } from '../../../src/dataset/read/read.ts'
import type { Dataset } from '../../../src/dataset/types.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import type { Language } from '../../../src/locale/languages.ts'
import { createMemory } from '../../../src/memory/memory.ts'
import { corpusDataset, judgeWhole } from '../sentences/sentences.ts'

const bank = corpusDataset('bank-rates')
const prices = corpusDataset('prices-by-region')
const messages = (text: string, dataset = bank, language: Language = 'en') =>
  judgeWhole(text, dataset, language, createMemory()).map(({ message }) => message)

test('what percentages with two decimals differ by keeps both: a quarter of a point is no 0.3', () => {
  expect(findObservation(bank, 'policy-rate.change@2026-06..2026-09')?.quantity).toMatchObject({ precision: -2 })
  expect(messages('The rate fell by {{by "policy-rate" since="2026-06"}}, or 0.25 percentage points.')).toEqual([
    'a number that comes from no figure: 0.25 percentage points',
  ])
})

describe('what a central bank says', () => {
  test.each([
    'Inflation is expected to fall to {inflation-average@2027} in 2027.',
    'Inflation is approaching the target of {target}.',
    'Energy prices were {{value "inflation[energy]" sign=false}} lower than a year earlier.',
    'Prices of goods rose by just {inflation[goods]}.',
    'The krone appreciated: a euro cost {exchange-rate}.',
    'The euro cost {exchange-rate}, as the krone gained {exchange-rate.rate.by} against it.',
    'GDP will grow by {growth@2026} this year and by {growth@2027} next year.',
  ])('true: %s', (text) => {
    expect(messages(text)).toEqual([])
  })

  test.each([
    ['Inflation is expected to rise to {inflation-average@2027} in 2027.', 'not true: “rise”'],
    ['Inflation is expected to be {inflation-average@2027} in 2028.', 'inflation-average@2027'],
    ['Growth will be {growth@2026} in 2026, {growth@2028} in 2027 and {growth@2027} in 2028.', 'growth@2028'],
    ['Inflation, at {inflation-average@2028} in 2028, is approaching the target.', 'not true: “approaching”'],
    ['Goods prices rose by {inflation[goods]}, more than any other component.', 'not true: “more than any other”'],
    ['Core inflation was {core}, below headline inflation.', 'not true: “below”'],
    ['The krone depreciated: a euro cost {exchange-rate}.', 'not true: “depreciated”'],
    ['GDP will grow by {growth@2027} this year and by {growth@2026} next year.', 'growth@2027'],
    ['Growth is expected to slow from {growth@2026} in 2026 to {growth@2027} in 2027.', 'not true: “slow”'],
    [
      'Variable rates, at {mortgage-rate[variable]}, are dearer than fixed for ten years, at {mortgage-rate[ten]}.',
      'not true: “dearer than”',
    ],
  ])('false: %s', (text, message) => {
    expect(messages(text).join()).toContain(message)
  })
})

describe('what an office says of prices in German', () => {
  test.each([
    'Bekleidung und Schuhe dämpften die Inflationsrate um {{value "beitrag[bekleidung]" sign=false}}.',
    'In ländlichen Kreisen liegt die Miete bei {miete[land]}, in Metropolen bei {miete[metropolen]}.',
    'Höchstens {miete[metropolen]} kostet die Miete in Metropolen.',
    'Der Häuserpreisindex, 2015 = 100, lag im 2. Quartal 2026 bei {hpi@2026-Q2}.',
  ])('true: %s', (text) => {
    expect(messages(text, prices, 'de').filter((message) => !message.startsWith('a qualifier'))).toEqual([])
  })

  test.each([
    ['In ländlichen Kreisen liegt die Miete bei {miete[metropolen]}, in Metropolen bei {miete[land]}.', 'ländlichen'],
    ['Die Inflation ist auf {inflation} gestiegen, den höchsten Wert seit Juli.', 'not true: “höchsten”'],
    [
      'Am stärksten stiegen die Häuserpreise in den ländlichen Kreisen, um {{value "hpi[land].rate@2025-Q2..2026-Q2"}}.',
      'not true: “am stärksten”',
    ],
    ['Die Preise stiegen im Monatsvergleich um {vpi.rate}.', 'Monatsvergleich'],
  ])('false: %s', (text, message) => {
    expect(messages(text, prices, 'de').join().toLowerCase()).toContain(message.toLowerCase())
  })
})

test.each([
  ['Exports rose by {{rate "exports"}}, and imports grew more strongly, by {{rate "imports"}}.', 0],
  ['Exports rose by {{rate "exports"}}; imports grew more slowly, by {{rate "imports"}}.', 1],
])('a second rate that is said to be faster or slower than the first: %s', (text, count) => {
  expect(messages(text, corpusDataset('partners'))).toHaveLength(count)
})

test.each<[Language, string, string, string]>([
  ['de', 'Der Haushalt wuchs um {budget.rate}, die eingebauten Rauchmelder ', 'stärker', ', um {alarms.rate}.'],
  ['de', 'Der Haushalt wuchs um {budget.rate}, die eingebauten Rauchmelder mit {alarms.rate} ', 'kräftiger', '.'],
  ['fr', 'Le budget a augmenté de {budget.rate}, les détecteurs posés ', 'plus fortement', ', de {alarms.rate}.'],
  ['es', 'El presupuesto creció un {budget.rate}; los detectores instalados, ', 'más rápido', ', un {alarms.rate}.'],
  ['zh', '预算增长{budget.rate}，安装烟雾报警器增长', '更快', '，增长{alarms.rate}。'],
])('the same (%s): %s%s%s', (language, before, faster, after) => {
  const slower = { stärker: 'schwächer', kräftiger: 'langsamer', 'plus fortement': 'moins fortement' }
  const other = { ...slower, 'más rápido': 'más despacio', 更快: '更慢' }[faster] ?? ''
  const fire = corpusDataset('fire')
  expect(messages(before + faster + after, fire, language)).toEqual([])
  expect(messages(before + other + after, fire, language).join()).toContain(`“${other.split(' ')[0]}`)
})

/** A consumer price bulletin: an index, annual rates by division, what each contributes, and a band that inflation is held against. */
const bulletin = parsed({
  'data/report.yaml': `id: prices
title: { en: Prices, de: Preise }
publisher: { en: Office, de: Amt }
geography: { en: Lake, de: See }
period: 2024-10
comparison: 2023-10
released: 2024-11-15
language: en
languages: [en, de]
sources:
  harbour: { kind: primary, title: { en: T, de: T }, publisher: { en: P, de: P }, cite: { en: C, de: C } }
`,
  'data/figures.yaml': `dimensions:
  division:
    label: { en: Division, de: Abteilung }
    total: { en: All items, de: Gesamtindex }
    categories: { food: { en: Food, de: Nahrungsmittel }, clothing: { en: Clothing, de: Bekleidung }, health: { en: Health, de: Gesundheit } }
indicators:
  cpi: { label: { en: Consumer price index, de: Verbraucherpreisindex }, unit: index-2020, type: stock, observations: [{ period: 2024-10, value: 125.2, source: harbour }] }
  inflation:
    label: { en: Annual inflation, de: Inflationsrate }
    said: { en: inflation, de: Inflation }
    unit: percent
    type: ratio
    observations: [{ period: 2024-10, value: 2.4%, source: harbour }, { period: 2023-10, value: 3.3%, source: harbour }]
  lower: { label: { en: Lower end of the target band, de: Untergrenze des Zielbands }, unit: percent, type: ratio, observations: [{ period: 2024-10, value: 1.0%, source: harbour }] }
  upper: { label: { en: Upper end of the target band, de: Obergrenze des Zielbands }, unit: percent, type: ratio, observations: [{ period: 2024-10, value: 3.0%, source: harbour }] }
  division-rate:
    label: { en: Annual rate by division, de: Jahresrate nach Abteilungen }
    unit: percent
    type: ratio
    denominator: { en: prices a year before, de: der Preise ein Jahr zuvor }
    dimensions: [division]
    observations:
      - { period: 2024-10, category: food, value: 3.3%, source: harbour }
      - { period: 2024-10, category: clothing, value: -0.6%, source: harbour }
      - { period: 2024-10, category: health, value: 2.41%, source: harbour }
      - { period: 2024-09, category: food, value: 3.1%, source: harbour }
      - { period: 2024-09, category: health, value: 2.41%, source: harbour }
  contribution:
    label: { en: Contribution to inflation, de: Beitrag zur Inflation }
    unit: percentage-points
    type: ratio
    dimensions: [division]
    observations: [{ period: 2024-10, category: food, value: 0.47 pp, source: harbour }, { period: 2024-10, category: clothing, value: -0.03 pp, source: harbour }]
`,
})

function parsed(texts: Record<string, string>): Dataset {
  const files = Object.entries(texts).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
  const { value, diagnostics } = parseDataset(files)
  if (!value) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  return value
}

describe('what an office says of consumer prices', () => {
  test.each([
    ['The index stood at {cpi} (2020 = 100).', 'The index stood at {cpi} (2015 = 100).'],
    ['Food added {contribution[food]} to inflation.', 'Clothing added {contribution[clothing]} to inflation.'],
    [
      'Clothing took {{value "contribution[clothing]" sign=false}} off the annual rate.',
      'Food took {contribution[food]} off the annual rate.',
    ],
    [
      'The annual rate for health was unchanged on the month before, at {division-rate[health]}.',
      'The annual rate for food was unchanged on the month before, at {division-rate[food]}.',
    ],
    ['At {inflation}, inflation is within the target band.', 'At {inflation}, inflation is outside the target band.'],
    [
      'At {inflation}, inflation is back within the target range of {lower} to {upper}.',
      'At {inflation}, inflation exceeds the target range of {lower} to {upper}.',
    ],
    [
      'At {inflation@2023-10} in October 2023, inflation was above the target band.',
      'At {inflation}, inflation is above the target band.',
    ],
    [
      'Inflation above the target band would be a rate above {upper}.',
      'At {inflation}, inflation is above the target band, which would be new.',
    ],
    ['Food and health continued to record price rises.', 'At {inflation}, inflation is below the target band.'],
    ['The weights of the three divisions add up to 1,000 per mille.', 'The divisions have 1,000 shops.'],
  ])('%s', (right, wrong) => {
    expect(messages(right, bulletin)).toEqual([])
    expect(messages(wrong, bulletin).join()).not.toBe('')
  })

  test.each([
    [
      'Die Inflationsrate liegt mit {inflation} innerhalb des Zielbands.',
      'Die Inflationsrate liegt mit {inflation} außerhalb des Zielbands von {lower} bis {upper}.',
    ],
    [
      'Bekleidung minderte die Inflationsrate um {{value "contribution[clothing]" sign=false}}.',
      'Nahrungsmittel minderten die Inflationsrate um {contribution[food]}.',
    ],
    ['Der Index (2020 = 100) lag bei {cpi}.', 'Die Inflationsrate liegt mit {inflation} über dem Zielband.'],
  ])('%s', (right, wrong) => {
    expect(messages(right, bulletin, 'de')).toEqual([])
    expect(messages(wrong, bulletin, 'de').join()).toContain('not true')
  })
})
