import { type BoundSpecs, bindChart } from '../chart/bind/bind.ts'
import { atOrigin } from '../chart/named/at-origin.ts'
import { isChartCall } from '../chart/named/call.ts'
import { expandCall } from '../chart/named/expand.ts'
import { getDataNames, knownIndicators, namesFiles } from '../chart/spec/spec-data.ts'
import type { Chart, Medium } from '../chart/types.ts'
import type { Dataset } from '../dataset/types.ts'
import { type Diagnostic, errorAt, type Place, suggest } from '../diagnostic.ts'
import { getMarking } from '../document/complete/complete.ts'
import type { DocumentKind } from '../document/formats.ts'
import type { BindChart } from '../document/parse/parsing.ts'
import { noMemory } from '../memory/memory.ts'
import type { TemplateInput } from './read/read-template-input.ts'
import type { Material } from './types.ts'

/** Binds a chart's spec by its address in a template. A spec shown twice is one chart and is reported once. */
export function chartBinder(kind: DocumentKind, material: Material, specs: BoundSpecs): BindChart {
  const { folder, now, templateInput, theme, fonts, locale, memory = noMemory } = material
  const marking = getMarking(material)
  const medium: Medium = kind === 'deck' ? 'slide' : 'page'
  const bound = new Map<string, Chart>()
  const standIn = (file: string, place: Place) => standInChart(file, locale.language, medium, place)
  return (address, place, around) => {
    const isCall = isChartCall(address)
    const expanded = isCall
      ? expandCall(address, place, { dataset: material.dataset, folder, locale, medium, ...around })
      : undefined
    if (expanded && expanded.value === undefined)
      return { value: standIn(address, place), diagnostics: expanded.diagnostics }
    // A call without an accent is another chart below another title.
    const name = `${address}${expanded?.value ?? ''}`
    const known = bound.get(name)
    if (known) return { value: known, diagnostics: [] }
    const spec =
      expanded?.value === undefined ? templateInput.charts.get(address) : { file: address, text: expanded.value }
    if (!spec) return { value: standIn(address, place), diagnostics: [unknownChart(address, place, templateInput)] }
    const { file, text } = spec
    // Of no other figures than it shows, so that it stays the same chart while those do.
    const dataset = memory.part(material.dataset, (whole) => {
      const names = memory.remember('data of a spec', [spec], () => getDataNames(spec))
      const indicators = names && knownIndicators(names, whole)
      const knowsVariant = names?.some((name) => name.includes('variant')) ?? true
      return indicators && sliceDataset(whole, indicators, knowsVariant)
    })
    const input = { theme, fonts, locale, marking, dataset, file, text, medium, folder, now }
    const bind = () => bindChart(input, specs)
    const readsFiles = memory.remember('files of a spec', [text], () => namesFiles(spec))
    const { value, diagnostics } = readsFiles ? bind() : memory.remember('bind chart', [input], bind)
    const chart: Chart = { ...(value ?? standIn(file, place)), ...(isCall ? { place, origin: place } : {}) }
    bound.set(name, chart)
    return { value: chart, diagnostics: atOrigin(diagnostics, chart.origin) }
  }
}

function unknownChart(address: string, place: Place, { charts }: TemplateInput): Diagnostic {
  const hint = suggest(address, charts.keys()) ?? 'charts are templates/charts/*.vl.json, or chart:name'
  return errorAt(place, `unknown chart: ${address}`, { hint })
}

/** Stands in for a chart whose spec is in error, so that the rest is laid out and judged. It is never drawn. */
function standInChart(file: string, language: string, medium: Medium, place: Place): Chart {
  return {
    ...{ file, language, medium, place },
    text: '{}',
    spec: { data: { values: [] }, mark: 'point' },
    parameters: {},
    rows: [],
    observations: [],
    alt: file,
    formats: { quantity: String, period: String },
  }
}

/**
 * The dataset reduced to some series and their checks, without the report's name.
 * A stage that sees no more gives variants the same charts where their figures are equal.
 */
function sliceDataset(dataset: Dataset, series: Iterable<string>, knowsVariant: boolean): Dataset {
  const { report, variant } = dataset
  const kept = new Set(series)
  const observations = [...dataset.observations].filter(([, observation]) => kept.has(observation.series))
  return {
    ...dataset,
    report: { ...report, id: '', title: {}, subtitle: undefined, publisher: {}, author: undefined, geography: {} },
    variant: knowsVariant && variant ? { id: '', categories: variant.categories, values: {} } : undefined,
    observations: new Map(observations),
    checks: [],
  }
}
