import { describe, expect, test } from 'vitest'
import { toUtc } from '../../../src/chart/bind/utc.ts'

describe('a compiled spec in UTC', () => {
  test('scales of time', () => {
    expect(toUtc({ scales: [{ name: 'x', type: 'time', range: 'width' }] })).toEqual({
      scales: [{ name: 'x', type: 'utc', range: 'width' }],
    })
  })

  test('units of time', () => {
    expect(toUtc({ transform: [{ type: 'timeunit', units: ['year'] }] })).toEqual({
      transform: [{ type: 'timeunit', units: ['year'], timezone: 'utc' }],
    })
  })

  test.each([
    ['year(datum.date) > year(datetime(2020, 0, 1))', 'utcyear(datum.date) > utcyear(utc(2020, 0, 1))'],
    ["timeFormat(datum.value, '%Y')", "utcFormat(datum.value, '%Y')"],
    [
      "datum['year(1)'] ? -(month (datum.a) + 1) * 2 : {year: [year(datum.b)], '%d': /day(.)/}",
      "datum['year(1)'] ? -(utcmonth (datum.a) + 1) * 2 : {year: [utcyear(datum.b)], '%d': /day(.)/}",
    ],
    ['datum.year(1) + my_month(2) + utcdate(3)', 'datum.year(1) + my_month(2) + utcdate(3)'],
    [
      String.raw`replace('it\'s day(1)', /'"\/year(2)/, year(3) / day(4) / 2)`,
      String.raw`replace('it\'s day(1)', /'"\/year(2)/, utcyear(3) / utcday(4) / 2)`,
    ],
  ])('%s', (expr, expected) => {
    expect(toUtc({ signal: expr })).toEqual({ signal: expected })
  })

  test('words and data are left alone', () => {
    const spec = {
      title: 'Growth by year(s)',
      data: [{ name: 'd', values: [{ type: 'time', range: 1, signal: 'year(1)' }] }],
    }
    expect(toUtc(spec)).toEqual(spec)
  })
})
