import { plainText } from '../plain-text.ts'
import type { Block, Document, Inline, Table } from '../types.ts'
import { mapBlockLists } from './map-blocks.ts'

/** `Dec 2023 (million)`, `2023年12月（百万）` */
const inBrackets = /\s*[(（]([^()（）]+)[)）]$/

/** A briefing with heads of tables that do not repeat a unit or scale with which the caption ends. */
export function sayScaleOnce(document: Document): Document {
  const blocks = mapBlockLists(document.blocks, (some) => some.map((block) => withoutScale(block)))
  return { ...document, blocks }
}

function withoutScale(block: Block): Block {
  if (block.type !== 'table' || block.caption === undefined) return block
  const caption = plainText(block.caption)
  return { ...block, header: block.header.map((cell) => ({ ...cell, children: trimHead(cell.children, caption) })) }
}

function trimHead(children: readonly Inline[], caption: string): Table['header'][number]['children'] {
  const last = children.at(-1)
  const scale = last?.type === 'text' ? inBrackets.exec(last.value)?.[1] : undefined
  if (last?.type !== 'text' || scale === undefined || !saysLast(caption, scale)) return [...children]
  return [...children.slice(0, -1), { ...last, value: last.value.replace(inBrackets, '') }]
}

/** Whether a caption ends with a word: `Users of applications, million`, `Users of applications (million)`. */
function saysLast(caption: string, word: string): boolean {
  const end = caption.replace(/[)）]$/, '')
  const before = end.slice(0, -word.length)
  return end.endsWith(word) && /[^\p{L}]$|[\u4e00-\u9fff]$/u.test(before)
}
