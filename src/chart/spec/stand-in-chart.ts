import type { Place } from '../../diagnostic.ts'
import type { Chart, Medium } from '../types.ts'

/** In place of a chart whose spec is in error: what stands beside it is laid out, and judged, as if it were there. It is never drawn. */
export function standInChart(file: string, language: string, medium: Medium, place: Place): Chart {
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
