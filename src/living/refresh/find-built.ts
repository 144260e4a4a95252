import type { BaseText } from '../../build/base/base-types.ts'
import type { LivingText } from '../../build/base/living-types.ts'
import type { Refreshing } from './types.ts'

/** A text of the present build as it stands in the deck that it makes. */
export function findBuilt({ slide, item, kind, text }: BaseText, { built }: Refreshing): LivingText | undefined {
  return built.deck.texts.find(
    (one) => one.slide === slide && one.item === item && one.kind === kind && one.text === text,
  )
}
