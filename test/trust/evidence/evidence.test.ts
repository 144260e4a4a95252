import { describe, expect, it } from 'vitest'
import { parseDataset } from '../../../src/dataset/read/read.ts'
import { checkEvidence, formatOthers } from '../../../src/trust/evidence/check-evidence.ts'

const english = `The lake in numbers

As of December 2024, the lake had 1.234 billion visitors, up 24.8 million from December 2023. Of them 61.5 percent came by rail.

Over 47 million tickets were sold. The gap between town and village was 16.8 percentage points, 4.4 percentage points lower.

Sailors, anglers and swimmers made up 58.3 percent, 29.7 percent and 21.8 percent respectively. There were 12 ferries.`

const chinese = `截至2024年12月，游客规模达12.34亿人，较2023年12月增长2480万人，铁路出行占61.5%。

售出门票超过4700万张，城乡差距为16.8个百分点，较上年下降4.4个百分点。

帆船爱好者、钓鱼爱好者、游泳爱好者分别占58.3%、29.7%、21.8%。`

interface Stated {
  value: string
  unit?: string
  paragraph: number | number[]
  period?: string
  change?: string
  label?: string
  /** Of other periods, from the same paragraph. */
  others?: Record<string, string>
}

function dataset(figures: Record<string, Stated>) {
  const report = `id: lake
title: { en: The lake }
publisher: { en: Harbour office }
geography: { en: The lake }
period: 2024-12
comparison: 2023-12
released: 2025-01-15
language: en
units:
  people: { label: { en: people } }
sources:
  harbour: { kind: primary, title: The lake in numbers, publisher: Harbour office, published: 2025-01-15, cite: Harbour office }
`
  const indicators = Object.entries(figures).map(
    ([id, { value, unit = 'people', paragraph, period = '2024-12', change, label = id, others = {} }]) => `  ${id}:
    label: { en: ${label} }
    unit: ${unit}
    type: ${unit === 'people' ? 'stock' : 'ratio'}
    observations:
      - period: ${period}
        value: ${value}
        source: harbour
        paragraph: ${JSON.stringify(paragraph)}
${change ? `        change: { since: 2023-12, by: ${change} }\n` : ''}${Object.entries(others)
  .map(
    ([when, number]) =>
      `      - { period: ${when}, value: ${number}, source: harbour, paragraph: ${JSON.stringify(paragraph)} }\n`,
  )
  .join('')}`,
  )
  const files = [
    { path: 'data/report.yaml', bytes: Buffer.from(report) },
    { path: 'data/figures.yaml', bytes: Buffer.from(`indicators:\n${indicators.join('')}`) },
  ]
  const { value, diagnostics } = parseDataset(files)
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return value
}

const told = (text: string, figures: Record<string, Stated>) =>
  checkEvidence('harbour', text, dataset(figures)).diagnostics.map(({ message }) => message)

const visitors = { value: '1.234 billion', paragraph: 2, change: '24.8 million' }
const tickets = { value: 'over 47 million', paragraph: 3 }
const gap = { value: '16.8 pp', unit: 'percentage-points', paragraph: 3, change: '-4.4 pp' }
const rail = { value: '61.5%', unit: 'percent', paragraph: 2 }
const groups = {
  sailors: { value: '58.3%', unit: 'percent', paragraph: 4, label: 'Sailors' },
  anglers: { value: '29.7%', unit: 'percent', paragraph: 4, label: 'Anglers' },
  swimmers: { value: '21.8%', unit: 'percent', paragraph: 4, label: 'Swimmers' },
}

const table = 'The lake in numbers\n\nThere were 12,400 visitors, 300 fewer than in 2023.\n\nVisitors\t12,700\t12,400'

