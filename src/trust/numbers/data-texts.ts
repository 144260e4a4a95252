import { listedUnit } from '../../dataset/figure/unit/unit-list.ts'
import type { Dataset, LocalText, Unit } from '../../dataset/types.ts'
import type { Place } from '../../diagnostic.ts'
import { derived } from '../../memory/derived.ts'

/** A text of the dataset that documents show, and where what it describes is declared. */
export interface DataText {
  text: string
  /** BCP 47 tag. */
  language: string
  /** What it is: `the note of netizens`. */
  what: string
  place: Place | undefined
}

/**
 * Texts of a dataset that documents show, in all languages: labels, definitions, denominators, notes.
 * They cannot refer to figures, so no figure should stand in them.
 */
export const dataTexts = derived((dataset: Dataset): readonly DataText[] => {
  const { indicators, observations, checks } = dataset
  return [
    ...reportTexts(dataset),
    ...[...indicators.values()].flatMap(({ id, label, short, definition, denominator, note, place }) => [
      ...say(label, `the label of ${id}`, place),
      ...say(short, `the short label of ${id}`, place).filter(({ text }) => !Object.values(label).includes(text)),
      ...say(definition, `the definition of ${id}`, place),
      ...say(denominator, `the denominator of ${id}`, place),
      ...say(note, `the note of ${id}`, place),
    ]),
    ...[...observations.values()].flatMap(({ key, note, statement, place }) => [
      ...say(note, `the note of ${key}`, place),
      ...say(plain(statement?.locator, dataset.report.language), `the locator of ${key}`, place),
    ]),
    ...checks.flatMap(({ id, note }) => say(note, `the note of ${id}`, undefined)),
  ]
})

/** What report.yaml says of the report, its units and its sources. */
function reportTexts({ report, variant, units, sources, speakers }: Dataset): DataText[] {
  return [
    ...say(report.title, 'the title of the report', undefined),
    ...say(report.subtitle, 'the subtitle of the report', undefined),
    ...say(report.publisher, 'the publisher of the report', undefined),
    ...say(report.geography, 'the geography of the report', undefined),
    // An id of categories has their digits: 16-24.
    ...Object.entries(variant?.values ?? {}).flatMap(([name, { words }]) =>
      name === 'id' && Object.keys(variant?.categories ?? {}).length > 0
        ? []
        : say(words, `the ${name} of the variant ${variant?.id}`, undefined),
    ),
    ...[...units.values()]
      .filter(isDeclared)
      .flatMap(({ id, label, singular }) => [
        ...say(label, `the label of the unit ${id}`, undefined),
        ...say(singular, `the singular of the unit ${id}`, undefined),
      ]),
    ...[...sources.values()].flatMap(({ id, title, cite, series }) => [
      ...say(title, `the title of the source ${id}`, undefined),
      ...say(cite, `the citation of the source ${id}`, undefined),
      ...say(series, `the series of the source ${id}`, undefined),
    ]),
    ...[...speakers.values()].flatMap(({ id, role }) => say(role, `the role of ${id}`, undefined)),
  ]
}

/** Whether a report says itself what its unit is called: per 1,000 and index, 2015 = 100, are names of the list. */
function isDeclared({ id, label }: Unit): boolean {
  const listed = listedUnit(id, Object.keys(label))
  return Object.entries(label).some(([tag, name]) => listed?.label[tag] !== name)
}

function plain(text: string | undefined, language: string): LocalText | undefined {
  return text === undefined ? undefined : { [language]: text }
}

function say(text: LocalText | undefined, what: string, place: Place | undefined): DataText[] {
  return Object.entries(text ?? {}).map(([language, words]) => ({ text: words, language, what, place }))
}
