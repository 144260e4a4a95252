import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTools } from '../../../../src/build/build-tools.ts'
import { makeReport } from '../../../../src/build.ts'
import { formatDiagnostic } from '../../../../src/diagnostic.ts'
import { draftFigures } from '../../../../src/trust/evidence/draft/draft-figures.ts'
import { draftReport } from '../../../../src/trust/evidence/draft/draft-report.ts'
import { dateAt } from '../../../../src/trust/evidence/mention-period.ts'
import { readParagraphs } from '../../../../src/trust/evidence/source-paragraphs.ts'
import { readNumbers } from '../../../../src/trust/numbers/numbers-in-text.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

const english = `Labour market, third quarter of 2023
The unemployment rate was 4.2% in September 2023, up 0.3 percentage points since June 2023. The number of people in employment rose by 52,000 to 3.41 million.
In September 2023 average pay was £612 a week, up 6.9% year on year. Births reached 10.4 per 1,000 people in 2022.
In September 2023 employment was 78.1% in the north, 76.4% in the south, and 71.9% in the islands.
Spending on training reached £1.2 billion in 2022, an increase of 3.4% compared with 2021.
`

const release = `HARBOUR OFFICE
Press release, 12 November 2025
Fewer people on the ferries
The ferries were used by 41,600 people at the end of September 2025, down 900, or 2.1%, from 42,500 at the end of March. It is the lowest figure since September 2023, when 40,900 people were on board.
Of all trips 6,100 had been waiting for more than 18 minutes, and passengers waited 13.4 weeks for a card.
The north line leads with 21,800 people, followed by the south line with 12,500, west and east with 5,200 and night boats with 2,100. Harbour had 900, 200 fewer; Castle Quay 700, up 100; and Old Pier 500. We expect delays to fall below 300 by then.
Line\tMarch 2025\tSeptember 2025\tDelayed, September 2025
North\t22,400\t21,800\t4.1%
South\t12,900\t12,500\t3.8%
East\t5,100\t5,200\t6.0%
In September 2025, 41 boats, 38 crews, 17 ports and 12 lights were in service.
`

const port = `Port of Halvik: traffic in the third quarter of 2025
Halvik Port Authority, 21 October 2025
The port of Halvik handled 11.84 million tonnes of goods in the third quarter of 2025, 3.1 per cent more than in the same quarter of 2024 (11.48 million tonnes). Container traffic reached 412,300 TEU, an increase of 18,700 TEU, or 4.8 per cent.
Dry bulk fell by 6.2 per cent to 2.57 million tonnes. Liquid bulk rose to 3.92 million tonnes from 3.71 million tonnes a year earlier.
Ferries carried 1.06 million passengers, 41,000 more than in the third quarter of 2024. The number of ship calls was 1,318, down from 1,352.
`

const chinese = `第53次中国互联网络发展状况统计报告发布
截至2023年12月，我国网民规模达10.92亿人，较2022年12月增长2480万人，互联网普及率达77.5%。
截至2023年12月，农村网民规模达3.26亿人，较2022年12月增长1788万人。在线旅行预订用户规模达5.09亿人，较2022年12月增长8629万人，增长率为20.4%。
2023年，全国网上零售额达15.4万亿元，同比增长11%。
截至2023年12月，12至19岁群体占比为49.2%，40至59岁群体占比为18.1%，60岁以上群体占比为21.8%。
`

const german = `Fähren im ersten Halbjahr 2025
Fährverband Nordland, 14. August 2025
Die Fähren beförderten im ersten Halbjahr 2025 2,41 Millionen Fahrgäste, 4 % mehr als im ersten Halbjahr 2024.
Das Betriebsergebnis betrug im 2. Quartal 2025 −2,1 Millionen Euro.
Der Anteil der Fahrgäste ab 65 Jahren lag bei 13 %.
Die Zahl der Stammgäste stieg um 12 400 auf 318.700.
`

/** Each figure of a text in a line. */
const drafted = (text: string, language: string) =>
  draftFigures(readParagraphs(text, language), language).map(({ label, unit, period, value, change }) => {
    const moved = change ? `, ${change.by ?? ''}/${change.rate ?? ''} since ${change.since}` : ''
    return `${label} (${unit.id}) ${period}: ${value ?? ''}${moved}`
  })

