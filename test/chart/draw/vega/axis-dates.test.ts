import { expect, test } from 'vitest'
import { roomyDates } from '../../../../src/chart/draw/vega/axis-dates.ts'

test('the last date has a label, and the one before it only where both have room', () => {
  expect(roomyDates([0, 10, 20, 30, 40], 28, 7)).toEqual([0, 10, 20, 30, 40])
  expect(roomyDates([0, 20, 30, 40], 27, 7)).toEqual([0, 20, 40])
  expect(roomyDates([0, 40], 1, 7)).toEqual([0, 40])
})

test('of even dates without room for all every second or third has a label, back from the last', () => {
  expect(roomyDates([0, 10, 20, 30, 40], 27, 7)).toEqual([0, 20, 40])
  expect(roomyDates([0, 10, 20, 30, 40, 50], 27, 7)).toEqual([10, 30, 50])
  expect(roomyDates([0, 10, 20, 30, 40, 50], 9, 7)).toEqual([10, 50])
})
