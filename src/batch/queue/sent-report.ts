import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { filesUnder, inputFiles } from '../../build/manifest.ts'
import { readVariants } from '../../build/read/read-variants.ts'
import type { BuildRequest } from '../../build/types.ts'
import { readDataset } from '../../dataset/read/read.ts'
import { formats } from '../../document/formats.ts'
import { explainWriteFailure } from '../../files/explain-write-failure.ts'
import { megabytes, readFile } from '../../files/read-file.ts'
import { sha256 } from '../../files/sha256.ts'
import { openFonts } from '../../fonts/fonts.ts'
import { noMemory } from '../../memory/memory.ts'
import { readTheme } from '../../theme/read-theme.ts'
import type { BatchInputs, BatchOrder } from '../batch-order.ts'
import { type OpenQueue, QueueFault } from './open-queue.ts'

/** What all jobs of a report share. Tables and templates are sent by name, since workers have their own copies. */
const sentOrder = z.strictObject({
  formats: z.array(z.enum(formats)).optional(),
  languages: z.array(z.string().max(35)).max(100).optional(),
  date: z.iso.datetime().optional(),
  overwrites: z.boolean(),
  each: z.array(z.string()).optional(),
  table: z.string().optional(),
  reference: z.string().optional(),
  inputs: z.string(),
  key: z.string(),
})

type SentOrder = z.infer<typeof sentOrder>

/** A report as it goes to workers: once, under the hash of its content. */
export interface SentReport {
  hash: string
  order: string
  /** By paths such as `report/data/report.yaml`, `table/readers.csv`. */
  files: ReadonlyMap<string, Uint8Array>
}

/** A report as a worker has unpacked it. */
export interface ReceivedReport extends BatchInputs {
  request: BuildRequest & { overwrites: boolean }
}

/** More than any report has, and no more than a server should be asked to hold. */
const mostBytes = 256_000_000

const mostFiles = 20_000

/** A week, seconds: so long a report is kept that no job asks for. */
const keptFor = 7 * 24 * 3600

const getKey = (name: string, hash: string) => `${name}:report:${hash}`

/**
 * Packs what workers need: data, templates, and the files that these, the theme and variants name.
 * Throws QueueFault where that is too much.
 */
export function packReport(batch: BatchOrder, made: BatchInputs): SentReport {
  const { folder, variants, reference } = batch
  const own = [...inputFiles(folder).keys(), ...filesUnder(folder, 'data/sources')]
  const paths = new Map([...own, ...namedBeside(batch)].map((path) => [`report/${path}`, join(folder, path)]))
  const order: SentOrder = { ...made, overwrites: batch.overwrites ?? false }
  if (batch.formats) order.formats = [...batch.formats]
  if (batch.languages) order.languages = [...batch.languages]
  if (batch.date) order.date = batch.date.toISOString()
  if (variants) order.each = [...variants.each]
  if (variants?.table !== undefined) {
    order.table = basename(variants.table)
    paths.set(`table/${order.table}`, variants.table)
  }
  if (reference) {
    order.reference = basename(reference)
    paths.set(`reference/${order.reference}`, reference)
  }
  const unsafe = [...paths.keys()].find((path) => !isSafe(path))
  if (unsafe !== undefined) throw new QueueFault(`a name that not every system can have: ${unsafe}`, 'rename the file')
  const files = readAll(paths)
  const text = JSON.stringify(order)
  return { hash: hashReport(text, files), order: text, files }
}

/** Sends a report where the server has not got it; what says that it is whole goes last. */
export async function sendReport({ client, name }: OpenQueue, { hash, order, files }: SentReport): Promise<void> {
  const key = getKey(name, hash)
  if (!(await client.hexists(key, 'order'))) {
    for (const [path, bytes] of files) await client.hset(key, path, Buffer.from(bytes))
    await client.hset(key, 'order', order)
  }
  await keepReport({ client, name }, hash)
}

/** Keeps a report for a week from now. */
export async function keepReport({ client, name }: Pick<OpenQueue, 'client' | 'name'>, hash: string): Promise<void> {
  await client.expire(getKey(name, hash), keptFor)
}

