/** What a chart is called by the mark that it is mostly of. */
export type ChartKind = 'line' | 'area' | 'column' | 'bar' | 'dot' | 'pie' | 'other'
/** How a series goes from its first value to its last. */
export type Course = 'rising' | 'up' | 'falling' | 'down' | 'flat'

/** The words of alternative text in one language; numbers, names and periods come printed. */
export interface DescribeWords {
  kinds: Readonly<Record<ChartKind, string>>
  /** `Line chart of netizens`. */
  of(kind: string, subject: string): string
  /** Parts of one phrase: `Bar chart, per cent of online shoppers, 2023`. */
  phrase(parts: readonly string[]): string
  span(from: string, to: string): string
  /** `growth of`, `change in` before a subject. */
  measure(measure: 'value' | 'change' | 'rate', subject: string): string
  /** What several indicators' changes or rates are called: `growth`. */
  measured: Readonly<Record<'change' | 'rate', string>>
  /** `per cent of online shoppers`. */
  shareOf(denominator: string): string
  /** `from 904 million to 1.092 billion`. */
  fromTo(from: string, to: string): string
  /** `from 904 million to 1.092 billion, rising throughout`. */
  course(ends: string, course: Course): string
  lowest(value: string, period: string): string
  highest(value: string, period: string): string
  /** `Travel 509 million`. */
  named(name: string, text: string): string
  /** `76.4% in June 2020`, where a series begins or ends at another time than the others. */
  at(value: string, period: string): string
  /** `16 items, from instant messaging, 1.060 billion, to internet medical services, 414 million`. */
  ranking(count: number, largest: string, smallest: string): string
  join(parts: readonly string[]): string
  sentences(parts: readonly string[]): string
}

/** What languages of Latin script put together alike. */
export const latinPhrases = {
  phrase: (parts) => parts.filter((part) => part !== '').join(', '),
  named: (name, text) => `${name} ${text}`,
  at: (value, period) => `${value} (${period})`,
  join: (parts) => parts.join('; '),
  sentences: (parts) => `${parts.join(': ')}.`,
} satisfies Partial<DescribeWords>
