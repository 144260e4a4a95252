import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatDiagnostic } from '../../src/diagnostic.ts'
import { contrast } from '../../src/theme/check-contrast.ts'
import { readTheme } from '../../src/theme/read-theme.ts'
import { temporaryFolder } from '../temporary-folder.ts'

function read(yaml: string) {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'templates'))
  writeFileSync(join(folder, 'templates/theme.yaml'), yaml)
  return readTheme(folder)
}

const troubles = (yaml: string): string[] => read(yaml).diagnostics.map(formatDiagnostic)

describe('sizes of the theme', () => {
  it.each([
    ['slide:\n  body: 1000000000\n', '2:9', 'not right for body: 1000000000', 'points, from 4 to 400'],
    ['slide:\n  small: 0.001\n', '2:10', 'not right for small: 0.001', 'points, from 4 to 400'],
    ['slide:\n  width: 50000\n', '2:10', 'not right for width: 50000', 'points, from 72 to 4032'],
    ['slide:\n  columns: 900\n', '2:12', 'not right for columns: 900', 'at most 24'],
    ['page:\n  binding: -3\n', '2:12', 'not right for binding: -3', 'points, from 0 to 200'],
    [
      'page:\n  margin: { left: 500 }\n',
      '2:11',
      'the margins leave no room: 556 of the page’s 595.28 points in width',
      'at most three quarters',
    ],
  ])('are bounded: %j', (yaml, place, message, expected) => {
    const [first = '', ...more] = troubles(yaml)
    expect(more).toEqual([])
    expect(first.split('\n')[0]).toBe(`templates/theme.yaml:${place}: error: ${message}`)
    expect(first).toContain(`expected: ${expected}`)
  })
})

describe('fonts of the theme', () => {
  it.each([
    ['/etc/passwd', 'no such font file: /etc/passwd'],
    ['../outside.ttf', 'no such font file: ../outside.ttf'],
    ['yaml/../../LICENSE', 'no such font file: yaml/../../LICENSE'],
    [
      '@expo-google-fonts/arimo/../../yaml/package.json',
      'no such font file: @expo-google-fonts/arimo/../../yaml/package.json',
    ],
    ['yaml/package.json', 'this font file cannot be used: yaml/package.json (not a font)'],
    ['./templates/theme.yaml', 'this font file cannot be used: ./templates/theme.yaml (not a font)'],
  ])('are files of the report or of packages, and fonts: %s', (file, message) => {
    const [first = ''] = troubles(`fonts:\n  body:\n    files: { bold: '${file}' }\n`)
    expect(first.split('\n')[0]).toBe(`templates/theme.yaml:3:20: error: ${message}`)
  })
})

it('says where it looked for a font, and what installs its package', () => {
  const [first = ''] = troubles(`fallback:\n  - { regular: '@expo-google-fonts/no-such/400.ttf' }\n`)
  expect(first).toContain('no such font file: @expo-google-fonts/no-such/400.ttf')
  expect(first).toMatch(
    /hint: looked in \S+node_modules\S+ and \S+; in the report folder: npm install @expo-google-fonts\/no-such/,
  )
})

it('says where a colour belongs that stands beside the colours', () => {
  expect(troubles(`accent: '#0b5c8f'\n`)[0]).toContain('hint: did you mean colors: { accent: … }?')
})

describe('the template that the theme names', () => {
  it.each([
    ['nothing.pptx', 'no such file: nothing.pptx'],
    ['templates', 'no such file: templates'],
    ['../..', 'leads out of the report folder: ../..'],
    ['templates/theme.yaml', 'not a PowerPoint file: templates/theme.yaml'],
  ])('is a file of the report: %s', (file, message) => {
    const [first = ''] = troubles(`reference: ${file}\n`)
    expect(first.split('\n')[0]).toBe(`templates/theme.yaml:1:12: error: ${message}`)
  })
})

