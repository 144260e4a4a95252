import type { Source } from '../../../dataset/types.ts'
import type { Locale } from '../../../locale/types.ts'

/**
 * How sources are cited in one line, in their order, each part once. Sources of one series are cited together where
 * there are several:
 * `CNNIC, 45th to 52nd Statistical Reports`, from their `series` text and `edition` numbers.
 */
export function citeSources(locale: Locale, sources: readonly Source[]): string[] {
  const cites = sources.map((source) => {
    const together = sources.filter((other) => isSameSeries(locale, source, other))
    return together.length > 1 ? citeSeries(locale, together) : locale.text(source.cite)
  })
  return [...new Set(cites)]
}

function isSameSeries(locale: Locale, a: Source, b: Source): boolean {
  if (!a.series || !b.series || a.edition === undefined || b.edition === undefined) return false
  return a.kind === b.kind && locale.text(a.series) === locale.text(b.series)
}

function citeSeries(locale: Locale, sources: readonly Source[]): string {
  const series = sources[0]?.series
  const editions = locale.editions(sources.flatMap(({ edition }) => edition ?? []))
  return series ? locale.text(series).replace('{editions}', () => editions) : editions
}
