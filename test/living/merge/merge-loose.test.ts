import { expect, it } from 'vitest'
import type { BaseFigure } from '../../../src/build/base/base-types.ts'
import { applyEdits } from '../../../src/edit/text-edit.ts'
import { type Beside, mergeLoose } from '../../../src/living/merge/merge-loose.ts'

const was: Record<string, BaseFigure> = {
  'crimes[south]@2025': ['10036', 0, 'crimes', ''],
  'crimes[south].rate@2025': ['4.3', -1, 'percent', ''],
  'crimes[north]@2025': ['12105', 0, 'crimes', ''],
  'crimes[north].rate@2025': ['-3.0', -1, 'percent', ''],
  'arrests.rate@2025': ['-3.0', -1, 'percent', ''],
  'rate@2025': ['7.6', -1, 'per-1000', ''],
}
const is: Record<string, BaseFigure> = {
  'crimes[south]@2025': ['10942', 0, 'crimes', ''],
  'crimes[south].rate@2025': ['8.9', -1, 'percent', ''],
  'crimes[north]@2025': ['13120', 0, 'crimes', ''],
  'crimes[north].rate@2025': ['1.7', -1, 'percent', ''],
  'arrests.rate@2025': ['-2.4', -1, 'percent', ''],
  'rate@2025': ['8.4', -1, 'per-1000', ''],
}
const figures = {
  language: 'en',
  was: (key: string) => was[key],
  is: (key: string) => is[key],
  at: (key: string) => is[key],
  moved: (key: string) => key,
}

const report = { id: 'crime', language: 'en', period: '2025', comparison: '2024' }
const partsOf = (key: string) => (key.includes('[south]') ? ['The South'] : [])

/** A text of a person's own after the merge, then what is left to settle. */
function merge(text: string, beside?: Beside, adopted?: string): string[] {
  const base = { figures: was, adopted, report }
  const { replacements, conflicts } = mergeLoose(
    text,
    text,
    { base, figures, labelOf: () => [], partsOf },
    undefined,
    beside,
  )
  return [applyEdits(text, replacements), ...conflicts]
}

it('takes a number for a measure of what another number of the text is', () => {
  expect(merge('The South has 10,036 crimes, 4.3% more')).toEqual(['The South has 10,942 crimes, 8.9% more'])
  expect(merge('South: 10,036 (+4.3%)')).toEqual(['South: 10,942 (+8.9%)'])
})

it('says the sign of a change that has turned', () => {
  expect(merge('North: 12,105 (−3.0%)')).toEqual(['North: 13,120 (+1.7%)'])
})

it('takes no number for a figure of the other sign', () => {
  expect(merge('The South: −4.3%')).toEqual(['The South: −4.3%'])
  expect(merge('North: +3.0%')).toEqual(['North: +3.0%'])
})

it('takes what stands beside a text for what its numbers may measure', () => {
  const beside = { keys: ['crimes[south]@2025'], isNew: true }
  expect(merge('+4.3%', beside)).toEqual(['+8.9%'])
})

it('takes a small number for a measure of one that it has brought up to date', () => {
  const labelOf = () => ['Crimes']
  const small = { 'crimes[south]@2025': ['36', 0, '', ''], 'crimes[south].change@2025': ['-5', 0, '', ''] } as const
  const now: Record<string, BaseFigure> = {
    'crimes[south]@2025': ['41', 0, '', ''],
    'crimes[south].change@2025': ['-7', 0, '', ''],
  }
  const next = { ...figures, was: (key: string) => small[key as keyof typeof small], is: (key: string) => now[key] }
  const text = 'The South: 36 crimes (−5)'
  const base = { figures: small, adopted: undefined, report }
  const { replacements, conflicts } = mergeLoose(text, text, { base, figures: next, labelOf, partsOf })
  expect([applyEdits(text, replacements), ...conflicts]).toEqual(['The South: 41 crimes (−7)'])
})

