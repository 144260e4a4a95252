import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isMap } from '../dataset/is-map.ts'
import { validate } from '../dataset/read/validate.ts'
import type { Located } from '../dataset/yaml/located.ts'
import { readYaml } from '../dataset/yaml/yaml.ts'
import { type Diagnostic, errorAt, hasErrors, type Outcome, warningAt } from '../diagnostic.ts'
import { packageRoot } from '../files/package-root.ts'
import { isThere, readFile, statPath } from '../files/read-file.ts'
import { isInside, readTextInside } from '../files/read-inside.ts'
import { type SourceText, sourceText, withExcerpt } from '../files/source-text.ts'
import { accentCompanions, checkContrast } from './check-contrast.ts'
import { checkSeries, checkTypeSizes, leastType, type Seeing } from './check-print.ts'
import { splitFace } from './font-face.ts'
import { fontFault } from './font-fault.ts'
import { fontFolders, isFontName } from './system-fonts.ts'
import { baseThemes, type ColorName, paperSizes, resolveFontFile, type Theme, themeSchema } from './theme.ts'

/** Where a report's theme stands, relative to its folder. */
const themeFile = 'templates/theme.yaml'

/**
 * The theme of a report folder. What its `templates/theme.yaml` leaves out is as in Briefwright's own, which also
 * serves where
 * there is none. Errors are placed: a key not known, a colour or size that is none, a font file that is not there.
 */
export function readTheme(folder: string): Outcome<Theme> {
  return isThere(join(folder, themeFile))
    ? readFrom(folder, themeFile, folder)
    : { value: readDefaultTheme(), diagnostics: [] }
}

/** A theme's file by itself, its fonts below a folder; Briefwright's own theme where no file is given. */
export function readThemeFile(file: string | undefined, fontFolder: string): Outcome<Theme> {
  return file === undefined
    ? { value: readDefaultTheme(), diagnostics: [] }
    : readFrom(dirname(file), basename(file), fontFolder)
}

function readFrom(root: string, file: string, fontFolder: string): Outcome<Theme> {
  const { value: source, diagnostics } = readTextInside(root, file)
  if (!source) return { value: undefined, diagnostics }
  const outcome = parseTheme(source, fontFolder)
  return { ...outcome, diagnostics: outcome.diagnostics.map((diagnostic) => withExcerpt(diagnostic, source)) }
}

function parseTheme(source: SourceText, folder: string): Outcome<Theme> {
  const { value: own, diagnostics } = readYaml(source)
  if (!own) return { value: undefined, diagnostics }
  const whole = { ...own, value: merge(readBase(own.value), own.value) }
  const validation = validate(themeSchema, whole)
  const all = [...diagnostics, ...validation.diagnostics.map(withColorHint)]
  if (!validation.value || all.length > 0) return { value: undefined, diagnostics: all }
  return checkTheme(withCompanions(validation.value, own), own, folder)
}

/** A colour that does not stand below `colors` belongs there. */
function withColorHint(diagnostic: Diagnostic): Diagnostic {
  const name = /^unknown key: (\w+)$/.exec(diagnostic.message)?.[1] ?? ''
  if (!(name in readDefaultTheme().colors)) return diagnostic
  return { ...diagnostic, hint: `did you mean colors: { ${name}: … }?` }
}

/** A report that has an accent of its own has its companions too, unless it says what they are. */
function withCompanions(theme: Theme, own: Located): Theme {
  const says = (name: ColorName) => own.isWritten(['colors', name])
  if (!says('accent')) return theme
  const { accentText, onAccent } = accentCompanions(theme.colors)
  const colors = {
    ...theme.colors,
    ...(says('accentText') ? {} : { accentText }),
    ...(says('onAccent') ? {} : { onAccent }),
  }
  return { ...theme, colors }
}

/** The theme of reports that say nothing else, shipped in the package. */
function readDefaultTheme(): Theme {
  const path = join(packageRoot, 'src/theme/default-theme.yaml')
  return themeSchema.parse(readYaml(sourceText(themeFile, readFileSync(path, 'utf8'))).value?.value)
}

