/** The documents of a report, each from its own template; `one-page` is a briefing that fits on one page. */
export const documentKinds = ['deck', 'briefing', 'one-page'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What a document is written and laid out as: slides, or pages of running text. */
export const formOf = { deck: 'deck', briefing: 'briefing', 'one-page': 'briefing' } as const

/**
 * What a build can make: the deck; the briefing, also on one page; the filled Markdown of all;
 * the deck's slides as PDF, as a handout, with notes, or as pictures.
 */
export const formats = ['pptx', 'pdf', 'one-page', 'deck.pdf', 'handout', 'notes', 'png', 'md'] as const
export type Format = (typeof formats)[number]

/** The formats that a document can be written in. */
export const formatsOf: Readonly<Record<DocumentKind, readonly Format[]>> = {
  deck: ['pptx', 'deck.pdf', 'handout', 'notes', 'png', 'md'],
  briefing: ['pdf', 'md'],
  'one-page': ['one-page', 'md'],
}

/** How many slides a page of a handout may show: 1 with its notes, 3 with lines to write on. */
export const slidesPerPage = [1, 2, 3, 4, 6, 9] as const
export type SlidesPerPage = (typeof slidesPerPage)[number]

/** The files that `briefwright schema` knows. */
export const schemaNames = ['report', 'figures', 'theme', 'allow', 'trace'] as const
export type SchemaName = (typeof schemaNames)[number]