it('tells a share or a change of a part that the text names', () => {
  expect(merge('In the South they rose by 4.3%')).toEqual([
    'In the South they rose by 4.3%',
    '“4.3%” may be crimes[south].rate@2025, 8.9% now',
  ])
  expect(merge('In the South they rose by 4.3%', undefined, 'mapping')).toEqual(['In the South they rose by 4.3%'])
})

it('reads a text in another language than the deck’s, and tells what it may say', () => {
  expect(merge('Im Süden sind es 10.036 Fälle und damit 4,3 % mehr')).toEqual([
    'Im Süden sind es 10.942 Fälle und damit 8,9 % mehr',
  ])
  expect(merge('Im Süden sind es 4,3 % mehr als im Jahr davor')).toEqual([
    'Im Süden sind es 4,3 % mehr als im Jahr davor',
    '“4,3 %” may be crimes[south].rate@2025, 8,9 % now',
  ])
})

it('parts thousands as the text does', () => {
  const french = { ...figures, language: 'fr' }
  const text = 'Le Sud : 10 036 crimes'
  const base = { figures: was, adopted: undefined, report }
  const { replacements } = mergeLoose(text, text, { base, figures: french, labelOf: () => [], partsOf })
  expect(applyEdits(text, replacements)).toBe('Le Sud : 10 942 crimes')
})

it('tells a number that stays beside figures that are new, and leaves one that stands for itself', () => {
  expect(merge('The South has 10,036 crimes, 17% of all')).toEqual([
    'The South has 10,942 crimes, 17% of all',
    '“17%” stands as it was, beside figures that are new',
  ])
  expect(merge('Prices rose by 3.0%')).toEqual(['Prices rose by 3.0%'])
  expect(merge('7.6', { keys: [], isNew: true })).toEqual([
    '7.6',
    '“7.6” stands as it was, beside figures that are new',
  ])
  expect(merge('The South has 10,036 crimes in 17% of its towns', undefined, 'mapping')).toEqual([
    'The South has 10,942 crimes in 17% of its towns',
  ])
})

it('leaves a figure that the dataset still has for the time that the text names', () => {
  const may = { 'arrivals@2026-05': ['386000', 3, 'people', ''] as BaseFigure }
  const later = { ...may, 'arrivals@2026-06': ['323000', 3, 'people', ''] as BaseFigure }
  const merged = (text: string, now: Record<string, BaseFigure>) => {
    const moved = (key: string) => key.replace('-05', '-06')
    const next = {
      language: 'en',
      was: (key: string) => may[key as keyof typeof may],
      is: (key: string) => now[moved(key)],
      at: (key: string) => now[key],
      moved,
    }
    return mergeLoose(text, text, {
      base: { figures: may, adopted: undefined, report },
      figures: next,
      labelOf: () => ['Arrivals'],
      partsOf: () => [],
    })
  }
  const nothing = { replacements: [], conflicts: [] }
  expect(merged('In May 2026 there were 386,000 arrivals', later)).toMatchObject(nothing)
  expect(merged('In May there were 386,000 arrivals', later)).toMatchObject(nothing)
  expect(merged('In April 2026 there were 386,000 arrivals', later).conflicts).not.toEqual([])
  const revised = { ...later, 'arrivals@2026-05': ['389000', 3, 'people', ''] as BaseFigure }
  expect(merged('In May 2026 there were 386,000 arrivals', revised).conflicts).not.toEqual([])
})

it('takes no number for a figure that has fewer decimals', () => {
  const rate: Record<string, BaseFigure> = { 'cargo.rate@2025': ['-2', 0, 'percent', ''] }
  const next = { ...figures, was: (key: string) => rate[key], is: (): BaseFigure => ['-1', 0, 'percent', ''] }
  const base = { figures: rate, adopted: undefined, report }
  const merged = (text: string) => mergeLoose(text, 'Cargo', { base, figures: next, labelOf: () => ['Cargo'], partsOf })
  expect(merged('−2.0').replacements).toEqual([])
  expect(merged('−2').replacements).toMatchObject([{ text: '−1' }])
})
