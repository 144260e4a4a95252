import { describe, expect, test } from 'vitest'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { type SourceText, sourceText } from '../../../src/files/source-text.ts'
import type { Language } from '../../../src/locale/languages.ts'
import { createMemory } from '../../../src/memory/memory.ts'
import { checkLooseNumbers } from '../../../src/trust/numbers/check-loose-numbers.ts'
import { corpusDataset, findings, judge, judgeWhole } from '../sentences/sentences.ts'

const dataset = corpusDataset()
const told = (text: string) => judge(text, dataset, 'en').map(({ severity, message }) => `${severity}: ${message}`)

test('a word that is not true of its figure is an error, with what is true, and no claim is written for it', () => {
  expect(judge('Visits decreased by {visits.by}.', dataset, 'en').map(formatDiagnostic)).toEqual([
    `templates/briefing.md.hbs:3:8: error: not true: “decreased” (fell visits.change@2025) in “Visits decreased by 87,000.”
  3 | Visits decreased by {{by "visits"}}.
    |        ^
  expected: fell: the change is below zero, whichever value it has; with a second figure, that one is below the first
  hint: the figures: visits.change@2025: 86000 to 88000; true now: rose`,
  ])
})

test('a sentence after a line that is broken in its paragraph is held as any other', () => {
  expect(told('Loans: {loans}.\nIn all, visits decreased by {visits.by}.')).toEqual([
    expect.stringContaining('error: not true: “decreased”'),
  ])
})

const errorsIn = (folder: string, text: string, language: Language) =>
  judgeWhole(text, corpusDataset(folder), language, createMemory()).filter(({ severity }) => severity === 'error')

