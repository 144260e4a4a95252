/** How `briefwright diff` says what differs. */
export const changesFormats = ['text', 'markdown', 'json'] as const
export type ChangesFormat = (typeof changesFormats)[number]
