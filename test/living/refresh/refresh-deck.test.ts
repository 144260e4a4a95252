import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Present } from '../../../src/living/run-refresh.ts'
import { once } from '../../../src/memory/derived.ts'
import { indexFigures } from '../../../src/trust/numbers/figure-index.ts'
import { expectedTexts } from '../../../src/trust/verify/expected-text.ts'
import { edit } from '../../edit-file.ts'
import { type DeckParts, editDeck, notes } from '../../trust/verify/edit-deck.ts'
import { makeWordsFalse, presentAfter, refresh, reviseFigures } from '../reports.ts'

let monday: Present
let revised: Present
let untrue: Present
beforeAll(async () => {
  monday = await presentAfter()
  revised = await presentAfter(reviseFigures)
  untrue = await presentAfter(reviseFigures, makeWordsFalse)
})

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

  it('has sections that are named as their first slide is now', async () => {
    const titled = (folder: string) => {
      edit(folder, 'templates/deck.md.hbs', '# China’s internet, {{period}}', '# {{value "mobile-netizens"}} go online')
      edit(folder, 'templates/deck.md.hbs', ' section="Overview"', '')
    }
    const { bytes } = await presentAfter(titled)
    const after = unzipSync(refresh(bytes, await presentAfter(titled, reviseFigures)).bytes ?? bytes)
    expect(saying(unzipSync(bytes), 'section name="1.091 billion go online"')).toEqual(['ppt/presentation.xml'])
    expect(saying(after, '1.091 billion')).toEqual([])
  })

  it('does not change by a second refresh', () => {
    const { deck } = friday(() => {})
    expect(refresh(deck, revised)).toMatchObject({ bytes: undefined, changed: [], entries: [] })
  })
})

