import { expect, test } from 'vitest'
import { namedSlides } from '../../chart/named/named-slides.ts'

const told = async (title: string, address: string) =>
  (await namedSlides('src/init/starter', [[title, address]])).told.map((text) => text.split('\n')[0])

test('a title about an increase over a chart of levels is told', async () => {
  expect(await told('Harbour gained {{by "harbour-visits"}}', 'chart:ranking list="branches"')).toEqual([
    'templates/deck.md.hbs:1:1: warning: the chart does not show what its title says: harbour-visits.change@2025',
  ])
})

test('a chart of other increases is not asked to draw increases', async () => {
  const slide = ['Visits gained {{by "visits"}}', 'chart:ranking list="branches" measure=change'] as const
  const [told = ''] = (await namedSlides('src/init/starter', [slide])).told
  expect(told).toContain('hint: draw the levels at both ends of it')
})

test.each([
  ['chart:ranking list="branches" measure=change'],
  ['chart:dumbbell list="branches"'],
  ['chart:line figures="harbour-visits"'],
])('not over %s, which shows it', async (address) => {
  expect(await told('Harbour gained {{by "harbour-visits"}}', address)).toEqual([])
})

test('a title about a level may stand over any chart', async () => {
  expect(await told('Harbour had {{value "harbour-visits"}} visits', 'chart:ranking list="branches"')).toEqual([])
})
