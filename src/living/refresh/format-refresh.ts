import { differences } from '../../trust/verify/align.ts'
import { normalizedText } from '../../trust/verify/mention-key.ts'
import type { RefreshedDeck } from './refresh-deck.ts'
import type { RefreshEntry } from './types.ts'

/** What a refresh did and left, as lines: each change with its place, what is to be settled, then the count. */
export function formatRefresh(file: string, { entries, slides }: RefreshedDeck): string {
  const lines = entries.flatMap((entry) => formatEntry(file, entry))
  const count = (kind: RefreshEntry['kind']) => entries.filter((entry) => entry.kind === kind).length
  const [updated, settle] = [count('updated'), count('settle')]
  const left = settle === 0 ? 'nothing to settle' : `${settle} to settle`
  return `${[...lines, `${file}: ${slides} slides, ${updated} places brought up to date, ${left}`].join('\n')}\n`
}

function formatEntry(file: string, { kind, slide, item, before, after, message }: RefreshEntry): string[] {
  const where = `${file}: ${slide === 0 ? item : `slide ${slide}, ${item}`}`
  switch (kind) {
    case 'updated':
      return [`${where}: ${changeWords(before ?? '', after ?? '')}`]
    case 'settle':
      return [`${where}: to settle: ${message ?? ''}`, ...(before ? [`  ${excerpt(before)}`] : [])]
    case 'note':
      return [`${file}: ${message ?? ''}`]
  }
}

/** `1.092 billion → 1.108 billion`: the words that differ, of long texts no others. */
function changeWords(before: string, after: string): string {
  const words = (text: string) => normalizedText(text).split(' ')
  const same = (word: string) => word
  const parts = differences(words(before), words(after), same, same)
  return parts.map(({ gone, come }) => `${gone.join(' ') || '(nothing)'} → ${come.join(' ') || '(nothing)'}`).join('; ')
}

function excerpt(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

/** The same for programs. */
export function refreshJson(
  file: string,
  out: string | undefined,
  { entries, changed, slides }: RefreshedDeck,
): object {
  return { file, out, slides, changed: changed.map((part) => part.slice(1)), entries }
}
