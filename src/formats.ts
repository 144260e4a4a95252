import type { DocumentKind } from './read-report.ts'

/** What a build can make: the deck, the briefing, and the filled Markdown of both. */
export const formats = ['pptx', 'pdf', 'md'] as const
export type Format = (typeof formats)[number]

/** The documents that a format shows. */
export const documentsOf: Readonly<Record<Format, readonly DocumentKind[]>> = {
  pptx: ['deck'],
  pdf: ['briefing'],
  md: ['deck', 'briefing'],
}

/** The files that `briefwright schema` knows. */
export const schemaNames = ['report', 'figures', 'theme'] as const
export type SchemaName = (typeof schemaNames)[number]
