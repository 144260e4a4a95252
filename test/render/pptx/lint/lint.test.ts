import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { formatDiagnostic } from '../../../../src/diagnostic.ts'
import { document, drawings, everyLayout, theme } from '../../deck-fixture.ts'
import { lintDeck, renderDeck } from '../../rendered-deck.ts'

type Files = Record<string, Uint8Array>

const sound = unzipSync(await renderDeck(everyLayout(), document, drawings, theme))

/** What the lint says of the sound deck after somebody has damaged it. */
function lintAfter(damage: (files: Files) => void): string[] {
  const files = { ...sound }
  damage(files)
  return lintDeck(zipSync(files)).map(formatDiagnostic)
}

/** Replaces the first of the words in a file; fails where they are not there. */
function replace(files: Files, name: string, words: string | RegExp, by: string): void {
  const text = strFromU8(files[name] ?? new Uint8Array())
  const changed = text.replace(words, by)
  if (changed === text) throw new Error(`not in ${name}: ${words}`)
  files[name] = strToU8(changed)
}

const slide4 = 'ppt/slides/slide4.xml'
const slide7 = 'ppt/slides/slide7.xml'

describe('what makes PowerPoint repair a file', () => {
  it('is nothing in a sound deck', () => {
    expect(lintAfter(() => {})).toEqual([])
  })

  it('a picture of another kind, or to which nothing leads', () => {
    expect(lintAfter((files) => Object.assign(files, { 'ppt/media/image9.bmp': strToU8('BM') }))).toEqual([
      'error: a picture of an unknown type: /ppt/media/image9.bmp ()',
      'error: nothing refers to a part: /ppt/media/image9.bmp',
    ])
  })

  it('a relation that leads nowhere, and one that is not there', () => {
    const relations = 'ppt/slides/_rels/slide4.xml.rels'
    expect(lintAfter((files) => replace(files, relations, 'image1.png', 'image8.png'))).toContain(
      'error: /ppt/slides/slide4.xml: relation rId3 leads to a part that does not exist: /ppt/media/image8.png',
    )
    expect(lintAfter((files) => replace(files, slide4, 'r:embed="rId4"', 'r:embed="rId44"'))).toEqual([
      'error: /ppt/slides/slide4.xml: refers to a relation that does not exist: rId44',
    ])
    expect(lintAfter((files) => replace(files, relations, 'Id="rId4"', 'Id="rId3"'))).toContain(
      'error: /ppt/slides/slide4.xml: two relations have one id: rId3',
    )
  })

  it('two shapes of one id', () => {
    expect(
      lintAfter((files) => replace(files, slide7, 'id="4" name="Table: users"', 'id="2" name="Table: users"')),
    ).toEqual(['error: /ppt/slides/slide7.xml: shapes have one id, 2: Title, Table: users'])
  })

  it('a section with a lower-case GUID, and a slide in none', () => {
    const presentation = 'ppt/presentation.xml'
    expect(lintAfter((files) => replace(files, presentation, /(name="Access" id=")[^"]*/, '$1{a}'))).toEqual([
      'error: the id of a section is no upper-case GUID: {a}',
    ])
    expect(lintAfter((files) => replace(files, presentation, '<p14:sldId id="260"/>', ''))).toEqual([
      'error: slide 5: not in exactly one section',
    ])
  })

  it('a ragged table', () => {
    expect(lintAfter((files) => replace(files, slide7, /<a:tc>.*?<\/a:tc>/, ''))).toEqual([
      'error: slide 7: row 1 of a table of 3 columns has 2 cells: Table: users',
    ])
  })

  it('a picture that is not what it is called, or only an SVG', () => {
    expect(lintAfter((files) => Object.assign(files, { 'ppt/media/image1.png': strToU8('<svg/>') }))).toEqual([
      'error: a picture that is not what it is declared to be: /ppt/media/image1.png (image/png)',
    ])
    expect(lintAfter((files) => replace(files, slide4, 'r:embed="rId3"', 'r:embed="rId4"'))).toEqual([
      'error: slide 4: a picture without a PNG to fall back on: Chart',
    ])
  })

  it('a link that could do harm', () => {
    const relations = 'ppt/slides/_rels/slide4.xml.rels'
    expect(lintAfter((files) => replace(files, relations, /https:[^"]*/, 'javascript:alert(1)'))).toEqual([
      'error: /ppt/slides/slide4.xml: a link that is neither http, https nor mailto: javascript:alert(1)',
    ])
  })
})

describe('what lets a reader down', () => {
  it('a slide without a title, or with an empty one', () => {
    const hint = '\n  hint: outlines and screen readers name it by its title'
    expect(lintAfter((files) => replace(files, slide4, 'type="title"', 'type="body" idx="77"'))).toEqual([
      `warning: slide 4: it has no title${hint}`,
    ])
    expect(lintAfter((files) => replace(files, slide4, '>More people are online<', '> <'))).toEqual([
      `warning: slide 4: its title is empty${hint}`,
    ])
  })

  it('two slides of one title', () => {
    expect(lintAfter((files) => replace(files, slide4, '>More people are online<', '>what to watch<'))).toEqual([
      'warning: slide 8: slide 4 has the same title: What to watch',
    ])
  })

  it('a picture or table without alternative text', () => {
    expect(lintAfter((files) => replace(files, slide4, / descr="[^"]*"/, ''))).toEqual([
      'warning: slide 4: no alternative text: Chart',
    ])
    expect(lintAfter((files) => replace(files, slide7, / descr="[^"]*"/, ' descr=""'))).toEqual([
      'warning: slide 7: no alternative text: Table: users',
    ])
  })

  it('a table without a header row', () => {
    expect(lintAfter((files) => replace(files, slide7, ' firstRow="1"', ''))).toEqual([
      'warning: slide 7: a table without a header row: Table: users',
    ])
  })

  it('an empty placeholder', () => {
    expect(lintAfter((files) => replace(files, slide4, '>As of December 2023<', '><'))).toEqual([
      'warning: slide 4: an empty placeholder: footer',
    ])
  })

  it('two shapes of one name', () => {
    expect(lintAfter((files) => replace(files, slide4, 'name="footer"', 'name="Chart"'))).toEqual([
      'warning: slide 4: shapes have one name: Chart',
    ])
  })

  it('a shape that sticks out of the slide, also below by the height of its rows', () => {
    expect(
      lintAfter((files) => replace(files, slide4, /<a:off x="609600" y="1676400"/, '<a:off x="2609600" y="1676400"')),
    ).toEqual(['warning: slide 4: a shape sticks out of the slide: Chart'])
    expect(lintAfter((files) => replace(files, slide7, '<a:tr h="330200">', '<a:tr h="5000000">'))).toEqual([
      'warning: slide 7: a shape sticks out of the slide: Table: users',
    ])
  })

  it('a shape that is read before what stands above it', () => {
    const swap = (files: Files) => {
      const text = strFromU8(files[slide7] ?? new Uint8Array())
      const frame = /<p:graphicFrame>.*?<\/p:graphicFrame>/.exec(text)?.[0] ?? ''
      files[slide7] = strToU8(text.replace(frame, '').replace(/<p:sp>/, `${frame}<p:sp>`))
    }
    expect(lintAfter(swap)).toEqual(['warning: slide 7: read before what stands above it: Table: users, before Title'])
  })
})
