import type { Block } from '../../../document/types.ts'
import { toPieces } from '../../pages/pieces/block-pieces.ts'
import { stackHeight } from '../../pieces/pieces.ts'
import type { Setting } from '../../text/setting.ts'
import { resized } from '../../text/styles.ts'
import { type Frame, getColumn } from '../slide-frame.ts'

/** Parts of their size at which the number of a card, what it is and how it moved are set. */
export interface CardSizes {
  value: number
  label: number
  change: number
}

/** The setting with cards of these sizes. */
export function withCards(setting: Setting, { value, label, change }: CardSizes): Setting {
  const { keyValue, keyLabel, keyChange } = setting.styles
  const styles = {
    ...setting.styles,
    keyValue: resized(keyValue, keyValue.size * value),
    keyLabel: resized(keyLabel, keyLabel.size * label),
    keyChange: resized(keyChange, keyChange.size * change),
  }
  return { ...setting, styles }
}

/** A few cards by themselves are set larger, the words by less than the numbers, where they leave this part of their slide free. */
const fewCards = { sizes: [1.6, 1.45, 1.3, 1.15], free: 0.2 } as const

/** The setting in which cards with a slide to themselves take its room. */
export function fitCards(body: readonly Block[], ground: Frame, setting: Setting): Setting {
  if (body.length !== 1 || body[0]?.type !== 'keyFigures') return setting
  const room = ground.bottom - ground.top
  const heightAt = (sizes: CardSizes, size: number): number => {
    const quiet = { ...withCards(setting, sizes), report: () => {} }
    return stackHeight(toPieces(body, getColumn(ground.width, setting, [], size), quiet))
  }
  const { body: full } = setting.theme.slide
  const large = fewCards.sizes
    .map((value): CardSizes => ({ value, label: (1 + value) / 2, change: (1 + value) / 2 }))
    .find((sizes) => heightAt(sizes, full) <= room * (1 - fewCards.free))
  return large ? withCards(setting, large) : setting
}
