import { describe, expect, test } from 'vitest'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { getLanguage } from '../../../src/locale/languages.ts'

const en = getLocale('en')
const zh = getLocale('zh-CN', 'en')
const shown = (text: string) => text.replaceAll('\u00a0', '~')

test.each([
  ['2023', '2023', '2023', '2023年', '2023年'],
  ['2023-S2', 'the second half of 2023', 'H2 2023', '2023年下半年', '2023年下半年'],
  ['2023-Q4', 'Q4 2023', 'Q4 2023', '2023年第四季度', '2023Q4'],
  ['2023-12', 'December 2023', 'Dec 2023', '2023年12月', '2023.12'],
  ['2023-05-01', '1~May 2023', '1~May 2023', '2023年5月1日', '2023.05.01'],
])('the period %s', (period, long, short, chinese, chineseShort) => {
  expect(shown(en.period(period))).toBe(long)
  expect(shown(en.period(period, 'short'))).toBe(short)
  expect(zh.period(period)).toBe(chinese)
  expect(zh.period(period, 'short')).toBe(chineseShort)
})

test('a stock is said at its date, a flow over its period', () => {
  expect(en.asOf('2023-12', 'stock')).toBe('As of December 2023')
  expect(en.asOf('2023-12', 'ratio')).toBe('As of December 2023')
  expect(en.asOf('2023', 'flow')).toBe('In 2023')
  expect(en.asOf('2023', 'ratio')).toBe('In 2023')
  expect(en.asOf('2023', 'stock')).toBe('At the end of 2023')
  expect(en.asOf('2023-S1', 'flow')).toBe('In the first half of 2023')
  expect(en.since('up 4%', 'the first half of 2023', 'flow')).toBe('up 4% on the first half of 2023')
  expect(en.since('up 4%', 'June 2023', 'flow')).toBe('up 4% on June 2023')
  expect(zh.asOf('2023-12', 'stock')).toBe('截至2023年12月')
  expect(zh.asOf('2023', 'flow')).toBe('2023年')
})

test.each([
  ['en', 'In week~47 of 2025', 'up 4% on week~46 of 2025'],
  ['de', 'In der Kalenderwoche~47/2025', 'gegenüber Kalenderwoche~46/2025'],
  ['es', 'En la semana~47 de 2025', 'respecto a la semana~46 de 2025'],
  ['fr', 'En semaine~47 de 2025', 'par rapport à la semaine~46 de 2025'],
])('a week is said with its article: %s', (tag, asOf, since) => {
  const locale = getLocale(tag, tag)
  expect(shown(locale.asOf('2025-W47', 'flow'))).toBe(asOf)
  expect(shown(locale.since('up 4%', locale.period('2025-W46'), 'flow'))).toContain(since)
})

test('a quarter has its article in French, long and short', () => {
  const fr = getLocale('fr')
  expect(fr.since('en hausse de 4 %', fr.period('2026-Q1', 'short'), 'stock')).toBe(
    'en hausse de 4 % depuis le T1 2026',
  )
  expect(fr.since('en hausse de 4 %', fr.period('2026-Q1', 'short'), 'flow')).toContain('par rapport au T1 2026')
  expect(fr.since('en hausse de 4 %', fr.period('2026-Q1'), 'flow')).toContain('par rapport au premier trimestre 2026')
})

test('a date', () => {
  expect(shown(en.date('2024-03-22'))).toBe('22~March 2024')
  expect(zh.date('2024-03-22')).toBe('2024年3月22日')
})

test('a list', () => {
  expect(en.list([])).toBe('')
  expect(en.list(['a'])).toBe('a')
  expect(en.list(['a', 'b', 'c'])).toBe('a, b and c')
  expect(zh.list(['甲', '乙', '丙'])).toBe('甲、乙和丙')
})

test('ordinals, editions and runs of them', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 53, 112].map((number) => en.ordinal(number))).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '53rd',
    '112th',
  ])
  expect(en.editions([53, 45, 46, 47, 52])).toBe('45th to 47th, 52nd and 53rd')
  expect(zh.editions([53, 45, 46, 47])).toBe('第45至47次和第53次')
  expect(zh.edition(53)).toBe('第53次')
})

test('numbers in words up to twenty', () => {
  expect([0, 7, 12, 20, 21].map((number) => en.cardinal(number))).toEqual(['zero', 'seven', 'twelve', 'twenty', '21'])
  expect([0, 7, 10, 12, 20, 21].map((number) => zh.cardinal(number))).toEqual(['零', '七', '十', '十二', '二十', '21'])
})

test('paragraphs', () => {
  expect(shown(en.paragraphs([14]))).toBe('paragraph~14')
  expect(shown(en.paragraphs([4, 5, 14]))).toBe('paragraphs~4, 5 and 14')
  expect(zh.paragraphs([4, 5])).toBe('第4、5段')
})

test('a label inside a sentence loses its capital, an acronym does not', () => {
  expect(['Netizens', 'Online video users', 'GDP growth', '5G users', 'A share'].map((text) => en.lower(text))).toEqual(
    ['netizens', 'online video users', 'GDP growth', '5G users', 'A share'],
  )
  expect(en.lower('Old Town')).toBe('Old Town')
})

describe('a period of an office', () => {
  test.each([
    ['2023/24', '2023/24', '2023/24', '2023/24年度'],
    ['2023-09/2024-08', '2023/24', '2023/24', '2023/24年度'],
    ['2024-W05', 'week\u00a05 of 2024', 'W5 2024', '2024年第5周'],
    ['2020-01/2020-02', 'January to February 2020', 'Jan–Feb 2020', '2020年1月至2月'],
    ['2023-12/2024-02', 'December 2023 to February 2024', 'Dec 2023–Feb 2024', '2023年12月至2024年2月'],
    ['2019/20', '2019/20', '2019/20', '2019/20年度'],
    ['P3M/2024-06', 'the three\u00a0months to June 2024', 'Apr–Jun 2024', '截至2024年6月的3个月'],
  ])('%s', (period, long, short, chinese) => {
    expect([en.period(period), en.period(period, 'short'), zh.period(period)]).toEqual([long, short, chinese])
  })

  test('is what something flowed over', () => {
    expect(en.asOf('P3M/2024-06', 'flow')).toBe('In the three\u00a0months to June 2024')
    expect(en.asOf('2020-01/2020-02', 'ratio')).toBe('In January to February 2020')
    expect(en.asOf('2023/24', 'stock')).toBe('At the end of 2023/24')
  })
})

describe('a text', () => {
  test('is taken in the language, else in the report’s first, else in any', () => {
    expect(zh.text({ en: 'Netizens', zh: '网民' })).toBe('网民')
    expect(zh.text({ en: 'Netizens', fr: 'Internautes' })).toBe('Netizens')
    expect(getLocale('zh', 'de').text({ fr: 'Internautes' })).toBe('Internautes')
    expect(getLocale('zh').text({ 'zh-CN': '网民' })).toBe('网民')
  })
})

test('languages without a folder are not known', () => {
  expect(['en', 'en-GB', 'zh-Hans', 'it'].map(getLanguage)).toEqual(['en', 'en', 'zh', undefined])
})
