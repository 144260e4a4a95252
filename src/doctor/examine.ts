import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readTemplateInput } from '../build/read/read-template-input.ts'
import { showPath } from '../console/show-path.ts'
import { readDataset, readDatasetFiles } from '../dataset/read/read.ts'
import { hasErrors } from '../diagnostic.ts'
import { isThere } from '../files/read-file.ts'
import { type FontStyle, type Fonts, openFonts } from '../fonts/fonts.ts'
import { getFile, scripts } from '../fonts/glyph-lacks.ts'
import { readTheme } from '../theme/read-theme.ts'

/** Something that Briefwright uses. `without`: only commands that need it fail, and say so; `missing`: no builds. */
export interface FoundTool {
  state: 'ok' | 'without' | 'missing'
  name: string
  /** What was found, or what it is for and how to get it. */
  said: string
}

/** Looks for all that a build and the other commands use, as the report in a folder has it. Nothing is written. */
export async function examine(folder: string, asksForLibreOffice: boolean): Promise<FoundTool[]> {
  return [
    { state: 'ok', name: 'Node', said: process.versions.node },
    findReport(folder),
    findFonts(folder),
    ...findScripts(folder),
    await findPictures(),
    findRoom(folder),
    findProgram('git', 'diff, --since and edition compare versions with it: install git'),
    ...(asksForLibreOffice
      ? [findProgram('soffice', 'it shows decks without PowerPoint: install LibreOffice', 'LibreOffice')]
      : []),
  ]
}

/** The fonts of the theme and of each further script in the report's data and templates, by their paths. */
export function examineFonts(folder: string): FoundTool[] {
  return [findFonts(folder, showPath), ...findScripts(folder, showPath)]
}

/** A finding a line, what is found in a column. */
export function formatFindings(findings: readonly FoundTool[]): string {
  const names = Math.max(...findings.map(({ name }) => name.length))
  return findings.map(({ state, name, said }) => `${state.padEnd(7)}  ${name.padEnd(names)}  ${said}\n`).join('')
}

function findReport(folder: string): FoundTool {
  const name = 'report'
  if (!isThere(join(folder, 'data/report.yaml')))
    return { state: 'without', name, said: `none in ${showPath(folder)}: briefwright init starts one` }
  const { value, diagnostics } = readDataset(folder)
  if (!value || hasErrors(diagnostics))
    return { state: 'missing', name, said: 'its data have errors: briefwright check' }
  return { state: 'ok', name, said: `${value.report.id}, ${value.observations.size} figures` }
}

function findFonts(folder: string, show: (file: string) => string = basename): FoundTool {
  const name = 'fonts'
  const { value: theme, diagnostics } = readTheme(folder)
  const [first] = diagnostics
  if (!theme) return { state: 'missing', name, said: `${first?.message ?? 'no theme'}: briefwright check says where` }
  const files = openFonts(theme, folder).files()
  return { state: 'ok', name, said: files.map((file) => show(file)).join(', ') }
}

/** The fonts of each script that the report's data and templates are in, or what to install. */
function findScripts(folder: string, show: (file: string) => string = basename): FoundTool[] {
  const { value: theme } = readTheme(folder)
  if (!theme) return []
  const { value: input } = readTemplateInput(folder, undefined)
  const data = readDatasetFiles(folder).files.map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
  const templates = [...(input?.written ?? []), ...(input?.partials.values() ?? [])].map(({ text }) => text)
  const found = fontsByScript([...data, ...templates].join('\n'), openFonts(theme, folder))
  return found.map(({ script, files, missing, install }): FoundTool => {
    const served = files.map((file) => show(file)).join(', ')
    const some = missing.slice(0, 5).join('')
    const [, name] = /^(@[^/]+\/[^/]+)/.exec(install) ?? []
    return missing.length === 0
      ? { state: 'ok', name: script, said: served }
      : {
          state: 'without',
          name: script,
          said: `no font for ${some}, where documents print it: npm install ${name}, and fallback: [{ regular: '${install}' }]`,
        }
  })
}

/** The module that draws pictures is a program for one kind of machine, and npm may have left it out. */
async function findPictures(): Promise<FoundTool> {
  const name = 'pictures'
  try {
    await import('@resvg/resvg-js')
    return { state: 'ok', name, said: '@resvg/resvg-js' }
  } catch {
    const machine = `${process.platform} ${process.arch}`
    return { state: 'missing', name, said: `@resvg/resvg-js has no program for ${machine} here: npm install again` }
  }
}

/** Whether the folder that documents go to, or the nearest above it, may be written. */
function findRoom(folder: string): FoundTool {
  const name = 'room'
  const out = join(folder, 'out')
  const nearest = existsSync(out) ? out : folder
  try {
    accessSync(nearest, constants.W_OK)
    return { state: 'ok', name, said: `${showPath(out)} can be written` }
  } catch {
    return {
      state: 'missing',
      name,
      said: `not allowed to write: ${showPath(nearest)}; build --out DIR goes elsewhere`,
    }
  }
}

function findProgram(program: string, use: string, name = program): FoundTool {
  try {
    const said = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return { state: 'ok', name, said: /\d+(\.\d+)+/.exec(said)?.[0] ?? said.trim() }
  } catch {
    return { state: 'without', name, said: use }
  }
}

/** The fonts that serve the characters of one script, by their files. */
interface ScriptFonts {
  script: string
  files: string[]
  /** Characters that none of them has. */
  missing: string[]
  /** A font of it that a package brings. */
  install: string
}

const style: FontStyle = { font: 'body', weight: 'regular', italic: false }

/** Which fonts serve the scripts beyond Latin, Greek and Cyrillic that a text is in, each once. */
function fontsByScript(text: string, fonts: Fonts): ScriptFonts[] {
  const characters = [...new Set(text)]
  return scripts.flatMap(({ name, letters, font }) => {
    const own = characters.filter((character) => letters.test(character))
    if (own.length === 0) return []
    const served = own.map((character) => {
      const [{ fallback } = { fallback: undefined }] = fonts.cover(character, style)
      const isServed = fonts.missing(character, { ...style, fallback }).length === 0
      return { character, file: isServed ? fonts.file({ ...style, fallback }) : undefined }
    })
    const files = [...new Set(served.flatMap(({ file }) => file ?? []))]
    const missing = served.flatMap(({ character, file }) => (file === undefined ? [character] : []))
    return [{ script: name, files, missing, install: getFile(font) }]
  })
}
