import type { Diagnostic, GlyphLack } from '../diagnostic.ts'

/** Scripts, what they are called, and a package that has a font of them. */
export const scripts: readonly { name: string; letters: RegExp; font: string }[] = [
  { name: 'Japanese', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, font: 'noto-sans-jp' },
  { name: 'Chinese', letters: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u, font: 'noto-sans-sc' },
  { name: 'Korean', letters: /\p{Script=Hangul}/u, font: 'noto-sans-kr' },
  { name: 'Arabic', letters: /[\p{Script=Arabic}\u0600-\u06ff]/u, font: 'noto-sans-arabic' },
  { name: 'Hebrew', letters: /\p{Script=Hebrew}/u, font: 'noto-sans-hebrew' },
  { name: 'Devanagari', letters: /\p{Script=Devanagari}/u, font: 'noto-sans-devanagari' },
  { name: 'Thai', letters: /\p{Script=Thai}/u, font: 'noto-sans-thai' },
  { name: 'emoji', letters: /\p{Extended_Pictographic}/u, font: 'noto-emoji' },
]

/** More characters than that are not named one by one. */
const mostNamed = 5

/** Joins diagnostics of missing glyphs, one for each script at its first place: else each line might tell it. */
export function joinLacks(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lacks = diagnostics.flatMap((diagnostic) => diagnostic.lacks ?? [])
  if (lacks.length === 0) return [...diagnostics]
  const first = diagnostics.findIndex((diagnostic) => diagnostic.lacks)
  const joined = [...groupByScript(lacks)].map(([name, group]) => describeLacks(name, group, diagnostics))
  return diagnostics.flatMap((diagnostic, index) => (index === first ? joined : diagnostic.lacks ? [] : [diagnostic]))
}

/** An error that characters print as empty boxes for lack of a glyph; it names all scripts concerned. */
export function lackError(lacks: readonly GlyphLack[]): Diagnostic {
  const [first] = lacks
  const found = first && getScript(first.character)
  return {
    severity: 'error',
    message: `the font has no glyph for: ${lacks.map(({ character }) => nameCharacter(character)).join(', ')}`,
    place: first?.place,
    hint: `in "${first?.text}"; write it otherwise, or ${whatToName(found)}`,
    lacks,
  }
}

function groupByScript(lacks: readonly GlyphLack[]): Map<string, GlyphLack[]> {
  const groups = new Map<string, GlyphLack[]>()
  for (const lack of lacks) {
    const name = getScript(lack.character)?.name ?? ''
    groups.set(name, [...(groups.get(name) ?? []), lack])
  }
  return groups
}

function getScript(character: string): (typeof scripts)[number] | undefined {
  return scripts.find(({ letters }) => letters.test(character))
}

/** One error for the lacks of one script; the error that reported them where it is only one. */
function describeLacks(name: string, lacks: readonly GlyphLack[], reported: readonly Diagnostic[]): Diagnostic {
  const own = reported.filter((diagnostic) => diagnostic.lacks?.some((lack) => lacks.includes(lack)))
  const [only] = own
  if (only && own.length === 1 && only.lacks?.length === lacks.length) return only
  const [first] = lacks
  const characters = [...new Set(lacks.map(({ character }) => character))]
  const places = new Set(lacks.map(({ place, text }) => `${JSON.stringify(place)} ${text}`)).size
  const named = characters.slice(0, mostNamed).map(nameCharacter).join(', ')
  const more = characters.length - mostNamed
  const where = `in "${first?.text}"${places > 1 ? ` and ${places - 1} more ${places === 2 ? 'place' : 'places'}` : ''}`
  return {
    severity: 'error',
    message: `the font has no glyph for${name ? ` ${name}` : ''}: ${named}${more > 0 ? ` and ${more} more` : ''}`,
    place: first?.place,
    excerpt: own[0]?.place === first?.place ? own[0]?.excerpt : undefined,
    hint: `${where}; ${whatToName(scripts.find((script) => script.name === name))}`,
    lacks,
  }
}

function whatToName(script: (typeof scripts)[number] | undefined): string {
  if (!script) return 'name a font that has it under fallback: in templates/theme.yaml'
  return `name a font that has it under fallback: in templates/theme.yaml, such as ${getFile(script.font)} of the package @expo-google-fonts/${script.font}`
}

/** `noto-sans-sc` → `@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf`, as all are named. */
export function getFile(font: string): string {
  const name = font
    .split('-')
    .map((word) => (word.length === 2 ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
  return `@expo-google-fonts/${font}/400Regular/${name}_400Regular.ttf`
}

function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return /\p{C}/u.test(character) ? `U+${code}` : `${character} (U+${code})`
}
