import { type Diagnostic, errorAt, type Place } from '../../diagnostic.ts'
import { formatPlace, type Located, type Path } from '../yaml/located.ts'

/** A thing declared under an id in a file. */
export interface Named<T> {
  id: string
  entry: T
  located: Located
  path: Path
}

/** An error for an id that an earlier thing of its kind has. */
export function duplicateId(id: string, place: Place, first: Place): Diagnostic {
  return errorAt(place, `duplicate id: ${id}, which stands at ${formatPlace(first)}`, {
    hint: 'give one of them another id',
  })
}
