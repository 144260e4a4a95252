/** Which of two edits of one figure an import takes. */
export const preferences = ['sheet', 'dataset'] as const
export type Preference = (typeof preferences)[number]
