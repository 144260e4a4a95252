import { expect, test } from 'vitest'
import { lakeReport, saidOf } from '../../build/lake-report.ts'

const observations = (own: Readonly<Record<string, number | string>>) =>
  Object.entries(own)
    .map(([category, value]) => `{ period: 2024, category: "${category}", value: ${value}, source: harbour }`)
    .join(', ')
const deaths = observations({ young: 10, mid: 30, old: 60, other: 90 })
const rides = observations({
  'age=young, sex=men': 31,
  'age=mid, sex=men': 30,
  'age=old, sex=men': 20,
  'age=young, sex=women': 2,
  'age=mid, sex=women': 28,
  'age=old, sex=women': 29,
})
const use = observations({ young: '70%', mid: '60%', old: '55%' })

/** What is told of a title over a chart, in words without place. */
async function told(title: string, figures: string, language = 'en', mid = '45 to 64') {
  return saidOf(
    {
      'data/report.yaml': `${lakeReport('boats').replace('language: en', `language: ${language}`)}dimensions:\n  age: { label: Age, total: All, categories: { young: Young, mid: "${mid}", old: Old, other: { label: Other, residual: true } } }\n  sex: { label: Sex, total: All, categories: { men: Men, women: Women } }\n`,
      'data/figures.yaml': `indicators:
  deaths: { label: Deaths, unit: boats, type: flow, dimensions: [age], observations: [${deaths}] }
  rides: { label: Rides, unit: boats, type: flow, dimensions: [age, sex], observations: [${rides}] }
  use: { label: Use, unit: percent, type: ratio, denominator: people, dimensions: [age], observations: [${use}] }
`,
      'templates/deck.md.hbs': `# The lake\n\n## ${title}\n\n![](chart:${figures.includes('sex') ? 'pyramid' : 'ranking'} figures="${figures}")\n`,
    },
    ['pptx'],
  )
}

test.each([
  ['Most deaths occur at ages 45 to 64', 'deaths[age]', 'Most', 'largest below it is deaths[old]@2024'],
  ['Deaths are highest at ages 45 to 64', 'deaths[age]', 'highest', 'largest below it is deaths[old]@2024'],
  ['The fewest deaths are at ages 45 to 64', 'deaths[age]', 'fewest', 'smallest below it is deaths[young]@2024'],
  ['The fewest rides are at ages 45 to 64', 'rides[age, sex]', 'fewest', 'smallest below it is rides[old,men]@2024'],
  [
    'Rides of women are highest at ages 45 to 64',
    'rides[age, sex]',
    'highest',
    'largest below it is rides[mid,men]@2024',
  ],
  ['Use is highest at ages 45 to 64', 'use[age]', 'highest', 'largest below it is use[young]@2024'],
])(
  'a title that says which category has the most, and another has, is an error: %s',
  async (title, figures, word, found) => {
    expect(await told(title, figures)).toEqual([`error: a title or caption says “${word}”, and the ${found}`])
  },
)

test.each([
  ['Most deaths are of the old', 'deaths[age]'],
  ['The old have the most deaths', 'deaths[age]'],
  ['The fewest deaths are of the young', 'deaths[age]'],
  ['Rides of women are highest among the old', 'rides[age, sex]'],
  ['Most of the young use it', 'use[age]'],
  ['Most of the old use it', 'use[age]'],
  ['Use is lowest among the old', 'use[age]'],
  ['Most rides are at ages 45 to 64', 'rides[age, sex]'],
])('and one that is borne out is none: %s', async (title, figures) => {
  expect(await told(title, figures)).toEqual([])
})

test.each([
  ['The largest rides of the 45 to 64', 'rides[age, sex]'],
  ['The largest deaths are not of the young', 'deaths[age]'],
  ['Deaths were highest at ages 45 to 64 in 2019', 'deaths[age]'],
])('nor one that is so of some, says otherwise or is of another time: %s', async (title, figures) => {
  expect((await told(title, figures)).filter((one) => /largest below/.test(one))).toEqual([])
})

test.each([
  ['de', '45 bis 64', 'Die meisten Todesfälle gab es im Alter 45 bis 64', 'Die meisten'],
  ['fr', '45 à 64 ans', 'Les plus nombreux sont les 45 à 64 ans', 'Les plus nombreux'],
  ['es', 'de 45 a 64', 'La mayoría de los viajes son de 45 a 64', 'mayoría'],
  ['en', '45–64', 'Most deaths occur at ages 45 to 64', 'Most'],
])('and so it is in other languages, and with ages in other words: %s', async (language, mid, title, word) => {
  const said = await told(title, 'deaths[age]', language, mid)
  expect(said).toContainEqual(expect.stringMatching(`“${word}”, and the largest below it is deaths.old.@2024`))
})
