import { expect, test } from 'vitest'
import { dateFormatSaying, sayDate, sheetDateFormat, toSerial } from '../../../src/chart/native/date-format.ts'

const utc = (text: string): number => Date.parse(`${text}T00:00:00Z`)

test('dates are counted as Excel counts them', () => {
  expect(toSerial(utc('2023-01-01'))).toBe(44927)
  expect(toSerial(utc('1970-01-01'))).toBe(25569)
})

test.each([
  ['yyyy', ['2022-01-01', '2022'], ['2023-01-01', '2023']],
  ['[$-409]mmm yyyy', ['2022-12-01', 'Dec 2022'], ['2023-12-01', 'Dec 2023']],
  ['[$-409]mmmm', ['2023-02-01', 'February'], ['2023-03-01', 'March']],
  ['[$-409]mmm dd', ['2023-01-22', 'Jan 22'], ['2023-02-12', 'Feb 12']],
  ['yyyy"年"m"月"', ['2023-12-01', '2023年12月'], ['2024-01-01', '2024年1月']],
])('%s says an axis', (format, ...labels) => {
  expect(dateFormatSaying(labels.map(([date = '', text = '']) => ({ date: utc(date), text })))).toBe(format)
})

test('labels of several kinds have no one format', () => {
  const pairs = [
    { date: utc('2023-01-01'), text: '2023' },
    { date: utc('2023-02-01'), text: 'February' },
  ]
  expect(dateFormatSaying(pairs)).toBeUndefined()
})

test('a sheet says no more of a date than all its dates need', () => {
  expect(sheetDateFormat([utc('2022-01-01'), utc('2023-01-01')], 'en')).toBe('yyyy')
  expect(sheetDateFormat([utc('2022-01-01'), utc('2022-07-01')], 'en')).toBe('[$-409]mmm yyyy')
  expect(sheetDateFormat([utc('2022-01-01'), utc('2022-07-01')], 'zh')).toBe('yyyy"年"m"月"')
  expect(sheetDateFormat([utc('2022-01-05')], 'en')).toBe('yyyy-mm-dd')
  expect(sayDate(utc('2022-07-01'), '[$-409]mmm yyyy')).toBe('Jul 2022')
})
