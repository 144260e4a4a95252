import type { LocalText, Observation, Period, Quantity, Unit } from '../dataset/types.ts'

export interface QuantityOptions {
  /** Say the qualifier (`over 47 million`); true where not given. */
  qualifier?: boolean | undefined
  /** Say the unit's name even where the unit leaves it to the label. */
  unit?: boolean | undefined
}

/** How things are said in one language. Numbers and units are tied with no-break spaces (U+00A0); minus is U+2212. */
export interface Locale {
  /** BCP 47 tag. */
  language: string
  /** The text in this language, else in the report's first, else any. */
  text(text: LocalText): string
  /** `1.092 billion`, `over 47 million`, `77.5%`, `16.8 percentage points`, `15.4 trillion yuan`; at the quantity's precision, never more. */
  quantity(quantity: Quantity, unit: Unit, options?: QuantityOptions): string
  /** `527.0 to 529.2 million`: the interval, rounded outwards to the quantity's next finer digit; `at most 926.5 million` where one end is open. */
  interval(quantity: Quantity, unit: Unit): string
  /** A change in words: `up 24.8 million`, `down 4.4 percentage points`, `unchanged`. */
  change(change: Observation, unit: Unit): string
  /** A number on an axis, compact: `1.0 billion`, `75%`. `step` is the distance between ticks, in the unit's base. */
  axis(value: number, unit: Unit, step?: number): string
  /** `December 2023`, short `Dec 2023`; `2023`; `Q4 2023`. */
  period(period: Period, form?: 'long' | 'short'): string
  /** `As of December 2023`, `In 2023`: a stock at its date, a flow over its period. */
  asOf(period: Period, type: 'stock' | 'flow' | 'ratio'): string
  /** `22 March 2024`. */
  date(isoDate: string): string
  /** `a, b and c`. */
  list(items: readonly string[]): string
  /** `1st`, `2nd`, `53rd`. */
  ordinal(number: number): string
  /** Fixed words: `Source`, `Figure`, `Table`, `continued`, `Contents`, `Page`. */
  word(key: Word): string
}

export type Word =
  | 'source'
  | 'sources'
  | 'figure'
  | 'table'
  | 'continued'
  | 'contents'
  | 'page'
  | 'of'
  | 'note'
  | 'asOf'
  | 'unchanged'
  | 'notStated'
  | 'derived'
  | 'definition'
  | 'previous'
  | 'value'
  | 'change'
  | 'caveat'
