/** The two documents that a report can have. */
export type DocumentKind = 'deck' | 'briefing'

/** What a build can make: the deck, the briefing, the deck's slides as a PDF, on paper, with the presenter's notes, as pictures; the filled Markdown of both. */
export const formats = ['pptx', 'pdf', 'deck.pdf', 'handout', 'notes', 'png', 'md'] as const
export type Format = (typeof formats)[number]

/** The formats that a document can be written in. */
export const formatsOf: Readonly<Record<DocumentKind, readonly Format[]>> = {
  deck: ['pptx', 'deck.pdf', 'handout', 'notes', 'png', 'md'],
  briefing: ['pdf', 'md'],
}

/** How many slides a page of a handout may show: 1 with its notes, 3 with lines to write on. */
export const slidesPerPage = [1, 2, 3, 4, 6, 9] as const
export type SlidesPerPage = (typeof slidesPerPage)[number]

/** The files that `briefwright schema` knows. */
export const schemaNames = ['report', 'figures', 'theme', 'allow', 'trace'] as const
export type SchemaName = (typeof schemaNames)[number]