test.each([
  ['.', 'en', 'Loans: {loans}, up on 2024.', 'Loans: {loans}, down on 2024.'],
  ['business-survey', 'en', 'Construction: business climate rose.', 'Services: business climate rose.'],
  ['gdp', 'en', 'All figures are final and will not change.', 'The figures are provisional, and not yet final.'],
  ['gdp', 'zh', '以上数据为最终核实数。', '以上数据为初步核算数。'],
  ['gdp', 'de', 'Die Ergebnisse sind endgültig.', 'Die Ergebnisse sind vorläufig.'],
  ['.', 'en', 'Visits stood at {visits}, down since 2020.', 'Visits stood at {visits}, up since 2020.'],
  [
    'aviation',
    'en',
    "Fares went up by two dollars from September's {fare@2025-09}.",
    "Fares came down by two dollars from September's {fare@2025-09}.",
  ],
  [
    'insurance',
    'en',
    'Claims climbed from the {claims@2024-S2} of the previous half-year.',
    'Claims eased from the {claims@2024-S2} of the previous half-year.',
  ],
  [
    'business-survey',
    'en',
    'Small firms: {climate[large]}, large firms: {climate[small]}',
    'Small firms: {climate[small]}, large firms: {climate[large]}',
  ],
  [
    'business-survey',
    'en',
    'Services improved most, by {climate[services].by}.',
    'Retail trade improved most, by {climate[retail].by}.',
  ],
  [
    'business-survey',
    'en',
    'In March {firms@2025-03} firms answered, more than in June ({firms.previous}).',
    'The survey was answered by {firms} firms, more than in June ({firms.previous}) and more than in September last year ({firms@2024-09}).',
  ],
  [
    'aviation',
    'en',
    'The gap between international and domestic load factors has narrowed.',
    'The gap between international and domestic load factors has widened.',
  ],
  ['media-use', 'en', 'Subscriptions down, spending up', 'Subscriptions up, spending down'],
  ['media-use', 'en', 'Podcast listening rises with each age group.', 'Podcast listening falls with each age group.'],
  [
    'media-use',
    'en',
    'Live TV overtook streaming in the 2023 survey.',
    'Streaming overtook live TV in the 2023 survey.',
  ],
  [
    'apprenticeships',
    'en',
    'The rise in achievements, of {achievements.rate.by}, was four times as large as that in starts.',
    'The rise in achievements, of {achievements.rate.by}, was twice as large as that in starts.',
  ],
  [
    'insurance',
    'en',
    'The average home premium ranges from {home-premium[west]} in Westland to {home-premium[north]} in North Territory, three times as much.',
    'The average home premium ranges from {home-premium[west]} in Westland to {home-premium[north]} in North Territory, almost twice as much.',
  ],
  [
    'apprenticeships',
    'en',
    'Levy receipts topped £5 billion for the first time',
    'Levy receipts topped £4 billion for the first time',
  ],
  [
    'mining',
    'en',
    "Injuries were above both the June quarter's {injuries@2025-Q2} and last year's {injuries.previous}.",
    "Injuries were below both the June quarter's {injuries@2025-Q2} and last year's {injuries.previous}.",
  ],
  ['work-safety', 'en', 'Accidents at work rose.', 'Accidents at work fell.'],
  ['work-safety', 'en', 'The accident rate was highest in construction.', 'Accidents rose in 2022.'],
  ['work-safety', 'en', 'Inspections fell, notices rose', 'Accidents rise with the number of hours worked.'],
  ['dianying', 'zh', '影片多了，票房少了', '2024年票房下降。'],
  [
    'homelessness',
    'en',
    'Rents are higher in the North than in the capital.',
    'Rents are lower in the North than on the Coast.',
  ],
  ['work-safety', 'en', 'Women had more accidents than men.', 'Women had fewer accidents than men.'],
  [
    'dianying',
    'zh',
    '上映影片{released}，其中进口影片多于国产影片。',
    '上映影片{released}，其中国产影片多于进口影片。',
  ],
  [
    'minzheng',
    'zh',
    '城市低保标准增幅高于农村，比上年提高{standard[urban].rate.by}。',
    '农村低保标准增幅高于城市，比上年提高{standard[rural].rate.by}。',
  ],
  ['dianying', 'zh', '一线城市票价{price[first]}，比二线城市低。', '一线城市票价{price[first]}，比二线城市高。'],
  [
    'minzheng',
    'zh',
    '离婚登记{divorces}，增加{divorces.by}，超过结婚登记数的一半。',
    '离婚登记{divorces}，增加{divorces.by}，不到结婚登记数的一半。',
  ],
  [
    'giving',
    'en',
    'Charities employ {staff} people, of whom most are men.',
    'Charities employ {staff} people, of whom most are women.',
  ],
  [
    'work-safety',
    'en',
    'Construction and transport together account for most of the {fatal} deaths.',
    'Construction, transport and agriculture together account for most of the {fatal} deaths.',
  ],
  [
    'dianying',
    'zh',
    '上半年票房{boxoffice}，为近四年同期最低水平。',
    '上半年票房{boxoffice}，为近四年同期最高水平，比2023年同期的{boxoffice@2023-S1}高出{boxoffice.by}。',
  ],
  [
    'homelessness',
    'en',
    'Rents went up fastest in the capital, by {rent[capital].rate.by}, and most slowly in the North, by {rent[north].rate.by}.',
    'Rents went up fastest in the capital, by {rent[capital].rate.by}, and most slowly on the Coast, by {rent[coast].rate.by}.',
  ],
  [
    'dianshang',
    'zh',
    '跨境电商进出口额{cross}，高于二季度的{cross@2025-Q2}。',
    '跨境电商进出口额增长{cross.rate.by}，但低于二季度的{cross@2025-Q2}。',
  ],
  [
    'housing-starts',
    'en',
    'August starts were revised up from {starts-first@2026-08} to {starts@2026-08}.',
    'August starts were revised down from {starts-first@2026-08} to {starts@2026-08}.',
  ],
  [
    'housing-starts',
    'en',
    'Starts fell in the Northeast, South and West and rose only in the Midwest.',
    'Starts fell in the Midwest, South and West and rose only in the Northeast.',
  ],
  [
    'diffusion-indices',
    'en',
    'Output growth slowed in October ({output}, after {output.previous}).',
    'Growth in consumer goods lost momentum, with the PMI down to {pmi[consumer]} from {pmi[consumer].previous}.',
  ],
  [
    'diffusion-indices',
    'en',
    'At {pmi}, up from {pmi.previous}, the index moved below the 50.0 no-change mark.',
    'At {pmi}, up from {pmi.previous}, the index moved above the 50.0 no-change mark.',
  ],
  [
    'diffusion-indices',
    'en',
    'Optimists continue to outnumber pessimists, with a balance of {confidence}.',
    'Pessimists continue to outnumber optimists, with a balance of {confidence}.',
  ],
  [
    'pupil-survey',
    'en',
    'Bullying fell among girls (to {bullied[girls]}) and rose among boys (to {bullied[boys]}).',
    'Bullying rose among girls (to {bullied[girls]}) and fell among boys (to {bullied[boys]}).',
  ],
  [
    'petroleum',
    'en',
    'The diesel price dropped by 5 cents to {diesel}.',
    'The diesel price dropped by 4 cents to {diesel}.',
  ],
  [
    'petroleum',
    'en',
    'Gasoline prices fell on the Gulf Coast and the West Coast and rose elsewhere.',
    'Gasoline prices rose on the Gulf Coast and the West Coast and fell elsewhere.',
  ],
  [
    'payrolls',
    'en',
    'Health care added {payroll[professional].by} jobs.',
    'Health care added {payroll[health].by} jobs.',
  ],
  [
    'payrolls',
    'en',
    'Of the major groups, men had the lowest rate, {unemployment-rate[men]}.',
    'Of the major groups, women had the lowest rate, {unemployment-rate[women]}.',
  ],
  [
    'payrolls',
    'en',
    'Employers added {payroll.by} jobs, more than in August.',
    'Employers added {payroll.by} jobs, fewer than in August.',
  ],
  [
    'payrolls',
    'en',
    'Employers added {payroll.by} jobs, more than the month before.',
    'Employers added {payroll.by} jobs, fewer than the month before.',
  ],
  [
    'payrolls',
    'en',
    'Employers added {payroll.by} jobs, up from {payroll.by@2016-08} in August.',
    'Employers added {payroll.by} jobs, down from {payroll.by@2016-08} in August.',
  ],
  [
    'payrolls',
    'en',
    'Jobs grew by {payroll.by}, a bigger gain than in August ({payroll.by@2016-08}).',
    'Jobs grew by {payroll.by}, a smaller gain than in August ({payroll.by@2016-08}).',
  ],
  [
    'payrolls',
    'en',
    'Among teenagers the rate, at {unemployment-rate[teenagers]}, is less than twice the overall rate.',
    'Among teenagers the rate, at {unemployment-rate[teenagers]}, is more than three times the overall rate.',
  ],
  [
    'payrolls',
    'en',
    'Among women the rate, at {unemployment-rate[women]}, is above the national one.',
    'Among women the rate, at {unemployment-rate[women]}, is below the national one.',
  ],
  [
    'retail-sales',
    'en',
    'Shoppers spent {weekly} a week, compared with {weekly@2025-09} in September 2024.',
    'Shoppers spent {weekly} a week, compared with {weekly@2025-09} in September 2025.',
  ],
  [
    'retail-sales',
    'en',
    'Over a third of retail sales, {online-share}, were made online.',
    'Over a quarter of retail sales, {online-share}, were made online.',
  ],
  [
    'retail-sales',
    'en',
    'Clothing shops had a {{value "volume-growth[clothing]" sign=false}} rise.',
    'Clothing shops suffered a {{value "volume-growth[clothing]" sign=false}} decline.',
  ],
  [
    'retail-sales',
    'en',
    'Retail sales rose by {{value "volume-growth" sign=false}}.',
    'Retail sales fell by {{value "volume-growth" sign=false}}.',
  ],
  [
    'retail-sales',
    'en',
    'Sales in clothing shops fell, after a {volume-growth[clothing]@2025-09} decline in September.',
    'Sales in clothing shops fell, after a {volume-growth[clothing]@2025-09} rise in September.',
  ],
  [
    'payrolls',
    'en',
    'Unemployment stood at {unemployment-rate} for adult men in September.',
    'Unemployment stood at {unemployment-rate[men]} for adult men in September.',
  ],
  [
    'payrolls',
    'en',
    'Employers added {payroll.by} jobs in health care.',
    'Employers added {payroll[health].by} jobs in health care.',
  ],
  ['flash-estimates', 'en', 'GDP grew by {gdp} in the currency area.', 'GDP grew by {gdp[area]} in the currency area.'],
  ['flash-estimates', 'en', 'In the Union, GDP grew by {gdp[area]}.', 'In the Union, GDP grew by {gdp}.'],
  ['flash-estimates', 'en', 'GDP fell in Sorland ({gdp[sorland]}).', 'GDP grew in Sorland ({gdp[sorland]}).'],
  [
    'flash-estimates',
    'en',
    'Declines were seen in Litland ({gdp[litland]}) and in Bohemia ({gdp[chechia]}).',
    'Declines were seen in Litland ({gdp[litland]}) and in Eirland ({gdp[eirland]}).',
  ],
  [
    'flash-estimates',
    'en',
    'GDP rose by {gdp}, the same rate as in the second quarter.',
    'Employment rose by {employment}, the same rate as in the second quarter.',
  ],
  [
    'flash-estimates',
    'en',
    'A trade deficit of {surplus@2025-09} was recorded in September 2025.',
    'A trade surplus of {surplus@2025-09} was recorded in September 2025.',
  ],
  [
    'flash-estimates',
    'en',
    'Services inflation picked up in October, to {inflation[services]@2025-10} from {inflation[food]@2025-10}.',
    'Services inflation picked up in October, to {inflation[services]@2025-10} from {inflation[services]@2025-09}.',
  ],
  [
    'news-survey',
    'en',
    'The share is {ai}, and three times as high among those under 30 ({ai[a18-29]}).',
    'The share is {ai}, and twice as high among those under 30 ({ai[a18-29]}).',
  ],
  [
    'news-survey',
    'en',
    'Older adults turn to TV, {tv[a65]}, against more than half of adults under 30 ({tv[a18-29]}).',
    'Older adults turn to TV, {tv[a65]}, against fewer than half of adults under 30 ({tv[a18-29]}).',
  ],
  [
    'retail-sales',
    'en',
    'Volumes fell most in non-store retailers, by {{value "volume-growth[online]" sign=false}}.',
    'Volumes fell most in clothing stores, by {{value "volume-growth[clothing]" sign=false}}.',
  ],
  [
    'retail-sales',
    'en',
    'The steepest decline was in food stores, at {{value "volume-growth[food]" sign=false}}.',
    'The steepest decline was in clothing stores, at {{value "volume-growth[clothing]" sign=false}}.',
  ],
  [
    'retail-sales',
    'en',
    'Department stores saw the smallest decline, of {{value "volume-growth[department]" sign=false}}.',
    'Food stores saw the smallest decline, of {{value "volume-growth[food]" sign=false}}.',
  ],
  [
    'cpi',
    'zh',
    '鲜菜价格同比降幅最大，达{{value "cpi[veg]" sign=false}}。',
    '猪肉价格同比降幅最大，达{{value "cpi[pork]" sign=false}}。',
  ],
  ['cpi', 'zh', '农村居民消费价格上涨{cpi}。', '城市居民消费价格上涨{cpi[urban]}。'],
  [
    'jianshe',
    'zh',
    '10月份，规模以上工业增加值同比下降{va-growth@2025-10}。',
    '10月份，规模以上工业增加值同比增长{va-growth@2025-10}。',
  ],
  [
    'jianshe',
    'zh',
    '制造业投资增长{inv-growth[manufacturing-inv]}，增速比1—9月份加快1.3个百分点。',
    '制造业投资增长{inv-growth[manufacturing-inv]}，增速比1—9月份回落1.3个百分点。',
  ],
  ['jianshe', 'zh', '民间投资降幅比1—9月份收窄1.4个百分点', '民间投资降幅比1—9月份扩大1.4个百分点'],
  ['jiaoyu', 'zh', '研究生招生中，近九成为博士生', '研究生招生中，近九成为硕士生'],
  ['jiaoyu', 'zh', '小学招生比初中多232.5万人', '初中招生比小学多232.5万人'],
  ['pmi', 'zh', '大型企业PMI重回荣枯线上方', '大型企业PMI跌破荣枯线'],
  [
    'verdienste',
    'de',
    'Die Nominallöhne sind 2024 um {nominal} gegenüber dem Vorjahr gesunken.',
    'Die Nominallöhne sind 2024 um {nominal} gegenüber dem Vorjahr gestiegen.',
  ],
  [
    'creations',
    'fr',
    "L'âge moyen des créateurs est de {age}, en hausse par rapport à {age@2024-10}.",
    "L'âge moyen des créateurs est de {age}, en baisse par rapport à {age@2024-10}.",
  ],
  [
    'creations',
    'fr',
    'Seules les créations de sociétés diminuent en octobre.',
    'Seules les créations de sociétés progressent en octobre.',
  ],
  ['hoteles', 'es', 'El RevPAR crece menos que el ADR', 'El RevPAR crece más que el ADR'],
  [
    'industrie',
    'fr',
    "Le climat des affaires dans l'industrie se dégrade.",
    "Le climat des affaires dans l'industrie s'améliore.",
  ],
  [
    'cpi',
    'zh',
    '服务价格同比上涨{cpi[services]}，涨幅比上月扩大9.1个百分点。',
    '服务价格同比上涨{cpi[services]}，涨幅比上月扩大0.2个百分点。',
  ],
  [
    'flash-estimates',
    'en',
    'Consumer prices in October 2025 were {inflation@2025-10} lower than in October 2024.',
    'Consumer prices in October 2025 were {inflation@2025-10} higher than in October 2024.',
  ],
  [
    'flash-estimates',
    'en',
    'For services, prices rose by {inflation@2025-10}.',
    'For services, prices rose by {inflation[services]@2025-10}.',
  ],
  [
    'money',
    'zh',
    '狭义货币（M1）余额同比增长{m1.rate}，增速比广义货币高2.0个百分点。',
    '狭义货币（M1）余额同比增长{m1.rate}，增速比广义货币低2.0个百分点。',
  ],
  ['money', 'zh', '同业拆借利率继续上行，10月为{rate}。', '同业拆借利率继续下行，10月为{rate}。'],
] as const)('%s (%s), not true: %s', (folder, language, wrong, right) => {
  expect(errorsIn(folder, wrong, language)).not.toEqual([])
  expect(errorsIn(folder, right, language)).toEqual([])
})

