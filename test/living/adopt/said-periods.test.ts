import { expect, test } from 'vitest'
import { applyEdits } from '../../../src/edit/text-edit.ts'
import { dateEdits, periodsIn, saidAnew, timesIn } from '../../../src/living/adopt/said-periods.ts'

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

test.each([
  ['THIRD QUARTER 2024', '2024-Q3', '2025-Q2', 'en', 'SECOND QUARTER 2025'],
  ['H1 2024', '2024-S1', '2024-S2', 'en', 'H2 2024'],
  ['the first half of 2024', '2024-S1', '2025-S2', 'en', 'the second half of 2025'],
  ['2024年下半年', '2024-S2', '2025-S1', 'zh', '2025年上半年'],
  ['2024-06', '2024-06', '2024-12', 'en', '2024-12'],
  ['6/2024', '2024-06', '2024-12', 'en', '12/2024'],
  ['Dec. 2024', '2024-12', '2025-06', 'en', 'Jun. 2025'],
  ['2e trimestre 2026', '2026-Q2', '2026-Q3', 'fr', '3e trimestre 2026'],
  ['4e trimestre 2026', '2026-Q4', '2027-Q1', 'fr', '1er trimestre 2027'],
  ['1er trimestre 2026', '2026-Q1', '2026-Q2', 'fr', '2e trimestre 2026'],
  ['Deuxième trimestre 2026', '2026-Q2', '2026-Q3', 'fr', 'Troisième trimestre 2026'],
  ['T2 2026', '2026-Q2', '2026-Q3', 'fr', 'T3 2026'],
  ['2. Quartal 2026', '2026-Q2', '2026-Q3', 'de', '3. Quartal 2026'],
  ['zweiten Quartal 2026', '2026-Q2', '2026-Q3', 'de', 'dritten Quartal 2026'],
  ['segundo trimestre de 2026', '2026-Q2', '2026-Q3', 'es', 'tercer trimestre de 2026'],
  ['September 2026', '2026-09', '2026-10', 'de', 'Oktober 2026'],
  ['Sept. 2026', '2026-09', '2026-10', 'de', 'Okt. 2026'],
  ['sept 2026', '2026-09', '2026-10', 'es', 'oct 2026'],
  ['avr. 2026', '2026-04', '2026-05', 'fr', 'mai 2026'],
  ['1er avril 2026', '2026-04-01', '2026-05-01', 'fr', '1er mai 2026'],
  ['30 de junio de 2026', '2026-06-30', '2026-09-30', 'es', '30 de septiembre de 2026'],
  ['30. Juni 2026', '2026-06-30', '2026-09-30', 'de', '30. September 2026'],
  ['avril à juin 2026', '2026-Q2', '2026-Q3', 'fr', 'juillet à septembre 2026'],
  ['abril a junio de 2026', 'P3M/2026-06', 'P3M/2026-08', 'es', 'junio a agosto de 2026'],
] as const)('“%s” moves on in its own form', (words, from, to, language, said) => {
  expect(saidAnew(words, from, to, language)).toBe(said)
})

test.each([
  ['D’avril à juin 2026', 'avril à juin 2026', 'juillet à septembre 2026', 'De juillet à septembre 2026'],
  ['fin de mars 2026', 'mars 2026', 'avril 2026', 'fin d’avril 2026'],
  ['en avril 2026', 'avril 2026', 'mai 2026', 'en mai 2026'],
])('of “%s” the word before the date is elided as the new one asks for', (text, date, said, after) => {
  const start = text.indexOf(date)
  expect(applyEdits(text, dateEdits(text, { start, end: text.length, text: said }, 'fr'))).toBe(after)
})