describe('a chart that the report draws no more', () => {
  it('is asked about at each refresh for as long as it stands with its comment', async () => {
    const now = await presentAfter((folder) => {
      edit(folder, 'templates/deck.md.hbs', '![](charts/first-app.vl.json)\n', '')
      edit(
        folder,
        'templates/deck.md.hbs',
        'began with online video\n::slide{layout="chart-and-text"}',
        'began with online video',
      )
    })
    const asked = (deck: Uint8Array) => {
      const { bytes, entries } = refresh(deck, now)
      return {
        deck: bytes ?? deck,
        said: entries.flatMap(({ message }) => message?.match(/draws this chart no more/) ?? []),
      }
    }
    const first = asked(monday.bytes)
    console.log(
      JSON.stringify(
        refresh(monday.bytes, now).entries.map((e) => [e.kind, e.slide, e.item, e.message]),
        null,
        0,
      ).slice(0, 3000),
    )
    expect([first.said.length, asked(first.deck).said.length]).toEqual([1, 1])
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
    expect(settle).toEqual(['“40%” stands as it was, beside figures that are new'])
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

  it('get a comment of the newer kind where the deck has such', () => {
    const ns = 'xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"'
    const office = 'http://schemas.microsoft.com/office/2018/10/relationships'
    const relate = (parts: DeckParts, part: string, type: string, target: string) =>
      parts.replace(
        part,
        '</Relationships>',
        `<Relationship Id="rIdOwn" Type="${office}/${type}" Target="${target}"/></Relationships>`,
      )
    const add = (parts: DeckParts, name: string, kind: string, xml: string) => {
      const type = `<Override PartName="/${name}" ContentType="application/vnd.ms-powerpoint.${kind}+xml"/></Types>`
      parts.replace('[Content_Types].xml', '</Types>', type)
      parts.set(name, xml)
    }
    const threaded = (parts: DeckParts) => {
      const [id, by] = ['{0E4C4F4A-0000-4000-8000-000000000001}', '{0E4C4F4A-0000-4000-8000-000000000002}']
      add(
        parts,
        'ppt/authors.xml',
        'authors',
        `<p188:authorLst ${ns}><p188:author id="${by}" name="Lin" initials="L" userId="L" providerId="None"/></p188:authorLst>`,
      )
      relate(parts, 'ppt/_rels/presentation.xml.rels', 'authors', 'authors.xml')
      const words = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
      add(
        parts,
        'ppt/comments/modernComment_100_0.xml',
        'comments',
        `<p188:cmLst ${ns}><p188:cm id="${id}" authorId="${by}" created="2024-03-20T09:00:00.000"><p188:txBody ${words}><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>Whose?</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>`,
      )
      relate(parts, 'ppt/slides/_rels/slide1.xml.rels', 'comments', '../comments/modernComment_100_0.xml')
    }
    const { deck, after, settle } = friday(threaded, untrue)
    expect(settle).toHaveLength(2)
    const names = Object.keys(after).filter((name) => /comment/i.test(name))
    expect(names).toEqual([
      expect.stringContaining('/modernComment_100_0'),
      expect.stringContaining('/modernComment_'),
      expect.stringContaining('/modernComment_'),
    ])
    expect(saying(after, 'name="Briefwright"')).toContain('ppt/authors.xml')
    expect(saying(after, 'name="Lin"')).toEqual(['ppt/authors.xml'])
    const relations = strFromU8(after['ppt/_rels/presentation.xml.rels'] ?? new Uint8Array())
    expect(relations.match(/relationships\/authors"/g)).toHaveLength(1)
    // The slide names its comments, and the comment its slide, by the number that the slide was made with.
    const [comments = ''] = saying(after, '“look the same”').filter((name) => name.includes('modernComment'))
    const [, made, number] =
      /sldMk cId="(\d+)" sldId="(\d+)"/.exec(strFromU8(after[comments] ?? new Uint8Array())) ?? []
    const [slide = ''] = saying(
      after,
      `p14:creationId xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" val="${made}"`,
    )
    const [relation = ''] = saying(after, comments.replace('ppt/', '../'))
    expect(relation).toBe(slide.replace('slides/', 'slides/_rels/').concat('.rels'))
    expect(saying(after, `<p:sldId id="${number}"`)).toEqual(['ppt/presentation.xml'])
    expect(strFromU8(after[slide] ?? new Uint8Array())).toContain('<p188:commentRel ')
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
    expect(settle).toEqual([
      expect.stringMatching(/not true: “rose.*” in “.*The usage rate of instant messaging rose to/),
    ])
  })

  it('and numbers of their own beside new figures are asked about until the comment is gone or the number is another', () => {
    const own = friday((parts) => {
      const slide = parts.saying('37.8% of new users began')
      parts.replace(slide, 'of new users began', 'of new users, 45,371 of them here, began')
    })
    const asked = '“45,371” stands as it was, beside figures that are new'
    const again = (edit: (parts: DeckParts) => void) =>
      refresh(editDeck(own.deck, edit), revised).entries.flatMap(({ kind, message }) =>
        kind === 'settle' ? message : [],
      )
    expect(own.settle).toEqual([asked])
    expect(again(() => {})).toEqual([asked])
    expect(again((parts) => parts.replace(parts.saying('45,371 of'), '45,371', '45,372'))).toEqual([])
    const untold = (parts: DeckParts) => {
      const part = parts.saying('45,371', /^ppt\/comments\//)
      parts.set(part, parts.get(part).replace(/<p:cm .*?<\/p:cm>/gs, ''))
    }
    expect(again(untold)).toEqual([])
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
  const { value: drawn = [] } = await drawDocuments(revised.report, revised.report.documents)
  const expected = drawn.flatMap((document) => expectedTexts(document, document.drawings))
  const figures = once(() => indexFigures(revised.report.dataset))
  expect(verifyDocument(readDeck('deck.pptx', deck), { language: 'en', expected, figures }).findings).toEqual([])
})

describe('what people have made of tables and masters', () => {
  it('a table that was turned has its cells brought up to date', () => {
    const { after, settle } = friday((parts) => {
      const part = parts.saying('Online payment')
      const xml = parts.get(part)
      const [table = ''] = /<a:tbl>.*<\/a:tbl>/s.exec(xml) ?? []
      const rows = [...table.matchAll(/<a:tr\b.*?<\/a:tr>/gs)].map(([row]) => row.match(/<a:tc\b.*?<\/a:tc>/gs) ?? [])
      const turned = (rows[0] ?? []).map(
        (_, column) => `<a:tr h="300000">${rows.map((row) => row[column]).join('')}</a:tr>`,
      )
      const grid = `<a:tblGrid>${rows.map(() => '<a:gridCol w="900000"/>').join('')}</a:tblGrid>`
      const open = table.slice(0, table.indexOf('<a:tblGrid>'))
      parts.set(
        part,
        xml.replace(table, () => `${open}${grid}${turned.join('')}</a:tbl>`),
      )
    })
    expect(settle).toEqual([])
    expect([saying(after, '953.86'), saying(after, '42.43')]).toEqual([[], []])
    const [slide = ''] = saying(after, '954.86').filter((name) => name.startsWith('ppt/slides/'))
    const rows = strFromU8(after[slide] ?? new Uint8Array()).match(/<a:tr\b.*?<\/a:tr>/gs) ?? []
    const words = (xml = '') => (xml.match(/<a:tc\b.*?<\/a:tc>/gs) ?? []).map((cell) => cell.replace(/<[^>]*>/g, ''))
    const at = words(rows[0]).indexOf('Online payment')
    expect(rows.map((row) => words(row)[at])).toEqual([
      'Online payment',
      expect.anything(),
      '954.86',
      '+43.43',
      expect.anything(),
    ])
  })

  it('a table that was pasted as a picture is told', () => {
    const { settle } = friday((parts) => {
      const part = parts.saying('Online payment')
      const picture =
        '<p:pic><p:nvPicPr><p:cNvPr id="88" name="Picture 87"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rIdPasted"/></p:blipFill><p:spPr/></p:pic>'
      parts.set(part, parts.get(part).replace(/<p:graphicFrame>.*<\/p:graphicFrame>/s, picture))
      const rels = part.replace('slides/', 'slides/_rels/').concat('.rels')
      parts.replace(
        rels,
        '</Relationships>',
        '<Relationship Id="rIdPasted" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/pasted.png"/></Relationships>',
      )
      parts.set('ppt/media/pasted.png', 'pasted')
    })
    expect(settle).toEqual([
      expect.stringMatching(/^a picture that may stand for Table.*: its numbers cannot be brought up to date$/),
    ])
  })

  it('figures on a master are brought up to date', () => {
    const { after } = friday((parts) => {
      const box =
        '<p:sp><p:nvSpPr><p:cNvPr id="88" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>Online retail: 15.4 trillion yuan</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>'
      parts.replace('ppt/slideMasters/slideMaster1.xml', '</p:spTree>', box)
    })
    expect(saying(after, 'Online retail: 15.53 trillion yuan')).toEqual(['ppt/slideMasters/slideMaster1.xml'])
  })
})
