/** A number format of a spreadsheet for dates, and what it says of one (UTC). */
export type DateFormat = readonly [format: string, say: (date: Date) => string]
