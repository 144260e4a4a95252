import { describe, expect, it } from 'vitest'
import {
  comparePeriods,
  currentPeriod,
  parsePeriod,
  periodEnd,
  periodLike,
  periodStart,
} from '../../../src/dataset/figure/period.ts'

describe('parsePeriod', () => {
  it.each([
    ['2023', { form: 'year', start: '2023-01-01', end: '2023-12-31' }],
    ['2023-S1', { form: 'half', start: '2023-01-01', end: '2023-06-30' }],
    ['2023-S2', { form: 'half', start: '2023-07-01', end: '2023-12-31' }],
    ['2023-Q1', { form: 'quarter', start: '2023-01-01', end: '2023-03-31' }],
    ['2023-02', { form: 'month', start: '2023-02-01', end: '2023-02-28' }],
    ['2024-02', { form: 'month', start: '2024-02-01', end: '2024-02-29' }],
    ['1900-02', { form: 'month', start: '1900-02-01', end: '1900-02-28' }],
    ['2000-02-29', { form: 'day', start: '2000-02-29', end: '2000-02-29' }],
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
})

it('gives the first and last day', () => {
  expect([periodStart('2023-Q4'), periodEnd('2023-Q4')]).toEqual(['2023-10-01', '2023-12-31'])
})
