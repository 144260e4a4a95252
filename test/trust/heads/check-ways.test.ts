import { expect, test } from 'vitest'
import { lakeReport, saidOf } from '../../build/lake-report.ts'

const series = (id: string, label: string, unit: string, ...values: (number | string)[]) =>
  `  ${id}: { label: ${label}, unit: ${unit}, type: stock, observations: [${values.map((value, at) => `{ period: ${2022 + at}, value: ${value}, source: harbour }`).join(', ')}] }\n`

const byAge = `  use: { label: Use, unit: percent, type: ratio, denominator: people, dimensions: [age], observations: [${[
  'young',
  'old',
]
  .flatMap((age) =>
    [2023, 2024].map(
      (year) =>
        `{ period: ${year}, category: ${age}, value: ${age === 'young' ? year - 1930 : year - 1960}%, source: harbour }`,
    ),
  )
  .join(', ')}] }\n`

/** What is told of a title over a chart, in words without place. */
async function told(title: string, figures: string) {
  return saidOf(
    {
      'data/report.yaml': `${lakeReport('boats')}dimensions: { age: { label: Age, total: All, categories: { young: Young, old: Old } } }\n`,
      'data/figures.yaml': `indicators:\n${series('boats', 'Boats', 'boats', 180, 210, 240)}${series('ducks', 'Ducks', 'boats', 95, 90, 70)}${series('ice', 'Balance of ice', 'boats', -5, -7, -9)}${series('inflation', 'Inflation', 'percent', '4%', '3%', '2%')}${byAge}`,
      'templates/deck.md.hbs': `# ${title}\n\n## The lake, by year\n\n![](chart:line figures="${figures}")\n`,
    },
    ['pptx'],
  )
}

test.each([
  ['Boats are up again', 'boats'],
  ['There has been a fall in ducks', 'ducks'],
  ['The lake has lost ducks and won boats', 'boats, ducks'],
  ['Boats rose while ducks fell', 'boats, ducks'],
  ['Boats rose, but ducks fell', 'boats, ducks'],
  ['Boats have not fallen', 'boats'],
  ['The deficit of ice has risen', 'ice'],
  ['Prices rise more on the lake', 'inflation'],
  ['The habit falls with age', 'use[age]'],
  ['Ducks return after the fall in boats', 'boats'],
  ['What boats gained, the ducks lose', 'ducks'],
  ['Ducks after their growth in 2019', 'ducks'],
])('a title over a chart of what it says is no fault: %s', async (title, figures) => {
  expect((await told(title, figures)).filter((one) => !/held to no figure/.test(one))).toEqual([])
})

test('a title that is borne out by the chart below needs no claim', async () => {
  expect(await told('Boats are up again', 'boats')).toEqual([])
})

test.each([
  ['Boats are down again', 'boats', 'down', 'boats@2022'],
  ['The lake has gained ducks', 'boats, ducks', 'gained', 'ducks@2022'],
  ['The boats have fallen in all bays', 'boats', 'fallen', 'boats@2022'],
  ['Boats rose, but ducks rose', 'boats, ducks', 'rose', 'ducks@2022'],
])('a title that says what nothing below it did is an error: %s', async (title, figures, word, key) => {
  expect(await told(title, figures)).toEqual([
    `error: a title or caption says “${word}”, and nothing below it went that way, such as ${key}`,
  ])
})

test('a title that names the year it compares with is held to the way since then', async () => {
  expect(await told('More boats than in 2023', 'boats')).toEqual([])
  expect(await told('Fewer boats than in 2023, but more ducks than in 2023', 'boats, ducks')).toEqual([
    'error: a title or caption says “Fewer”, and nothing below it went that way, such as boats@2022',
    'error: a title or caption says “more”, and nothing below it went that way, such as ducks@2022',
  ])
})

test('a title over several things that it names is held to each of them', async () => {
  expect(await told('Boats and ducks both rose', 'boats, ducks')).toEqual([
    expect.stringMatching(/^error: not true: “rose” \(each rose boats ducks\)/),
  ])
})

test.each([
  ['Boats rose by a seventh', 'boats'],
  ['Boats rose by a third', 'boats'],
  ['Old use is the smallest', 'use[age]'],
  ['Nearly two thirds of the old use it', 'use[age]'],
])('and so does one that says how far, how much or the most: %s', async (title, figures) => {
  expect(await told(title, figures)).toEqual([])
})

test.each([
  ['Boats rose by a half', 'boats', 'a half'],
  ['Boats fell by a third', 'boats', 'a third'],
  ['Old use is the largest', 'use[age]', 'largest'],
  ['Nearly half of the old use it', 'use[age]', 'half'],
])('and one that is not so is an error: %s', async (title, figures, word) => {
  expect(await told(title, figures)).toContainEqual(expect.stringContaining(`error: not true: “${word}”`))
})

test.each([
  ['Boats rose by a half and ducks', 'boats'],
  ['The lake grew by a half', 'boats, ducks'],
  ['Boats would rise by a half', 'boats'],
])('what a title does not say of one thing alone is left to its author: %s', async (title, figures) => {
  expect((await told(title, figures)).filter((one) => one.startsWith('error'))).toEqual([])
})
