import type { Dataset, LocalText } from '../../dataset/types.ts'
import type { Place } from '../../diagnostic.ts'

/** A text of the dataset that documents show, and where what it describes is declared. */
export interface DataText {
  text: string
  /** What it is: `the note of netizens`. */
  what: string
  place: Place | undefined
}

/** The texts of a dataset that documents show, in all its languages: labels, definitions, denominators, notes. They can't refer to figures, so no figure should stand in them. */
export function dataTexts({ indicators, observations, checks }: Dataset): DataText[] {
  return [
    ...[...indicators.values()].flatMap(({ id, label, short, definition, denominator, note, place }) => [
      ...say(label, `the label of ${id}`, place),
      ...say(short, `the short label of ${id}`, place).filter(({ text }) => !Object.values(label).includes(text)),
      ...say(definition, `the definition of ${id}`, place),
      ...say(denominator, `the denominator of ${id}`, place),
      ...say(note, `the note of ${id}`, place),
    ]),
    ...[...observations.values()].flatMap(({ key, note, place }) => say(note, `the note of ${key}`, place)),
    ...checks.flatMap(({ id, note }) => say(note, `the note of ${id}`, undefined)),
  ]
}

function say(text: LocalText | undefined, what: string, place: Place | undefined): DataText[] {
  return Object.values(text ?? {}).map((words) => ({ text: words, what, place }))
}
