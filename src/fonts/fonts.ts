import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import { primaryLanguage } from '../locale/languages.ts'
import { once, recent } from '../memory/derived.ts'
import { chooseFace, type Face, splitFace } from '../theme/font-face.ts'
import { resolveFontFile, type Theme } from '../theme/theme.ts'
import { mirrorText } from './bidi.ts'
import { type CoveredText, coverClusters } from './cover-clusters.ts'
import { closedUp } from './wide-marks.ts'

export interface FontStyle {
  font: 'heading' | 'body'
  weight: 'regular' | 'bold'
  italic: boolean
  /** Which of the theme's fonts for other characters it is, in place of the family. */
  fallback?: number | undefined
  /** What is set in it runs from right to left. */
  rightToLeft?: boolean | undefined
  /** Its figures are of one width, where it has such, so that they stand under each other. */
  tabular?: boolean | undefined
  /** In its own raised letters and figures. */
  superior?: boolean | undefined
}

/** The styles of both fonts of a theme. */
export const fontStyles = (['heading', 'body'] as const).flatMap((font) =>
  (['regular', 'bold'] as const).flatMap((weight) => [false, true].map((italic) => ({ font, weight, italic }))),
)

/** The theme's fonts, opened once: what text is measured with is what the PDF embeds. Lengths in points. */
export interface Fonts {
  /** The advance width of a text, kerned. */
  width(text: string, style: FontStyle, size: number): number
  /** Height of the font above the baseline. */
  ascent(style: FontStyle, size: number): number
  /** Depth of the font below the baseline, positive. */
  descent(style: FontStyle, size: number): number
  /** The characters of the text that the font has no glyph for. */
  missing(text: string, style: FontStyle): string[]
  /**
   * The text in stretches of one font, each with its fallback's number, those for the language (BCP 47) first.
   * Characters that no font has stay with the family.
   */
  cover(text: string, style: FontStyle, language?: string): readonly CoveredText[]
  /** Whether the font has raised forms, drawn as such, of all characters of a text. */
  hasSuperiors(text: string, style: FontStyle): boolean
  /** The absolute path of the font's file. */
  file(style: FontStyle): string
  /** The absolute paths of all files that the theme names, fallbacks too, each once. */
  files(): string[]
  /** The family's name in the font file, by which a drawer given the file finds it: `Arimo` for `Arial`. */
  family(style: FontStyle): string
  /** The glyphs that a text is set with, of which `width` is the sum, as they stand from left to right. */
  glyphs(text: string, style: FontStyle): readonly SetGlyph[]
  /** The opened font, so that the PDF embeds it without reading and setting it up again (some 20 ms a font). */
  face(style: FontStyle): Face
}

/** A glyph as it is set. Lengths are parts of the em. */
export interface SetGlyph {
  /** The font's glyph id; 0 where it has none. */
  id: number
  /** The characters that it stands for. */
  text: string
  width: number
  /** From its origin to the next glyph's: its width, kerned. */
  advance: number
  /** Where it is drawn, from its origin: accents that are glyphs of their own. */
  offset: { x: number; y: number }
  /** Glyphs without text that complete the letter (the dots of an Arabic one), and where they are drawn. */
  parts?: readonly GlyphPart[] | undefined
}

export interface GlyphPart {
  id: number
  x: number
  y: number
}