describe('checkEvidence', () => {
  it('asks of several paragraphs that state a level for one that states its change', () => {
    const visitors = { value: '12400', paragraph: [2, 3], change: '-300' }
    expect(told(table, { visitors })).toEqual([])
    expect(told(table, { visitors: { ...visitors, paragraph: [3] } })).toEqual([
      'visitors.change@2024-12, -300: paragraph 3 does not say -300; paragraph 2 does',
    ])
    expect(told(table, { visitors: { ...visitors, change: '-400' } })).toHaveLength(2)
  })

  it('takes the period that a change counts from for no other period of the sentence', () => {
    const text = 'Ferries\n\nFerries carried 12,400 people, up 300 on the same half-year of 2022. Boats carried 200.'
    const ferries = { value: '12400', paragraph: 2, change: '300' }
    expect(told(text, { ferries })).toEqual([])
  })

  it('gives what was compared with, and is said after its year, to that year alone', () => {
    const text = 'Blood\n\nThe service had 318,600 people in 2024, 2.4% more than in 2023, when it was 311,100.'
    const others = { '2023': '311100' }
    expect(told(text, { donors: { value: '318,600', period: '2024', paragraph: 2, others } })).toEqual([])
  })

  it('lists no age that names who is counted as what the source also states', () => {
    const lines = [
      'Donors under 30 made up 23.6% of all in December 2024.',
      'Im Jahr 2024 kamen 84.300 Kinder unter 14 in die Häuser, mit Frauen unter 30 waren es mehr.',
      'En 2024, les femmes de moins de 30 ont emprunté 12 400 livres.',
    ]
    const others = lines.map((line) => formatOthers(checkEvidence('harbour', line, dataset({ visitors }))))
    expect(others.map((found) => found.map((one) => one.split(/: | {2}/)[1]))).toEqual([
      ['23.6%'],
      ['84.300'],
      ['12 400'],
    ])
  })

  it('finds what the source says, and lists what else it states', () => {
    const evidence = checkEvidence('harbour', english, dataset({ visitors, tickets, gap, rail, ...groups }))
    expect(evidence.diagnostics).toEqual([])
    expect(evidence.found).toBe(9)
    expect(formatOthers(evidence)).toEqual([
      'paragraph 4: 12  “…ent, 29.7 percent and 21.8 percent respectively. There were 12 ferries.”',
    ])
  })

  it('lists no change that follows from two levels of the dataset', () => {
    const text = 'The service had 318,600 people in December 2024, 2.4% more than 311,100 in December 2023, and 7 cars.'
    const donors = { value: '318,600', paragraph: 1, others: { '2023-12': '311100' } }
    const found = formatOthers(checkEvidence('harbour', text, dataset({ donors })))
    expect(found.map((one) => one.split(/: | {2}/)[1])).toEqual(['7'])
  })

  it('reads Chinese', () => {
    const at = (paragraph: number) => ({ paragraph })
    const figures = {
      visitors: { ...visitors, value: '12.34亿', change: '2480万', ...at(1) },
      tickets: { ...tickets, value: 'over 4700万', ...at(2) },
      gap: { ...gap, ...at(2) },
      rail: { ...rail, ...at(1) },
    }
    expect(told(chinese, figures)).toEqual([])
    expect(told(chinese, { visitors: { ...figures.visitors, value: '12.34万', change: '2480' } })).toContain(
      'visitors@2024-12, 12.34万: the source says 12.34亿: the dataset is smaller by a factor of ten to the power 4',
    )
  })

  it.each<[string, Record<string, Stated>, string]>([
    [
      'digits transposed',
      { visitors: { ...visitors, value: '1.243 billion' } },
      'visitors@2024-12, 1.243 billion: the source says 1.234 billion: digits differ',
    ],
    [
      'a factor of a thousand',
      { visitors: { ...visitors, value: '1.234 million', change: '24.8 thousand' } },
      'visitors@2024-12, 1.234 million: the source says 1.234 billion: the dataset is smaller by a factor of ten to the power 3',
    ],
    [
      'a qualifier lost',
      { tickets: { ...tickets, value: '47 million' } },
      'tickets@2024-12, 47 million: the source says “over”, which the dataset leaves out',
    ],
    [
      'a qualifier added',
      { visitors: { ...visitors, value: 'over 1.234 billion' } },
      'visitors@2024-12, over 1.234 billion: the dataset says “over”, the source does not',
    ],
    [
      'per cent for points',
      { gap: { value: '16.8%', unit: 'percent', paragraph: 3 } },
      'gap@2024-12, 16.8%: the source prints another unit: 16.8 percentage points; where that is its slip, say printed: 16.8 percentage points',
    ],
    [
      'digits added',
      { rail: { ...rail, value: '61.50%' } },
      'rail@2024-12, 61.50%: the source prints it with other digits: 61.5 percent',
    ],
    [
      'a fall for a rise',
      { visitors: { ...visitors, change: '-24.8 million' } },
      'visitors.change@2024-12, -24.8 million: the source says that it went up, the dataset that it went down',
    ],
    [
      'a rise for a fall',
      { gap: { ...gap, change: '4.4 pp' } },
      'gap.change@2024-12, 4.4 pp: the source says that it went down, the dataset that it went up',
    ],
    [
      'another period',
      { rail: { ...rail, period: '2022-12' } },
      "rail@2022-12, 61.5%: the source's sentence names another period than 2022-12",
    ],
    [
      'another paragraph',
      { rail: { ...rail, paragraph: 3 } },
      'rail@2024-12, 61.5%: paragraph 3 does not say 61.5%; paragraph 2 does',
    ],
    [
      'a paragraph that is not there',
      { rail: { ...rail, paragraph: 9 } },
      'rail@2024-12, 61.5%: the source has 4 paragraphs, and no paragraph 9',
    ],
    [
      'a respectively swapped',
      { ...groups, anglers: { ...groups.anglers, value: '21.8%' }, swimmers: { ...groups.swimmers, value: '29.7%' } },
      'anglers@2024-12, 21.8%: “respectively”: the source gives 21.8 percent to swimmers',
    ],
  ])('finds %s', (_, figures, message) => {
    expect(told(english, figures)).toContain(message)
  })

  it('shows the words of the source', () => {
    const [fault] = checkEvidence(
      'harbour',
      english,
      dataset({ tickets: { ...tickets, value: '47 million' } }),
    ).diagnostics
    expect(fault).toMatchObject({ place: { file: 'data/figures.yaml', line: 8 } })
    expect(fault?.hint).toMatch(/^harbour, paragraph 3: “Over 47 million tickets were sold\./)
  })
})

