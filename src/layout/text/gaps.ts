/** Chinese and Japanese letters, and the marks that are as wide. */
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]$/u
const mark = /^[\p{P}—…]$/u

/**
 * Whether a justified line may be widened between two characters: beside a Chinese one, unless the other is a space.
 * A space is itself widened; between two marks nothing is.
 */
export function isWideGap(before: string, after: string): boolean {
  if (/^[ \u00a0]?$/.test(before) || /^[ \u00a0]?$/.test(after)) return false
  return (wide.test(before) || wide.test(after)) && !(mark.test(before) && mark.test(after))
}

/** A text in the parts that a justified line may move away from each other, spaces left where they are. */
export function splitAtWideGaps(text: string): string[] {
  const parts: string[] = []
  let before = ''
  for (const character of text) {
    if (before === '' || isWideGap(before, character)) parts.push(character)
    else parts[parts.length - 1] += character
    before = character
  }
  return parts
}

/** How many gaps of a justified line widen: spaces, even tying ones, and in Chinese those between characters. */
export function gapsIn(text: string, isWide: boolean): number {
  return spacesIn(text) + (isWide ? Math.max(0, splitAtWideGaps(text).length - 1) : 0)
}

/** How many spaces a text has. */
export function spacesIn(text: string): number {
  return text.split(/[ \u00a0]/).length - 1
}

/** Whether the most of a text is Chinese or Japanese, in which a line ends after almost every character. */
export function isWideText(text: string): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu) ?? []
  return letters.filter((letter) => wide.test(letter)).length * 2 > letters.length
}
