import type { Decimal } from 'decimal.js'
import type { DiagnosticKind, Place } from '../diagnostic.ts'

/** A text in one or more languages, by BCP 47 tag: `{en: 'Netizens', zh: '网民规模'}`. */
export type LocalText = Readonly<Record<string, string>>

/** An SDMX time period: `2023`, `2023-S2`, `2023-Q4`, `2023-12` or `2023-12-31`. */
export type Period = string

/** What a printed value allows, in the base unit; both ends closed, either may be infinite ("over 47 million"). */
export interface Interval {
  low: Decimal
  high: Decimal
}

export type Qualifier = 'over' | 'at least' | 'nearly' | 'under' | 'at most' | 'about'

/** A number as it was printed: exact, with the place of its last digit; never a float. */
export interface Quantity {
  /** In the unit's base: people, yuan; per cent and percentage points as printed (77.5 for 77.5%). */
  value: Decimal
  /** The power of ten of the last printed digit, in the base unit: 6 for 1.092 billion, -1 for 77.5%. */
  precision: number
  /** A unit id: `percent`, `percentage-points`, or one of the report's units. */
  unit: string
  qualifier?: Qualifier | undefined
  interval: Interval
  /** Its forms where languages differ: 24.8 million, 2480万. The interval is what all of them allow. */
  forms?: Readonly<Record<string, Form>> | undefined
}

/** One printed form of a number. */
export type Form = Pick<Quantity, 'value' | 'precision' | 'qualifier'> & { text: string }

/** A sign that stands for a unit's name: `£` before a number, `‰` after it. */
export interface UnitSign {
  text: string
  place: 'before' | 'after'
  /** Between it and the number: nothing, or a no-break space. */
  gap: string
}

/** A unit's names. `percent`, `percentage-points`, currencies and a list are built in; reports declare the others. */
export interface Unit {
  id: string
  label: LocalText
  /** The name after exactly 1, where it differs: `{en: 'person'}`. */
  singular?: LocalText | undefined
  /** Whether each value names the unit (15.4 trillion yuan) or its label does (1.092 billion netizens), by language. */
  said: boolean | Readonly<Record<string, boolean>>
  /** What is said in its place, in the languages that have a sign. */
  sign?: Readonly<Record<string, UnitSign>> | undefined
}

/** One way in which indicators are broken down (SDMX's word): age, sex, region. */
export interface Dimension {
  id: string
  label: LocalText
  /** In the order in which tables and charts show them. */
  categories: ReadonlyMap<string, Category>
  /** What all categories together are called: `All adults`. */
  total: LocalText
  /** Whether everybody is in just one category, so that counts add up to the total. */
  isExhaustive: boolean
}

export interface Category {
  id: string
  label: LocalText
  /** A shorter label for charts, cards and heads of tables; the label where none is given. */
  short: LocalText
  /** What else sentences call it, parted by commas: `renting privately, private renting`. */
  said?: LocalText | undefined
  /** Whether it is what is left over, which comes last when sorted by size; by default as its label says. */
  residual?: boolean | undefined
}

/** What of an indicator a figure counts, by dimension: `{age: '75-plus'}`; empty for the total. */
export type Categories = Readonly<Record<string, string>>

/** What a figure is of, at whatever time: an indicator, as a whole or in one category of some of its dimensions. */
export interface Series {
  /** `recent-users` for the whole, `recent-users[75-plus,wales]` for a part. */
  key: string
  indicator: string
  categories: Categories
}

/** An observation's number: an indicator's level, its change since an earlier period, or that change's rate. */
export type Measure = 'value' | 'change' | 'rate'

/** SDMX observation status, in words. `stated` is a normal value (A). */
export type Status = 'stated' | 'provisional' | 'revised' | 'estimated' | 'forecast' | 'derived'

/** The words of a source for one observation. */
export interface Statement {
  /** An id of `Dataset.sources`. */
  source: string
  /** Paragraphs of the source, 1-based, in which the figure is stated. */
  paragraphs: number[]
  /** Whether those are the level's, of which one need not state a change too. */
  areInherited?: boolean | undefined
  /** Where else in the source: `Table 5`, `page 17`. */
  locator?: string | undefined
  /** An id of `Dataset.speakers`. */
  speaker?: string | undefined
  /** The form printed there: `16.8%` where the value is 16.8 pp. */
  printed: string
  /** Whether that form is given apart from the value. */
  isRestated?: boolean | undefined
}

/** One number of the dataset; the thing that every printed number refers to. */
export interface Observation {
  /**
   * Reference key: `netizens@2023-12`, `netizens.change@2023-12`,
   * or with another base than the first named, `netizens.change@2020-12..2023-12`.
   */
  key: string
  /** The key of its `Series`. */
  series: string
  indicator: string
  categories: Categories
  measure: Measure
  period: Period
  /** For a change or rate: the period compared with; null where the source does not say. */
  since?: Period | null | undefined
  quantity: Quantity
  status: Status
  /** For a rate: `comparable` is never tested against published levels. */
  basis?: 'comparable' | 'published' | undefined
  /** Absent for a derived observation. */
  statement?: Statement | undefined
  /** For a derived observation: its formula, and the keys that it was computed from. */
  formula?: string | undefined
  inputs: string[]
  note?: LocalText | undefined
  /** Why it is right though it looks wrong. */
  plausible?: { reason: string; place: Place } | undefined
  place: Place
}