describe('numbers of two things that were exchanged', () => {
  const faults = (text: string, figures: Record<string, Stated>) =>
    checkEvidence('harbour', text, dataset(figures)).diagnostics.map(({ message }) => message)

  it('are found where “respectively” pairs changes, and rates, with the things', () => {
    const text = 'Sailors and anglers grew by 90.57 million and 51.39 million, or 20.7% and 14.2%, respectively.'
    const rate = (value: string) => ({ value, unit: 'percent', paragraph: 1 })
    const count = (value: string) => ({ value, paragraph: 1 })
    const named = (one: Stated, label: string) => ({ ...one, label })
    const right = {
      sailors: named(count('90.57 million'), 'Sailors'),
      anglers: named(count('51.39 million'), 'Anglers'),
      'sailors-rate': named(rate('20.7%'), 'Rate of sailors'),
      'anglers-rate': named(rate('14.2%'), 'Rate of anglers'),
    }
    expect(faults(text, right)).toEqual([])
    const swapped = {
      ...right,
      'sailors-rate': named(rate('14.2%'), 'Rate of sailors'),
      'anglers-rate': named(rate('20.7%'), 'Rate of anglers'),
    }
    expect(faults(text, swapped)).toEqual([
      'sailors-rate@2024-12, 14.2%: “respectively”: the source gives 14.2% to anglers-rate',
      'anglers-rate@2024-12, 20.7%: “respectively”: the source gives 20.7% to sailors-rate',
    ])
  })

  it('are found beside the words of each other', () => {
    const text = 'There were 12,340 births in the year. Deaths came to 14,560, more than ever.'
    const births = { value: '12340', paragraph: 1, label: 'Births' }
    const deaths = { value: '14560', paragraph: 1, label: 'Deaths' }
    expect(faults(text, { births, deaths })).toEqual([])
    expect(
      faults(text, { births: { ...births, value: '14560' }, deaths: { ...deaths, value: '12340' } }).toSorted(),
    ).toEqual([
      'births@2024-12, 14560: the source gives 14,560 to deaths',
      'deaths@2024-12, 12340: the source gives 12,340 to births',
    ])
  })
})

