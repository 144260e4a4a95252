import type { Inline } from './types.ts'

/** The words of inlines, without their looks. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join('')
}

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.value
    case 'figure':
      return inline.text
    case 'break':
      return ' '
    case 'noteReference':
      return ''
    case 'emphasis':
    case 'strong':
    case 'link':
      return plainText(inline.children)
  }
}
