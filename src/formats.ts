/** The two documents that a report can have. */
export type DocumentKind = 'deck' | 'briefing'

/** What a build can make: the deck, the briefing, and the filled Markdown of both. */
export const formats = ['pptx', 'pdf', 'md'] as const
export type Format = (typeof formats)[number]

/** The formats that a document can be written in. */
export const formatsOf: Readonly<Record<DocumentKind, readonly Format[]>> = {
  deck: ['pptx', 'md'],
  briefing: ['pdf', 'md'],
}

/** The files that `briefwright schema` knows. */
export const schemaNames = ['report', 'figures', 'theme', 'allow', 'trace'] as const
export type SchemaName = (typeof schemaNames)[number]
