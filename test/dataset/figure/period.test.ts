import { describe, expect, it } from 'vitest'
import {
  areAlike,
  comparePeriods,
  currentPeriod,
  isNamedBy,
  parsePeriod,
  periodEnd,
  periodLike,
  periodStart,
} from '../../../src/dataset/figure/period.ts'
import { shiftPeriod } from '../../../src/dataset/figure/shift-period.ts'

describe('parsePeriod', () => {
  it.each([
    ['2023', { form: 'year', length: 'P12M', start: '2023-01-01', end: '2023-12-31' }],
    ['2023-S1', { form: 'half', length: 'P6M', start: '2023-01-01', end: '2023-06-30' }],
    ['2023-S2', { form: 'half', length: 'P6M', start: '2023-07-01', end: '2023-12-31' }],
    ['2023-Q1', { form: 'quarter', length: 'P3M', start: '2023-01-01', end: '2023-03-31' }],
    ['2023-02', { form: 'month', length: 'P1M', start: '2023-02-01', end: '2023-02-28' }],
    ['2024-02', { form: 'month', length: 'P1M', start: '2024-02-01', end: '2024-02-29' }],
    ['1900-02', { form: 'month', length: 'P1M', start: '1900-02-01', end: '1900-02-28' }],
    ['2024-W01', { form: 'week', length: 'P7D', start: '2024-01-01', end: '2024-01-07' }],
    ['2020-W53', { form: 'week', length: 'P7D', start: '2020-12-28', end: '2021-01-03' }],
    ['2023/24', { form: 'financial', length: 'P12M', start: '2023-04-01', end: '2024-03-31' }],
    ['1999/00', { form: 'financial', length: 'P12M', start: '1999-04-01', end: '2000-03-31' }],
    ['2020-01/2020-02', { form: 'range', length: 'P2M', start: '2020-01-01', end: '2020-02-29' }],
    ['2023-09/2024-08', { form: 'range', length: 'P12M', start: '2023-09-01', end: '2024-08-31' }],
    ['2024-06-03/2024-06-14', { form: 'range', length: 'P12D', start: '2024-06-03', end: '2024-06-14' }],
    ['P3M/2024-02', { form: 'ending', length: 'P3M', start: '2023-12-01', end: '2024-02-29' }],
    ['P12M/2024-12', { form: 'ending', length: 'P12M', start: '2024-01-01', end: '2024-12-31' }],
    ['2000-02-29', { form: 'day', length: 'P1D', start: '2000-02-29', end: '2000-02-29' }],
  ])('reads %s', (text, span) => {
    expect(parsePeriod(text)).toEqual(span)
  })

  it.each([
    '',
    '23',
    '2023-13',
    '2023-00',
    '2023-1',
    '2023-Q5',
    '2023-S3',
    '2023-02-29',
    '2023-04-31',
    '2023/12',
    '2023/25',
    '2024-W53',
    '2024-W00',
    '2020-02/2020-01',
    '2020-01/2020-Q2',
    '2020-01/',
    'P1M/2024-06',
    'P3M/2024',
    'P3M/',
    'Dec 2023',
    '2023-12 ',
  ])('does not read %j', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })
})

describe('comparePeriods', () => {
  it('orders by the last day, the longer first', () => {
    const mixed = ['2023-12-31', '2023-06', '2023', '2022-12', '2023-12', '2023-S1', '2023-Q4']
    expect(mixed.sort(comparePeriods)).toEqual([
      '2022-12',
      '2023-S1',
      '2023-06',
      '2023',
      '2023-Q4',
      '2023-12',
      '2023-12-31',
    ])
  })
})

describe('currentPeriod', () => {
  it('is the report’s own period where there is one', () => {
    expect(currentPeriod(['2022-12', '2023', '2023-12'], '2023-12')).toBe('2023-12')
  })
  it('is the year that ends with the report’s month', () => {
    expect(currentPeriod(['2022', '2023', '2024'], '2023-12')).toBe('2023')
  })
  it('is the latest month in the report’s year', () => {
    expect(currentPeriod(['2022-12', '2023-06', '2023-12'], '2023')).toBe('2023-12')
  })
  it('is none where all are older', () => {
    expect(currentPeriod(['2022', '2023-06'], '2023-12')).toBeUndefined()
  })
})

it('gives the period of another form’s kind', () => {
  expect(periodLike('2023', '2022-12')).toBe('2022')
  expect(periodLike('2023-12', '2022-12')).toBe('2022-12')
  expect(periodLike('2023-S2', '2022-12')).toBe('2022-S2')
  expect(periodLike('2023-Q4', '2022-12')).toBe('2022-Q4')
  expect(periodLike('2023-12-31', '2022')).toBe('2022-12-31')
  expect(periodLike('2023/24', '2023-03')).toBe('2022/23')
  expect(periodLike('2023/24', '2022/23')).toBe('2022/23')
  expect(periodLike('2024-W05', '2023-12-31')).toBe('2023-W52')
  expect(periodLike('P3M/2024-06', '2024-03')).toBe('P3M/2024-03')
  expect(periodLike('2020-01/2020-02', '2018')).toBe('2018-01/2018-02')
})

it.each([
  ['2023-Q2', '2023-04/2023-06', true],
  ['P3M/2023-05', '2023-Q1', true],
  ['2023', '2022/23', true],
  ['2023-S1', '2023', false],
  ['2023-12', '2023', false],
])('tells whether %s and %s are equally long', (a, b, alike) => {
  expect(areAlike(a, b)).toBe(alike)
})

it.each([
  ['2023/24', 12, '2024/25'],
  ['2023/24', 6, undefined],
  ['2020-01/2020-02', 24, '2022-01/2022-02'],
  ['P3M/2024-06', 1, 'P3M/2024-07'],
  ['2024-W05', 12, '2025-W05'],
  ['2020-W53', 12, undefined],
])('moves %s by %i months', (period, months, moved) => {
  expect(shiftPeriod(period, months)).toBe(moved)
})

it('gives the first and last day', () => {
  expect([periodStart('2023-Q4'), periodEnd('2023-Q4')]).toEqual(['2023-10-01', '2023-12-31'])
})

it.each([
  ['2024-09/2025-08', '2024/25', true],
  ['2023-09/2024-08', '2024/25', false],
  ['2024/25', '2024/25', true],
  ['2025', '2024/25', true],
  ['2024-Q3', '2024', true],
  ['2024-Q3', '2025', false],
])('%s may be called %s: %s', (period, named, isSo) => {
  expect(isNamedBy(period, named)).toBe(isSo)
})
