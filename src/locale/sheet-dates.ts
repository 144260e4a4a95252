/** A number format of a spreadsheet for dates, and what it says of one (UTC). */
export type DateFormat = readonly [format: string, say: (date: Date) => string]

/** `07` for 7. */
export function two(number: number): string {
  return String(number).padStart(2, '0')
}
