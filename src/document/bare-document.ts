import type { Document } from './types.ts'

/** A document that is of no report: its blocks, and what its file says of itself. */
export function bareDocument(about: Pick<Document, 'kind' | 'language' | 'title' | 'blocks'>, date: Date): Document {
  return {
    ...about,
    ...{ author: '', publisher: '', subject: '', keywords: [], asOf: '', edition: '', sources: [] },
    date: date.toISOString().slice(0, 10),
  }
}