describe('numbers of one thing in two years', () => {
  const people = (label: string, value: string, before: string): Stated => ({
    label,
    value,
    others: { '2023-12': before },
    paragraph: 1,
  })
  const north = people('North', '214000', '203000')
  const east = people('East', '157000', '144000')

  it.each([
    'In 2024 the North had 214,000, after 203,000 in 2023.',
    'The North grew from 203,000 to 214,000.',
    'The North had 203,000 in December 2023, 214,000 a year later.',
    '北部（North）2023年为20.3万，2024年为21.4万。',
  ])('are theirs: %s', (text) => {
    expect(
      told(text, { north: { ...north, value: text.includes('万') ? '{ en: 214000, zh: 21.4万 }' : '214000' } }),
    ).not.toEqual(expect.arrayContaining([expect.stringMatching(/the source (?:gives|goes)/)]))
  })

  it.each([
    ['In 2024 the North had 203,000, after 214,000 in 2023.', 'the source gives 214,000 to 2023'],
    ['The North had 214,000 (2023), the highest since 2019.', 'the source gives 214,000 to 2023'],
    ['The North fell from 214,000 to 203,000.', 'the source goes from 214,000 to 203,000, the dataset the other way'],
    ['North: 2023年为21.4万，2024年为20.3万。', 'the source gives 21.4万 to 2023'],
  ])('are exchanged: %s', (text, message) => {
    const figures = text.includes('万')
      ? { north: people('North', '{ en: 214000, zh: 21.4万 }', '{ en: 203000, zh: 20.3万 }') }
      : { north }
    expect(told(text, figures).join('\n')).toContain(message)
  })

  const share: Stated = {
    label: 'Share',
    value: '12.0%',
    unit: 'percent',
    period: '2024-Q4',
    paragraph: 1,
    others: { '2024-Q3': '12.3%', '2024-Q2': '12.7%', '2024-Q1': '13.1%', '2023-Q4': '13.7%' },
  }
  const quarters = (text: string) => told(text, { share }).filter((message) => /period|gives|goes/.test(message))
  const asQuarters =
    'The share slipped to 12.0%, after 12.3% in the third quarter, 12.7% in the second and 13.7% in the fourth quarter of 2023.'
  const inTurn = 'In the first three quarters the share was 13.1%, 12.7% and 12.3% respectively.'
  const byMonth = 'The share stood at 13.1%, 12.7% and 12.3% at the end of March, June and September.'
  const risen = 'The share came to 12.0%, down from 13.7% twelve months before.'

  it('are theirs in quarters that name no year', () => {
    for (const text of [asQuarters, inTurn, byMonth, risen]) expect(quarters(text)).toEqual([])
  })

  it.each([
    [asQuarters, '12.3%', '12.7%', 'the source gives 12.7% to 2024-Q3'],
    [inTurn, '13.1%', '12.7%', 'the source gives 12.7% to 2024-Q1'],
    [byMonth, '13.1%', '12.7%', 'the source gives 12.7% to 2024-03'],
    [risen, '12.0%', '13.7%', 'the source goes from 12.0% to 13.7%, the dataset the other way'],
  ])('are exchanged in quarters: %s', (text, one, other, message) => {
    const exchanged = text.replace(one, '…').replace(other, one).replace('…', other)
    expect(quarters(exchanged).join('\n')).toContain(message)
  })

  it('are held against those of another thing in the same year', () => {
    const text =
      'The North had 157,000 in 2024, after 203,000 in 2023. The East came to 214,000, after 144,000 in 2023.'
    expect(told(text, { north, east }).toSorted()).toEqual([
      'east@2024-12, 157000: the source gives 157,000 to north',
      'north@2024-12, 214000: the source gives 214,000 to east',
    ])
  })

  it('stand in the order of their things, each year for itself', () => {
    const text = (former: string) =>
      `In 2024 the North came to 214,000 and the East to 157,000, against ${former} respectively a year before.`
    expect(told(text('203,000 and 144,000'), { north, east })).toEqual([])
    expect(told(text('144,000 and 203,000'), { north, east })).toContain(
      'north@2023-12, 203000: “respectively”: the source gives 203,000 to east',
    )
  })
})

