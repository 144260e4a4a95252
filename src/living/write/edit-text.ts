import type { LivingText } from '../../build/base/living-types.ts'
import { applyEdits, editTo, type TextEdit } from '../../edit/text-edit.ts'
import type { TextPiece } from '../../trust/verify/read/drawing-text.ts'
import { setAttribute, setContent } from './edit-elements.ts'
import type { PackageEditor } from './edit-package.ts'

/** Makes replacements in a text, wherever it is, each in the run that it begins in, so that looks are kept. */
export function editText(
  editor: PackageEditor,
  { carrier, text }: LivingText,
  replacements: readonly TextEdit[],
): void {
  if (replacements.length === 0) return
  switch (carrier.type) {
    case 'runs':
      editPieces(editor, carrier.pieces, replacements)
      break
    case 'attribute':
      setAttribute(editor, carrier.element, carrier.name, applyEdits(text, replacements))
      break
    case 'content':
      setContent(editor, carrier.element, applyEdits(text, replacements))
      break
  }
}

/** Makes replacements in the text that pieces are together. */
export function editPieces(
  editor: PackageEditor,
  pieces: readonly TextPiece[],
  replacements: readonly TextEdit[],
): void {
  const whole = pieces.map(({ text }) => text).join('')
  const small = replacements.flatMap((one) => smallReplacements(whole, one))
  let start = 0
  pieces.forEach(({ text, element }, index) => {
    const end = start + text.length
    const from = start
    const own = small.flatMap((one) => partIn(one, from, end, index === 0 || pieces[index - 1]?.element === undefined))
    if (element && own.length > 0) setContent(editor, element, applyEdits(text, own))
    start = end
  })
}

/** A replacement's part in one piece; the first piece takes its text. An insertion ends the piece before it. */
function partIn({ start, end, text }: TextEdit, from: number, to: number, isFirst: boolean): TextEdit[] {
  const takesText =
    start === end ? (start > from && start <= to) || (isFirst && start === from) : start >= from && start < to
  const [first, last] = [Math.max(start, from), Math.min(end, to)]
  if (!takesText && first >= last) return []
  // A paragraph's breaks stay where they are.
  return [{ start: first - from, end: Math.max(first, last) - from, text: takesText ? text.replaceAll('\n', ' ') : '' }]
}

/**
 * The same edit in its smallest form, so that few formats move: digit by digit for as many digits,
 * else without what is already there at both ends.
 */
function smallReplacements(whole: string, { start, end, text }: TextEdit): TextEdit[] {
  const old = whole.slice(start, end)
  if (old.length === text.length)
    return [...old].flatMap((_, index) =>
      old[index] === text[index] ? [] : [{ start: start + index, end: start + index + 1, text: text[index] ?? '' }],
    )
  const edit = editTo(old, text)
  return [{ ...edit, start: start + edit.start, end: start + edit.end }]
}
