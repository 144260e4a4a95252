/** Why bytes cannot be read as a deck or PDF, in a few words: `cut short: its table of contents is missing`. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
}

/** Whether an error says why a file cannot be read. By its name: the reader of PDFs is bundled apart and has a class of its own. */
export function isUnreadable(error: unknown): error is UnreadableFile {
  return error instanceof Error && error.name === 'UnreadableFile'
}