it('holds the numbers of categories to their names', () => {
  const ages = `dimensions:
  age:
    label: Age
    total: Adults
    exhaustive: true
    categories: { young: { label: Aged 16 to 34 }, old: { label: Aged 60 and over } }
`
  const rates = `indicator,category,period,value,source,paragraph
rate,young,2024-12,50.4%,harbour,1
rate,old,2024-12,59.8%,harbour,1
`
  const faults = (text: string, table = rates) => {
    const files = Object.entries({
      'data/report.yaml': `id: lake\ntitle: The lake\npublisher: Office\ngeography: The lake\nperiod: 2024-12\ncomparison: 2023-12\nreleased: 2025-01-15\nlanguage: en\nsources:\n  harbour: { kind: primary, title: The lake, publisher: Office, published: 2025-01-15, cite: Office }\n${ages}`,
      'data/figures.yaml':
        'indicators:\n  rate: { label: Rate, unit: percent, type: ratio, denominator: adults, dimensions: [age] }\n',
      'data/rates.csv': table,
    })
    const { value, diagnostics } = parseDataset(files.map(([path, content]) => ({ path, bytes: Buffer.from(content) })))
    if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
    return checkEvidence('harbour', text, value).diagnostics.map(({ message }) => message)
  }
  expect(faults('Of those aged 16 to 34 50.4% came, and of those aged 60 and over 59.8%.')).toEqual([])
  expect(faults('Of those aged 16 to 34 59.8% came, and of those aged 60 and over 50.4%.').toSorted()).toEqual([
    'rate[old]@2024-12, 59.8%: the source gives 59.8% to rate[young]',
    'rate[young]@2024-12, 50.4%: the source gives 50.4% to rate[old]',
  ])
  const all = (rate: string) => `indicator,period,value,source,paragraph\nrate,2024-12,${rate},harbour,1\n`
  const text = 'Of those aged 16 to 34 59.8% came; overall it was 50.4%.'
  expect(faults(text, all('50.4%'))).toEqual([])
  expect(faults(text, all('59.8%'))).toEqual(['rate@2024-12, 59.8%: the source says 59.8% of young, and 50.4% of all'])
})

it('takes the same number in the digits of another language for what it is', () => {
  const figures = { a: { value: '24.8 million', paragraph: 1 }, b: { value: 'over 60 million', paragraph: 1 } }
  expect(checkEvidence('harbour', '增长2480万人，超6000万人。', dataset(figures)).diagnostics).toEqual([])
  const more = { a: { value: '24.8 million', paragraph: 1 } }
  expect(checkEvidence('harbour', 'It grew by 24.80 million.', dataset(more)).diagnostics).toHaveLength(1)
})

describe('a number of a table', () => {
  const rows = 'Visitors\t2023\t2024\nNorth\t3,250\t3,420\nSouth\t1,760\t1,870'
  const north = (value: string): Stated => ({ value, paragraph: 2, label: 'North' })
  it('is of the period that its column is headed by', () => {
    expect(told(rows, { north: north('3420') })).toEqual([])
    expect(told(rows, { north: north('3250') })).toEqual([
      "north@2024-12, 3250: the source's sentence names another period than 2024-12",
    ])
  })
  it('is of that of two periods that the dataset has exchanged', () => {
    const figures = { north: { ...north('3250'), others: { '2023-12': '3420' } } }
    expect(told(rows.replaceAll('North', '北'), figures)).toEqual([
      'north@2024-12, 3250: the source gives 3,250 to 2023',
      'north@2023-12, 3420: the source gives 3,420 to 2024',
    ])
  })
})