describe('what touches a figure and belongs to it', () => {
  test.each([
    [
      '{members} thousand people',
      'a scale or unit beside a figure that is printed whole: thousand, beside members@2025',
    ],
    ['€{members} members', 'a currency beside a figure that is printed whole: €, beside members@2025'],
    ['Over {visits} people came.', 'a qualifier beside a figure that is printed whole: Over, beside visits@2025'],
    [
      'A share of {digital-share} points.',
      'a unit beside a figure that is printed whole: points, beside digital-share@2025',
    ],
    ['Minus {visits} visits.', 'a sign beside a figure that is printed whole: Minus, beside visits@2025'],
  ])('%s', (text, message) => {
    expect(told(text)).toContain(`error: ${message}`)
  })
  test.each(['{members} people', '{opening-hours} hours', 'More than a hundred years old, it has {members} members.'])(
    'not: %s',
    (text) => {
      expect(told(text)).toEqual([])
    },
  )
})

test('a rate in the author’s own words takes the unit from the helper, as the hint says', () => {
  const said = (text: string) => judgeWhole(text, corpusDataset('incidents'), 'en', createMemory())
  const [fault] = said('There were {{value "rate"}} incidents per 1,000 organisations.')
  expect(fault?.hint).toContain('unit=false')
  expect(said('There were {{value "rate" unit=false}} incidents per 1,000 organisations.')).toEqual([])
  expect(said('There were {{value "rate" unit=false}} incidents per 100,000 organisations.')).not.toEqual([])
})

test('what all have at least is what the least has, and at most the most', () => {
  const fire = corpusDataset('fire')
  const said = (text: string) => judgeWhole(text, fire, 'en', createMemory()).map(({ message }) => message)
  expect(said('Every area had at least {{value "dwelling-fires[valley]"}} dwelling fires.')).toEqual([])
  expect(said('Every area had at most {{value "dwelling-fires[old]"}} dwelling fires.')).toEqual([])
  expect(said('Every area had at least {{value "dwelling-fires[heath]"}} dwelling fires.')).toContain(
    'a qualifier beside a figure that is printed whole: at least, beside dwelling-fires[heath]@2025',
  )
})

test.each([
  ['Loans fell by {loans.rate}.', 'en', 'by −2.0%'],
  ['Loans were down {loans.rate}.', 'en', 'down −2.0%'],
  ['Die Ausleihen sanken um {loans.rate}.', 'de', 'um −2,0\u00a0%'],
  ['借阅量下降了{loans.rate}。', 'zh', '了−2.0%'],
] as const)('a fall by less than nothing: %s', (text, language, words) => {
  const said = judge(text, dataset, language)
  expect(said.map(({ message }) => message)).toContain(`the direction is said twice: ${words}`)
  expect(said.map(({ hint }) => hint)).toContain('print the size alone: {{by "loans.rate@2025"}}')
})

test('a fall by its size, and a rate beside its name', () => {
  expect(told('Loans fell by {loans.rate.by}.')).toEqual([])
  expect(told('Loans went down (change: {loans.rate}).')).toEqual([])
})

test('a qualifier before a figure that has one, also in what is only expected', () => {
  expect(told('The library expects to reach under {events} events.')).toEqual([
    'error: a qualifier beside a figure that is printed whole: under, beside events@2025',
  ])
  expect(told('The library hopes to stay below {volunteers} volunteers.')).toEqual([])
})

test('more than ever does not speak of what is expected', () => {
  const now = dataset.observations.get('harbour-visits@2025')
  if (!now) throw new Error('no visits')
  const next = {
    ...now,
    key: 'harbour-visits@2027',
    period: '2027',
    quantity: { ...now.quantity, value: now.quantity.value.times(2) },
  }
  const with2027 = (status: 'forecast' | 'stated') => ({
    ...dataset,
    observations: new Map([...dataset.observations, [next.key, { ...next, status }]]),
  })
  const text = 'Harbour counted {harbour-visits} visits, more than ever before.'
  expect(judge(text, with2027('forecast'), 'en')).toEqual([])
  expect(judge(text, with2027('stated'), 'en')).toHaveLength(1)
})

test('a figure under the name of another, or of another time', () => {
  expect(told('Loans increased by {visits.by}.')).toContain(
    'error: the sentence says Loans, and prints another figure: visits.change@2025',
  )
  expect(told('In 2024 the library counted {visits} visits.')).toEqual([
    'error: the sentence says 2024, and prints another figure: visits@2025',
  ])
})

describe('one figure twice in a statement', () => {
  const said = (text: string) => judge(text, dataset, 'en').map(({ message }) => message)
  const message = 'the same figure twice in a statement: visits@2025'
  test.each([
    'Visits rose from {visits} to {visits}.',
    'The library counted {visits} visits, up from {visits}.',
    'There were {visits} visits, of which {visits} were of children.',
  ])('%s', (text) => expect(said(text)).toContain(message))
  test.each([
    'Visits rose from {visits.previous} to {visits}.',
    'Visits rose to {visits}; of these {visits} visits, many were of children.',
    'Visits came to {visits}, and to {{value "visits" scale="thousand"}} thousand.',
  ])('not: %s', (text) => expect(said(text)).not.toContain(message))
})

describe('the two sides of a whole', () => {
  const internet = corpusDataset('../../fixtures/internet/data')
  const said = (text: string) => judge(text, internet, 'en').map(({ message }) => message)
  test.each([
    [
      'Urban China accounts for {rural-share-of-net-increase} of the growth.',
      'Urban',
      'rural-share-of-net-increase@2023',
    ],
    [
      'Of the {netizens.by} new netizens, {rural-netizens.by} live in cities.',
      'cities',
      'rural-netizens.change@2023-12',
    ],
    ['Towns and cities: {rural-penetration-rate} online.', 'Towns', 'rural-penetration-rate@2023-12'],
    [
      '{online-government-service-users} people use online payment.',
      'online payment',
      'online-government-service-users@2023-12',
    ],
    ['{online-video-users} people watch short videos.', 'short videos', 'online-video-users@2023-12'],
    [
      'The internet reached {internet-penetration-rate} of rural residents.',
      'rural',
      'internet-penetration-rate@2023-12',
    ],
  ])('%s', (text, words, key) =>
    expect(said(text)).toContain(`the sentence says ${words}, and prints another figure: ${key}`),
  )
  test.each([
    'Rural China accounts for {rural-share-of-net-increase} of the growth.',
    'The countryside gained more netizens than the cities: {rural-netizens.by} against {urban-net-increase}.',
    'The internet reached {internet-penetration-rate} of the population.',
    '{short-video-users} people watch short videos.',
  ])('%s', (text) => expect(said(text)).toEqual([]))
})

describe('a level in per cent that says how something else went', () => {
  const prices = corpusDataset('../../reports/prices/data')
  const toldOf = (text: string) => judge(text, prices, 'en').map(({ message }) => message)
  // Inflation itself fell, and prices rose all the same.
  test.each([
    'Prices rose {inflation}.',
    'Prices were {inflation} higher than a year before.',
    'Prices were {inflation} above those of a year before.',
    'Prices rose by {inflation}, and annual inflation fell to {inflation}.',
  ])('%s', (text) => expect(toldOf(text)).toEqual([]))
  test.each(['Prices fell {inflation}.', 'Prices were {inflation} lower than a year before.'])('not: %s', (text) =>
    expect(toldOf(text)).toContainEqual(expect.stringMatching(/^not true/)),
  )
  test('not of what it is itself', () => {
    expect(toldOf('Annual inflation rose to {inflation}.')).toContainEqual(expect.stringMatching(/^not true/))
  })
})

describe('categories are things like any other', () => {
  const regions = corpusDataset('../../fixtures/regions/data')
  const toldOf = (text: string) => judge(text, regions, 'en').map(({ message }) => message)
  test.each([
    'The South gained {connected[south].by} homes, the North {connected[north].by}.',
    'More homes are connected in the South ({connected[south]}) than in the North ({connected[north]}).',
    'The Islands have fewer homes with internet ({connected[islands]}) than the North.',
    'The South is the largest region, with {connected[south]}.',
    'The North grew by {connected[north].by}, more than the South ({connected[south].by}).',
  ])('%s', (text) => expect(toldOf(text)).toEqual([]))
  test.each([
    ['The South lost {connected[south].by} homes.', 'lost'],
    ['Fewer homes are connected in the South ({connected[south]}) than in the North ({connected[north]}).', 'fewer'],
    ['The Islands have more homes with internet ({connected[islands]}) than the North.', 'more'],
    ['The North is the largest region, with {connected[north]}.', 'largest'],
    ['The North grew by {connected[north].by}, less than the South ({connected[south].by}).', 'less than'],
    ['The North counts {connected[south]} homes.', 'The North'],
  ])('not: %s', (text, word) => expect(toldOf(text).join()).toMatch(new RegExp(word, 'i')))
})

describe('what is said of each member of a group is held to the members that the dataset knows', () => {
  test.each([
    'All branches gained {northfield-visits.by}.',
    'Central, Harbour and Eastgate each gained {eastgate-visits.by}.',
    'All branches gained visitors.',
  ])('%s', (text) => expect(told(text)).toEqual([]))
  test.each([
    'All branches gained {eastgate-visits.by}.',
    'Central, Harbour and Northfield each gained {eastgate-visits.by}.',
  ])('not: %s', (text) =>
    expect(told(text).join()).toContain('not true: “gained” (at-least northfield-visits.change@2025'),
  )
})