/** The theme that a report's own changes: a shipped one that it names, itself a change of Briefwright's own. */
function readBase(own: unknown): unknown {
  const base = isMap(own) ? own.base : undefined
  const name = baseThemes.find((known) => known === base)
  if (name === undefined || name === 'office') return readDefaultTheme()
  const file = `src/theme/themes/${name}.yaml`
  const text = readFileSync(join(packageRoot, file), 'utf8')
  return merge(readDefaultTheme(), readYaml(sourceText(file, text)).value?.value)
}

/** The base with what the other says instead, map by map. */
function merge(base: unknown, over: unknown): unknown {
  if (!isMap(base) || !isMap(over)) return over
  return Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(over)])].map((key) => [
      key,
      key in over ? merge(base[key], over[key]) : base[key],
    ]),
  )
}

function checkTheme(theme: Theme, own: Located, folder: string): Outcome<Theme> {
  const diagnostics = [
    ...fontFaults(theme, own, folder),
    ...contrastFaults(theme, own),
    ...typeFaults(theme, own),
    ...roomFaults(theme, own),
    ...referenceFaults(theme, own, folder),
    ...gridFaults(theme, own),
    ...seriesFaults(theme, own),
  ]
  return { value: hasErrors(diagnostics) ? undefined : theme, diagnostics }
}

/** Text can be read on its ground by people who see little. */
function contrastFaults({ colors }: Theme, own: Located): Diagnostic[] {
  return checkContrast(colors).map(({ name, ground, ratio, least, isMark, shade }) => ({
    ...errorAt(
      own.place(['colors', name]),
      `${name} is hard to ${isMark ? 'see' : 'read'} on ${ground}: its contrast is ${ratio} to 1`,
      { expected: `at least ${least} to 1`, hint: shade && `${shade} would do` },
    ),
    severity: isMark ? 'warning' : 'error',
  }))
}

function typeFaults(theme: Theme, own: Located): Diagnostic[] {
  return checkTypeSizes(theme).map(({ key, size }) =>
    errorAt(own.place(['page', key]), `${key} is too small to print: ${size} points`, {
      expected: `at least ${leastType}`,
    }),
  )
}

/** Margins leave room for words, and text that shrinks has somewhere to go. */
function roomFaults({ slide, page }: Theme, own: Located): Diagnostic[] {
  const paper = paperSizes[page.size]
  const rooms = [
    { of: 'slide', side: 'width', has: slide.width, margins: slide.margin.left + slide.margin.right },
    { of: 'slide', side: 'height', has: slide.height, margins: slide.margin.top + slide.margin.bottom },
    { of: 'page', side: 'width', has: paper.width, margins: page.margin.left + page.margin.right + page.binding },
    { of: 'page', side: 'height', has: paper.height, margins: page.margin.top + page.margin.bottom },
  ]
  const narrow = rooms
    .filter(({ has, margins }) => has - margins < has / 4)
    .map(({ of, side, has, margins }) =>
      errorAt(
        own.place([of, 'margin']),
        `the margins leave no room: ${margins} of the ${of}’s ${has} points in ${side}`,
        {
          expected: 'at most three quarters',
        },
      ),
    )
  if (slide.bodyMinimum <= slide.body) return narrow
  const message = `bodyMinimum is larger than body: ${slide.bodyMinimum} points, and ${slide.body}`
  return [...narrow, errorAt(own.place(['slide', 'bodyMinimum']), message)]
}

/** Running text has a column of the page's grid left. */
function gridFaults({ page }: Theme, own: Located): Diagnostic[] {
  if (page.side < page.columns) return []
  const message = `no column is left for text: ${page.side} of ${page.columns} are at the side`
  return [
    errorAt(own.place(['page', 'side']), message, {
      expected: `less than ${page.columns}`,
      hint: 'or 0: side headings then stand over the text, and notes in boxes',
    }),
  ]
}

