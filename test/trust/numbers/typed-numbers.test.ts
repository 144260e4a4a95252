import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import { sourceText } from '../../../src/files/source-text.ts'
import { checkLooseNumbers } from '../../../src/trust/numbers/check-loose-numbers.ts'
import { readNumbers } from '../../../src/trust/numbers/numbers-in-text.ts'
import { smallDataset } from '../../document/dataset.ts'

/** What is said of the numbers in a line of a template. */
function looseIn(line: string, languages?: readonly string[]) {
  const templates = [sourceText('templates/briefing.md.hbs', line)]
  const { indicators, report, ...others } = smallDataset()
  const clean = new Map([...indicators].filter(([id]) => id !== 'hostile'))
  const dataset = { ...others, indicators: clean, report: { ...report, languages: languages ?? report.languages } }
  return checkLooseNumbers({ templates, charts: [], allow: undefined, isWhole: true, dataset })
}

/** The numbers that are found in a line of a template. */
function typed(line: string): string[] {
  return looseIn(`A ${line}`).map(({ message }) => message.replace(/^.*: /, '').replaceAll('\u2060', ''))
}

describe('what looks like a year, a date, a label or a name and is a quantity', () => {
  test.each([
    ['branch lent 2024 books.', '2024'],
    ['room for 2000 visitors, 1990 people.', '1990'],
    ['branch had in May 45 readers.', '45'],
    ['branch had in May 12 readers.', '12'],
    ['report tells how they figure 300 visitors.', '300'],
    ['Part 40 of the members came.', '40'],
    ['library is No. 1 in the country.', '1'],
    ['branch has 96K readers.', '96K'],
    ['network has 500G users.', '500'],
    ['rise of GDP3.5% helped.', '3.5%'],
    ['branch met 12/15 of its target.', '12'],
    ['branch lost an eighth of its readers.', 'an eighth'],
    ['crowd of dozens of readers.', 'dozens'],
    ['site has millions of users.', 'millions'],
    ['count of &#57;&#54;,400 readers.', '96,400'],
    ['share of &frac12; of all.', '½'],
    ['{{#with "4.7 million"}}{{this}}{{/with}} readers.', '4.7 million'],
  ])('%s', (line, expected) => {
    expect(typed(line)).toContain(expected)
  })
})

describe('quantities that people type', () => {
  test.each([
    'collection holds 1984 novels.',
    'branch sold 2019 tickets.',
    'room seats 2020 guests.',
    'in June 31 members left.',
    'by March 500 people had come.',
    'on average 17 books a head.',
    'Figure 12 books a reader.',
    'Table 300 seats.',
    'Chapter 7 million readers.',
    'Part 3 of 5 readers came.',
    'Number 1 in Europe.',
    'No. 3 worldwide.',
    'rank #1 for service.',
    'library has 12k readers.',
    'network has 4M users.',
    'film drew 3bn viewers.',
    'growth of GDP4.2%.',
    '7/10 readers agree.',
    '3 out of 4 readers agree.',
    'two-thirds of readers agree.',
    'half of the readers agree.',
    'a quarter of the readers agree.',
    'dozens of events.',
    'hundreds of readers.',
    'thousands upon thousands of readers.',
    'several million readers.',
    'a couple of hundred readers.',
    'twice as many as before.',
    'threefold rise.',
    'a score of 7,5.',
    'sum of 1 234 567 readers.',
    'sum of １２３４ readers.',
    'sum of ٣٤٥ readers.',
    '五百万读者。',
    '三分之一的读者。',
    '十二万人次。',
    '&#52;&#53; readers came.',
    '4&nbsp;500 readers came.',
    'cost: €12.',
    'cost: 12 EUR.',
    'cost: US$3m.',
    'up 3 pts.',
    'minus 4 degrees.',
    '−3% on the year.',
    '+12 seats.',
    'rise of 0.5pp.',
    'from 12 to 15 branches.',
    'between 200 and 300 events.',
    '1990s readers numbered 40.',
    '24 of 30 branches.',
    'room lent some of 2024 books and 1990 maps.',
    'room for 2030 new readers.',
    'branch is the No. 1 lending library in the region.',
    '图书馆更换了2024个书架。',
    '数百名读者。',
  ])('%s', (line) => expect(typed(line)).not.toEqual([]))
})