describe('a part of a group, a target, and which of two', () => {
  const hospitals = corpusDataset('hospitals')
  const toldOf = (text: string) => judge(text, hospitals, 'en').map(({ message }) => message)
  test.each([
    'Four of the five districts reported shorter lists, led by the North ({waiting[north].by}).',
    'Only in the South did the list lengthen, by {waiting[south].by}.',
    'All districts but the South have shorter lists; the North’s fell by {waiting[north].by}.',
    'At {within-18}, treatment within 18 weeks is short of the target of {target-18}.',
    'The share treated within 18 weeks, {within-18}, missed the target.',
    'The target of {target-18} is above the {within-18} that were reached.',
    'The East and the City lost {waiting[east].by} and {waiting[city].by}, the latter being the larger.',
    'Long waits were cut by almost a third, to {long-waiters}.',
    'The cost of a stay was unchanged, and {emergencies} visits were counted.',
  ])('%s', (text) => expect(toldOf(text)).toEqual([]))
  test.each([
    [
      'Three of the five districts reported shorter lists, led by the North ({waiting[north].by}).',
      'Three of the five districts reported shorter',
    ],
    ['All five districts reported shorter lists, led by the North ({waiting[north].by}).', 'shorter'],
    ['Only in the North did the list shorten, by {waiting[north].by}.', 'shorten'],
    ['At {within-18}, treatment within 18 weeks met the target of {target-18}.', 'met'],
    ['The share treated within 18 weeks, {within-18}, is above the target.', 'above'],
    ['The target of {target-18} was exceeded: {within-18} were treated within 18 weeks.', 'exceeded'],
    ['The East and the City lost {waiting[east].by} and {waiting[city].by}, the former being the larger.', 'larger'],
    ['Long waits were cut by almost a half, to {long-waiters}.', 'a half'],
    ['Of the {waiting} who wait, just over a tenth live in the North: {waiting[north]}.', 'a tenth'],
  ])('not: %s', (text, word) => expect(toldOf(text).join()).toContain(`not true: “${word}`))
})

describe('a sentence that tells of several times', () => {
  const work = corpusDataset('work')
  const toldOf = (text: string) => judge(text, work, 'en').map(({ message }) => message)
  test.each([
    'While the unemployment rate eased to {unemployment-rate}, it remains higher than a year ago.',
    'The unemployment rate improved on the quarter but deteriorated on the year, to {unemployment-rate}.',
    'Having fallen for seven quarters in a row, vacancies edged up to {vacancies}.',
    'At {vacancies}, the number of vacancies is the second-lowest in the series.',
    'Vacancies are up on the {vacancies@P3M/2026-06} of the spring.',
  ])('%s', (text) => expect(toldOf(text)).toEqual([]))
  test.each([
    ['While the unemployment rate eased to {unemployment-rate}, it remains lower than a year ago.', 'lower'],
    ['The unemployment rate deteriorated on the quarter but improved on the year, to {unemployment-rate}.', 'deter'],
    ['Having risen for seven quarters in a row, vacancies edged up to {vacancies}.', 'seven quarters in a row'],
    ['At {vacancies}, the number of vacancies is the second-highest in the series.', 'second-highest'],
    ['Vacancies are up on the {vacancies@P3M/2024-09} of two years ago.', 'up'],
  ])('not: %s', (text, word) => expect(toldOf(text).join()).toContain(`not true: “${word}`))
})

test('a sentence that moved is not read again, and is told where it stands now', () => {
  const memory = createMemory()
  const line = (above: string) => findings(`${above}Visits decreased by {visits.by}.`, dataset, 'en', memory)
  const [before, after] = [line(''), line('Opening hours are long.\n\n')]
  expect([before[0]?.place.line, after[0]?.place.line]).toEqual([3, 5])
  expect(after[0]?.diagnostic?.message).toBe(before[0]?.diagnostic?.message)
})

test('the words inside a claim are held to its rule and its figures', () => {
  expect(told('{= rose visits|Visits rose and loans fell sharply}, to {visits}.')).toEqual([
    expect.stringContaining('not true: “fell” (fell visits.change@2025)'),
    'error: words inside a claim that it does not hold: “loans” (rose visits)',
  ])
  expect(told('{= rose visits|Visits tripled} to {visits}.')).toEqual([expect.stringContaining('not true: “tripled”')])
})

test('a word that no figure of its sentence can bear out, nor the one named beside it, is told once, with what to write', () => {
  expect(judge('Visits fell when the rooms were full.', dataset, 'en').map(formatDiagnostic)).toEqual([
    `templates/briefing.md.hbs:3:8: warning: a word that states a fact, held to no figure: fell
  3 | Visits fell when the rooms were full.
    |        ^
  hint: print the figure in its sentence, or write {{#claim "rule" "figure"}}fell{{/claim}}`,
  ])
  expect(told('Visits rose when the rooms were full.')).toEqual([])
  expect(told('The Rose Garden is open in the fall term.')).toEqual([])
})

describe('a number that is typed for a figure to be held against', () => {
  const whole = (text: string) => judgeWhole(text, dataset, 'en', createMemory()).map(({ message }) => message)
  test.each([
    'Visits passed the 1.2 million mark, with {visits}.',
    'More than a million people came: {visits}.',
    'Nearly one hundred thousand people are members ({members}).',
    'Visits grew by more than 80,000 to {visits}.',
  ])('true: %s', (text) => expect(whole(text)).toEqual([]))
  test.each([
    ['Visits passed the 1.3 million mark, with {visits}.', 'passed the 1.3 million” (more-than visits@2025 1300000)'],
    ['Fewer than half a million people came: {visits}.', 'Fewer than half a million” (less-than visits@2025 500000)'],
    ['Visits grew by more than 90,000 to {visits}.', 'more than 90,000” (more-than visits.change@2025 90000)'],
  ])('false: %s', (text, message) => expect(whole(text)).toEqual([expect.stringContaining(message)]))
})

test.each([
  ['A third of loans, {digital-share}, are digital, but only {satisfaction} are asked for.', []],
  ['Most of the growth in visits, to {visits}, came in May.', []],
  ['Nearly three quarters of loans are of paper; digital ones make up {digital-share}.', []],
  ['{loans.by} more than two years ago were lent.', [expect.stringContaining('“more than” (rose loans.change@2025)')]],
])('%s', (text, messages) => expect(told(text).slice(0, 1)).toEqual(messages))

test('the allow-list lets a word pass, with a reason', () => {
  const allow = sourceText('templates/allow.yaml', '- text: doubled up\n  reason: to fold\n')
  const words = findings('The {members} members doubled up.', dataset, 'en')
  const told = (allow?: SourceText) =>
    checkLooseNumbers({ templates: [], charts: [], allow, isWhole: true, dataset, words }).map(({ message }) => message)
  expect(told()).toEqual([expect.stringContaining('not true: “doubled”')])
  expect(told(allow)).toEqual([])
})

describe('of two sentences alike but for what they say, the false one is an error and the true one passes', () => {
  const housing = corpusDataset('housing')
  test.each([
    [
      'a title of two movements',
      '**Starts recover, completions slide: {starts} and {completions}**',
      '**Starts slide, completions recover: {starts} and {completions}**',
    ],
    [
      'an extreme since a time',
      'The waiting list has not been this short since 2023: {waiting} households.',
      'The waiting list has not been this long since 2020: {waiting} households.',
    ],
    [
      'all but one',
      'Rents went up everywhere; in the East they stand at {rent[east]}.',
      'Rents went up everywhere except in the East, where they stand at {rent[east]}.',
    ],
    [
      'the second',
      'The South completed {completions[south]} homes, second only to the Metropolis.',
      'The East completed {completions[east]} homes, second only to the Metropolis.',
    ],
    [
      'a time before, with its figure',
      'The list is still longer than in 2023, when {waiting@2023} households were on it.',
      'The list is already shorter than in 2023, when {waiting@2023} households were on it.',
    ],
    [
      'for every one so many',
      'For every home that a council started ({starts-council}), private developers started more than eight ({starts-private}).',
      'For every home that a council started ({starts-council}), private developers started more than ten ({starts-private}).',
    ],
    [
      'the price of a label’s place',
      'Price per home in the South: {price[south]}',
      'Price per home in the North: {price[south]}',
    ],
    [
      'what is left of a share',
      'Nearly half of all homes do not have an energy rating of C or better ({epc} do).',
      'Nearly a third of all homes do not have an energy rating of C or better ({epc} do).',
    ],
    [
      'no other as much',
      'In no region are rents as high as in the Metropolis: {rent[metro]}.',
      'In no region are rents as high as in the South: {rent[south]}.',
    ],
    [
      'not as much',
      'Completions were not as high as in 2023, at {completions}.',
      'Completions were not as low as in 2023, at {completions}.',
    ],
  ])('%s', (_, right, wrong) => {
    const errors = (text: string) => judge(text, housing, 'en').filter(({ severity }) => severity === 'error')
    expect(errors(right)).toEqual([])
    expect(errors(wrong)).not.toEqual([])
  })
})

