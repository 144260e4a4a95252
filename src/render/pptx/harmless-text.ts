/** What XML 1.0 cannot hold, and what readers choke on: control characters but tab and line ends, lone surrogates, U+FFFE and U+FFFF. */
const harmful = /(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu

/**
 * The text without control characters, and with U+FFFD for what is no character (pptxgenjs writes them out, and the file
 * is malformed XML).
 */
export function harmlessText(text: string): string {
  return text.replace(harmful, (found) => (/\p{Cc}/u.test(found) ? '' : '\uFFFD'))
}