describe('contrast of the theme', () => {
  it('measures as the guidelines do', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrast('#336699', '#336699')).toBe(1)
  })

  it('tells which text colour cannot be read on what, and a shade that can', () => {
    expect(troubles("colors:\n  muted: '#9aa4ae'\n")).toEqual([
      [
        'templates/theme.yaml:2:10: error: muted is hard to read on paper: its contrast is 2.53 to 1',
        "  2 |   muted: '#9aa4ae'",
        '    |          ^',
        '  expected: at least 4.5 to 1',
        '  hint: #6f767d would do',
      ].join('\n'),
    ])
  })

  it('names a lighter shade on a dark ground, and lets large figures be lighter than text', () => {
    const dark =
      "colors:\n  paper: '#101418'\n  panel: '#1c2228'\n  ink: '#f2f4f6'\n  muted: '#5a6470'\n  accentText: '#8cc4f4'\n  good: '#5fd0a4'\n  bad: '#ff9f92'\n  accent: '#2f6fae'\n"
    const found = troubles(dark).filter((line) => line.includes('hard to read'))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/muted is hard to read on paper.*\n.*\n.*\n.*\n {2}hint: #78808a/)
  })

  it('tells marks of charts that are hard to see, without failing', () => {
    const { value, diagnostics } = read("colors:\n  context: '#9fb0c0'\n")
    expect(value?.colors.context).toBe('#9fb0c0')
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      expect.stringMatching(/:2:12: warning: context is hard to see on paper: its contrast is 2.22 to 1/),
    ])
  })

  it.each(['office', 'newsroom', 'stage', 'contrast'])(
    '%s, which ships, is free of faults and can be changed',
    (base) => {
      const { value, diagnostics } = read(`base: ${base}\nslide: { gutter: 20 }\n`)
      expect(diagnostics).toEqual([])
      expect(value?.slide.gutter).toBe(20)
    },
  )

  it('an unknown base is told with those that there are', () => {
    expect(read('base: offcie\n').diagnostics.map(formatDiagnostic)).toEqual([
      expect.stringMatching(/:1:7: error: .*[\s\S]*office, newsroom, print, stage, contrast/),
    ])
  })

  it('follows an accent of the report with shades that can be read', () => {
    const colors = (yaml: string) => read(yaml).value?.colors
    expect(colors("colors:\n  accent: '#7a1f5c'\n")).toMatchObject({ accentText: '#7a1f5c', onAccent: '#ffffff' })
    const light = colors("colors:\n  accent: '#e0701a'\n")
    expect(light).toMatchObject({ accentText: '#af5714', onAccent: '#16202c' })
    expect(contrast(light?.accentText ?? '', light?.panel ?? '')).toBeGreaterThanOrEqual(4.5)
    // Readable on paper, and not on the panel.
    expect(colors("colors:\n  accent: '#767676'\n")?.accentText).toBe('#6f6f6f')
    expect(colors("colors:\n  accent: '#7a1f5c'\n  accentText: '#123456'\n")?.accentText).toBe('#123456')
    expect(colors('slide:\n  body: 17\n')?.accentText).toBe('#0b5fa5')
  })

  it('is content with its own theme', () => {
    expect(troubles('slide:\n  body: 17\n')).toEqual([])
  })
})

describe('the grid of pages', () => {
  it('has a column left for text', () => {
    expect(troubles('page:\n  columns: 4\n  side: 4\n')).toEqual([
      [
        'templates/theme.yaml:3:9: error: no column is left for text: 4 of 4 are at the side',
        '  3 |   side: 4',
        '    |         ^',
        '  expected: less than 4',
        '  hint: or 0: side headings then stand over the text, and notes in boxes',
      ].join('\n'),
    ])
    expect(troubles('page:\n  columns: 1\n')[0]).toMatch(
      /^templates\/theme.yaml:1:1: error: no column is left for text/,
    )
    expect(troubles('page:\n  columns: 12\n  side: 4\n')).toEqual([])
  })
})