it('takes what came before, and what was compared with in the sentence before, for no other period', () => {
  const ferries = { value: '1126', paragraph: 1, others: { '2023-12': '1094' } }
  expect(told('On 31 December 2024 there were 1,126 ferries, up from 1,094.', { ferries })).toEqual([])
  const text =
    'Im Dezember 2024 fuhren auf dem See 9 Fähren, nach 13 im Dezember 2023. Dazu kamen 164 Boote, ein Jahr zuvor waren es 187.'
  const boats = { value: '164', paragraph: 1, label: 'Boote', others: { '2023-12': '187' } }
  expect(told(text, { boats })).toEqual([])
})

describe('a figure in each language’s own form', () => {
  const forms = '{ en: 24.8 million, zh: 2480万, de: "24,8 Millionen", fr: "24,8 millions", es: "24,8 millones" }'
  const visits = { visits: { value: forms, paragraph: 1 } }
  it.each([
    ['en', 'There were 24.8 million visits in the year, and most of them by rail.'],
    ['zh', '全年到访量达2480万人次，其中多数乘火车。'],
    ['de', 'Im Jahr wurden 24,8 Millionen Besuche gezählt, die meisten davon mit der Bahn und aus der Stadt.'],
    ['fr', 'Le lac a reçu 24,8 millions de visites dans l’année, et la plupart sont venues par le train.'],
    ['es', 'El lago recibió 24,8 millones de visitas en el año, y la mayoría por el tren de la ciudad.'],
  ])('is held against a source in %s', (language, text) => {
    expect(told(text, visits)).toEqual([])
    const wrong = text.replace(/24([.,])8/, '28$14').replace('2480万', '2840万')
    expect(told(wrong, visits).join()).toMatch(/^visits@2024-12, /)
    // The digits of another language's form are not its own.
    if (language !== 'zh') expect(told(text.replace(/24([.,])8/, '24$180'), visits)).toHaveLength(1)
  })
})