/** Opens the theme's font files, each when it is first needed. Throws where a file is not a TrueType font. */
export function openFonts(theme: Theme, reportFolder: string): Fonts {
  const byFile = new Map<string, OpenFont>()
  const file = ({ font, weight, italic, fallback }: FontStyle) =>
    (fallback === undefined ? undefined : fallbackFile(theme, fallback, weight)) ??
    theme.fonts[font].files[weight === 'bold' ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular']
  const open = (style: FontStyle): OpenFont => {
    const name = file(style)
    let font = byFile.get(name)
    if (!font) {
      font = openFont(resolveFontFile(name, reportFolder), splitFace(name).face)
      byFile.set(name, font)
    }
    return font
  }
  // A text is set at one size after another until it fits.
  const cover = recent(
    mostWords,
    (_key, text: string, style: FontStyle, language: string | undefined): readonly CoveredText[] => {
      const missing = open(style).missing(text)
      if (missing.length === 0) return [{ text, fallback: undefined }]
      const opened = theme.fallback.map((_, fallback) => once(() => open({ ...style, fallback })))
      const has = (fallback: number, characters: string) => opened[fallback]?.().has(characters) ?? false
      return coverClusters(text, missing, fallbacksFor(theme, language), has)
    },
  )
  return {
    width: (text, style, size) => open(style).width(text, style) * size,
    ascent: (style, size) => open(style).ascent * size,
    descent: (style, size) => open(style).descent * size,
    missing: (text, style) => open(style).missing(text),
    cover: (text, style, language) => {
      if (theme.fallback.length === 0) return [{ text, fallback: undefined }]
      return cover(`${file(style)} ${style.weight} ${language} ${text}`, text, style, language)
    },
    hasSuperiors: (text, style) => open(style).hasSuperiors(text),
    // Not of the opened font: who only needs the file does not pay for reading it.
    file: (style) => resolveFontFile(file(style), reportFolder),
    files: () => [...new Set(themeFiles(theme))].map((name) => resolveFontFile(name, reportFolder)),
    family: (style) => open(style).family,
    glyphs: (text, style) => open(style).glyphs(text, style),
    face: (style) => open(style).face,
  }
}

function themeFiles({ fonts, fallback }: Theme): string[] {
  const families = [fonts.heading, fonts.body].flatMap(({ files }) => Object.values(files))
  return [...families, ...fallback.flatMap(({ regular, bold = regular }) => [regular, bold])]
}

/** The numbers of the fallbacks, those for a language first. */
function fallbacksFor({ fallback }: Theme, language: string | undefined): number[] {
  const primary = language === undefined ? undefined : primaryLanguage(language)
  const isFor = (index: number) => fallback[index]?.languages?.some((tag) => primaryLanguage(tag) === primary) ?? false
  const all = [...fallback.keys()]
  return [...all.filter(isFor), ...all.filter((index) => !isFor(index))]
}

function fallbackFile({ fallback }: Theme, index: number, weight: FontStyle['weight']): string | undefined {
  const font = fallback[index]
  return weight === 'bold' ? (font?.bold ?? font?.regular) : font?.regular
}

/** A font with its metrics as parts of the em. */
interface OpenFont {
  family: string
  face: Face
  ascent: number
  descent: number
  width(text: string, form: Form): number
  missing(text: string): string[]
  /** Whether it has all characters of a text. */
  has(text: string): boolean
  hasSuperiors(text: string): boolean
  glyphs(text: string, form: Form): SetGlyph[]
}

/** Spaces, and the words between them; a Chinese character, which no font kerns, is a word of its own. */
const wordsApart = /[ \u00a0]+|\p{Script=Han}|[^ \u00a0\p{Script=Han}]+/gu

/** How words are set beside their font. */
type Form = Pick<FontStyle, 'rightToLeft' | 'tabular' | 'superior'>

/** More than most reports have; a watch, in which figures change all day, does not gather all that they were. */
const mostWords = 5000

function openFont(path: string, face: string | undefined): OpenFont {
  const font = openFace(path, face)
  // Words recur: laying each out once saves nine tenths of measuring, and the PDF sets exactly what was measured.
  const setInForm = recent(
    mostWords,
    (_key, word: string, form: Form): SetWord => setCharacter(font, word, form) ?? layoutWord(font, word, form),
  )
  const setWord = (word: string, form: Form): SetWord => {
    const key = `${form.rightToLeft ? 'turned ' : ''}${form.tabular ? 'tabular ' : ''}${form.superior ? 'superior ' : ''}${word}`
    return setInForm(key, word, form)
  }
  const known = new Map<string, boolean>()
  const has = (character: string): boolean => {
    let found = known.get(character)
    if (found === undefined) {
      found =
        /^\p{Default_Ignorable_Code_Point}$/u.test(character) ||
        font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
      known.set(character, found)
    }
    return found
  }
  const split = (text: string, form: Form): SetWord[] =>
    (text.match(wordsApart) ?? []).map((word) => setWord(word, form))
  return {
    family: font.familyName,
    face: font,
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
    width: (text, form) => split(text, form).reduce((sum, word) => sum + word.width, 0),
    hasSuperiors: (text) =>
      font.availableFeatures.includes('sups') &&
      [...text].every((character) => {
        const [plain, raised] = [{}, { superior: true }].map((form) => setWord(character, form).glyphs[0]?.id)
        return plain !== raised
      }),
    missing: (text) => [...new Set(text)].filter((character) => !has(character)),
    has: (text) => [...text].every(has),
    glyphs: (text, form) => {
      const set = split(text, form)
      return (form.rightToLeft ? set.reverse() : set).flatMap((word) => word.glyphs)
    },
  }
}

/** A font of a file; of a collection the face of a family, its first where none is named. */
function openFace(path: string, face: string | undefined): Face {
  const font = chooseFace(fontkit.create(readFileSync(path)), face)
  if (!font) throw new Error(`a collection of fonts without a face ${face}: ${path}`)
  return font
}

/** Characters that steer line breaks and print nothing; joiners are shaped with their letters if the font has them. */
const invisible = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu
const joiner = /[\u200c\u200d]/g

/** Words that a font may take apart into letters and marks, and pictures it may compose; Chinese is whole. */
const mayHaveMarks = /(?!\p{Script=Han})[^\P{L}A-Za-z]|[\p{M}\p{Extended_Pictographic}\p{RI}]/u

/** Figures and signs of every script stand from left to right. */
const isNumber = /^[\p{N}\p{P}\p{S}]+$/u

/** Without composing and placing marks, which are seven eighths of fontkit's time, and do nothing in other words. */
const noMarks = { ccmp: false, mark: false, mkmk: false }

interface SetWord {
  width: number
  glyphs: SetGlyph[]
}

/** A Chinese character, set as the font maps it, since no font joins, moves or splits it; undefined for other words. */
function setCharacter(font: Face, word: string, { rightToLeft, tabular, superior }: Form): SetWord | undefined {
  if (rightToLeft || tabular || superior || !/^\p{Script=Han}$/u.test(word)) return undefined
  const { id, advanceWidth } = font.glyphForCodePoint(word.codePointAt(0) ?? 0)
  const width = advanceWidth / font.unitsPerEm
  return { width, glyphs: [{ id, text: word, width, advance: width, offset: { x: 0, y: 0 } }] }
}

function layoutWord(font: Face, word: string, { rightToLeft, tabular, superior }: Form): SetWord {
  // fontkit keeps a glyph's first character: after one soft hyphen it would hide every hyphen of the process.
  const visible = word
    .replaceAll(invisible, '')
    .replaceAll(joiner, (joiner) => (font.hasGlyphForCodePoint(joiner.charCodeAt(0)) ? joiner : ''))
  const { glyphs, positions, advanceWidth, direction } = font.layout(
    rightToLeft ? mirrorText(visible) : visible,
    { ...(mayHaveMarks.test(visible) ? {} : noMarks), ...(tabular && { tnum: true }), ...(superior && { sups: true }) },
    undefined,
    undefined,
    rightToLeft ? 'rtl' : isNumber.test(visible) ? 'ltr' : undefined,
  )
  const em = font.unitsPerEm
  const isRightToLeft = direction === 'rtl'
  const texts = glyphTexts(glyphs, [...visible], isRightToLeft)
  const set = glyphs.map((glyph, index): SetGlyph => {
    const { xAdvance, xOffset, yOffset } = positions[index] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
    return {
      id: glyph.id,
      text: texts[index] ?? '',
      width: glyph.advanceWidth / em,
      advance: xAdvance / em,
      offset: { x: xOffset / em, y: yOffset / em },
    }
  })
  const closed = closedUp(set)
  const saved = set.reduce((sum, { advance }, index) => sum + advance - (closed[index]?.advance ?? 0), 0)
  return { width: advanceWidth / em - saved, glyphs: composeLetters(closed, isRightToLeft) }
}

/** Makes glyphs that have no text and no width parts of the letter they belong to, which is read before them. */
function composeLetters(glyphs: readonly SetGlyph[], isRightToLeft: boolean): SetGlyph[] {
  const composed: SetGlyph[] = []
  for (const glyph of isRightToLeft ? glyphs.toReversed() : glyphs) {
    const base = composed.at(-1)
    const isPart = glyph.text === '' && glyph.advance === 0
    // From right to left a letter's parts start where it does, else where it ends.
    if (base && isPart) composed[composed.length - 1] = withPart(base, glyph, isRightToLeft ? 0 : base.advance)
    else composed.push(glyph)
  }
  return isRightToLeft ? composed.reverse() : composed
}

/** `start` is how far the part's origin stands from the letter's. */
function withPart(base: SetGlyph, { id, offset }: SetGlyph, start: number): SetGlyph {
  const part = { id, x: start + offset.x - base.offset.x, y: offset.y - base.offset.y }
  return { ...base, parts: [...(base.parts ?? []), part] }
}

/**
 * What each glyph of a word stands for; glyphs stand from left to right. A glyph remembers the first characters that it
 * was ever asked for:
 * trusted is how many they are (two of a ligature, none of a dot that is a glyph of its own), where that makes up the
 * word.
 */
function glyphTexts(
  glyphs: readonly Pick<fontkit.Glyph, 'codePoints'>[],
  characters: readonly string[],
  isRightToLeft: boolean,
): string[] {
  const remembered = glyphs.map(({ codePoints }) => codePoints.length)
  const isWhole = remembered.reduce((sum, count) => sum + count, 0) === characters.length
  if (!isWhole && glyphs.length !== characters.length)
    return glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints))
  const counts = isWhole ? remembered : glyphs.map(() => 1)
  let next = 0
  const inReadingOrder = (isRightToLeft ? counts.toReversed() : counts).map((count) => {
    next += count
    return characters.slice(next - count, next).join('')
  })
  return isRightToLeft ? inReadingOrder.toReversed() : inReadingOrder
}
