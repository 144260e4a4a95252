import { expect, test } from 'vitest'
import { createFiguresMemory } from '../../src/dataset/figures-memory.ts'
import { findObservation, getObservations } from '../../src/dataset/find.ts'
import type { Dataset } from '../../src/dataset/types.ts'
import { createMemory, type Memory } from '../../src/memory/memory.ts'
import { corpusDataset, findings } from '../trust/sentences/sentences.ts'

const library = corpusDataset()

/** The library's figures with another one as large as some figure. */
function withFigure(key: string, like: string): Dataset {
  const [figure, other] = [key, like].map((one) => findObservation(library, one))
  if (!figure || !other) throw new Error(`no figures: ${key}, ${like}`)
  const observations = new Map(library.observations)
  return { ...library, observations: observations.set(figure.key, { ...figure, quantity: other.quantity }) }
}

/** What a stage makes of some datasets, one build after the other, and which of them it looked at. */
function looks(ask: (dataset: Dataset) => unknown, datasets: readonly Dataset[]) {
  const memory = createMemory()
  return datasets.map((dataset) => {
    let isMade = false
    createFiguresMemory(memory, dataset)(
      'stage',
      () => [],
      (asked) => {
        isMade = true
        return ask(asked)
      },
    )
    memory.settle(true)
    return isMade
  })
}

test.each<[string, (dataset: Dataset) => unknown]>([
  ['by its key', ({ observations }) => observations.get('loans@2025')],
  ['by a reference', (dataset) => findObservation(dataset, 'loans')],
  ['by what is worked out of it', (dataset) => findObservation(dataset, 'loans.change')],
  ['by what could be worked out of it', (dataset) => findObservation(dataset, 'loans.rate@2022')],
  ['by its series', (dataset) => getObservations(dataset, 'loans')],
  ['among all', ({ observations }) => [...observations.values()].length],
])('a stage that asks for a figure %s looks again once that changes, or its past', (_, ask) => {
  expect(looks(ask, [library, library, withFigure('loans', 'visits')])).toEqual([true, false, true])
  expect(looks(ask, [library, withFigure('loans@2024', 'visits')])).toEqual([true, true])
})

test('a stage does not look again at figures that it did not ask for', () => {
  const other = withFigure('staff', 'volunteers')
  expect(looks((dataset) => findObservation(dataset, 'loans.change'), [library, other])).toEqual([true, false])
})

test('a stage looks again once a figure is there that was not', () => {
  const { observations, ...rest } = library
  const fewer = new Map([...observations].filter(([key]) => key !== 'staff@2023'))
  expect(looks((dataset) => findObservation(dataset, 'loans'), [{ ...rest, observations: fewer }, library])).toEqual([
    true,
    true,
  ])
})

test('a sentence is held again to a figure that it does not print', () => {
  const memory: Memory = createMemory()
  const text = 'Central was the busiest branch, with {central-visits}.'
  const faults = (dataset: Dataset) =>
    findings(text, dataset, 'en', memory).flatMap(({ diagnostic }) => diagnostic ?? [])
  expect(faults(library)).toEqual([])
  memory.settle(true)
  expect(faults(withFigure('harbour-visits', 'visits')).map(({ message }) => message)).toEqual([
    expect.stringContaining('not true: “busiest”'),
  ])
})
