import { expect, test } from 'vitest'
import { roomyDates } from '../../../../src/chart/draw/vega/axis-dates.ts'

test('the last date has a label, and the one before it only where both have room', () => {
  expect(roomyDates([0, 10, 20, 30, 40], 28, 7)).toEqual([0, 10, 20, 30, 40])
  expect(roomyDates([0, 10, 20, 30, 40], 27, 7)).toEqual([0, 10, 20, 40])
  expect(roomyDates([0, 40], 1, 7)).toEqual([0, 40])
})
