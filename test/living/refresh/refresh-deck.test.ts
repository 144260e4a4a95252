import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Present } from '../../../src/living/refresh/build-present.ts'
import { indexFigures } from '../../../src/trust/numbers/figure-index.ts'
import { once } from '../../../src/trust/numbers/once.ts'
import { expectedTexts } from '../../../src/trust/verify/expected-text.ts'
import { type DeckParts, editDeck, notes } from '../../trust/verify/edit-deck.ts'
import { internet, makeWordsFalse, present, presentAfter, refresh, reviseFigures } from '../reports.ts'

let monday: Present
let revised: Present
let untrue: Present
beforeAll(async () => {
  monday = await present(internet)
  revised = await presentAfter(reviseFigures)
  untrue = await presentAfter(reviseFigures, makeWordsFalse)
}, 120_000)

/** Monday's deck, edited on Wednesday and refreshed on Friday: what it says, and what is left to settle. */
function friday(edit: (parts: DeckParts) => void, now = revised) {
  const wednesday = editDeck(monday.bytes, edit)
  const refreshed = refresh(wednesday, now)
  return {
    ...refreshed,
    deck: refreshed.bytes ?? wednesday,
    before: unzipSync(wednesday),
    after: unzipSync(refreshed.bytes ?? wednesday),
    settle: refreshed.entries.filter(({ kind }) => kind === 'settle').map(({ message }) => message),
  }
}

const saying = (parts: Record<string, Uint8Array>, text: string) =>
  Object.keys(parts).filter((name) =>
    strFromU8(parts[name] ?? new Uint8Array())
      .replaceAll('\u00a0', ' ')
      .includes(text),
  )

describe('a deck that nobody has edited', () => {
  it('becomes what a build makes of the new figures, its charts in their own form', () => {
    const { after, settle } = friday(() => {})
    const built = unzipSync(revised.bytes)
    const others = Object.keys(built).filter(
      (name) => Buffer.compare(after[name] ?? new Uint8Array(), built[name] ?? new Uint8Array()) !== 0,
    )
    // A label that has more digits than the others is written otherwise by a build; what it shows is the same.
    expect(others).toEqual([
      expect.stringMatching(/^ppt\/charts\/chart\d+\.xml$/),
      expect.stringMatching(/^ppt\/embeddings\/.*\.xlsx$/),
      'customXml/item1.xml',
    ])
    expect(settle).toEqual([])
  })

  it('is the same to the byte in all parts that no figure touches', () => {
    const { before, after, changed } = friday(() => {})
    const others = Object.keys(before).filter(
      (name) => Buffer.compare(before[name] ?? new Uint8Array(), after[name] ?? new Uint8Array()) !== 0,
    )
    expect(others.sort()).toEqual(changed.map((name) => name.slice(1)).sort())
    expect(others).not.toContain('ppt/slides/slide3.xml')
    expect(Object.keys(after)).toEqual(Object.keys(before))
  })

  it('says no former number any more', () => {
    const { after } = friday(() => {})
    for (const former of ['37.8%', '15.4 trillion', '973 million', '953.86', '21.7 percentage', '1.091 billion']) {
      expect([former, saying(after, former)]).toEqual([former, []])
    }
  })

  it('does not change by a second refresh', () => {
    const { deck } = friday(() => {})
    expect(refresh(deck, revised)).toMatchObject({ bytes: undefined, changed: [], entries: [] })
  })
})