describe('digits that say no quantity', () => {
  test.each([
    'report on 2025.',
    'sales of a quarter earlier, two quarters ago.',
    'since 2019 the branch has grown.',
    'in the 1990s.',
    'the 19th century.',
    'on 3 March 2025.',
    'on March 3, 2025.',
    'on 2025-03-03.',
    'at 10:30.',
    'at 9 a.m.',
    'at 5 pm.',
    'from Monday to Friday.',
    'financial year 2024/25.',
    'Q3 2025.',
    'H1 2025.',
    '2025年3月3日。',
    '2024至2025年。',
    '2017和2025年，各站。',
    '第53次报告。',
    'version 2.1.',
    'Node 20.19.',
    'Windows 11.',
    'HTML5 and CSS3.',
    'CO₂, N₂O and CH₄.',
    'PM₂.₅ in the air, m² and km³.',
    'COVID-19.',
    'the G20 and G7.',
    '5G and Wi-Fi 6.',
    'the A4 format.',
    'route 66.',
    'page 12.',
    'pages 12 to 15.',
    'Figure 4.',
    'Table 3.2.',
    'Appendix 2.',
    'chapter 7.',
    'section 4.1.',
    'Part 2.',
    'item 3 of the agenda.',
    'ISBN 978-3-16-148410-0.',
    'ISO 9001.',
    'Licence: CC BY 4.0.',
    'CC BY-SA 4.0.',
    'Article 5.',
    '§ 12.',
    'paragraph 4.',
    '24/7.',
    'room 12.',
    'call 030 1234567.',
    'Title 2025.',
    'the 2030 agenda.',
    'by 2030.',
    'MP3 players.',
    '3D printing.',
    'the first and the second branch.',
    'two branches.',
    'one of them.',
    'the three languages.',
    'No. 10 Downing Street.',
    'Formula 1.',
    'house was founded in 1887.',
    'call +44 20 7946 0958.',
    'year was busier than any first half since.',
    'team can be seen on television; dial 999 in an emergency, or call 112.',
    'Section 12(3) of the 2004 Act, and Article 5 of Directive 2020/2184.',
    'Act of 2004 applies.',
    'house at 12 Mill Lane, Northport NP3 4QT.',
    'Line 3 and Phase 2 on Floor 4.',
    'end of 2024 meters were read; in winter 2024 leaks were rare; from 2019 to 2024 books were lent.',
    '图书馆建于1887年，位于建国路12号，3号厅早上8点开门。',
  ])('%s', (line) => expect(typed(line)).toEqual([]))
})

describe('what is a year, a date, a time, a version or a name passes', () => {
  test.each([
    'report on 2024 shows it.',
    'budget of the 2024 report, in 2023 results, the 2023 figures.',
    'branch opened in 1990 and in 2024 books were lent.',
    'meeting on May 12 at 10:30, on 12 May 2024.',
    'look at Figure 3 shows it; see Figure 2 and Table 4.',
    'word from Part 2 of the report, page 3/12.',
    'film in 4K and 3D over 5G, on A4 paper, in Version 2.1.',
    'desk is open 24/7; CO2 and IPv6 are names.',
    'financial year 2023/24 and Q4 2023.',
    'survey, 18–24 August 2025, ran from 18 to 24 August, on 18, 19 and 20 May, on Aug. 18-24, 2025, on August 18–24 too.',
  ])('%s', (line) => {
    expect(typed(line)).toEqual([])
  })
})

test('days that lead to the one of a date are of it, and telephones are names, in each language', () => {
  const days = {
    de: 'Tel. +49 30 901 820 77, +34 900 111 203, vom 18. bis 24. August 2025, 18.–24. August, am 18., 19. und 20. Mai',
    fr: '+33 1 23 45 67 89, du 18 au 24 août 2025, 18-24 août, les 18, 19 et 20 mai',
    es: '+34 900 111 203, +34 91 123 45 67, del 18 al 24 de agosto de 2025, 18-24 de agosto, los días 18, 19 y 20 de mayo',
    zh: '2025年8月18日至24日，8月18—24日',
  }
  for (const [language, line] of Object.entries(days))
    expect([language, ...readNumbers(line, language).filter(({ kind }) => kind === 'number')]).toEqual([language])
})

test('a number written out in words is as much one as in digits, and a word such as dozens a warning', () => {
  const severities = (line: string) => looseIn(`A ${line}`).map(({ severity }) => severity)
  expect(severities('town of three hundred thousand people.')).toEqual(['error'])
  expect(severities('share of twelve per cent.')).toEqual(['error'])
  expect(severities('a hundred seats, dozens of events and millions of readers.')).toEqual([
    'warning',
    'warning',
    'warning',
  ])
})

