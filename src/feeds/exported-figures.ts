import type { CsvRecord, CsvTable } from '../dataset/yaml/table.ts'
import { type Diagnostic, type Place, warningAt } from '../diagnostic.ts'
import { ownStructure, statusCodes } from '../edit/sdmx.ts'

/**
 * The stated levels among rows of this tool's own SDMX-CSV: what is derived follows from them again, and a feed brings
 * no changes and
 * rates. Rows of other makers stay, whose status I says imputed; so does the measure that a feed asks for by name.
 */
export function takeExported(
  rows: readonly CsvRecord[],
  { names }: CsvTable,
  asksMeasure: boolean,
  file: string,
  place: Place,
): { rows: CsvRecord[]; leftOut: Diagnostic[] } {
  const says = (row: CsvRecord, name: string) => row.get(name)?.text.trim() ?? ''
  const getKind = (row: CsvRecord): string => {
    if (!says(row, 'STRUCTURE_ID').startsWith(ownStructure)) return 'level'
    if (says(row, 'OBS_STATUS') === statusCodes.derived) return 'derived'
    return asksMeasure || !names.includes('MEASURE') || says(row, 'MEASURE') === 'value' ? 'level' : 'change'
  }
  const kinds = rows.map(getKind)
  const say = (kind: string, what: string) =>
    kinds.includes(kind) ? [`${what}: ${kinds.filter((one) => one === kind).length}`] : []
  const parts = [
    ...say('derived', 'derived figures, which follow from the others'),
    ...say('change', 'changes and rates, which no feed brings'),
  ]
  return {
    rows: rows.filter((_, index) => kinds[index] === 'level'),
    leftOut: parts.length === 0 ? [] : [warningAt(place, `left out of ${file}: ${parts.join('; ')}`)],
  }
}
