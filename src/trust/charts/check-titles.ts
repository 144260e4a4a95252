import type { Dataset, Observation } from '../../dataset/types.ts'
import { type Diagnostic, warningAt } from '../../diagnostic.ts'
import { observationsIn } from '../../document/complete/observations-in.ts'
import { innerBlocks } from '../../document/inner-blocks.ts'
import { headedSections } from '../../document/slides.ts'
import type { Document, Heading } from '../../document/types.ts'

/**
 * Titles of slides about an increase over charts in which it cannot be seen: that show neither the increase, nor the
 * levels at both ends of it, nor what
 * the figure is worked out from. Warnings.
 */
export function checkTitles({ kind, blocks }: Document, dataset: Dataset): Diagnostic[] {
  if (kind !== 'deck') return []
  return headedSections(blocks).flatMap(({ heading: title, below }) => {
    if (title.depth > 1) return []
    const named = observationsIn([title])
    // What a reader looks at for the title's figure, not the text beside it.
    const shown = innerBlocks(below).filter(({ type }) => /^(?:chart|table|keyFigures)$/.test(type))
    const shows = shown.some(({ type }) => type === 'chart')
    if (!shows || !named.some((figure) => isIncrease(figure, dataset))) return []
    const seen = new Map(observationsIn(shown).map((figure) => [figure.key, figure]))
    return named.some((figure) => isSeen(figure, seen, dataset)) ? [] : [unseen(title, named, [...seen.values()])]
  })
}

function getInputs({ inputs }: Observation, { observations }: Dataset): Observation[] {
  return inputs.flatMap((key) => observations.get(key) ?? [])
}

function isIncrease(figure: Observation, dataset: Dataset): boolean {
  return figure.measure !== 'value' || getInputs(figure, dataset).some((input) => input.measure !== 'value')
}

function isSeen(figure: Observation, seen: ReadonlyMap<string, Observation>, dataset: Dataset): boolean {
  if (seen.has(figure.key)) return true
  const levels = [...seen.values()].filter((one) => one.measure === 'value' && one.series === figure.series)
  const isAt = (period: string | null | undefined) => levels.some((level) => level.period === period)
  if (figure.measure !== 'value' && isAt(figure.period) && isAt(figure.since)) return true
  const inputs = getInputs(figure, dataset)
  return inputs.length > 0 && inputs.every((input) => isSeen(input, seen, dataset))
}

function unseen({ place }: Heading, named: readonly Observation[], seen: readonly Observation[]): Diagnostic {
  const { measure = 'change' } = named.find((figure) => figure.measure !== 'value') ?? {}
  const drawn = seen.some((figure) => figure.measure === measure) ? 'draw' : `draw the increase (measure=${measure}),`
  const figures = named.map(({ key }) => key).join(', ')
  const hint = `${drawn} the levels at both ends of it, or what it is worked out from; or say in the title what the chart shows`
  return warningAt(place, `the chart does not show what its title says: ${figures}`, { hint, kind: 'charts' })
}