test('a text without a language of its own is read in the report’s, whichever others it is made in', () => {
  const messages = (line: string) => looseIn(line, ['en', 'de']).map(({ message }) => message)
  expect(messages('We thank 2025 customers.')).toEqual([expect.stringContaining('2025')])
})

test('an age says who is meant: any where the dataset says none, else those that it says', () => {
  const said = (line: string, ofAges: boolean) => {
    const { indicators, ...others } = smallDataset()
    const dimensions: typeof others.dimensions = ofAges ? others.dimensions : new Map()
    const dataset = { ...others, dimensions, indicators: new Map([...indicators].filter(([id]) => id !== 'hostile')) }
    const templates = [sourceText('templates/briefing.md.hbs', `A ${line}`)]
    const told = checkLooseNumbers({ templates, charts: [], allow: undefined, isWhole: true, dataset })
    return told.map(({ message }) => message)
  }
  const line = 'share of people aged 16 to 24, of women aged 25–34, of under-18s and of those 65 and older.'
  const age = (years: string) => `an age that no name or definition of the dataset says: ${years}`

  expect(said(line, false)).toEqual([])
  expect(said(line, true)).toEqual(['25', '34', '18', '65'].map(age))
  expect(said('median age of 38.2, 450 crimes.', false)).toHaveLength(2)
  // A citation of 22 March 2024 says no age.
  expect(said('share of people aged 22 and over.', true)).toEqual([age('22')])
})

test('small whole numbers of everyday prose pass, but no figure of the dataset, change or amount', () => {
  expect(typed('team of 12 people worked 6 weeks, 48 hours in all, in 5 meetings.')).toEqual([])
  expect(typed('team met over 3 weeks and at least 2 days.')).toEqual([])
  expect(typed('crowd of over 90 people.')).toEqual(['90'])
  expect(typed('team of 11 people worked, and growth was 11%.')).toEqual(['11%'])
  expect(typed('crowd of 120 people.')).toEqual(['120'])
  expect(typed('staff that rose by 12 people.')).toEqual(['12'])
  expect(typed('share of 12% of people, $5 a person.')).toEqual(['12%', '$5'])
  expect(typed('visit on 2 to 3 days a week.')).toEqual([])
  expect(typed('rise from 2 to 3 meetings.')).toEqual(['2', '3'])
  expect(
    typed('night in 4-star hotels, or in 4- and 5-star ones; Nacht im 4-Sterne-Hotel, in 4- und 5-Stern-Hotels.'),
  ).toEqual([])
  expect(typed('chain grew by 4-star hotels, to 4 hotels, 3- or 4-fold.')).toEqual(['4', '4', '3', '4'])
})

test('a span of time is no figure of things, though it is the same number', () => {
  const { indicators, observations, ...others } = smallDataset()
  const of = (unit: string, line: string) => {
    const clean = new Map([...indicators].filter(([id]) => id !== 'hostile'))
    const [[key, first] = []] = observations
    if (!key || !first) throw new Error('no observation')
    const three = { ...first, quantity: { ...first.quantity, value: new Decimal(3), precision: 0, unit } }
    const dataset = { ...others, indicators: clean, observations: new Map([[key, three]]) }
    const templates = [sourceText('templates/briefing.md.hbs', line)]
    return checkLooseNumbers({ templates, charts: [], allow: undefined, isWhole: true, dataset }).length
  }
  expect(of('people', 'It took 3 weeks.')).toBe(0)
  expect(of('people', 'It took 3 meetings.')).toBe(1)
})

test('laws, norms, paragraphs, volumes, rooms and telephones are no quantities', () => {
  for (const line of [
    'rule of Regulation (EC) No 852/2004 and of No 178/2002.',
    'toy follows EN 71-3 and ISO 8124-1:2018.',
    'right under Paragraph 12 (3) of the law.',
    'book, vol. 12.',
    'hotline: 0800 123 456.',
  ])
    expect(typed(line)).toEqual([])
  expect(typed('share of No. 852 in the country.')).toEqual(['852'])
})

test('case is no matter to the allow-list, and one line serves for all places', () => {
  const allow = sourceText('templates/allow.yaml', '- text: past dozen years\n  reason: a span\n')
  const templates = [sourceText('templates/briefing.md.hbs', 'Past dozen years. In the past dozen years.')]
  const { indicators, ...dataset } = smallDataset()
  const clean = new Map([...indicators].filter(([id]) => id !== 'hostile'))
  expect(
    checkLooseNumbers({ templates, charts: [], allow, isWhole: true, dataset: { ...dataset, indicators: clean } }),
  ).toEqual([])
})