/** Series can be told apart in grey and by the colour-blind. A warning: labels beside the marks tell them apart too. */
function seriesFaults({ colors }: Theme, own: Located): Diagnostic[] {
  return checkSeries(colors).map(({ a, b, seen, delta, least }) =>
    warningAt(own.place(['colors', b]), `${b} and ${a} look alike ${seeings[seen]}: their difference is ${delta}`, {
      expected: `at least ${least} of CIELAB's 100`,
      hint: `make ${b} lighter or darker; until then, label the marks themselves or give them patterns`,
    }),
  )
}

const seeings: Record<Seeing, string> = {
  grey: 'in black and white',
  protanopia: 'to people without red cones (protanopia)',
  deuteranopia: 'to people without green cones (deuteranopia)',
  tritanopia: 'to people without blue cones (tritanopia)',
}

/** Every font file is there, and is of an installed package or of the report folder. */
function fontFaults(theme: Theme, own: Located, folder: string): Diagnostic[] {
  const fallbacks = theme.fallback.flatMap(({ regular, bold = regular }, index) =>
    Object.entries({ regular, bold }).map(([style, file]) => ({ path: ['fallback', index, style], file })),
  )
  const families = (['heading', 'body'] as const).flatMap((use) =>
    Object.entries(theme.fonts[use].files).map(([style, file]) => ({ path: ['fonts', use, 'files', style], file })),
  )
  return [...fallbacks, ...families].flatMap(({ path, file }) => {
    const fault = own.isWritten(path) ? fileFault(file, folder) : undefined
    return fault ? [errorAt(own.place(path), ...fault)] : []
  })
}

/** The organisation's template is a file of the report folder. */
function referenceFaults({ reference }: Theme, own: Located, folder: string): Diagnostic[] {
  if (reference === undefined) return []
  const path = join(folder, reference)
  const fault = (message: string, hint: string) => [errorAt(own.place(['reference']), message, { hint })]
  if (statPath(path) && !isInside(folder, path))
    return fault(`leads out of the report folder: ${reference}`, 'copy the file into it, or name it with --reference')
  const hint = 'name a .pptx or .potx of the report folder'
  if (!statPath(path)?.isFile()) return fault(`no such file: ${reference}`, hint)
  const { bytes: [first, second] = [] } = readFile(path)
  const isArchive = first === 0x50 && second === 0x4b
  return isArchive ? [] : fault(`not a PowerPoint file: ${reference}`, hint)
}

/** Fonts of Chinese have some ten megabytes. */
const mostFontBytes = 100_000_000

function fileFault(
  file: string,
  folder: string,
): [string, { expected?: string | undefined; hint?: string | undefined }] | undefined {
  const expected =
    'a font file: ./fonts/own.ttf of the report folder, package/path.ttf of an installed package, or the name of a file among the system’s fonts (.ttf, .otf, .ttc#Family)'
  const path = fontPath(file, folder)
  if (path === undefined || !isThere(path))
    return [`no such font file: ${file}`, { expected, hint: whereLooked(file, folder) }]
  if (file.startsWith('./') && statPath(path) && !isInside(folder, path))
    return [`leads out of the report folder: ${file}`, { hint: 'copy the file into the report folder' }]
  const { bytes, why = bytes && fontFault(bytes, splitFace(file).face) } = readFile(path, mostFontBytes)
  return why === undefined ? undefined : [`this font file cannot be used: ${file} (${why})`, { expected }]
}

/** The folders that a font was looked for in, and for one of a package what installs it. */
function whereLooked(file: string, folder: string): string | undefined {
  if (file.startsWith('./')) return `looked for ${join(folder, splitFace(file).file)}`
  if (isFontName(splitFace(file).file)) return `looked in ${fontFolders(folder).join(', ')}`
  const [, name] = /^((?:@[\w.-]+\/)?[a-z][\w.-]*)\/(?!\.\.)/.exec(file) ?? []
  if (name === undefined) return undefined
  const looked = [folder, packageRoot].map((root) => join(root, 'node_modules', name)).join(' and ')
  return `looked in ${looked}; in the report folder: npm install ${name}`
}

function fontPath(file: string, folder: string): string | undefined {
  try {
    return resolveFontFile(file, folder)
  } catch {
    return undefined
  }
}
