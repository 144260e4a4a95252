import { type Diagnostic, errorAt } from '../../diagnostic.ts'
import { textTag } from '../../locale/languages.ts'
import { isMap } from '../is-map.ts'
import type { Located, Path } from '../yaml/located.ts'

/** The keys of the texts that documents show. */
const textKeys: ReadonlySet<string> = new Set([
  ...['title', 'subtitle', 'publisher', 'author', 'contact', 'address', 'geography', 'cite', 'series', 'name', 'role'],
  ...['label', 'short', 'total', 'singular', 'definition', 'denominator', 'note', 'remark'],
])

/** What holds no texts of documents, though its keys may look like it. */
const others: ReadonlySet<string> = new Set(['feeds', 'lists', 'share-of', 'variants'])

/** An error for each text that a language lacks: one not given by language is in the first, the report's own. */
export function missingTexts(located: Located, languages: readonly string[]): Diagnostic[] {
  const [own = ''] = languages
  return [...textsIn(located.value, [])].flatMap(([text, path]) =>
    languages.flatMap((language) => {
      const tags = typeof text === 'string' ? [own] : Object.keys(text)
      if (tags.some((tag) => textTag(tag) === textTag(language)) || isSameInEach(text)) return []
      const expected = `a text for each language: { ${languages.map((tag) => `${tag}: …`).join(', ')} }`
      return [errorAt(located.place(path), `missing: ${String(path.at(-1))} in ${language}`, { expected })]
    }),
  )
}

/** An address of mail or of the web, or what a variant fills in (`{region}`), which is the same in each language. */
function isSameInEach(text: string | Record<string, unknown>): boolean {
  return typeof text === 'string' && /^(?:\S+[@.]\S*\w|\{[^{}]+\})$/.test(text)
}

/** Whether a category of a dimension is given by its name alone: `coast: Coast`, `coast: { en: Coast, de: Küste }`. */
function isCategoryName(value: unknown, path: Path): boolean {
  return path.length === 3 && path[2] === 'categories' && !(isMap(value) && Object.hasOwn(value, 'label'))
}

function* textsIn(value: unknown, path: Path): Iterable<[text: string | Record<string, unknown>, path: Path]> {
  const entries = Array.isArray(value) ? [...value.entries()] : isMap(value) ? Object.entries(value) : []
  for (const [key, inner] of entries) {
    const at = [...path, key]
    if (path.length !== 1 && others.has(String(key))) continue
    // An id may be called as a key of a text is: `note` below `indicators`, `geography` among subjects.
    const isId = path.length === 1 || path.at(-1) === 'categories'
    const isText = (textKeys.has(String(key)) && !isId) || isCategoryName(inner, path)
    if (isText && (typeof inner === 'string' || isMap(inner))) yield [inner, at]
    else yield* textsIn(inner, at)
  }
}
