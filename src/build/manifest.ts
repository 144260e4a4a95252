import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { basename, isAbsolute, join, posix, relative, sep } from 'node:path'
import { version } from '../../package.json'
import { isMap } from '../dataset/is-map.ts'
import { type Diagnostic, plainError } from '../diagnostic.ts'
import { parseJsonAs } from '../files/parse-json.ts'
import { isThere, readFile } from '../files/read-file.ts'
import { sha256 } from '../files/sha256.ts'
import type { Output } from '../files/write-outputs.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { derived } from '../memory/derived.ts'
import type { BuildRequest, Manifest } from './types.ts'

/** The manifest of a build. Node's version stands in it because its zlib decides the bytes of archives. */
export function createManifest(
  request: BuildRequest,
  fonts: Pick<Fonts, 'files'>,
  outputs: readonly Output[],
): Manifest {
  const { folder } = request
  return {
    versions: { briefwright: version, node: process.versions.node, zlib: process.versions.zlib ?? '' },
    asked: getAsked(request),
    inputs: hashInputFiles(request),
    fonts: Object.fromEntries(hashFonts(fonts).map(([path, hash]) => [fontName(path, folder), hash])),
    outputs: Object.fromEntries(outputs.map(({ name, bytes }) => [name, sha256(bytes)])),
  }
}

/** The hash of each font file. Changed files are opened anew, so a batch or watch hashes each only once. */
const hashFonts = derived((fonts: Pick<Fonts, 'files'>) =>
  fonts.files().map((path) => [path, sha256(readFileSync(path))] as const),
)

/** The files in a report's folder that a build uses, by name: data, templates, and other files that templates name. */
export function inputFiles(folder: string): ReadonlyMap<string, Uint8Array> {
  const own = readFiles(
    folder,
    ['data', 'templates'].flatMap((under) => filesUnder(folder, under)),
  )
  return new Map([...own, ...readFiles(folder, filesNamed(folder, own))])
}

/** The files that a build is made of, as they are now. */
export function hashInputFiles({
  folder,
  reference,
  press,
  variants,
}: Pick<BuildRequest, 'folder' | 'reference' | 'press' | 'variants'>) {
  const table = variants?.table
  return Object.fromEntries([
    ...[...inputFiles(folder)].map(([file, bytes]) => [file, sha256(bytes)]),
    ...(reference ? hashFile(`reference ${basename(reference)}`, reference) : []),
    ...(press === undefined ? [] : hashFile(`press ${basename(press)}`, press)),
    ...(table === undefined ? [] : hashFile(`variants ${basename(table)}`, table)),
  ])
}

/** An error for each input that changed during the build: documents would mix its old and new contents. */
export function findChangedInput(before: Manifest['inputs'], { inputs }: Manifest): Diagnostic[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(inputs)])]
  const [changed] = names.filter((name) => before[name] !== inputs[name])
  if (changed === undefined) return []
  return [plainError(`changed while the build ran: ${changed}`, { hint: 'build again' })]
}

/** `manifest.json`. */
export function toManifestFile(manifest: Manifest): Output {
  return { name: manifestName, bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }
}

export const manifestName = 'manifest.json'

/** The manifest that a text is; undefined where it is none. */
export function parseManifest(text: string): Manifest | undefined {
  return parseJsonAs(text, isManifest)
}

function isManifest(value: unknown): value is Manifest {
  return isMap(value) && ['versions', 'asked', 'inputs', 'fonts', 'outputs'].every((name) => isTextMap(value[name]))
}

function isTextMap(value: unknown): boolean {
  return isMap(value) && Object.values(value).every((text) => typeof text === 'string')
}

function getAsked(asked: BuildRequest): Record<string, string> {
  const { languages, date, formats, since, isGrey, slidesPerPage, variant, variants } = asked
  return {
    ...(languages && { languages: languages.join(',') }),
    ...(date && { date: date.toISOString() }),
    ...(formats && { formats: formats.join(',') }),
    ...(since !== undefined && { since }),
    ...(variant !== undefined && { variant }),
    ...(variants && variants.each.length > 0 && { each: variants.each.join(',') }),
    ...(isGrey && { grey: 'yes' }),
    ...(slidesPerPage !== undefined && { slidesPerPage: String(slidesPerPage) }),
  }
}

/** The report's files below a folder, sorted, with forward slashes; without hidden files and texts of sources. */
export function filesUnder(folder: string, under: string, isWanted: (entry: Dirent) => boolean = () => true): string[] {
  try {
    return readdirSync(join(folder, under), { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.') && posix.join(under, entry.name) !== 'data/sources')
      .filter(isWanted)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = posix.join(under, entry.name)
        return entry.isDirectory() ? filesUnder(folder, path) : [path]
      })
  } catch {
    return []
  }
}

/**
 * The files and folders that templates name beside data/ and templates/, for their pictures and maps.
 * A folder counts as a whole, since a template may compose the names of its files.
 */
function filesNamed(folder: string, own: ReadonlyMap<string, Uint8Array>): string[] {
  const texts = [...own]
    .filter(([file]) => file.startsWith('templates/') && /\.(hbs|json|yaml)$/.test(file))
    .map(([, bytes]) => Buffer.from(bytes).toString())
  const isNamed = (name: string) => texts.some((text) => text.includes(name) || text.includes(encodeURI(name)))
  return filesUnder(folder, '.', (entry) =>
    entry.isDirectory() ? !isOther(folder, entry.name) && isNamed(`${entry.name}/`) : isNamed(entry.name),
  )
}

/** Whether a folder of the report holds what is hashed already, what others wrote, or what a build made. */
function isOther(folder: string, name: string): boolean {
  const isOutput = [manifestName, 'batch.jsonl'].some((file) => isThere(join(folder, name, file)))
  return isOutput || ['data', 'templates', 'node_modules'].includes(name)
}

/** A font's name, independent of where the report lies: by package, by place in the report, or by file name. */
function fontName(path: string, folder: string): string {
  const [, inPackage] = /.*node_modules[\\/](.*)$/.exec(path) ?? []
  const name = inPackage ?? relative(folder, path)
  return name.startsWith('..') || isAbsolute(name) ? basename(path) : name.split(sep).join('/')
}

/** Files of a folder by name, without those deleted since listing and those not regular: a device never ends. */
function readFiles(folder: string, files: readonly string[]): Map<string, Uint8Array> {
  return new Map(
    files.flatMap((file) => {
      const { bytes } = readFile(join(folder, file), Number.POSITIVE_INFINITY)
      return bytes ? [[file, bytes]] : []
    }),
  )
}

function hashFile(name: string, path: string): [string, string][] {
  const { bytes } = readFile(path, Number.POSITIVE_INFINITY)
  return bytes ? [[name, sha256(bytes)]] : []
}
