import type { FeedEntry } from '../dataset/read/schema.ts'
import { figuresSchema } from '../dataset/read/schema.ts'
import { readYaml } from '../dataset/yaml/yaml.ts'
import type { Place } from '../diagnostic.ts'
import { sourceText } from '../files/source-text.ts'

/** A feed, and where it is declared. */
export interface Feed {
  entry: FeedEntry
  place: Place
}

/** The feeds that a dataset's files declare; those that the schema refuses are left out, and reported where the dataset is read. */
export function getFeeds(texts: ReadonlyMap<string, string>): Feed[] {
  return [...texts].flatMap(([path, text]) => {
    if (!path.endsWith('.yaml')) return []
    const located = readYaml(sourceText(path, text)).value
    const read = located && figuresSchema.shape.feeds.safeParse(getField(located.value))
    return (read?.data ?? []).map((entry, index) => ({
      entry,
      place: located?.place(['feeds', index]) ?? { file: path, line: 1, column: 1 },
    }))
  })
}

function getField(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'feeds' in value ? value.feeds : undefined
}
