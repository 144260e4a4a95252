import type { BaseClaim, BaseText } from '../../../build/base/base-types.ts'
import { oneSpaced } from '../../../trust/verify/mention-key.ts'
import type { RefreshEntry, Refreshing } from '../types.ts'
import type { RefreshedTexts } from './refresh-texts.ts'

/** Words of the present build that its figures make false, where they stand in the deck: nobody may read them unwarned. */
export function findFalseWords({ ours }: Refreshing, { pairs }: RefreshedTexts): RefreshEntry[] {
  return ours.claims
    .filter(({ isTrue }) => !isTrue)
    .flatMap((claim): RefreshEntry[] => {
      const message = `not true any more: “${claim.words}” (${claim.rule})`
      const places = getPlaces(claim, ours.texts)
      if (places.length === 0) return [{ kind: 'settle', slide: 0, item: 'Deck', before: claim.sentence, message }]
      const standing = [...pairs].filter(([{ kind }, { ours: now }]) => kind !== 'file' && now && places.includes(now))
      return standing.map(([{ slide, item, text }]) => ({
        kind: 'settle',
        slide,
        item,
        before: oneSpaced(text),
        message,
      }))
    })
}

/** The texts that say a sentence; of one that is spread over several, or stands in a table, those that say its words. */
function getPlaces({ sentence, words }: BaseClaim, texts: readonly BaseText[]): readonly BaseText[] {
  const says = (part: string) => texts.filter(({ text }) => oneSpaced(text).includes(oneSpaced(part)))
  const whole = says(sentence.replace(/^:::\S+\s/, ''))
  return whole.length > 0 ? whole : says(words)
}