/** What is counted or measured, named as a category is. */
export interface Indicator extends Category {
  unit: string
  /** A level at a date, a sum over a period, or a ratio. */
  type: 'stock' | 'flow' | 'ratio'
  /** Ids of the dimensions by which it is broken down. */
  dimensions: readonly string[]
  definition?: LocalText | undefined
  /** What a share is a share of, in words: `online shoppers`. */
  denominator?: LocalText | undefined
  /** An indicator that this one is a subset of. */
  partOf?: string | undefined
  /** For a share: the indicators it divides. */
  shareOf?: { numerator: string; denominator: string } | undefined
  /** Which direction is good news. */
  good?: 'up' | 'down' | undefined
  note?: LocalText | undefined
  place: Place
}

export interface Source {
  id: string
  title: LocalText
  /** ISO date or period of publication. */
  published?: string | undefined
  url?: string | undefined
  /** Primary: the text at hand. Secondary: taken from pages that quote the report. */
  kind: 'primary' | 'secondary'
  /** One line as it stands under a chart: `CNNIC, 53rd Statistical Report, as reported by Xinhua, 22 March 2024`. */
  cite: LocalText
  /** Which edition of its series it is: 49. */
  edition?: number | undefined
  /** How several editions are cited together, by this same text: `CNNIC, {editions} Statistical Reports`. */
  series?: LocalText | undefined
}

export interface Speaker {
  id: string
  name: LocalText
  role: LocalText
}

/** The result of one check: the statement tested, what each side allows, and whether they agree. */
export interface Check {
  id: string
  kind: 'change' | 'rate' | 'part' | 'share' | 'identity' | 'unit' | 'remark'
  /** The assertion as written, or what was compared. */
  assertion: string
  observations: string[]
  verdict: 'agrees' | 'contradicts' | 'remarked'
  note?: LocalText | undefined
}

export interface Report {
  id: string
  title: LocalText
  subtitle?: LocalText | undefined
  /** A number in a series, a year, or words. */
  edition?: number | string | undefined
  publisher: LocalText
  author?: LocalText | undefined
  geography: LocalText
  period: Period
  comparison: Period
  /** ISO date. */
  released: string
  /** Who answers questions, and where the publisher is found. */
  contact?: LocalText | undefined
  address?: LocalText | undefined
  /** ISO date of the next edition. */
  nextRelease?: string | undefined
  /** ISO date before which the report may not be published. */
  embargo?: string | undefined
  /** ISO date until which sources may have been published: the report looks back. */
  compiled?: string | undefined
  /** How strictly kinds of checks are taken; as each is by itself where nothing is said. */
  severity?: Readonly<Partial<Record<DiagnosticKind, 'error' | 'warning' | 'off'>>> | undefined
  /** BCP 47 tag of the language of texts that are not given by language. */
  language: string
  /** BCP 47 tags of the languages that its documents are made in; that one alone where no others are named. */
  languages: readonly string[]
  /** What the report is made for, a document set each. */
  variants?: VariantPlan | undefined
}

/** A name that a report gives, and where. */
export interface PlacedName {
  name: string
  place?: Place | undefined
}

/** What a report is made for, one after the other: their product. */
export interface VariantPlan {
  /** Dimensions, of which each category is one; `language`, of which each of the report's languages is. */
  each: readonly PlacedName[]
  /** A CSV file of the report folder with a row for each. */
  table?: PlacedName | undefined
  /** Templates of organisations, files of the report folder, by the names that they have in those of documents. */
  references: ReadonlyMap<string, PlacedName>
}

/** One of the reports that a report folder makes. */
export interface Variant {
  /** Names its files: `wales`, `wales-75-plus`. */
  id: string
  /** What `[variant]` in a reference means. */
  categories: Categories
  /** What templates and titles can say of it, by name. */
  values: Readonly<Record<string, VariantValue>>
  /** BCP 47 tag of the only language that it is made in. */
  language?: string | undefined
  /** The template that its deck is made in, a file of the report folder. */
  reference?: string | undefined
}

/** What a variant has under a name: `wales`, said as Wales. */
export interface VariantValue {
  code: string
  words: LocalText
}

/** Why a figure is not there. */
export type Reason = 'not stated' | 'suppressed' | 'not applicable' | 'too small' | 'later'

/** A figure that is not there, and why: a figure all the same, not a hole. */
export interface Absence extends Pick<Observation, 'key' | 'series' | 'indicator' | 'measure' | 'period' | 'place'> {
  reason: Reason
}

/** All that is known about the figures, checked. Maps keep the order of the files. */
export interface Dataset {
  report: Report
  /** Which of its variants the report is. */
  variant?: Variant | undefined
  sources: ReadonlyMap<string, Source>
  speakers: ReadonlyMap<string, Speaker>
  units: ReadonlyMap<string, Unit>
  dimensions: ReadonlyMap<string, Dimension>
  indicators: ReadonlyMap<string, Indicator>
  /** By canonical key; stated, authored and derived alike. */
  observations: ReadonlyMap<string, Observation>
  /** By canonical key. */
  absences: ReadonlyMap<string, Absence>
  /** Why all figures of the report's period not given or named are absent; undefined where all are expected. */
  otherwise?: Pick<Absence, 'reason' | 'place'> | undefined
  /** Named lists of indicators, or of parts of them, for tables and charts. */
  lists: ReadonlyMap<string, readonly string[]>
  checks: readonly Check[]
}
