import { expect, test } from 'vitest'
import { periodsIn, timesIn } from '../../../src/living/adopt/said-periods.ts'

test.each([
  ['2024 Q3 and H1 2025', 'en', ['2024-Q3', '2025-S1']],
  ['in the third quarter of 2024, after Q2', 'en', ['2024-Q3', '*-Q2']],
  ['im dritten Quartal 2024', 'de', ['2024-Q3']],
  ['au deuxième trimestre', 'fr', ['*-Q2']],
  ['2024年第三季度，上半年', 'zh', ['2024-Q3', '*-S1']],
  ['2024-09, 10/2024', 'en', ['2024-09', '2024-10']],
  ['in May', 'en', []],
] as const)('“%s” (%s) names the periods %j', (text, language, periods) => {
  expect(periodsIn(text, language).map(({ period }) => period)).toEqual(periods)
})

test('a month without its year is a time too', () => {
  expect(timesIn('in May 2024 and in June', 'en')).toEqual(['2024-05', '*-06'])
})
