import type { Dataset } from '../../dataset/types.ts'
import { type Diagnostic, errorAt, suggest } from '../../diagnostic.ts'
import { namedSeries } from '../bind/rows/rows.ts'
import type { ChartCall, WrittenOption } from './call.ts'
import type { OptionKind } from './types.ts'

/** An error at an option of a call, else at the call. */
export function fault(call: ChartCall, message: string, option?: WrittenOption): Diagnostic {
  return errorAt(option?.place ?? call.place, message)
}

/** Options that are given again. */
export function twice(call: ChartCall): Diagnostic[] {
  return call.options.flatMap((option, index) =>
    call.options.slice(0, index).some(({ name }) => name === option.name)
      ? [fault(call, `option given twice: ${option.name}`, option)]
      : [],
  )
}

/** What an option has wrong by its kind, or by the dataset. */
export function optionFaults(
  option: WrittenOption,
  kinds: Readonly<Record<string, OptionKind>>,
  call: ChartCall,
  dataset: Dataset,
): Diagnostic[] {
  const { name, value } = option
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (!kind) {
    const expected = `one of ${Object.keys(kinds).join(', ')}`
    const unknown = fault(call, `unknown option of chart:${call.name}: ${name}`, option)
    return [{ ...unknown, expected, hint: suggest(name, Object.keys(kinds)) }]
  }
  const wrong = (expected: string, hint?: string): Diagnostic[] => [
    { ...fault(call, `wrong value of ${name}: ${value}`, option), expected, hint },
  ]
  switch (kind.type) {
    case 'word':
      return kind.words.includes(value) ? [] : wrong(`one of ${kind.words.join(', ')}`, suggest(value, kind.words))
    case 'count':
      return /^[1-9]\d?$/.test(value) ? [] : wrong('a whole number from 1 to 99')
    case 'period':
      return [...dataset.observations.values()].some(({ period }) => period === value)
        ? []
        : wrong('a period that the figures have')
    case 'dimension':
      return dataset.dimensions.has(value)
        ? []
        : wrong('a dimension of the figures', suggest(value, dataset.dimensions.keys()))
    // What it leads to is read by the chart.
    case 'file':
    case 'text':
      return []
    case 'figures':
      return unknownFigures(call, option, dataset)
  }
}

function unknownFigures(call: ChartCall, option: WrittenOption, dataset: Dataset): Diagnostic[] {
  return namedSeries(dataset, option.value).unknown.map((name) => ({
    ...fault(call, `unknown list or indicator: ${name}`, option),
    expected: 'an indicator, a list, or several separated by commas',
    hint: suggest(name, [...dataset.indicators.keys(), ...dataset.lists.keys()]),
  }))
}
