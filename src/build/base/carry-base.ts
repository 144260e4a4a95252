import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { isMap } from '../../dataset/is-map.ts'
import { parseJsonAs } from '../../files/parse-json.ts'
import type { OpenedPackage } from '../../opc/open-package.ts'
import { element, getText, type XmlElement } from '../../opc/xml.ts'
import type { DeckBase } from './base-types.ts'

/** The namespace by which the part is known again, whatever its name. */
const namespace = 'urn:briefwright:deck-base'

/** Raised when a base is written otherwise than before. */
const version = '1'

/** More than the base of any deck takes. */
const mostBytes = 64_000_000

/** The base as the part of a deck that carries it. */
export function toBaseElement(base: DeckBase): XmlElement {
  const packed = deflateRawSync(JSON.stringify(base), { level: 9 }).toString('base64')
  return element('deckBase', { xmlns: namespace, version }, [packed])
}

/** What a deck carries: its base, whether this version can read it, and the hash that the build gave its files. */
export interface CarriedBase {
  part: string
  base: DeckBase | undefined
  hash: string | undefined
}

/** The base that a deck carries; undefined where it has none. */
export function findBase(opened: OpenedPackage): CarriedBase | undefined {
  for (const part of opened.names.filter((name) => /^\/customXml\/[^/]+\.xml$/.test(name))) {
    const root = opened.xml(part)
    if (root?.name.replace(/^.*:/, '') !== 'deckBase' || !Object.values(root.attributes).includes(namespace)) continue
    const base = root.attributes.version === version ? unpack(getText(root)) : undefined
    return { part, base, hash: root.attributes.hash }
  }
  return undefined
}

function unpack(text: string): DeckBase | undefined {
  try {
    const json = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: mostBytes }).toString('utf8')
    return parseJsonAs(json, isBase)
  } catch {
    return undefined
  }
}

function isBase(value: unknown): value is DeckBase {
  const lists = ['slides', 'texts', 'tables', 'charts', 'pictures', 'courses', 'claims']
  return isMap(value) && lists.every((name) => Array.isArray(value[name])) && isMap(value.figures)
}

/** Whether nobody has edited the deck since its build or its last refresh. */
export function isUnedited({ names, bytes }: OpenedPackage, { part, hash }: CarriedBase): boolean {
  const files = names.map((name) => [name.slice(1), bytes(name) ?? new Uint8Array()] as const)
  return hash === hashFiles(files, part.slice(1))
}

/** A hash over the files of a deck but the one that carries its base, which says it. */
export function hashFiles(files: Iterable<readonly [name: string, bytes: Uint8Array]>, carrier: string): string {
  const hash = createHash('sha256')
  const sorted = [...files].filter(([name]) => name !== carrier).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [name, bytes] of sorted) hash.update(`${name}\n${bytes.length}\n`).update(bytes)
  return hash.digest('hex')
}