describe('the figures of a text', () => {
  it('are joined from the numbers that speak of one thing, with period, unit, change and rate', () => {
    expect(drafted(english, 'en')).toEqual([
      'Unemployment rate (percent) 2023-09: 4.2%, 0.3 pp/ since 2023-06',
      expect.stringContaining('(count) 2023-09: 3.41 million'),
      'Average pay (GBP) 2023-09: 612, /6.9% since P1Y',
      'Births (per-1000) 2022: 10.4',
      'North (percent) 2023-09: 78.1%',
      'South (percent) 2023-09: 76.4%',
      'Islands (percent) 2023-09: 71.9%',
      'Spending on training (GBP) 2022: 1.2 billion, /3.4% since 2021',
    ])
  })

  it.each([
    [
      'en',
      'The Green Alliance won 31.2% of the valid votes, the Civic Union 27.8%, the Labour Party 18.4%, and the Liberals 9.1%.',
      ['Green Alliance', 'Civic Union', 'Labour Party', 'Liberals'],
    ],
    [
      'de',
      'Die Grünen erreichten 31,2 % der Stimmen, die SPD 27,8 %, die Freie Union 18,4 % und die FDP 9,1 %.',
      ['Grünen', 'SPD', 'Freie Union', 'FDP'],
    ],
    [
      'fr',
      'Les Verts ont obtenu 31,2 % des voix, le Parti Socialiste 27,8 %, l’Union du Centre 18,4 % et les Libéraux 9,1 %.',
      ['Verts', 'Parti Socialiste', 'Union du Centre', 'Libéraux'],
    ],
    [
      'es',
      'Los Verdes obtuvieron el 31,2 % de los votos, el Partido Popular el 27,8 %, la Unión de Centro el 18,4 % y los Liberales el 9,1 %.',
      ['Verdes', 'Partido Popular', 'Unión de Centro', 'Liberales'],
    ],
    ['zh', '绿党得票31.2%，公民联盟27.8%，工党18.4%，自由党9.1%。', ['绿党得票', '公民联盟', '工党', '自由党']],
  ] as const)('are each of the one that is named before it in a list, of one time, in %s', (language, text, names) => {
    const shares = [31.2, 27.8, 18.4, 9.1]
    const expected = names.map((name, at) => `${name} (percent) undefined: ${shares[at]?.toFixed(1)}%`)
    expect(drafted(`Titel\n${text}\n`, language)).toEqual(expected)
  })

  it.each([
    ['en', 'The mortality rate was 929.8 deaths per 100,000 in 2024.', 'Mortality rate'],
    ['de', 'Die Sterberate lag 2024 bei 929,8 Todesfällen je 100.000 Einwohner.', 'Sterberate'],
    ['fr', 'Le taux de mortalité était de 929,8 décès pour 100 000 habitants en 2024.', 'Taux de mortalité'],
    ['es', 'La tasa de mortalidad fue de 929,8 defunciones por cada 100.000 habitantes en 2024.', 'Tasa de mortalidad'],
  ])('are rates where something stands between a number and what it is per, in %s', (language, text, label) => {
    const [figure, ...others] = draftFigures(readParagraphs(`Titel\n${text}\n`, language), language)
    expect([figure?.label, figure?.unit.id, figure?.unit.type, figure?.period]).toEqual([
      label,
      'per-100000',
      'ratio',
      '2024',
    ])
    expect(others).toEqual([])
  })

  it('keep their rates, months and names, limits are none, and a table is read by its head', () => {
    const all = drafted(release, 'en')
    expect(all).toContainEqual(expect.stringContaining('2025-09: 41,600, -900/-2.1% since not stated'))
    expect(all).toContainEqual(expect.stringContaining('--03: 42,500'))
    expect(all).toContainEqual(expect.stringContaining('2023-09: 40,900'))
    expect(all.filter((one) => / 18/.test(one))).toEqual([])
    expect(all).toContainEqual(expect.stringContaining('(weeks)'))
    const named = ['The south line (people)', 'West and east (people)', 'Night boats (people)', 'Castle Quay (count)']
    for (const name of named) expect(all).toContainEqual(expect.stringContaining(name))
    expect(all).toContainEqual(expect.stringMatching(/undefined: under 300$/))
    expect(all.slice(-13, -4)).toEqual([
      'North (count) 2025-03: 22,400',
      'North (count) 2025-09: 21,800',
      'North, delayed (percent) 2025-09: 4.1%',
      'South (count) 2025-03: 12,900',
      'South (count) 2025-09: 12,500',
      'South, delayed (percent) 2025-09: 3.8%',
      'East (count) 2025-03: 5,100',
      'East (count) 2025-09: 5,200',
      'East, delayed (percent) 2025-09: 6.0%',
    ])
  })

  it('are of halves and quarters in German, of which ages are none', () => {
    expect(drafted(german, 'de')).toEqual([
      'Fahrgäste (count) 2025-S1: 2.41 million, /4 % since 2024-S1',
      expect.stringMatching(/\(EUR\) 2025-Q2: -2\.1 million$/),
      expect.stringMatching(/\(percent\) undefined: 13.%$/),
      expect.stringMatching(/\(count\) undefined: 318,700, 12,400\/ since not stated$/),
    ])
    const draft = draftReport({ id: 'ferries', text: german, language: 'de' })
    expect('files' in draft && draft.files.get('data/figures.yaml')).toContain('value: 318,700')
    expect('files' in draft && draft.files.get('data/report.yaml')).toContain('period: 2025-S1\ncomparison: 2024-S1')
  })

  it.each([
    ['de', 'im dritten Quartal 2024 kamen', '2024-Q3'],
    ['de', 'Q3/2024 kamen', '2024-Q3'],
    ['fr', 'au premier semestre 2024', '2024-S1'],
    ['fr', 'au 1er trimestre 2024', '2024-Q1'],
    ['es', 'en el segundo trimestre de 2024', '2024-Q2'],
    ['fr', 'au 2ème trimestre 2026', '2026-Q2'],
    ['fr', 'au 1ᵉʳ semestre 2026', '2026-S1'],
    ['fr', '2T 2026', '2026-Q2'],
    ['fr', 'au 3e trimestre de l’année 2026', '2026-Q3'],
    ['en', 'the 2nd quarter of 2026', '2026-Q2'],
  ])('are of the part of a year that their text names in %s: %s', (language, text, period) => {
    const dates = readNumbers(text, language).filter(({ kind }) => kind === 'date')
    expect(dates.map((date) => dateAt(text, date).period)).toEqual([period])
  })

  it('are of quarters in words, each with its level of a year before, and have units in capitals', () => {
    expect(drafted(port, 'en')).toEqual([
      'Goods (tonnes) 2025-Q3: 11.84 million, /3.1% since *2024',
      'Goods (tonnes) 2024-Q3: 11.48 million',
      'Container traffic (teu) 2025-Q3: 412,300, 18,700/4.8% since not stated',
      'Dry bulk (tonnes) undefined: 2.57 million, /-6.2% since not stated',
      'Liquid bulk (tonnes) undefined: 3.92 million',
      'Liquid bulk (tonnes) P1Y: 3.71 million',
      'Passengers (count) undefined: 1.06 million, 41,000/ since 2024-Q3',
      'Ship calls (count) undefined: 1,318',
      'Ship calls (count) P1Y: 1,352',
    ])
    const draft = draftReport({ id: 'port', text: port, language: 'en' })
    if (!('files' in draft)) throw new Error(draft.why)
    const report = draft.files.get('data/report.yaml')
    expect(report).toMatch(/en: "?Port of Halvik: traffic in the third quarter of 2025"?\n/)
    expect(report).toMatch(/^publisher:\n {2}en: Halvik Port Authority$/m)
    expect(report).toMatch(/^period: 2025-Q3\ncomparison: 2024-Q3\nreleased: 2025-10-21$/m)
    expect(draft.files.get('data/figures.yaml')).toMatch(/value: 11\.84 million\n(?:.*\n){3} +since: 2024-Q3\n/)
    expect(draft.files.get('templates/briefing.md.hbs')).toContain('{{value "ship-calls"}}\n')
    expect(draft.leftOut).toEqual([])
  })

  it('are each of their own time, also where a part of the year, the year before or what comes is said beside them', () => {
    const museum = `Office of Museums, 12 February 2026
Visitors in 2025
The museum welcomed 2,418,600 visitors in 2025, up 6.4% on 2024 (2,273,100).
The fourth quarter was the busiest: 702,300 people came, 58,100 more than in the same quarter of 2024.
Shops earned €31.7 million, an increase of 9.1% on the €29.1 million of 2024. Of this, books yielded €14.2 million.
Quarter\tVisitors\tChange on 2024\tShare from abroad
First quarter\t498,200\t+3.1%\t32.6%
Second quarter\t604,900\t-5.8%\t43.1%
The museum expects about 2.5 million visitors in 2026.
`
    expect(drafted(museum, 'en')).toEqual([
      'Visitors (count) 2025: 2,418,600, /6.4% since 2024',
      'Visitors (count) 2024: 2,273,100',
      'Figure of paragraph 4 (people) --Q4: 702,300, 58,100/ since *2024',
      'Figure of paragraph 5 (EUR) undefined: 31.7 million, /9.1% since not stated',
      'Figure of paragraph 5 (2) (EUR) 2024: 29.1 million',
      'Figure of paragraph 5 (3) (EUR) undefined: 14.2 million',
      'Visitors (count) --Q1: 498,200, /3.1% since *2024',
      'Share from abroad (percent) --Q1: 32.6%',
      'Visitors (count) --Q2: 604,900, /-5.8% since *2024',
      'Share from abroad (percent) --Q2: 43.1%',
      'Visitors (count) 2026: about 2.5 million',
    ])
    const draft = draftReport({ id: 'museum', text: museum, language: 'en' })
    const figures = 'files' in draft ? draft.files.get('data/figures.yaml') : ''
    expect(figures).toMatch(/period: 2025-Q4\n {8}value: 702,300\n(?:.*\n){3} {10}since: 2024-Q4/)
    expect(figures).toMatch(/period: "2026"\n(?:.*\n){3} {8}status: forecast/)
  })

  it('have the unit that the head of their column says, as the text is read too', () => {
    const table = 'Rail in 2025\nRegion\tOn time\tChange, points\tCancelled (%)\nNorth\t92.1%\t-1.4\t2.1\n'
    expect(drafted(table, 'en')).toEqual([
      'North, on time (percent) undefined: 92.1%, -1.4 pp/ since not stated',
      'North, cancelled (percent) undefined: 2.1%',
    ])
    const draft = draftReport({ id: 'rail', text: table, language: 'en' })
    expect('files' in draft && draft.leftOut).toEqual([])
    expect('files' in draft && draft.files.get('data/figures.yaml')).toContain('value: 2.1%\n')
  })

  it('have unit, scale, times and change of the heads and the line above a table', () => {
    const table = `Port in 2026
Cargo by type, million tonnes
Type\tQ3 2026\tQ3 2025\tChange
Dry bulk\t2.31\t2.71\t-14.8%
`
    expect(drafted(table, 'en')).toEqual([
      'Dry bulk (tonnes) 2026-Q3: 2.31 million, /-14.8% since 2025-Q3',
      'Dry bulk (tonnes) 2025-Q3: 2.71 million',
    ])
    expect(drafted('Titel\nTipo\t3T 2026\tVariación en %\nRo-ro\t0,13\t-4,8\n', 'es')).toEqual([
      'Ro-ro (count) 2026-Q3: 0.13, /-4.8% since not stated',
    ])
    expect(drafted('港口\n货物吞吐量，万吨\n类别\t2026年第三季度\t同比\n集装箱\t345.2\t4.2%\n', 'zh')).toEqual([
      '集装箱 (tonnes) 2026-Q3: 345.2万, /4.2% since not stated',
    ])
    const draft = draftReport({ id: 'port', text: table, language: 'en' })
    expect('files' in draft && draft.leftOut).toEqual([])
  })

  it('stand in a table that several spaces part, and a change beside two measures is of neither', () => {
    const table = 'Crime in 2025\nRegion      Offences   Rate    Change\nEastmoor    48,900     64.8    -6%\n'
    expect(drafted(table, 'en')).toEqual([
      'Eastmoor, offences (count) undefined: 48,900',
      'Eastmoor, rate (count) undefined: 64.8',
      'Eastmoor, change (percent) undefined: -6%',
    ])
  })

  it('are left out where the text contradicts itself, and told', () => {
    const text =
      'In 2023 the city counted 1,200 births, up 300% from 1,100 in 2022.\nDeaths fell to 950 in 2023 from 990 in 2022.\n'
    const draft = draftReport({ id: 'city', text, language: 'en' })
    expect('files' in draft && draft.leftOut).toEqual([
      expect.stringMatching(
        /^paragraph 1: In 2023 .*: contradiction: births@2023 .* but births\.rate@2023 is 299\.5% to/,
      ),
    ])
    expect('files' in draft && draft.files.get('data/figures.yaml')).not.toMatch(/rate: .*300%/)
    expect('files' in draft && draft.figures).toBe(4)
  })

  it('have the scale and unit of their own column, not those of another', () => {
    const table = `Norrhav Fisheries Agency
Smallest catch since 2016
Press release, 17 September 2026
Vessels landed 43,500 tonnes in 2025.
Landings by species
Species\t2024, tonnes\t2025, tonnes\tValue in 2025, million euros\tBoats
Cod\t26,060\t21,750\t812\t140
`
    expect(drafted(table, 'en').slice(1)).toEqual([
      'Cod (tonnes) 2024: 26,060',
      'Cod (tonnes) 2025: 21,750',
      'Cod, value (EUR) 2025: 812 million',
      'Cod, boats (count) undefined: 140',
    ])
    const draft = draftReport({ id: 'fish', text: table, language: 'en' })
    expect('files' in draft && draft.leftOut).toEqual([])
    // The day stands beside what the text is, not beside whose it is.
    expect('files' in draft && draft.files.get('data/report.yaml')).toMatch(
      /^publisher:\n {2}en: Norrhav Fisheries Agency$/m,
    )
  })

  it('have the time that brackets beside them say, and none that brackets close', () => {
    const members = 'Clubs had 304,180 members on 31 December 2026, 5.2% more than a year earlier (289,140).'
    expect(drafted(members, 'en')).toEqual([
      'Members (count) 2026-12: 304,180, /5.2% since P1Y',
      'Members (count) 2025-12: 289,140',
    ])
    const young = 'The museum had 512,400 visitors in 2026. Young people made 31% of visits (28% in 2025).'
    expect(drafted(young, 'en').map((line) => line.replace(/^.*\) /, ''))).toEqual([
      '2026: 512,400',
      '2026: 31%',
      '2025: 28%',
    ])
    const income = 'Income was 18.6 million euros in 2026 (2025: 17.9 million), of which fees made up 61%.'
    expect(drafted(income, 'en').map((line) => line.replace(/^.*\) /, ''))).toEqual([
      '2026: 18.6 million',
      '2025: 17.9 million',
      '2026: 61%',
    ])
  })

  it('are of whom the head names above a headline with numbers', () => {
    const text =
      'Valmark Athletics Federation\nMEDIA RELEASE\n12 January 2027\nMembership passes 300,000\n\nThere were 304,180 members in 2026.\n'
    const draft = draftReport({ id: 'clubs', text, language: 'en' })
    expect('files' in draft && draft.files.get('data/report.yaml')).toMatch(
      /^publisher:\n {2}en: Valmark Athletics Federation$/m,
    )
  })

  it('are not of a year before because they are found on something', () => {
    const found = 'In 2025 inspectors boarded 1,204 vessels and found infringements on 86 of them.'
    expect(drafted(found, 'en').map((line) => line.replace(/^.*\) /, ''))).toEqual(['2025: 1,204', '2025: 86'])
  })

  it.each([
    [
      'en',
      'Operating profit fell to £9.7 million from £12.1 million; the cruise terminal made a loss of £1.3 million.',
      'Operating profit (GBP) undefined: 9.7 million|Operating profit (GBP) P1Y: 12.1 million|Loss (GBP) undefined: 1.3 million',
    ],
    [
      'en',
      'Containers accounted for 38.6% of the cargo, compared with 35.9% in the same quarter of 2025.',
      'Containers (percent) undefined: 38.6%|Containers (percent) P1Y: 35.9%',
    ],
    [
      'en',
      'The average rate on loans was 3.62% in October 2026, compared with 3.58% in September and 3.91% in October 2025.',
      'Average rate on loans (percent) 2026-10: 3.62%|Average rate on loans (percent) --09: 3.58%|Average rate on loans (percent) 2025-10: 3.91%',
    ],
    [
      'en',
      'The rate on loans rose by 12 basis points to 7.84%.',
      'Rate on loans (percent) undefined: 7.84%, 0.12 pp/ since not stated',
    ],
    [
      'en',
      'Cargo was 8.94 million tonnes, down 3.1% from 9.23 million tonnes a year earlier.',
      '8.94 million, /-3.1% since P1Y|9.23 million',
    ],
    ['en', 'The office expects about 1.6 million TEU for the year as a whole.', '(teu) --: about 1.6 million'],
    [
      'en',
      'The average number of passengers per flight increased from 114 to 118. 1.8% of flights were cancelled (2024: 2.4%).',
      'Average number of passengers per flight (count) P1Y: 114|Average number of passengers per flight (count) undefined: 118|(percent) undefined: 1.8%|(percent) 2024: 2.4%',
    ],
    [
      'en',
      'The clear-up rate was 31.6%, compared with 30.2% a year earlier and 27.8% in the year to March 2022.',
      'Clear-up rate (percent) undefined: 31.6%|Clear-up rate (percent) P1Y: 30.2%|Clear-up rate (percent) P12M/2022-03: 27.8%',
    ],
    [
      'en',
      'Burglary fell by 12% to 14,900 offences, the lowest since 2004, while shoplifting rose again, by 9%, to 33,800 offences.',
      'Burglary (count) undefined: 14,900, /-12% since not stated|Shoplifting (count) undefined: 33,800, /9% since not stated',
    ],
    [
      'en',
      'Harwick remained the busiest, with 24.6 million passengers (+7.1%), followed by Port Ellen (8.3 million, +9.2%) and Lowfield (2.9 million, -4.8%).',
      'Harwick (count) undefined: 24.6 million, /7.1% since not stated|Port Ellen (count) undefined: 8.3 million, /9.2% since not stated|Lowfield (count) undefined: 2.9 million, /-4.8% since not stated',
    ],
    ['en', 'Some 6.4% had been a victim in the last 12 months (95% confidence interval: 5.9% to 6.9%).', 'about 6.4%'],
    [
      'en',
      'The office expects between 42.5 and 44 million passengers in 2026.',
      'Passengers (count) 2026: at least 42.5 million|Passengers (count) 2026: at most 44 million',
    ],
    [
      'de',
      'Der Hektarertrag sank von 92,4 auf 86,7. Die Zahl der Betriebe ging um 410 auf 14.150 zurück.',
      'Hektarertrag (count) P1Y: 92.4|Hektarertrag (count) undefined: 86.7|Betriebe (count) undefined: 14,150, -410/ since not stated',
    ],
    [
      'fr',
      'Le taux de chômage des jeunes (15-24 ans) augmente de 0,1 point, à 18,9 %.',
      'Taux de chômage des jeunes (percent) undefined: 18.9%, 0.1 pp/ since not stated',
    ],
    [
      'es',
      'El gasto medio por turista se situó en 1.318 euros, con un aumento anual del 2,8 %. En los nueve primeros meses de 2025 llegaron 76,4 millones de turistas.',
      'Gasto medio por turista (EUR) undefined: 1,318, /2.8% since not stated|Turistas (count) P9M/2025-09: 76.4 million',
    ],
    [
      'zh',
      '全省港口完成货物吞吐量12.86亿吨，比上年增长4.2%。全省拥有生产用码头泊位1286个。',
      '货物吞吐量 (tonnes) undefined: 12.86亿, /4.2% since P1Y|生产用码头泊位 (count) undefined: 1286',
    ],
    [
      'de',
      'Die Pünktlichkeit lag bei 91,3 %, nach 92,6 % im Vorjahr; das ist ein Rückgang um 1,3 Prozentpunkte.',
      '91.3%, -1.3 pp/ since not stated|P1Y: 92.6%',
    ],
    [
      'de',
      'Die Einnahmen stiegen um 12,8 Mio. Euro auf 402,6 Mio. Euro.',
      'Einnahmen (EUR) undefined: 402.6 million, 12.8 million/ since not stated',
    ],
    [
      'de',
      'Der Verlust verringerte sich von 38,4 Millionen Euro auf 31,9 Millionen Euro.',
      '(EUR) P1Y: 38.4 million|(EUR) undefined: 31.9 million',
    ],
    [
      'es',
      'Los contenedores supusieron el 38,6 % de la carga, frente al 35,9 % del mismo trimestre de 2025.',
      'Contenedores (percent) undefined: 38.6%|Contenedores (percent) P1Y: 35.9%',
    ],
    [
      'fr',
      '702 300 personnes sont venues, 58 100 de plus qu’au même trimestre de 2024.',
      '(people) undefined: 702,300, 58,100/ since *2024',
    ],
    [
      'fr',
      'Les cafés ont rapporté 31,7 millions d’euros, contre 29,1 millions d’euros en 2024.',
      '(EUR) undefined: 31.7 million|(EUR) 2024: 29.1 million',
    ],
    [
      'fr',
      'Au T2 2026, les prêts atteignent 66 385 M€, contre 64 120 M€ au trimestre précédent.',
      '(EUR) 2026-Q2: 66,385 million|(EUR) 2026-Q1: 64,120 million',
    ],
    [
      'fr',
      'Au 2e trimestre 2026, les prêts atteignent 66,4 Md€, contre 64,1 Md€ au 1er trimestre 2026.',
      '(EUR) 2026-Q2: 66.4 billion|(EUR) 2026-Q1: 64.1 billion',
    ],
    [
      'en',
      'Loans were €66.4 billion in Q2 2026, against €64.1 billion in the previous quarter.',
      '(EUR) 2026-Q2: 66.4 billion|(EUR) 2026-Q1: 64.1 billion',
    ],
    ['de', 'Die Quote lag bei 5,9 %, nach 6,2 % im Vorjahr.', '(percent) undefined: 5.9%|(percent) P1Y: 6.2%'],
    [
      'de',
      'Die Preise stiegen im März 2026 um 2,4 %, nach 2,1 % im Vorjahr.',
      '(count) 2026-03: , /2.4% since P1Y|(count) 2025-03: , /2.1% since P1Y',
    ],
    [
      'en',
      '311,100 donors gave 402,600 units of blood in 2025.',
      'Donors (count) 2025: 311,100|Units (count) 2025: 402,600',
    ],
    [
      'en',
      'The network carried 5.2 TWh of power through 412 km of lines in 2025.',
      '(terawatt-hours) 2025: 5.2|(kilometres) 2025: 412',
    ],
  ])('are of their time and unit in %s: %s', (language, text, expected) => {
    const found = drafted(`Titel\n${text}\n`, language)
    const ends = expected.split('|')
    expect(found.map((one, index) => one.endsWith(ends[index] ?? '?') || one)).toEqual(ends.map(() => true))
  })

  it('are found in Chinese too, and ages are none', () => {
    expect(drafted(chinese, 'zh')).toEqual([
      '网民规模 (people) 2023-12: 10.92亿, 2480万/ since 2022-12',
      '互联网普及率 (percent) 2023-12: 77.5%',
      '农村网民规模 (people) 2023-12: 3.26亿, 1788万/ since 2022-12',
      '在线旅行预订用户规模 (people) 2023-12: 5.09亿, 8629万/20.4% since 2022-12',
      '网上零售额 (CNY) 2023: 15.4万亿, /11% since not stated',
      '12至19岁群体占比 (percent) 2023-12: 49.2%',
      '40至59岁群体占比 (percent) 2023-12: 18.1%',
      '60岁以上群体占比 (percent) 2023-12: 21.8%',
    ])
  })

  it('are named in Chinese without a verb, and take no date of what follows a semicolon', () => {
    const text =
      '接待读者128.4万人次。\n中心馆61.2万人，港口馆30.1万人；2024年分别为58.8万人和26.2万人。2024年外借251万册。'
    expect(drafted(text, 'zh').slice(1)).toEqual([
      '中心馆 (people) undefined: 61.2万',
      '港口馆 (people) undefined: 30.1万',
      '第2段数据 (people) 2024: 58.8万',
      '第2段数据 (2) (people) 2024: 26.2万',
      '外借 (count) 2024: 251万',
    ])
  })

  it.each([
    [
      'fr',
      'Fin 2023, la ville comptait 24,83 millions d’abonnés, soit 1,2 million de plus qu’en 2022. Le chiffre d’affaires a atteint 3,4 milliards d’euros, en hausse de 5,5 %.',
      'Abonnés (count)',
    ],
    [
      'de',
      'Ende 2023 zählte die Stadt 24,83 Millionen Abonnenten, 1,2 Millionen mehr als 2022. Der Umsatz stieg um 5,5 % auf 3,4 Milliarden Euro.',
      'Abonnenten (count)',
    ],
    [
      'es',
      'A finales de 2023 la ciudad contaba con 24,83 millones de abonados, 1,2 millones más que en 2022. La facturación subió un 5,5 % hasta 3,4 mil millones de euros.',
      'Abonados (count)',
    ],
  ])('are read in %s, and written as a dataset has them', (language, text, subscribers) => {
    const [first, second, ...rest] = drafted(`Titre\n${text}\n`, language)
    expect(first).toBe(`${subscribers} 2023: 24.83 million, 1.2 million/ since 2022`)
    expect(second).toMatch(/\(EUR\) 2023: 3\.4 billion, \/5\.5% since not stated$/)
    expect(rest).toEqual([])
  })

  it('have their groups and decimals in one notation, whatever the text writes', () => {
    expect(drafted('Titel\nIm Jahr 2023 gab es 961.000 Fahrten.\n', 'de')).toEqual([
      expect.stringContaining(': 961,000'),
    ])
    expect(drafted('Titre\nEn 2023, 1 204 stations étaient ouvertes.\n', 'fr')).toEqual([
      expect.stringContaining(': 1,204'),
    ])
  })

  it('are drafted beside long words in capitals', () => {
    const capitals = 'INTERNATIONALTRADESTATISTICS EXPORTSANDIMPORTS BYCOUNTRYOFORIGIN'
    // Each way to part the capitals was tried in turn, which took hours.
    expect(drafted(`Trade in 2025\n${capitals} 12,300 in 2025.\n`, 'en')).toEqual([
      expect.stringMatching(/2025: 12,300$/),
    ])
  })

  it('are drafted from one long paragraph in a time that grows with it', () => {
    const sentences = Array.from(
      { length: 5000 },
      (_, index) => `In 2023 the office counted ${index + 100} visitors, up 2.3%. `,
    )
    // Each figure looking at all others took minutes.
    expect(draftFigures(readParagraphs(sentences.join(''), 'en'), 'en')).toHaveLength(5000)
  })

  it('are one where prose and a table both say it, and where a headline says the level alone', () => {
    const fire = `Firefighters attended 12,460 incidents in 2025
In 2025 firefighters attended 12,460 incidents, up 3.1% from 12,085 in 2024. Calls from abroad rose for the fourth year running, to 1,410.
Castle overtook Harbour, with 5,180 incidents against 4,760. Fires accounted for 3,905 incidents.
Deaths fell from 14 to 9, the lowest number since records began in 1996. Spending came to £48.2 million.
The average response took 9 minutes. The service expects to attend fewer than 12,000 incidents in 2026.
District\t2024\t2025
Castle\t4,985\t5,180
Harbour\t4,600\t4,760
Old Pier\t2,500\t2,520
Total\t12,085\t12,460
`
    expect(drafted(fire, 'en')).toEqual([
      'Incidents (count) 2025: 12,460, /3.1% since 2024',
      'Incidents (count) 2024: 12,085',
      'Calls from abroad (count) 2025: 1,410',
      'Fires (count) undefined: 3,905',
      'Deaths (count) P1Y: 14',
      'Deaths (count) undefined: 9',
      'Spending (GBP) undefined: 48.2 million',
      'Average response (minutes) undefined: 9',
      'Incidents (count) 2026: under 12,000',
      'Castle (count) 2024: 4,985',
      'Castle (count) 2025: 5,180',
      'Harbour (count) 2024: 4,600',
      'Harbour (count) 2025: 4,760',
      'Old Pier (count) 2024: 2,500',
      'Old Pier (count) 2025: 2,520',
    ])
  })

  it('of the year of the release are stated, and only what is expected is a forecast; a total is no bar of a chart', () => {
    const text = `Admissions in 2026
Northmere University, 12 October 2026
In 2026 the university received 38,240 applications. It expects 7,100 new students in 2026.
Faculty, 2026\tApplications, 2026
Law\t19,100
Arts\t10,140
Music\t9,000
Total\t38,240
`
    const draft = draftReport({ id: 'admissions', text, language: 'en' })
    const figures = ('files' in draft && draft.files.get('data/figures.yaml')) || ''
    expect(figures.match(/status: forecast/g)).toHaveLength(1)
    expect(figures).toMatch(/value: 7,100\n(?:.*\n){2} {8}status: forecast/)
    expect(figures).toMatch(/: \[law-\S+, arts-\S+, music-\S+\]/)
  })

  it('are of the time that the report is of, however many years it expects something of', () => {
    const text = `Bank of Marenland cuts its rate
Inflation fell to 2.3% in September 2026, from 2.4% in August. The mortgage rate was 3.84% in September 2026.
Unemployment stood at 4.1%.
Inflation is expected to average 2.6% in 2026, 2.1% in 2028 and 1.9% in 2028. Growth is expected to be 1.7% in 2028.
`
    const draft = draftReport({ id: 'rates', text, language: 'en' })
    const file = (name: string) => ('files' in draft && draft.files.get(`data/${name}.yaml`)) || ''
    expect(file('report')).toMatch(/^period: 2026-09\ncomparison: 2025-09\nreleased: 2026-10-01/m)
    expect(file('figures')).toMatch(/period: 2026-09\n +value: 4.1%/)
  })

  it('are one where a text says it twice', () => {
    const paragraphs = readParagraphs(
      'In 2023 there were 12 ports.\nThere were 12 ports in 2023.\nIn 2024 there were 12 ports.',
      'en',
    )
    expect(draftFigures(paragraphs, 'en').map(({ id, period }) => `${id} ${period}`)).toEqual([
      'ports 2023',
      'ports 2024',
    ])
  })
})

