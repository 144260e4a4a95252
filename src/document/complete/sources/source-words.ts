import type { Dataset, Observation } from '../../../dataset/types.ts'
import type { Locale } from '../../../locale/types.ts'
import type { Inline } from '../../types.ts'
import { citeSources } from './cite-sources.ts'
import { statedSources } from './stated-sources.ts'

/**
 * Where observations come from, as it stands under what shows them: `Source: ` and each cite once, primary first, the
 * editions of a series together; then that some are
 * our own calculations; then the author's words. Empty where there is nothing to say.
 */
export function sourceWords(
  dataset: Dataset,
  locale: Locale,
  observations: readonly Observation[],
  added: readonly Inline[] = [],
): Inline[] {
  const cites = citeSources(locale, statedSources(dataset, observations))
  const own = observations.some(({ status }) => status === 'derived') ? [locale.word('ownCalculations')] : []
  const said = [...cites, ...own]
  if (said.length === 0 && added.length === 0) return []
  const label = locale.word(cites.length > 1 ? 'sources' : 'source')
  const words: Inline = { type: 'text', value: locale.labelled(label, said.join(locale.word('semicolon'))) }
  if (added.length === 0) return [words]
  return said.length === 0 ? [words, ...added] : [words, { type: 'text', value: locale.word('semicolon') }, ...added]
}
