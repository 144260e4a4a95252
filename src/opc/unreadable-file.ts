/** Why bytes cannot be read as a deck or PDF, in a few words: `cut short: its table of contents is missing`. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
}

/** Whether an error says why a file is unreadable; by name, as the separately bundled PDF reader has its own class. */
export function isUnreadable(error: unknown): error is UnreadableFile {
  return error instanceof Error && error.name === 'UnreadableFile'
}
