import type { LocalText, Period, Quantity, Unit } from '../dataset/types.ts'
import type { Direction } from './change-direction.ts'
import type { Language } from './languages.ts'
import type { Notation } from './numbers/digits.ts'
import type { FixedWord, Words } from './words/words.ts'

export interface QuantityOptions {
  /** Say the qualifier (`over 47 million`); true where not given. */
  qualifier?: boolean | undefined
  /** Say the unit's name even where the unit leaves it to the label. */
  unit?: boolean | undefined
  /** Say the size alone, without a minus. */
  unsigned?: boolean | undefined
  /** Say it in this scale of `scales`: `0.486 million`. */
  scale?: string | undefined
  /** Leave out the name of its scale. */
  bareScale?: boolean | undefined
}

/** As prose has it; as axes and heads have it; and as short as a line of a card may have it. */
export type PeriodForm = 'long' | 'short' | 'brief'

/** How things are said in one language. Numbers and units are tied with no-break spaces (U+00A0); minus is U+2212. */
export interface Locale extends Words {
  /** BCP 47 tag. */
  language: string
  /** That of its words: `zh` of `zh-Hans-CN`. */
  primary: Language
  /** The text in this language, else in the report's first, else any. */
  text(text: LocalText): string
  /** How digits are written. */
  notation: Notation
  /** `1.092 billion`, `over 47 million`, `77.5%`, `16.8 percentage points`; at most at the quantity's precision. */
  quantity(quantity: Quantity, unit: Unit, options?: QuantityOptions): string
  /** Whether the unit's name is said after each value. */
  says(unit: Unit): boolean
  /**
   * The number alone, for a table whose head names the scale: `1,066.71` or `over 47` in `million`.
   * Undefined for a scale that the language lacks.
   */
  scaled(quantity: Quantity, scale: string): string | undefined
  /** The names that `scaled` knows: `thousand`, `million`… */
  scales: readonly string[]
  /**
   * One of several numbers' own scales in which all keep their digits, with at most three decimals; else undefined.
   * No number may be far below it; one that half of them reach is preferred.
   */
  commonScale(quantities: readonly Quantity[]): string | undefined
  /** A scale with a unit, for a table's head: `trillion yuan`. */
  scaleOf(scale: string, unit: Unit): string
  /** `527.0 to 529.2 million`: rounded outwards to the second digit of its width; `at most 926.5 million` if open. */
  interval(quantity: Quantity, unit: Unit): string
  /**
   * A change: `up 24.8 million`, `down 4.4 percentage points`, `up by over 47 million`, `unchanged`.
   * The amount may have markup; `qualified` if it starts with a word such as over.
   */
  changeWords(direction: Direction, amount: string, qualified: boolean, unit: string): string
  /** A change with its rate: `up 24.8 million, or 2.3%`. */
  andRate(change: string, rate: string, direction: Direction): string
  /** A change with its base: `up 24.8 million since December 2022`, of a flow `up 11% on 2022`. */
  since(change: string, period: string, type: 'stock' | 'flow' | 'ratio'): string
  /**
   * A compact number on an axis: `1.0 billion`, `75%`; the axis title names the unit.
   * `step` is the distance between ticks, in the base unit, `largest` the tick whose scale all use.
   */
  axis(value: number, unit: Unit, step?: number, largest?: number): string
  /** `December 2023`, short `Dec 2023`; `2023`; `Q4 2023`; `first half of 2023`, short `H1 2023`. */
  period(period: Period, form?: PeriodForm): string
  /** `As of December 2023`, `In 2023`: a stock at its date, a flow over its period. */
  asOf(period: Period, type: 'stock' | 'flow' | 'ratio'): string
  /**
   * Written words and the period that a helper says behind them, as they stand together: `d’` and `avril 2026`, `du`
   * and `premier trimestre 2026`.
   */
  meet?(before: string, period: string): readonly [before: string, period: string]
  /** `22 March 2024`. */
  date(isoDate: string): string
  /** `a, b and c`. */
  list(items: readonly string[]): string
  /** `1st`, `2nd`, `53rd`. */
  ordinal(number: number): string
  /** A whole number in words up to twenty, else in digits. */
  cardinal(number: number): string
  /** An edition of a report: `53rd`, `第53次`. */
  edition(number: number): string
  /** The same as a name by itself: `53rd edition`, `第53次报告`. */
  editionName(number: number): string
  /** Editions, runs as ranges: `45th to 50th and 53rd`. */
  editions(numbers: readonly number[]): string
  /** `paragraph 14`, `paragraphs 4, 5 and 14`. */
  paragraphs(numbers: readonly number[]): string
  /** What is named, and what it is: `Source: CNNIC`. */
  labelled(label: string, text: string): string
  /** `36 figures, March 2020 to December 2023`. */
  figuresOver(count: number, first: Period, last: Period): string
  /** The number of checks that a build makes by itself: `264 more that are made without being asked: …`. */
  plainChecks(count: number): string
  /** What is worked out from sources: `own calculations from CNNIC, 53rd Statistical Report`. */
  calculatedFrom(cites: string): string
  /** The text with its first letter a capital, as a sentence begins; Markdown's brackets before it stand. */
  capital(text: string): string
  /** `said by Liu Yulin`. */
  saidBy(speaker: string): string
  /** `printed there as “16.8%”`. */
  printedAs(form: string): string
  /** `Figure 2`, `图2`. */
  numbered(label: string, number: number): string
  /** The same at the head of the figure's own caption: `Figure 2.`, `图2`. */
  caption(label: string, number: number): string
  /** `Page 2 of 9`. */
  pageOf(number: number, total: number): string
  /** What stands before, between and after the numbers of things that a source serves: `Figures 1, 2`, `第2、4页`. */
  places(kind: 'figure' | 'table' | 'page', count: number): { before: string; between: string; after: string }
  /** What the further parts of something are marked with: `continued`, `continued 2`. */
  continued(part: number): string
  /** A text with a remark in parentheses: `Dec 2023 (million)`. */
  aside(text: string, remark: string): string
  /** A person with their role: `Liu Yulin, Director of CNNIC`. */
  apposed(name: string, role: string): string
  /** The text with its first letter small, as inside a sentence; an acronym stands. */
  lower(text: string): string
  /** `Embargoed until 22 March 2024`. */
  embargoed(date: string): string
  /** `Compiled 17 January 2025`. */
  compiled(date: string): string
  /** `Released 22 March 2024`, `Next release 30 August 2024`. */
  released(date: string): string
  nextRelease(date: string): string
  /** Where in a source a figure stands that was fetched from it on a day: `retrieved 2026-12-02`. */
  retrieved(date: string): string
  /** A word or mark of `fixed`. */
  word(key: FixedWord): string
}
