/**
 * Data text as Markdown that says just that text: no character of it can begin or end markup, wherever it lands.
 *
 * Rule: what could be markup is written as a character reference (`*` as `&#42;`), since references, unlike
 * backslashes, mean the same in prose, headings,
 * table cells, link texts, chart captions, directive labels and directive attributes, and can begin no block. Always
 * so: `\ ` * _ { } [ ] < > # | ~ & "`.
 * A colon at the start or before another colon; at the very start also `- + = (` and the mark after a number that would
 * begin a list;
 * at the very end `!`, which would turn a link after it into an image. White space, line breaks included, becomes one
 * space, but for no-break ones; none at either end.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\u0085]+/gu, (space) => (/^[\u00a0\u202f]+$/.test(space) ? space : ' '))
    .replace(/^ | $/g, '')
    .replace(markup, toReference)
}

const markup = /[\\`*_{}[\]<>#|~&"]|:(?=:)|^[-+=(:]|(?<=^\d{1,9})[.)](?= |$)|!$/g

function toReference(character: string): string {
  return `&#${character.charCodeAt(0)};`
}

/** Before a full stop, a number that starts a line would begin a list; its last digit as a reference does not. */
export function guardNumber(digits: string): string {
  return digits.slice(0, -1) + toReference(digits.slice(-1))
}