describe('a number without the name of its thing beside it, where another has it', () => {
  const percent = (label: string, value: string): Stated => ({ value, unit: 'percent', paragraph: 1, label })
  const people = (label: string, value: string): Stated => ({ value, paragraph: 1, label })
  it.each<[string, string, Stated, Stated]>([
    [
      'births for deaths',
      'There were 12,340 births in the year. Deaths came to 14,560.',
      people('Births', '12340'),
      people('Births', '14560'),
    ],
    [
      'real for nominal',
      'Nominal wages rose by 4.5%, real wages by 2.1%.',
      percent('Nominal wages', '4.5%'),
      percent('Nominal wages', '2.1%'),
    ],
    [
      'another group',
      'Urban users made up 70.1% of the total and rural users 29.9%.',
      percent('Rural users', '29.9%'),
      percent('Rural users', '70.1%'),
    ],
    [
      'in Chinese',
      '城镇地区普及率为83.3%，农村地区普及率为66.5%。',
      percent('城镇地区普及率', '83.3%'),
      percent('城镇地区普及率', '66.5%'),
    ],
    [
      'the number after it in a list',
      'Crews attended 2,310 fires and 5,130 false alarms.',
      people('Fires', '2310'),
      people('Fires', '5130'),
    ],
    [
      'in German, in another case',
      'Die Wehren rückten im Jahr zu 2.310 Bränden und zu 5.130 Fehlalarmen aus.',
      people('Brände', '2310'),
      people('Brände', '5130'),
    ],
    [
      'in Chinese, in a list',
      '火灾2310起，误报5130起，分别下降和上升。',
      people('火灾', '2310'),
      people('火灾', '5130'),
    ],
    [
      'another place',
      'Harrowmere had 2,310 fires; neighbouring Eastholm had 1,480.',
      people('Fires', '2310'),
      people('Fires', '1480'),
    ],
    [
      'the other part of what the sentence begins with',
      'Of the firefighters 995 were men and 131 were women.',
      people('Women among firefighters', '131'),
      people('Women among firefighters', '995'),
    ],
    [
      'the whole that it is a part of',
      'Of 1,126 firefighters, 131 were women.',
      people('Women firefighters', '131'),
      people('Women firefighters', '1126'),
    ],
    [
      'an end of the range that a mean lies in',
      'Response times ranged from 7.1 to 10.6 minutes; the mean was 8.4 minutes.',
      people('Mean response time', '8.4'),
      people('Mean response time', '10.6'),
    ],
  ])('%s', (_, text, right, wrong) => {
    expect(told(text, { one: right })).toEqual([])
    expect(told(text, { one: wrong })).toEqual([expect.stringContaining('the source names one beside')])
  })
  it('a target for what was reached, but where it is the figure', () => {
    const text = 'The target for the response time is 8.0 minutes; it was 8.4 minutes.'
    const aim = 'aim@2024-12, 8.0: the source says 8.0 of a target'
    expect(told(text, { aim: people('Response time', '8.0') })).toEqual([aim])
    expect(told(text, { aim: people('Target for the response time', '8.0') })).toEqual([])
    expect(told(text, { time: people('Response time', '8.4') })).toEqual([])
  })
  it('not where the other number is that of another figure', () => {
    const figures = {
      more: { value: '2480万', paragraph: 1, label: '新增网民' },
      all: { value: '超6000万', paragraph: 1, label: '网民' },
    }
    expect(told('网民规模增加2480万人，总数超6000万人。', figures)).toEqual([])
  })
  it('where the sentence names another thing and its own by no word, also after “came to”', () => {
    const figures = (value: string, label: string) => ({ costs: people(label, value), revenue: people('Revenue', '7') })
    const text = 'Operating costs came to 12,340, and revenue to 14,560.'
    expect(told(text, figures('14560', 'Operating costs'))).toContain(
      'costs@2024-12, 14560: the source names costs beside 12,340, not beside 14,560',
    )
    expect(told('Revenue came to 12,340.', figures('12340', 'Operating costs'))).toContain(
      'costs@2024-12, 12340: the source names revenue beside 12,340',
    )
    expect(told('Revenue less costs of running it came to 12,340.', figures('12340', 'Operating costs'))[0]).toMatch(
      /^revenue/,
    )
  })
  it('a part greater than its whole', () => {
    const text = (part: string) => `The library lent 496,000 items, of which ${part} were digital.`
    const digital = (value: string) => ({ digital: people('Digital items', value) })
    expect(told(text('2.48 million'), digital('2.48 million')).join()).toContain('a part of less: of 496,000')
    expect(told(text('248,000'), digital('248000'))).toEqual([])
  })
  it('a year in parentheses before a colon is of what follows it', () => {
    const costs = { ...people('Costs', '12340'), others: { '2023-12': '11230' } }
    expect(told('Costs: 12,340 (2023: 11,230).', { costs })).toEqual([])
  })
  it('not a change after the level that it led to, what a level is compared with, nor an end of a range', () => {
    const visits = { ...people('Visits', '1.2 million'), change: '0.1 million' }
    expect(told('Visits came to 1.2 million, 0.1 million more.', { visits })).toEqual([])
    // Both ends of a range have their words together.
    const ends = { low: percent('Trains left on time', '94%'), high: percent('Trains on time', '96%') }
    expect(told('Between 94% and 96% of trains left on time.', ends)).toEqual([])
    expect(
      told('It counted 1.2 million, up from 1.1 million visits.', { visits: people('Visits', '1.2 million') }),
    ).toEqual([])
  })
})

