/** A period after in, on or since: the first half of 2025, the three months to June 2025, but June 2025. */
export function withArticle(period: string): string {
  return /^(?:first|second) half of |months to /.test(period) ? `the ${period}` : period
}
