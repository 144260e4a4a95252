import type { Nodes } from 'mdast'

/** Levels of nested quotes, lists and directives: more than documents have, and few enough for a slow parser. */
const deepestBlock = 20
/** Levels of a tree, emphasis and links included: few enough for those who go through it. */
const deepestTree = 60

/** Emphasis marks and opening brackets in a paragraph or item: each opening one is compared to each closing one. */
const mostMarks = 1000

/** What a message says of either. */
export const tooDeep = 'nested too deep: quotes, lists, directives or emphasis in each other'

/** The offset at which Markdown is nested too deep to be read; undefined where it is not. */
export function deepBlock(markdown: string): number | undefined {
  let fences = 0
  let marks = 0
  let offset = 0
  for (const line of markdown.split('\n')) {
    const markers = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s)))+/.exec(line)?.[0] ?? ''
    const indent = /^[ \t]*(?=(?:[-*+]|\d{1,9}[.)])\s)/.exec(line)?.[0].length ?? 0
    if (/^[ \t]*:{3,}[ \t]*[a-z]/i.test(line)) fences++
    if (/^[ \t]*:{3,}[ \t]*$/.test(line)) fences = Math.max(0, fences - 1)
    // The cells of a table are read each by itself.
    const own = line.match(/[*_]+|\[/g)?.length ?? 0
    const isItem = /[-*+.)]/.test(markers)
    marks = /^\s*(\||$)/.test(line) ? 0 : isItem ? own : marks + own
    const levels = markers.match(/>|[-*+]|[.)]/g)?.length ?? 0
    if (levels > deepestBlock || indent > deepestBlock * 6 || fences > deepestBlock || marks > mostMarks) return offset
    offset += line.length + 1
  }
  return undefined
}

/** The offset of the first node that lies too deep, in a tree that counts from `base`. */
export function deepNode(root: Nodes, base: number): number | undefined {
  let level: Nodes[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestTree) return base + (level[0]?.position?.start.offset ?? 0)
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return undefined
}