describe('a deck that people have edited', () => {
  it('keeps their words with the new numbers in them', () => {
    const { after } = friday((parts) => {
      const title = parts.saying('of new users began with online video')
      parts.replace(
        title,
        'of new users began with online video',
        'of people who came online last year started with video',
      )
    })
    expect(saying(after, '38.1% of people who came online last year started with video')).toHaveLength(1)
  })

  it('keeps the formats of runs into which a number was parted', () => {
    const { after } = friday((parts) => {
      const part = parts.saying('37.8% of new users')
      parts.replace(
        part,
        '<a:t>37.8% of new users',
        '<a:t>37</a:t></a:r><a:r><a:rPr lang="en-US" b="1"/><a:t>.8% of new users',
      )
    })
    const [slide = ''] = saying(after, '.1% of new users').filter((name) => name.includes('slides/'))
    expect(strFromU8(after[slide] ?? new Uint8Array())).toContain(
      '<a:t>38</a:t></a:r><a:r><a:rPr lang="en-US" b="1"/><a:t>.1% of new users',
    )
  })

  it('has the known figures of people’s own slides brought up to date, and unsure ones told', () => {
    const { after, settle } = friday((parts) => {
      const part = parts.saying('What to watch in the next edition')
      parts.replace(
        part,
        'Questions that the next figures will answer',
        'Online retail: 15.4 trillion yuan; 973 million; 40% of something',
      )
    })
    expect(saying(after, 'Online retail: 15.53 trillion yuan; 975 million; 40% of something')).toHaveLength(1)
    expect(settle).toEqual([])
  })

  it('has the known figures of people’s own tables and charts brought up to date', () => {
    const cell = (text: string) =>
      `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US"/><a:t>${text}</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>`
    const row = (...texts: string[]) => `<a:tr h="370840">${texts.map(cell).join('')}</a:tr>`
    const table = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="930" name="Ours"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="1" y="1"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="9"/><a:gridCol w="9"/></a:tblGrid>${row('Our table', 'Then')}${row('Payment', '953.86')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
    const { after, settle } = friday((parts) => {
      const slide = parts.saying('How to read these figures')
      parts.set(slide, parts.get(slide).replace('</p:spTree>', `${table}</p:spTree>`))
      const chart = parts
        .get('ppt/charts/chart2.xml')
        .replace(/<c:pt idx="(\d+)"><c:v>[^<]*/g, '<c:pt idx="$1"><c:v>953860000')
      parts.set('ppt/charts/chart2.xml', chart)
      const shown = parts.saying('Internet penetration rate, China')
      parts.set(shown, parts.get(shown).replace('name="Chart: penetration"', 'name="Our chart"'))
    })
    expect(saying(after, '>954.86<')).toContain('ppt/slides/slide17.xml')
    expect(saying(after, '<c:v>954860000<')).toEqual(['ppt/charts/chart2.xml'])
    expect(settle).toEqual([])
  })

  it('has notes, alternative texts and table cells brought up to date', () => {
    const { after } = friday((parts) => {
      const page = parts.saying('The increase in users is a lower bound', notes)
      parts.replace(page, 'The increase in users is a lower bound', 'Mind: the increase in users is a lower bound')
    })
    expect(saying(after, 'Mind: the increase in users is a lower bound')).toHaveLength(1)
    expect(saying(after, '954.86')).not.toEqual([])
  })
})

describe('words that the new figures make false', () => {
  it('get a comment on their slide, once, and are told', () => {
    const { deck, after, settle } = friday(() => {}, untrue)
    expect(settle).toEqual([
      expect.stringContaining('not true any more: “more than all shoppers”'),
      expect.stringContaining('not true any more: “look the same”'),
    ])
    const comments = Object.keys(after).filter((name) => /^ppt\/comments\//.test(name))
    expect(comments).toHaveLength(2)
    expect(refresh(deck, untrue)).toMatchObject({ bytes: undefined, changed: [] })
  })

  it('are told where a person has written them', () => {
    const { settle } = friday((parts) => {
      const slide = parts.saying('Video leads instant messaging by')
      parts.replace(
        slide,
        'nearly level: 97.0% use instant messaging and',
        'level. The usage rate of instant messaging rose to 97.0%, and',
      )
    })
    expect(settle).toEqual([expect.stringMatching(/not true: “rose/)])
  })

  it('are told in a deck whose words a person has changed', () => {
    const { settle } = friday((parts) => {
      parts.replace(parts.saying('The groups overlap'), 'The groups overlap', 'Shoppers are in several groups')
    }, untrue)
    expect(settle[0]).toContain('more than all shoppers')
  })
})

it('is proved by verify after the refresh', async () => {
  const { readDeck } = await import('../../../src/trust/verify/read/read-deck.ts')
  const { verifyDocument } = await import('../../../src/trust/verify/verify-document.ts')
  const { drawDocuments } = await import('../../../src/build/documents/draw-documents.ts')
  const { deck } = friday(() => {})
  const drawn =
    (
      await drawDocuments(revised.report, revised.report.documents, {
        time: (_: string, work: () => unknown) => work(),
      } as never)
    ).value ?? []
  const expected = drawn.flatMap((document) => expectedTexts(document, document.drawings))
  const figures = once(() => indexFigures(revised.report.dataset))
  expect(verifyDocument(readDeck('deck.pptx', deck), { language: 'en', expected, figures }).findings).toEqual([])
})