describe('signs and noughts', () => {
  const text =
    'The lake\n\nThe operating result was −€2.1 million, after −€3.4 million in December 2023.\n\nThere were no accidents. Boats were 240, unchanged from December 2023.'
  const result = { value: '-2.1 million', unit: 'EUR', paragraph: 2, label: 'Operating result' }

  it('finds a loss with the sign before its currency, and a nought that is said in words', () => {
    const accidents = { value: '0', paragraph: 3 }
    const boats = { value: '240', paragraph: 3, change: '0' }
    expect(told(text, { result, accidents, boats })).toEqual([])
  })

  it('takes a rate of growth with a minus for the fall that it is, and basis points for hundredths of points', () => {
    const words = 'The lake\n\nThere were 96.7 million visitors; the annual growth was -0.9 million.'
    const visits = { value: '96.7 million', paragraph: 2, change: '-0.9 million' }
    expect(told(words, { visits })).toEqual([])
    expect(told(words, { visits: { ...visits, change: '0.9 million' } })).toEqual([
      expect.stringContaining('the source says that it went down, the dataset that it went up'),
    ])
    const rate = { value: '7.84%', unit: 'percent', paragraph: 2, change: '0.12 pp' }
    expect(told('The lake\n\nThe rate rose by 12 basis points to 7.84%.', { rate })).toEqual([])
  })

  it.each([
    ['im Dezember 2024 ging die Zahl der Besuche auf dem See um 24.300 auf 512.600 zurück.', 'down'],
    ['im Dezember 2024 ist die Zahl der Besuche auf dem See um 24.300 auf 512.600 gestiegen.', 'up'],
    ['en décembre 2024, le nombre de visites sur le lac recule de 24 300, à 512 600.', 'down'],
    ['en décembre 2024, le lac a reçu 512 600 visites, soit 24 300 de plus qu’un an plus tôt.', 'up'],
    ['en diciembre de 2024 el número de visitas al lago descendió en 24.300, hasta 512.600.', 'down'],
    ['Die Besuche nahmen im Dezember 2024 um 24.300 auf 512.600 ab.', 'down'],
    ['Mit 512.600 Besuchen im Dezember 2024 lag der See um 24.300 unter dem Vorjahr.', 'down'],
    ['Die Besuche stiegen im Dezember 2024 auf 512.600 und damit um 24.300, obwohl die Fahrten zurückgingen.', 'up'],
    ['En décembre 2024, 512 600 visites ont été comptées, en recul de 24 300.', 'down'],
    ['Le lac gagne 24 300 visites en décembre 2024, à 512 600, alors que les accidents ont diminué.', 'up'],
    ['Las visitas aumentaron en diciembre de 2024 en 24.300, hasta las 512.600, tras el descenso de 2023.', 'up'],
    ['En diciembre de 2024 se contaron 512.600 visitas, 24.300 más que un año antes, pese a la caída.', 'up'],
    ['With 24,300 visits fewer than before, the lake counted 512,600 in December 2024.', 'down'],
    ['Despite falling temperatures the lake added 24,300 visits and reached 512,600 in December 2024.', 'up'],
  ])('holds the way that a source says that things went: %s', (words, way) => {
    const amount = way === 'up' ? '24300' : '-24300'
    const visits = { value: '512600', paragraph: 1, change: amount }
    expect(told(words, { visits })).toEqual([])
    const turned = way === 'up' ? '-24300' : '24300'
    expect(told(words, { visits: { ...visits, change: turned } }).join()).toContain(
      `the source says that it went ${way}`,
    )
  })

  it('tells of a loss that the dataset has as a profit', () => {
    expect(told(text, { result: { ...result, value: '2.1 million' } }).join()).toContain(
      'the source says −€2.1 million: the sign differs',
    )
  })
})

describe('the numbers of a table', () => {
  const text = 'The lake\nBoats, thousand\nKind\t2024\tShare (%)\nSail\t3.4\t61.5\nSteam\t2.1\t38.5\n'
  const sail = { value: '3.4 thousand', paragraph: 4 }

  it('are of the scale and unit that its heads or the line above it say', () => {
    const share = { value: '61.5%', unit: 'percent', paragraph: 4 }
    expect(told(text, { sail, share })).toEqual([])
    expect(told(text, { sail: { ...sail, value: '3.4 million' } })).not.toEqual([])
  })

  it('may stand in the dataset as they are printed', () => {
    expect(told(text, { sail: { ...sail, value: '3.4' } })).toEqual([])
  })
})