test.each(['65 and over', '65+', '65 plus'])(
  'an age group that is called %s is the over-65s of a sentence',
  (label) => {
    const known = corpusDataset('influenza')
    const age = known.dimensions.get('age')
    const oldest = age?.categories.get('65-plus')
    if (!age || !oldest) throw new Error('no ages')
    const categories = new Map([
      ...age.categories,
      ['65-plus', { ...oldest, label: { en: label }, short: { en: label } }],
    ])
    const dataset = { ...known, dimensions: new Map([...known.dimensions, ['age', { ...age, categories }]]) }
    const said = judge('Among the over-65s the rate was {ili[0-4]}.', dataset, 'en').map(({ message }) => message)
    expect(said).toEqual(['the sentence says over-65s, and prints another figure: ili[0-4]@2025-W47'])
  },
)

test.each([
  ['en', 'Digital loans rose slightly, to {digital-loans}.', 'not true: “rose”'],
  ['en', 'Of {digital-loans} digital loans, {loans} were made at night.', 'the part is larger than its whole'],
  ['en', 'Visits have returned to their level of 2019, at {visits}.', 'not true: “returned to their”'],
  ['en', 'For the first time in 2025, visits ({visits}) outnumbered loans ({loans}).', 'not true'],
  ['en', 'Loans collapsed to {loans}.', 'cannot be told'],
  ['de', 'Ausleihen: plus {loans.rate.by}', 'a sign beside a figure that is printed whole: plus'],
] as const)('also what a sentence says of degrees, wholes and times before (%s): %s', (language, text, message) => {
  const messages = judge(text, dataset, language).map((one) => one.message)
  expect(messages.filter((one) => one.includes(message))).not.toEqual([])
})

test.each([
  ['en', 'Visits rose slightly, to {visits}.'],
  ['en', 'Of {loans} loans, {digital-loans} were digital.'],
  ['en', 'Visits have not returned to their level of 2019, at {visits}.'],
  ['en', 'The more visits there are, the longer is the wait: {visits}.'],
  ['de', 'Ausleihen: minus {loans.rate.by}'],
] as const)('not where it is so (%s): %s', (language, text) => {
  expect(judge(text, dataset, language)).toEqual([])
})

describe('a change right after a level is a change of that', () => {
  const message = (text: string, language: 'en' | 'de' | 'fr' | 'es' | 'zh') =>
    judge(text, dataset, language).map(({ message }) => message)
  test.each([
    ['Loans came to {loans}, up {visits.rate}.', 'en', ', up'],
    ['Die Ausleihen lagen bei {loans}, plus {visits.rate}.', 'de', ', plus'],
    ['Les prêts étaient de {loans}, en hausse de {visits.rate}.', 'fr', ', en hausse de'],
    ['Los préstamos fueron {loans}, un aumento del {visits.rate}.', 'es', ', un aumento del'],
    ['借阅量{loans}，比上年增长{visits.rate}。', 'zh', '，比上年增长'],
  ] as const)('%s', (text, language, words) => {
    expect(message(text, language).join()).toContain(`the sentence says ${words}`)
  })
  test.each([
    ['Visits came to {visits}, up {visits.rate}.', 'en'],
    ['Visits and members came to {visits} and {members}, up {visits.rate} and {members.rate}.', 'en'],
    ['Visits came to {visits}, up {harbour-visits.rate} at the Harbour.', 'en'],
    ['到访量和持证读者分别为{visits}和{members}，增长{visits.rate}和{members.rate}。', 'zh'],
  ] as const)('not: %s', (text, language) => {
    expect(message(text, language)).toEqual([])
  })
})

describe('what a survey says of its answers', () => {
  const poll = corpusDataset('poll')
  const messages = (text: string, language: 'en' | 'de' | 'fr' | 'es') =>
    judgeWhole(text, poll, language, createMemory()).map(({ message }) => message)
  const [rose, past] = ['{satisfaccion}', '({satisfaccion@2023-03})']

  test.each([
    ['en', `Satisfaction rose to ${rose}, still below its level of March 2023 ${past}.`],
    ['en', `Satisfaction rose to ${rose}, without regaining its level of March 2023 ${past}.`],
    ['fr', `La satisfaction remonte à ${rose}, sans retrouver son niveau de mars 2023 ${past}.`],
    ['es', `La satisfacción sube al ${rose}, sin llegar al nivel de marzo de 2023 ${past}.`],
    ['en', 'One in five is neither satisfied nor dissatisfied ({respuestas[neutro]}).'],
    ['de', 'Die Note liegt bei {nota} von 10.'],
    ['en', 'The score is {nota} out of 10.'],
    ['fr', 'L’enquête a eu lieu entre le 4 et le 29 mai 2026.'],
    ['fr', 'La marge d’erreur est de ± {margen}.'],
    ['fr', 'Les difficultés reculent dans trois régions sur quatre ({dificultad[sur]} dans le Sud).'],
  ] as const)('true (%s): %s', (language, text) => {
    expect(messages(text, language)).toEqual([])
  })

  test.each([
    ['en', `Satisfaction fell to ${rose}, still below its level of March 2023 ${past}.`, 'not true: “fell”'],
    [
      'en',
      'The police ({confianza[policia]}) and the courts ({confianza[justicia]}) are trusted by a majority.',
      'majority',
    ],
    ['en', 'One in four is neither satisfied nor dissatisfied ({respuestas[neutro]}).', 'One in four'],
    ['en', 'The score is {nota} out of 20.', 'a number that comes from no figure: 20'],
    ['fr', 'La satisfaction est de ± {satisfaccion}.', 'a sign beside a figure that is printed whole: ±'],
    [
      'fr',
      'Les difficultés reculent dans deux régions sur quatre ({dificultad[sur]} dans le Sud).',
      'deux régions sur',
    ],
    ['fr', 'Le Nord est la région la plus satisfaite ({satisfaccion[norte]}).', 'not true: “la plus”'],
    ['es', 'El Norte es la región más satisfecha ({satisfaccion[norte]}).', 'not true: “la región más satisfecha”'],
    ['es', 'La confianza crece por tercera vez consecutiva, hasta el {confianza[policia]}.', 'consecutiva'],
  ] as const)('false (%s): %s', (language, text, message) => {
    expect(messages(text, language).join('\n')).toContain(message)
  })
})

