import type { Dataset, Observation } from '../../dataset/types.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Language } from '../../locale/languages.ts'
import type { Locale } from '../../locale/types.ts'
import { baseWords } from '../../locale/words/bases.ts'
import { basesIn, hasBase, otherBase } from '../words/bases.ts'
import { getLevel, isOwnChange } from '../words/readings/word-claims.ts'
import type { Head } from './read-heads.ts'

/** Words for a base in titles, captions, heads, labels and alternative texts, held to the changes below them. */
export function checkBaseHeads(heads: readonly Head[], dataset: Dataset, locale: Locale): Diagnostic[] {
  const language = locale.primary
  // Those of a cell are its row's and its column's, which are held themselves.
  return heads.flatMap((head) => (head.heads ? [] : checkHead(head, language, dataset, locale)))
}

function checkHead(
  { where, text, place, figures }: Head,
  language: Language,
  dataset: Dataset,
  locale: Locale,
): Diagnostic[] {
  // What is a change itself has a base of its own: GDP, year on year.
  const isOfLevel = (figure: Observation) => {
    const level = getLevel(dataset, figure)
    return level !== undefined && isOwnChange(level, dataset)
  }
  const changes = figures.filter((figure) => figure.measure !== 'value' && !isOfLevel(figure))
  // Over levels, since 2020 may be how far a table goes back.
  const isOfChanges = baseWords[language].change.test(text) || changes.length === figures.length
  if (changes.length === 0 || !isOfChanges) return []
  return basesIn(language)(text).flatMap((mention) => {
    // Where nobody states the base, the figure's own note says so.
    const other = changes.find((figure) => typeof figure.since === 'string' && !hasBase(figure, mention))
    const words = text.slice(mention.start, mention.end).trim()
    return other ? [{ ...otherBase(words, other, where, locale), place }] : []
  })
}
