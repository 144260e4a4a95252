import { expect, it } from 'vitest'
import { excerptChange } from '../../src/compare/excerpt.ts'

it('shows short texts whole', () => {
  expect(excerptChange('up 24.8 million', 'up 25.8 million')).toEqual({
    before: 'up 24.8 million',
    after: 'up 25.8 million',
  })
})

it('cuts long ones to the words around what differs', () => {
  const words = (figure: string) =>
    `Of the population, which the statistics office counts each year, ${figure} are online now, more than in any of the years before.`
  expect(excerptChange(words('77.5%'), words('78.0%'))).toEqual({
    before: '…office counts each year, 77.5% are online now, more than in…',
    after: '…office counts each year, 78.0% are online now, more than in…',
  })
})

it('keeps both ends where a text only grows', () => {
  expect(excerptChange('aa', 'aaa')).toEqual({ before: 'aa', after: 'aaa' })
})