/** What is said of a drafted report when it is built, and what it prints. */
async function build(text: string, language: string) {
  const folder = join(temporaryFolder(), 'draft')
  const draft = draftReport({ id: 'draft', text, language })
  if ('why' in draft) throw new Error(draft.why)
  for (const [path, content] of draft.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const tools = createTools()
  const request = { folder, formats: ['pptx', 'pdf', 'md'] as const }
  const made = await makeReport(request, tools)
  await tools.close()
  return { draft, files: made.value?.documents ?? [], said: made.diagnostics.map(formatDiagnostic) }
}

// Longer than a second: it makes two reports.
describe('a drafted report', () => {
  it('builds at once, with cards, a chart of what is listed and a line for each figure', async () => {
    const { draft, files, said } = await build(english, 'en')
    expect(said).toEqual([])
    expect(files.map(({ format }) => format).toSorted()).toEqual(['md', 'md', 'pdf', 'pptx'])
    expect(draft.figures).toBe(8)
    const figures = draft.files.get('data/figures.yaml') ?? ''
    expect(figures).toContain('# paragraph 2: The unemployment rate was 4.2% in September 2023')
    expect(figures).toContain('paragraph-4-percent: [north, south, islands]')
    const deck = Buffer.from(files.find(({ name }) => name.endsWith('deck.md'))?.bytes ?? '').toString()
    expect(deck.replaceAll('\u00a0', ' ')).toContain('Draft: every figure is to be confirmed')
    // The masthead of the briefing says it already.
    expect(draft.files.get('templates/briefing.md.hbs')).not.toContain('{{subtitle}}')
  })

  it('has the date, publisher and headline of its head, and a title of its own for each of several charts', async () => {
    const { draft, said } = await build(release, 'en')
    expect(said.filter((line) => line.includes('error'))).toEqual([])
    const report = draft.files.get('data/report.yaml') ?? ''
    expect(report).toMatch(/title:\n {2}en: Fewer people on the ferries\n/)
    expect(report).toMatch(/publisher:\n {2}en: Harbour Office\n/)
    expect(report).toMatch(/period: 2025-09\n(.*\n)*released: 2025-11-12\n/)
    const deck = draft.files.get('templates/deck.md.hbs') ?? ''
    expect(deck).toContain('# Figures beside each other: paragraph\u00a07\n')
    expect(deck).toContain('# Figures beside each other: paragraph\u00a07 (part 2)\n')
    expect(deck).toContain('![](chart:ranking list="table-7-delayed")')
    expect(draft.files.get('data/figures.yaml')).toMatch(/period: 2025-03\n {8}value: 42,500/)
  })

  it('is in the language of its text', async () => {
    const { files, said } = await build(chinese, 'zh')
    expect(said.filter((line) => line.includes('error'))).toEqual([])
    const deck = Buffer.from(files.find(({ name }) => name.endsWith('deck.md'))?.bytes ?? '').toString()
    expect(deck).toContain('草稿：各项数据待核对')
  })

  it.each([
    ['The office is closed on Mondays.', 'no figures with a year'],
    ['There were 123 million visitors.', 'no figures with a year'],
    [
      Array.from({ length: 1001 }, (_, index) => `In 2023 there were ${index + 100} visitors.`).join('\n'),
      '1001 figures, more than 1000,',
    ],
  ])('is none of a text without figures or a year, or with too many: %.40s', (text, why) => {
    expect(draftReport({ id: 'a', text, language: 'en' })).toMatchObject({ why })
  })
})

describe('a draft of a half-year', () => {
  const text = `Ferries in the first half of 2025
Norrland's ferries carried 2.41 million passengers in the first half of 2025, 4% more than in the first half of 2024 (2.32 million).
The operating result was −€2.1 million, after −€3.4 million in the first half of 2024.
The average passenger was 41.6 years old.
Freight was 61,000 lorries, unchanged from the first half of 2024.`
  const draft = draftReport({ id: 'ferries', text, language: 'en' })
  const data = 'files' in draft ? (draft.files.get('data/figures.yaml') ?? '') : ''

  it('is of the period of its headline', () => {
    expect('files' in draft && draft.files.get('data/report.yaml')).toContain('period: 2025-S1')
  })

  it('keeps signs, each with its time, and a mean age; no figure is called by a time', () => {
    expect(data).toMatch(/period: 2025-S1\n\s+value: -2\.1 million/)
    expect(data).toMatch(/period: 2024-S1\n\s+value: -3\.4 million/)
    expect(data).toMatch(/unit: years[\s\S]*value: "41\.6"/)
    expect(data).not.toContain('First half')
  })

  it('keeps a date after a semicolon to what follows it, and reads a table whose corner is empty', () => {
    const leavers = `School leavers in 2025
In 2025, 61,480 pupils left school. 52,870 leavers had a certificate; in 2024 there were 50,120.
\tGirls\tBoys
North\t12,600\t12,350
South\t9,760\t9,540
`
    const read = draftFigures(readParagraphs(leavers, 'en'), 'en')
    expect(read.map(({ label, period, value }) => `${label} ${period} ${value}`)).toEqual([
      'Pupils 2025 61,480',
      'Leavers 2025 52,870',
      'Figure of paragraph 2 2024 50,120',
      'North, girls undefined 12,600',
      'North, boys undefined 12,350',
      'South, girls undefined 9,760',
      'South, boys undefined 9,540',
    ])
  })

  it('calls nothing by small German words', () => {
    const text = 'Von den Gästen in Hotels sind 148.700 aus dem Ausland. 12.000 aus Seeland.'
    const labels = draftFigures(readParagraphs(text, 'de'), 'de').map(({ label }) => label)
    expect(labels).toEqual(['Ausland', 'Seeland'])
  })
})

it('takes a part that something makes up for a level, and the age that names it for no figure', () => {
  const text =
    'In 2025, donors under 30 made up 23.6% of all. The service collected 318,600 litres, 2.4% more than in 2024.'
  const found = draftFigures(readParagraphs(text, 'en'), 'en').map(({ value, change }) => [value, change?.rate])
  expect(found).toEqual([
    ['23.6%', undefined],
    ['318,600', '2.4%'],
  ])
})

it.each([
  [
    'fr',
    'de plus qu’au premier semestre 2025. La part de la voiture s’établit à 40,9 %, contre 43,1 % un an plus tôt.',
  ],
  ['es', 'más que en el primer semestre de 2025. La cuota del coche es del 40,9 %, frente al 43,1 % un año antes.'],
])('counts a change from the half-year that it is more than, and goes on in its own: %s', (language, text) => {
  const start = {
    fr: 'Au premier semestre 2026, 88,1 millions de trajets, soit 0,8 %',
    es: 'En el primer semestre de 2026, 88,1 millones de viajes, un 0,8 %',
  }
  const figures = drafted(`${start[language as 'fr' | 'es']} ${text}`, language)
  expect(figures.join('\n')).toMatch(/0\.8% since 2025-S1\n.*(?:2026-S1|undefined): 40\.9%/)
})
