import { describe, expect, test } from 'vitest'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { joinLacks, lackError } from '../../src/fonts/glyph-lacks.ts'

const getLack = (text: string, line: number, characters: readonly string[]) =>
  lackError(
    characters.map((character) => ({ character, text, place: { file: 'templates/deck.md.hbs', line, column: 1 } })),
  )

const other = { severity: 'warning' as const, message: 'something else' }

const told = (...lacks: ReturnType<typeof getLack>[]) => joinLacks([other, ...lacks]).map(formatDiagnostic)

describe('characters that no font has', () => {
  test('are told once for each script, with the first place, the first characters, and how many more', () => {
    expect(
      told(
        getLack('网民规模与互联网', 3, ['网', '民', '规', '模', '与', '互', '联']),
        getLack('عدد', 4, ['ع', 'د']),
        getLack('网民 📈', 9, ['网', '民', '📈']),
      ),
    ).toEqual([
      'warning: something else',
      'templates/deck.md.hbs:3:1: error: the font has no glyph for Chinese: 网 (U+7F51), 民 (U+6C11), 规 (U+89C4), 模 (U+6A21), 与 (U+4E0E) and 2 more\n' +
        '  hint: in "网民规模与互联网" and 1 more place; name a font that has it under fallback: in templates/theme.yaml, such as @expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf of the package @expo-google-fonts/noto-sans-sc',
      'templates/deck.md.hbs:4:1: error: the font has no glyph for: ع (U+0639), د (U+062F)\n' +
        '  hint: in "عدد"; write it otherwise, or name a font that has it under fallback: in templates/theme.yaml, such as @expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf of the package @expo-google-fonts/noto-sans-arabic',
      'templates/deck.md.hbs:9:1: error: the font has no glyph for emoji: 📈 (U+1F4C8)\n' +
        '  hint: in "网民 📈"; name a font that has it under fallback: in templates/theme.yaml, such as @expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf of the package @expo-google-fonts/noto-emoji',
    ])
  })

  test('of a script without a known font are told with their code, and what to name', () => {
    expect(told(getLack('A ᚠ rune', 7, ['ᚠ']))).toEqual([
      'warning: something else',
      'templates/deck.md.hbs:7:1: error: the font has no glyph for: ᚠ (U+16A0)\n' +
        '  hint: in "A ᚠ rune"; write it otherwise, or name a font that has it under fallback: in templates/theme.yaml',
    ])
  })

  test('are joined again where two documents and a chart tell of them', () => {
    const deck = joinLacks([getLack('网民', 1, ['网']), getLack('网民', 2, ['民'])])
    const [joined, ...rest] = joinLacks([...deck, getLack('互联', 5, ['联'])])
    expect(rest).toEqual([])
    expect(joined?.message).toBe('the font has no glyph for Chinese: 网 (U+7F51), 民 (U+6C11), 联 (U+8054)')
    expect(joined?.hint).toMatch(/^in "网民" and 2 more places;/)
  })
})
