/** Says the parts of an instant's date and time of day as the clocks of a time zone (IANA name) show them. Throws RangeError for a name that is none. */
export function createClock(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit'
  const parts = { month: two, day: two, hour: two, minute: two, second: two } as const
  return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', ...parts })
}

/** Whether the system's tables of time zones have a name. */
export function isTimeZone(name: string): boolean {
  try {
    return createClock(name) !== undefined
  } catch {
    return false
  }
}