describe('a communiqué of a city', () => {
  const city = corpusDataset('gongbao')
  const said = (text: string) => judge(text, city, 'zh').map(({ message }) => message.split(' in ')[0])
  test.each([
    ['全年贸易逆差为{surplus}。', 'not true: “逆差” (less-than surplus@2025 0)'],
    [
      '城镇化率由上年的{urbanisation}提高到{urbanisation@2024}。',
      'the sentence says 由上年, and prints another figure: urbanisation@2025',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toContain(message)
  })
  test.each([
    '全年贸易顺差为{surplus}。',
    '城镇化率由上年的{urbanisation@2024}提高到{urbanisation}。',
    '其中税收收入{tax}，增长{tax.rate}，占一般公共预算收入的比重为{tax-share}。',
  ])('not: %s', (text) => {
    expect(said(text)).toEqual([])
  })
})

describe('levels that are themselves changes: exports, by their change on the quarter before', () => {
  const accounts = corpusDataset('gdp')
  test.each([
    [
      'en',
      'Exports rose more strongly than imports, by {exports}.',
      'Exports rose more slowly than imports, by {exports}.',
    ],
    [
      'en',
      'The economy grew for the second quarter in a row, by {growth}.',
      'The economy grew for the third quarter in a row, by {growth}.',
    ],
    [
      'de',
      'Damit wuchs das BIP das zweite Quartal in Folge, um {growth}.',
      'Damit wuchs das BIP das dritte Quartal in Folge, um {growth}.',
    ],
    ['en', 'Net exports supported growth ({c-net-exports}).', 'Fixed investment supported growth ({c-investment}).'],
    [
      'en',
      'GDP stagnated in the third quarter of 2025 ({growth@2025-Q3}).',
      'GDP stagnated in the second quarter of 2026 ({growth}).',
    ],
    [
      'en',
      'A rise of {growth-calendar@2026} in 2026 and of {growth-calendar@2027} in 2027.',
      'A rise of {growth-calendar@2027} in 2026 and of {growth-calendar@2026} in 2027.',
    ],
  ] as const)('%s: %s', (language, isSo, isNot) => {
    expect(judge(isSo, accounts, language)).toEqual([])
    expect(judge(isNot, accounts, language).map(({ severity }) => severity)).toContain('error')
  })
})

describe('a month’s prices and indices of purchasing managers', () => {
  const month = corpusDataset('prices')
  test.each([
    [
      '食品价格同比下降{{value "food-cpi" sign=false}}，降幅比上月收窄{food-cpi.by}。',
      '食品价格同比下降{{value "food-cpi" sign=false}}，降幅比上月扩大{food-cpi.by}。',
    ],
    ['核心CPI同比上涨{core-cpi}，涨幅连续五个月扩大。', '核心CPI同比上涨{core-cpi}，涨幅连续五个月回落。'],
    ['居民消费价格环比上涨{cpi-month}。', '居民消费价格同比上涨{cpi-month}。'],
    ['八大类价格同比六涨两降。', '八大类价格同比五涨三降。'],
    ['八大类价格环比五涨两平一降。', '八大类价格环比六涨一平一降。'],
    ['制造业PMI为{pmi}，重返扩张区间。', '制造业PMI为{pmi}，连续两个月位于扩张区间。'],
    ['小型企业PMI仍位于收缩区间。', '小型企业PMI重返扩张区间。'],
    ['CPI同比由负转正。', 'CPI同比由正转负。'],
    ['新建商品住宅价格{cities-up}上涨、{cities-down}下降。', '新建商品住宅价格{cities-up}下降、{cities-down}上涨。'],
    ['生活用品及服务价格上涨{cpi[household]}。', '服务价格上涨{cpi[household]}。'],
  ])('%s', (isSo, isNot) => {
    expect(judge(isSo, month, 'zh')).toEqual([])
    expect(judge(isNot, month, 'zh').map(({ severity }) => severity)).toContain('error')
  })
  test('the mark of 50 in other languages', () => {
    const named = (text: string) => text.replace('the PMI', '{pmi}')
    for (const [language, isSo, isNot] of [
      ['en', 'It was back in expansion territory, at the PMI.', 'It stayed in expansion territory, at the PMI.'],
      ['de', 'Er lag im Expansionsbereich, bei the PMI.', 'Er lag im Kontraktionsbereich, bei the PMI.'],
      ['fr', 'Il est en zone d’expansion, à the PMI.', 'Il est en zone de contraction, à the PMI.'],
      ['es', 'Está en zona de expansión, con the PMI.', 'Está en zona de contracción, con the PMI.'],
    ] as const) {
      expect(judge(named(isSo), month, language)).toEqual([])
      expect(judge(named(isNot), month, language).map(({ severity }) => severity)).toContain('error')
    }
  })
})

describe('a comparison of many countries', () => {
  const states = corpusDataset('member-states')
  test.each([
    [
      'The employment rate was above the EU average in 19 of the 27 member states.',
      'The employment rate was above the EU average in 17 of the 27 member states.',
    ],
    [
      'Between 2019 and 2025 the employment rate rose in 26 of the 27 member states.',
      'Between 2019 and 2025 the employment rate rose in 25 of the 27 member states.',
    ],
    [
      'Youth unemployment exceeded 20% in seven member states.',
      'Youth unemployment exceeded 20% in eight member states.',
    ],
    [
      'Youth unemployment was below 10% in Germany, the Netherlands and Malta.',
      'Youth unemployment was below 10% in Germany and Czechia.',
    ],
    [
      'The highest rates were in Malta ({employment[malta]}), the Netherlands ({employment[netherlands]}) and Czechia ({employment[czechia]}).',
      'The highest rates were in Malta ({employment[malta]}), the Netherlands ({employment[netherlands]}) and Germany ({employment[germany]}).',
    ],
    [
      'Youth unemployment was highest in Spain, followed by Sweden ({youth[sweden]}) and Romania ({youth[romania]}).',
      'Youth unemployment was highest in Spain, followed by Romania ({youth[romania]}) and Sweden ({youth[sweden]}).',
    ],
    [
      'Youth unemployment ranged from {youth[germany]} in Germany to {youth[spain]} in Spain.',
      'Youth unemployment ranged from {youth[czechia]} in Czechia to {youth[spain]} in Spain.',
    ],
    [
      'Greece recorded the largest increase, from {employment[greece]@2019} to {employment[greece]}.',
      'The Netherlands recorded the largest increase, from {employment[netherlands]@2019} to {employment[netherlands]}.',
    ],
    [
      'The employment rate rose in all member states except Finland, where it fell by {employment[finland].by}.',
      'The employment rate rose in all member states except Latvia, where it rose by {employment[latvia].by}.',
    ],
    [
      'Fifteen member states have already reached the target of {employment-target@2030} for 2030.',
      'Sixteen member states have already reached the target of {employment-target@2030} for 2030.',
    ],
    ['The EU remains below its R&D target of {rd-target@2030}.', 'The EU exceeds its R&D target of {rd-target@2030}.'],
    ['Italy was last, with {employment[italy]}.', 'Greece was last, with {employment[greece]}.'],
  ])('%s', (isSo, isNot) => {
    const memory = createMemory()
    expect(judgeWhole(isSo, states, 'en', memory)).toEqual([])
    expect(judgeWhole(isNot, states, 'en', memory).map(({ severity }) => severity)).toContain('error')
  })
})

describe('a release of the labour market', () => {
  const market = corpusDataset('employment')
  test.each([
    [
      'Real earnings growth turned positive in the first quarter of 2024 and was {real-pay-growth} in the latest quarter.',
      'Real earnings growth turned positive in the second quarter of 2024 and was {real-pay-growth} in the latest quarter.',
    ],
    ['Earnings grew by {pay-growth} over the year.', 'Vacancies grew by {vacancies} over the year.'],
    [
      'Most of the working days lost to disputes in the second quarter of 2025 fell in June, when {strike-days@2025-06} were lost.',
      'Working days lost to disputes fell in June 2025, to {strike-days@2025-06}.',
    ],
    [
      'The share of young people neither in work nor in education reached {neet-rate}, up from {neet-rate.previous}.',
      'The share of young people neither in work nor in education reached {neet-rate}, down from {neet-rate.previous}.',
    ],
    [
      'More people were inactive because of long-term sickness ({inactive-sick}) than because they were studying ({inactive-students}).',
      'Fewer people were inactive because of long-term sickness ({inactive-sick}) than because they were studying ({inactive-students}).',
    ],
    [
      'Workers in health and social care earned close to the median for all industries, {earnings[health]} a week.',
      'Workers in hotels and restaurants earned close to the median for all industries, {earnings[hospitality]} a week.',
    ],
  ])('%s', (isSo, isNot) => {
    const memory = createMemory()
    expect(judgeWhole(isSo, market, 'en', memory)).toEqual([])
    expect(judgeWhole(isNot, market, 'en', memory).map(({ severity }) => severity)).toContain('error')
  })
})

describe('what releases say of parts, others and times that are over', () => {
  test.each([
    [
      'water',
      'en',
      'Brenn Water was the only company to miss its leakage target: it lost {leakage[brenn]} megalitres a day against a permitted {leakage-target[brenn]}.',
      'Carrow Valley was the only company to miss its leakage target: it lost {leakage[carrow]} megalitres a day against a permitted {leakage-target[carrow]}.',
    ],
    [
      'water',
      'en',
      'The rate of mains renewal, {mains-renewed} of the network in 2025, is twice what it was in 2022 ({mains-renewed@2022}).',
      'The rate of mains renewal, {mains-renewed} of the network in 2025, is three times what it was in 2022 ({mains-renewed@2022}).',
    ],
    [
      'water',
      'en',
      'Leakage fell by {leakage.by} megalitres, but is still above its target.',
      'Leakage fell by {leakage.by} megalitres, but is still higher than in 2024.',
    ],
    [
      'clinics',
      'zh',
      '北岭区执业医师逐年减少，2025年为{doctors[bei]}人，其余各区均有所增加。',
      '城东区执业医师逐年增加，2025年为{doctors[dong]}人，其余各区均有所增加。',
    ],
    [
      'clinics',
      'zh',
      '出生人口自2023年降至最低点后小幅回升，2025年比上年增加{births.by}人。',
      '出生人口降至最低点，2025年为{births}人。',
    ],
    [
      'clinics',
      'zh',
      '婴儿死亡率下降{infant-mortality.by}个千分点，但仍低于2021年的水平。',
      '婴儿死亡率下降{infant-mortality.by}个千分点，但仍高于2021年的水平。',
    ],
    [
      'clinics',
      'zh',
      '新港区儿童疫苗接种率为{vaccination[gang]}，低于全市平均水平。',
      '新港区儿童疫苗接种率为{vaccination[gang]}，高于全市平均水平。',
    ],
    [
      'housebuilding',
      'de',
      'Die Zahl der Insolvenzen ist seit ihrem Höchststand Anfang 2025 rückläufig und liegt mit {insolvenzen} unter dem Vorjahreswert.',
      'Die Zahl der Insolvenzen hat mit {insolvenzen} ihren Höchststand erreicht.',
    ],
    [
      'housebuilding',
      'de',
      'Teurer als im Hügelland wohnt man auch in Seeland, wo die Angebotsmiete {angebotsmiete[seeland]} beträgt.',
      'Günstiger als im Hügelland wohnt man nur in Seeland, wo die Angebotsmiete {angebotsmiete[seeland]} beträgt.',
    ],
    [
      'colleges',
      'en',
      'The decrease is mainly explained by overseas students, whose number went down by {students[overseas].by}.',
      'The decrease is mainly explained by home students, whose number went down by {students[home].by}.',
    ],
    [
      'colleges',
      'en',
      'Education recruited {accepted[education]} new students, recovering most of the ground lost in the previous year.',
      'Most of those accepted, {accepted[education]} in all, chose education.',
    ],
    [
      'colleges',
      'en',
      'The proportion of first-class degrees, {first-class}, is some six percentage points lower than in 2020/21.',
      'The proportion of first-class degrees, {first-class}, is some nine percentage points lower than in 2020/21.',
    ],
    [
      'colleges',
      'en',
      'The share of entrants leaving after one year, {non-continuation}, is still above its 2020/21 level.',
      'The share of entrants leaving after one year, {non-continuation}, is back below its 2020/21 level.',
    ],
    [
      'household-debt',
      'en',
      'Remortgaging approvals picked up to {approvals-remortgage} after five consecutive quarterly falls.',
      'Remortgaging approvals picked up to {approvals-remortgage} after six consecutive quarterly falls.',
    ],
    [
      'household-debt',
      'en',
      'Student loans, at {debt-student}, form the smallest component of household debt, well behind consumer credit.',
      'Consumer credit, at {debt-consumer}, is the second largest component of household debt, well behind student loans.',
    ],
    [
      'household-debt',
      'en',
      'Possessions were virtually flat compared with the previous quarter, at {possessions}.',
      'Deposits were virtually flat compared with the same quarter of the previous year, at {deposits}.',
    ],
    [
      'household-debt',
      'en',
      'At {mortgage-rate}, the cost of a new mortgage was more than half a percentage point below its level of a year earlier ({mortgage-rate@2024-Q3}).',
      'At {mortgage-rate}, the cost of a new mortgage was less than half a percentage point below its level of a year earlier ({mortgage-rate@2024-Q3}).',
    ],
    [
      'prisons',
      'en',
      'The overall clear-up rate was {clear-up}, down from {clear-up@2021} in 2021 and the lowest in the series.',
      'The overall clear-up rate was {clear-up}, down from {clear-up@2021} in 2021 and the highest in the series.',
    ],
    [
      'prisons',
      'en',
      'Burglary, at {burglary}, was lower than in the three preceding years.',
      'Burglary, at {burglary}, was higher than in the three preceding years.',
    ],
    [
      'enseignement',
      'fr',
      "Selon l'académie, l'absentéisme des élèves va de {absenteisme[rivesud]} à Rivesud jusqu'à {absenteisme[montsgris]} dans les Monts-Gris.",
      "L'absentéisme des élèves est jusqu'à {absenteisme[montsgris]} dans les Monts-Gris.",
    ],
    [
      'enseignement',
      'fr',
      "Les effectifs diminuent au collège comme dans le premier degré, où l'on compte respectivement {eleves-college} et {eleves-ecole} élèves.",
      "Les effectifs diminuent au lycée comme au collège, où l'on compte respectivement {eleves-lycee} et {eleves-college} élèves.",
    ],
    [
      'health-survey',
      'en',
      'Obesity decreases steadily with lower deprivation, from {obesity[d1]} in the most deprived fifth to {obesity[d5]} in the least deprived.',
      'Vaping increases steadily with age, from {vaping[a16]} among those aged 16 to 24 to {vaping[a65]} among those aged 65 and over.',
    ],
    [
      'health-survey',
      'en',
      'Adults in the most deprived fifth were more than three times as likely to smoke as those in the least deprived ({smoking[d1]} and {smoking[d5]} respectively).',
      'Adults in the most deprived fifth were more than four times as likely to smoke as those in the least deprived ({smoking[d1]} and {smoking[d5]} respectively).',
    ],
    [
      'health-survey',
      'en',
      'Around three in ten adults aged 16 to 24 do not drink at all ({abstain[a16]}).',
      'Around seven in ten adults aged 16 to 24 do not drink at all ({abstain[a16]}).',
    ],
    [
      'health-survey',
      'en',
      'Prolonged sitting is still above the level seen in 2017, at {sitting}.',
      'Prolonged sitting is back below the level seen in 2017, at {sitting}.',
    ],
    [
      'household-debt',
      'en',
      'Online purchases make up {online-share} of card spending, three percentage points more than at the end of 2023.',
      'Online purchases make up {online-share} of card spending, five percentage points more than at the end of 2023.',
    ],
    [
      'household-debt',
      'en',
      'Card spending recovered from its usual winter dip and reached {card}.',
      'Cash withdrawals recovered from their usual winter dip and reached {cash}.',
    ],
    [
      'household-debt',
      'en',
      'The cost of new mortgages has been coming down since early 2024, when it stood at {mortgage-rate@2024-Q1}.',
      'The cost of new mortgages has been going up since early 2024, when it stood at {mortgage-rate@2024-Q1}.',
    ],
    [
      'household-debt',
      'en',
      'The saving ratio, which had fallen to {saving-ratio@2024-Q3} a year earlier, has since risen in four successive quarters.',
      'The saving ratio, which had fallen to {saving-ratio@2024-Q3} a year earlier, has since risen in five successive quarters.',
    ],
    [
      'household-debt',
      'en',
      'Household debt stood at {debt}, some {debt.by} above the second quarter and well above the {debt@2024-Q3} of a year earlier.',
      'Household debt stood at {debt}, some {debt.by} above the level of a year earlier.',
    ],
    [
      'prisons',
      'en',
      'Roughly four offences in ten are recorded in the Capital, {crime[capital]} in total.',
      'Roughly six offences in ten are recorded in the Capital, {crime[capital]} in total.',
    ],
    [
      'renkou',
      'zh',
      '青年失业率{unemp-youth}，比上年高{unemp-youth.by}，是城镇调查失业率的三倍多。',
      '青年失业率{unemp-youth}，比上年高{unemp-youth.by}，是城镇调查失业率的四倍多。',
    ],
    [
      'enseignement',
      'fr',
      "Trois académies sur cinq ont perdu des élèves ; c'est à Hautmont que la baisse est la plus forte ({eleves[hautmont].by}).",
      "Deux académies sur cinq ont perdu des élèves ; c'est à Hautmont que la baisse est la plus forte ({eleves[hautmont].by}).",
    ],
    [
      'prisons',
      'en',
      "Men's reoffending rate, {reoff-men}, is about seven percentage points higher than that of women, {reoff-women}.",
      "Men's reoffending rate, {reoff-men}, is about nine percentage points higher than that of women, {reoff-women}.",
    ],
    [
      'enseignement',
      'fr',
      'Les filles réussissent mieux que les garçons, de cinq points environ : {bac-filles} contre {bac-garcons}.',
      'Les filles réussissent mieux que les garçons, de huit points environ : {bac-filles} contre {bac-garcons}.',
    ],
    [
      'housebuilding',
      'de',
      'Der Anteil beträgt {waermepumpe}, zwölf Prozentpunkte mehr als zwei Jahre zuvor.',
      'Der Anteil beträgt {waermepumpe}, sechs Prozentpunkte mehr als zwei Jahre zuvor.',
    ],
    [
      'housebuilding',
      'de',
      'Seit dem Höchststand von {insolvenzen@2025-Q1} im ersten Quartal ist die Zahl der Insolvenzen zweimal in Folge gesunken.',
      'Seit dem Höchststand von {insolvenzen@2025-Q1} im ersten Quartal ist die Zahl der Insolvenzen zweimal in Folge gestiegen.',
    ],
    [
      'housebuilding',
      'de',
      'Nur noch gut jeder neunte Betrieb meldete Stornierungen ({stornoquote}), vor zwei Jahren war es noch mehr als jeder fünfte.',
      'Nur noch gut jeder neunte Betrieb meldete Stornierungen ({stornoquote}), vor zwei Jahren war es noch mehr als jeder dritte.',
    ],
    [
      'justice',
      'en',
      'Reoffending, at {{value "reoffending"}}, is almost four points below its 2020 level.',
      'Reoffending, at {{value "reoffending"}}, is almost six points below its 2020 level.',
    ],
  ] as const)('%s (%s): %s', (folder, language, isSo, isNot) => {
    const [report, memory] = [corpusDataset(folder), createMemory()]
    expect(judgeWhole(isSo, report, language, memory)).toEqual([])
    expect(judgeWhole(isNot, report, language, memory).map(({ severity }) => severity)).toContain('error')
  })
})

test.each<[Language, string, boolean]>([
  ['en', 'The lowest temperature was a record, {lowest}.', true],
  ['en', 'The lowest temperature rose to a peak of {lowest}.', false],
  ['fr', 'Un record de froid : {lowest}.', true],
  ['de', 'Ein Kälterekord: {lowest}.', true],
  ['es', 'La temperatura fue un récord de frío, {lowest}.', true],
  ['zh', '最低气温创纪录，为{lowest}。', true],
])('the record of what is the lowest is a low one (%s): %s', (language, text, isTrue) => {
  const all = corpusDataset('bulletin')
  const observations = new Map([...all.observations].filter(([, one]) => one.period !== '2010-02'))
  const judged = judgeWhole(text, { ...all, observations }, language, createMemory())
  expect(judged.some(({ severity }) => severity === 'error')).toBe(!isTrue)
})

test.each([
  ['It was the fourth month in a row with below-average rainfall, at {{value "rain-normal"}}.', true],
  ['It was the fifth month in a row with below-average rainfall, at {{value "rain-normal"}}.', false],
  ['Rainfall was below average for the fifth month in a row, after {{value "rain-normal@2026-01"}} in January.', false],
  ['In December rainfall was below average for the third month in a row, at {{value "rain-normal@2025-12"}}.', false],
  ['Winter rainfall came to {{value "rain@P3M/2026-02"}}, a quarter less than a year before.', true],
  ['Winter rainfall came to {{value "rain@P3M/2026-02"}}, a third less than a year before.', false],
])('months in a row on one side of an average, and a part less than a year before: %s', (text, isTrue) => {
  const judged = judgeWhole(text, corpusDataset('bulletin'), 'en', createMemory())
  expect(judged.some(({ severity }) => severity === 'error')).toBe(!isTrue)
})

test.each([
  ['With {switchers@2025-Q1} in the first quarter, the number of switchers was the largest of any quarter in 2025.', 0],
  ['The number of customers who switched provider, {switchers}, was the largest of any quarter in 2025.', 1],
])('the largest of any quarter of a year: %s', (text, count) => {
  expect(judgeWhole(text, corpusDataset('telecoms'), 'en', createMemory())).toHaveLength(count)
})

test.each([
  ['Visits exceeded the previous year’s by {visits.by}.', 0],
  ['The budget was lower than the previous year’s by {budget.by}.', 0],
  ['The budget exceeded that of the previous year by {budget.by}.', 1],
  ['Visits fell short of the previous year’s by {visits.by}.', 1],
])('above or below the previous year’s by a change: %s', (text, count) => {
  expect(judgeWhole(text, dataset, 'en', createMemory())).toHaveLength(count)
})

test.each([
  [
    'complaints',
    'en',
    'For the first time in the series, more complaints were closed ({resolved}) than opened ({received}).',
  ],
  ['complaints', 'en', 'Enquiries dropped for the second half-year running, to {enquiries}.'],
  [
    'immigration',
    'en',
    'Compared with the end of June 2025, when it stood at {backlog@2025-Q2}, the backlog edged up to {backlog}.',
  ],
  [
    'waste',
    'en',
    'Fly-tipping went up by {flytipping.rate.by} to {flytipping} cases but remains below the level of 2023.',
  ],
  [
    'bautaetigkeit',
    'de',
    'Der Wohnungsbestand wuchs auf {bestand}, der Zuwachs fiel jedoch mit {bestand.by} geringer aus als im Jahr 2024 ({bestand.by@2024}).',
  ],
  [
    'bautaetigkeit',
    'de',
    'Nach drei Rückgängen in Folge stieg die Zahl der Baugenehmigungen wieder an; das Niveau von 2023 ({genehmigungen@2023}) wurde mit {genehmigungen} aber nicht erreicht.',
  ],
  ['weisheng', 'zh', '婴儿死亡率降至{infant}‰，其中农村（{infant[rural]}‰）仍明显高于城市（{infant[urban]}‰）。'],
  ['weisheng', 'zh', '婴儿死亡率由2021年的{infant@2021}‰降至{infant}‰，连续三年下降。'],
  [
    'bautaetigkeit',
    'de',
    'Gegenüber dem Höchststand von {genehmigungen@2021} im Jahr 2021 ging die Zahl der Baugenehmigungen auf {genehmigungen} zurück.',
  ],
  [
    'immigration',
    'en',
    'Net migration fell by {net.by}, a smaller fall than in the year ending September 2024 ({{by "net@2024-Q3"}}).',
  ],
  [
    'immigration',
    'en',
    'Net migration has fallen by more than two thirds from its peak of {net@2023-Q3} in the year ending September 2023.',
  ],
  ['complaints', 'en', 'More complaints were closed than were received: {resolved} against {received}.'],
  ['bulletin', 'en', 'Winter was cold; the lowest temperature, {lowest}, came near the record.'],
] as const)('a true sentence of a release on %s (%s) passes: %s', (folder, language, text) => {
  expect(judgeWhole(text, corpusDataset(folder), language, createMemory())).toEqual([])
})

test.each([
  ['complaints', 'en', 'Enquiries dropped for the third half-year running, to {enquiries}.'],
  [
    'immigration',
    'en',
    'Compared with the end of June 2025, when it stood at {backlog@2025-Q2}, the backlog shrank to {backlog}.',
  ],
  ['bautaetigkeit', 'de', 'Der Zuwachs fiel mit {bestand.by} höher aus als im Jahr 2024 ({bestand.by@2024}).'],
  ['complaints', 'en', 'Fee income of {fees} was below that of a year earlier.'],
  ['waste', 'en', 'The target of {attended-target} was missed, with {attended} attended in time.'],
  ['solvency', 'en', 'The five largest insurers together wrote {top5} of premiums, less than six months before.'],
  [
    'immigration',
    'en',
    'Entries to detention totalled {detention}, the smallest number since the year ending September 2022.',
  ],
  [
    'immigration',
    'en',
    'Net migration has fallen by more than three quarters from its peak of {net@2023-Q3} in the year ending September 2023.',
  ],
  [
    'immigration',
    'en',
    'Net migration fell by {net.by}, a larger fall than in the year ending September 2024 ({{by "net@2024-Q3"}}).',
  ],
  ['weisheng', 'zh', '婴儿死亡率由2021年的{infant@2021}‰降至{infant}‰，连续三年上升。'],
] as const)('and one that is not so (%s, %s) is refused: %s', (folder, language, text) => {
  expect(judge(text, corpusDataset(folder), language)).not.toEqual([])
})

describe('what is said of a figure in another part of its sentence', () => {
  const said = (folder: string, text: string) =>
    judgeWhole(text, corpusDataset(folder), 'en', createMemory()).map(({ message }) => message.split(' in “')[0])
  test.each([
    ['.', 'There were {visits} visits, which is more than a year earlier.'],
    ['.', 'Visits were higher in 2019, at {visits@2019}, than today.'],
    ['admissions', 'Drop-out in the arts was unchanged at {dropout[arts]} for the second year running.'],
    ['admissions', 'Health was the most selective group, at {acceptance-rate[health]}.'],
    ['admissions', 'Arts was the most selective group, at {acceptance-rate[arts]}.'],
    ['admissions', 'Applicants in engineering numbered {applicants[engineering]}; the arts had the fewest.'],
  ])('%s: %s', (folder, text) => expect(said(folder, text)).toEqual([]))
  test.each([
    ['.', 'There were {visits} visits, which is fewer than a year earlier.', '“fewer than” (less-than'],
    ['.', 'Visits were lower in 2019, at {visits@2019}, than today.', '“lower” (less-than'],
    [
      'admissions',
      'Drop-out in health was unchanged at {dropout[health]} for the second year running.',
      '“unchanged” (as-',
    ],
    [
      'admissions',
      'Science was the most selective group, at {acceptance-rate[science]}.',
      '“the most selective” (largest',
    ],
    [
      'admissions',
      'Applicants in engineering numbered {applicants[engineering]}; science had the fewest.',
      '“fewest” (small',
    ],
    ['admissions', 'Women made up {women-share} of them, but remain a minority.', '“minority” (minority'],
    ['admissions', 'Acceptances rose in the six groups, in health to {acceptances[health]}.', '“rose” (each rose'],
  ])('%s, not true: %s', (folder, text, message) => expect(said(folder, text).join()).toContain(`not true: ${message}`))
  test('a sum is none per head', () =>
    expect(said('admissions', 'Income reached {income} per student.')).toEqual([
      'a rate beside a figure that is printed whole: per student, beside income@2025',
    ]))
})

test('a thing less another is a difference, fewer of a thing alone a fall', () => {
  expect(told('Loans less visits, Larkhaven.')).toEqual([])
  expect(told('A year of fewer visits, in Larkhaven.')).toEqual([expect.stringMatching(/^error: not true: “fewer”/)])
})

describe('what its sentence bears out, or says of something else, is no error', () => {
  const fisheries = corpusDataset('fisheries')
  const errors = (text: string) =>
    judgeWhole(text, fisheries, 'en', createMemory())
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => message.replace(/ in “.*/, ''))
  test.each([
    ['The average price has risen by more than 35%, from {price@2021} to {price}.', []],
    [
      'The average price has risen by more than 45%, from {price@2021} to {price}.',
      ['not true: “more than 45%” (more-than price@2025 1.45 * price@2021)'],
    ],
    ['At {discard-rate}, the discard rate is 0.4 percentage points away from the target of {discard-target}.', []],
    [
      'Shellfish accounted for less than a fifth of the weight but for more than a third of the value, {landed-value[shellfish]}.',
      [],
    ],
    [
      'Shellfish accounted for less than a fifth of the value, {landed-value[shellfish]}.',
      ['not true: “a fifth” (less-than landed-value[shellfish]@2025 0.2 * landed-value@2025)'],
    ],
  ])('%s', (text, messages) => {
    expect(errors(text)).toEqual(messages)
  })
})

test.each([
  ['rose by 87,000, from {visits.previous} to {visits}', []],
  ['rose by 85,000, from {visits.previous} to {visits}', ['85,000']],
  ['rose by about 85,000, from {visits.previous} to {visits}', []],
  ['rose by 7.3%, from {visits.previous} to {visits}', []],
  ['rose by 7.4%, from {visits.previous} to {visits}', ['7.4%']],
  ['rose by 107%, from {visits.previous} to {visits}', ['107%']],
  ['came to 107% of their former number, from {visits.previous} to {visits}', []],
  ['rose by more than 7%, from {visits.previous} to {visits}', []],
  ['rose by more than 7.5%, from {visits.previous} to {visits}', ['7.5%']],
  // Harbour's part of all.
  ['to Central rose by more than 20%, to {central-visits}, and those to Harbour to {harbour-visits}', ['20%']],
])('a typed number passes where it is what its figures give: visits %s', (text, numbers) => {
  const found = judgeWhole(`Visits ${text}.`, dataset, 'en', createMemory()).map(({ message }) => message)
  const isTold = (number: string) => expect.stringMatching(`(?:comes from no figure: |not true: “more than )${number}`)
  expect(found).toEqual(numbers.map(isTold))
})
