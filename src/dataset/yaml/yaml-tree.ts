import type { Place } from '../../diagnostic.ts'
import { placeAt, type SourceText } from '../../files/source-text.ts'
import type { Located, Path } from './located.ts'

/** A value in a YAML file, with the offset at which it starts. */
export type YamlNode = YamlScalar | YamlMap | YamlList

export interface YamlScalar {
  type: 'scalar'
  value: unknown
  offset: number
  /** Offset of the text's first character; undefined where the file has it otherwise (escapes, folded lines). */
  textOffset?: number | undefined
}

export interface YamlMap {
  type: 'map'
  entries: ReadonlyMap<string, { keyOffset: number; node: YamlNode }>
  offset: number
}

export interface YamlList {
  type: 'list'
  items: readonly YamlNode[]
  offset: number
}

/**
 * An unquoted scalar's value by YAML's core schema;
 * a number only if it prints as its text, so that 77.50 keeps its last digit.
 */
export function plainValue(text: string): unknown {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null
    case 'true':
    case 'True':
    case 'TRUE':
      return true
    case 'false':
    case 'False':
    case 'FALSE':
      return false
    default: {
      const isNumber = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)
      return isNumber && String(Number(text)) === text ? Number(text) : text
    }
  }
}

/** The tree as plain values with their places. */
export function locateTree(source: SourceText, root: YamlNode, dropped: readonly string[] = []): Located {
  return {
    file: source.file,
    value: toPlain(root),
    dropped,
    isWritten: (path) => walk(root, path).found,
    place: (path, index = 0) => valuePlace(source, root, path, index),
    keyPlace: (path) => {
      const { node, keyOffset } = walk(root, path)
      return placeAt(source, keyOffset ?? node.offset)
    },
  }
}

function toPlain(node: YamlNode): unknown {
  switch (node.type) {
    case 'scalar':
      return node.value
    case 'list':
      return node.items.map(toPlain)
    case 'map': {
      const value: Record<string, unknown> = {}
      // The readers refuse names such as __proto__.
      for (const [name, entry] of node.entries) value[name] = toPlain(entry.node)
      return value
    }
  }
}

function valuePlace(source: SourceText, root: YamlNode, path: Path, index: number): Place {
  const { node, keyOffset, found } = walk(root, path)
  if (!found) return placeAt(source, keyOffset ?? node.offset)
  const inside = node.type === 'scalar' && node.textOffset !== undefined && index > 0
  return placeAt(source, inside ? (node.textOffset ?? 0) + index : node.offset)
}

/** Walks down a path: the node there, or the last one found above it, and where the key that names it stands. */
function walk(root: YamlNode, path: Path): { node: YamlNode; keyOffset: number | undefined; found: boolean } {
  let node = root
  let keyOffset: number | undefined
  for (const step of path) {
    const entry = node.type === 'map' ? node.entries.get(String(step)) : undefined
    const item = node.type === 'list' ? node.items[Number(step)] : undefined
    const next = entry?.node ?? item
    if (!next) return { node, keyOffset, found: false }
    node = next
    keyOffset = entry?.keyOffset
  }
  return { node, keyOffset, found: true }
}