/** Unpacks a report into a folder. Nothing from the server is trusted: sizes, paths, or that it is what was sent. */
export async function receiveReport({ client, name }: OpenQueue, hash: string, into: string): Promise<ReceivedReport> {
  const key = getKey(name, hash)
  const paths = (await client.hkeys(key)).filter((path) => path !== 'order')
  const sizes = await Promise.all(['order', ...paths].map((path) => client.hstrlen(key, path)))
  const [size = 0] = sizes
  if (size === 0) throw new Error('its report is no longer on the server: begin the batch again with --resume')
  holdToBounds(
    paths.length,
    sizes.reduce((sum, one) => sum + one, 0),
  )
  const order = (await client.hget(key, 'order')) ?? ''
  const files = new Map<string, Uint8Array>()
  for (const path of paths) files.set(path, (await client.hgetBuffer(key, path)) ?? Buffer.alloc(0))
  const bad = paths.find((path) => !isSafe(path))
  if (bad !== undefined || hashReport(order, files) !== hash) throw new Error('its report is not what was sent')
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(into, path)), { recursive: true })
      writeFileSync(join(into, path), bytes)
    }
  } catch (error) {
    throw new Error(explainWriteFailure(error, into).message)
  }
  return toReceived(sentOrder.parse(JSON.parse(order)), into)
}

function toReceived({ inputs, key, ...order }: SentOrder, into: string): ReceivedReport {
  const { table, each = [], reference } = order
  return {
    ...{ inputs, key },
    request: {
      folder: join(into, 'report'),
      ...{ formats: order.formats, languages: order.languages, overwrites: order.overwrites },
      date: order.date === undefined ? undefined : new Date(order.date),
      reference: reference === undefined ? undefined : join(into, 'reference', reference),
      variants:
        table === undefined && each.length === 0
          ? undefined
          : { each, table: table === undefined ? undefined : join(into, 'table', table) },
    },
  }
}

/** A relative path of plain names: below one of the three folders, and nowhere else. */
export function isSafe(path: string): boolean {
  const [top = '', ...names] = path.split('/')
  const isPlain = (name: string) => name !== '' && name !== '.' && name !== '..' && !/[\\:\0]/.test(name)
  return ['report', 'table', 'reference'].includes(top) && names.length > 0 && names.every(isPlain)
}

function hashReport(order: string, files: SentReport['files']): string {
  const hashes = [...files]
    .map(([path, bytes]) => [path, sha256(bytes)])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
  return sha256(JSON.stringify([order, hashes]))
}

function readAll(paths: ReadonlyMap<string, string>): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let sum = 0
  for (const [name, path] of paths) {
    const { bytes } = readFile(path, mostBytes)
    // What cannot be read its build tells of.
    if (bytes) files.set(name, bytes)
    sum += bytes?.length ?? 0
    holdToBounds(files.size, sum)
  }
  return files
}

function holdToBounds(files: number, bytes: number): void {
  if (files <= mostFiles && bytes <= mostBytes) return
  const found = `${files} files, ${megabytes(bytes)}`
  throw new QueueFault(
    `too much to send to workers: ${found}`,
    `keep data/ and templates/ below ${megabytes(mostBytes)}`,
  )
}

/** Fonts and organisations' templates that lie elsewhere in the report folder. */
function namedBeside(batch: BatchOrder): string[] {
  const { folder } = batch
  const theme = readTheme(folder).value
  const dataset = readDataset(folder, noMemory, batch.languages).value
  const variants = (dataset && readVariants(dataset, batch, noMemory).value) ?? []
  const fonts = theme
    ? openFonts(theme, folder)
        .files()
        .map((path) => relative(folder, path))
    : []
  const references = [theme?.reference, ...variants.map(({ reference }) => reference)]
  return [...new Set([...fonts, ...references])].flatMap((path) => {
    const name = path?.split(sep).join('/')
    return name === undefined || name.includes('node_modules/') || !isSafe(`report/${name}`) ? [] : [name]
  })
}
