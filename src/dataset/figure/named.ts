import type { Diagnostic, Place } from '../../diagnostic.ts'
import type { LocalTextEntry } from '../read/schema.ts'
import { errorAt, formatPlace, type Located, type Path } from '../yaml/located.ts'

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

/** An error for each of the texts that is given by language but lacks the report's own. */
export function languageErrors<T extends object>(
  { entry, located, path }: Named<T>,
  fields: readonly string[],
  language: string,
): Diagnostic[] {
  const texts = new Map<string, unknown>(Object.entries(entry))
  return fields.flatMap((field) => {
    const text = texts.get(field)
    if (language === '' || !isByLanguage(text) || Object.hasOwn(text, language)) return []
    const expected = `a text in the report’s language: { ${language}: … }`
    return [errorAt(located.place([...path, field]), `missing: ${field} in ${language}`, { expected })]
  })
}

function isByLanguage(text: unknown): text is Exclude<LocalTextEntry, string> {
  return typeof text === 'object' && text !== null
}
