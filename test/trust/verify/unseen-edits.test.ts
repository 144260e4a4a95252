import PDFDocument from 'pdfkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { compareWording, createNames } from '../../../src/trust/verify/compare-wording.ts'
import type { FoundDocument } from '../../../src/trust/verify/read/found-document.ts'
import { readDeck } from '../../../src/trust/verify/read/read-deck.ts'
import { verifyDocument } from '../../../src/trust/verify/verify-document.ts'
import { namesIn } from '../../../src/trust/words/names.ts'
import { readFinished } from '../../../src/verify/run-verify.ts'
import { structuredTexts } from '../../../src/verify/structured-texts.ts'
import { type BuiltReport, buildReport } from './built-report.ts'
import { type DeckParts, editDeck, notes } from './edit-deck.ts'

let report: BuiltReport
beforeAll(async () => {
  report = await buildReport()
})

const slide = 'ppt/slides/slide4.xml'
const charts = /^ppt\/charts\/chart\d+\.xml$/

/** What is said of a file: numbers that are not proved, then words to be read, then what cannot be. */
function verify(found: FoundDocument): string[] {
  const names = createNames(namesIn(report.draft.dataset))
  const { findings, reworded, pictures } = verifyDocument(found, { ...report.standard, names })
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  return [
    ...findings.map(({ printed, was }) => plain(was === undefined ? printed : `${printed}, was ${was}`)),
    ...reworded.map(({ what, was, is }) => plain(`${what}: ${was} → ${is}`)),
    ...pictures,
  ]
}

const edited = (edit: (parts: DeckParts) => void) => verify(readDeck('deck.pptx', editDeck(report.deck, edit)))

const on =
  (from: string, to: string, kind?: RegExp) =>
  (parts: DeckParts): void =>
    parts.replace(parts.saying(from, kind), from, to)

function change(parts: DeckParts, part: string, from: RegExp, to: string): void {
  const before = parts.get(part)
  parts.set(part, before.replace(from, to))
  expect(parts.get(part)).not.toBe(before)
}

/** A run of its own in the text that says 317 million, with a look. */
const inRun = (text: string, look: string) => (parts: DeckParts) =>
  change(parts, slide, /317.million/, `</a:t></a:r><a:r>${look}<a:t>${text}</a:t></a:r><a:r><a:t>`)

describe('an edit of the deck that shows, and was not seen', () => {
  it('a digit that is raised by nothing to see, and one that is raised like a mark', () => {
    expect(edited(inRun('317 million', '<a:rPr baseline="1000"/>'))).toEqual([])
    expect(edited(inRun('9 million', '<a:rPr baseline="1000"/>'))).toContain('9 million, was 317 million')
    const marked = edited((parts) =>
      change(parts, slide, /317.million/, '$&</a:t></a:r><a:r><a:rPr baseline="30000"/><a:t>2</a:t></a:r><a:r><a:t>'),
    )
    expect(marked).toEqual(['reworded:  → 2'])
  })

  it('words struck out, clear or of no size, and a shape that is switched off', () => {
    for (const look of ['<a:rPr strike="sngStrike"/>', '<a:rPr sz="100"/>', '<a:rPr><a:noFill/></a:rPr>'])
      expect(edited(inRun('317 million', look))).toEqual(['hidden: 317 million → '])
    expect(edited(inRun('317 million', '<a:rPr strike="noStrike" sz="1800"/>'))).toEqual([])
    const off = edited((parts) => change(parts, slide, /name="Source"/, '$& hidden="1"'))
    expect(off).toEqual([expect.stringMatching(/^hidden: Source/)])
  })

  it('a number that its program writes: that of the slide, or the day', () => {
    for (const type of ['slidenum', 'datetime4'])
      expect(
        edited((parts) =>
          change(parts, slide, /317.million/, `</a:t></a:r><a:fld type="${type}"><a:t>$&</a:t></a:fld><a:r><a:t>`),
        ),
      ).toEqual([expect.stringContaining(type.replace('4', ''))])
  })

  it('the notes of two slides exchanged', () => {
    const rels = (number: number) => `ppt/slides/_rels/slide${number}.xml.rels`
    const exchanged = edited((parts) => {
      const [one, other] = [4, 5].map((number) => /notesSlide\d+\.xml/.exec(parts.get(rels(number)))?.[0] ?? '')
      parts.replace(rels(4), one ?? '', other ?? '')
      parts.replace(rels(5), other ?? '', one ?? '')
    })
    expect(exchanged).toHaveLength(2)
  })

  it('a drawing with other vectors, cropped, or over a PNG of other proportions', () => {
    const own = { pictures: [], behind: [], drawings: [] as string[] }
    const found = readDeck('deck.pptx', report.deck)
    const pictures = (svg: string) =>
      verifyDocument(
        { ...found, pictures: [{ page: 4, number: 1, item: 'Chart: map', svg }] },
        { ...report.standard, own: { ...own, drawings: ['<svg/>'] } },
      ).pictures
    expect(pictures('<svg/>')).toEqual([])
    expect(pictures('<svg fill="red"/>')).toEqual(['picture 1 on slide 4'])
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><text>North 9</text></svg>'
    const size = [0, 0, 0, 100, 0, 0, 0, 50].map((byte) => String.fromCharCode(byte)).join('')
    const read = (crop: string, png: string) => {
      const drawn = editDeck(report.deck, (parts) => {
        parts.set('ppt/media/own.svg', svg)
        parts.set('ppt/media/own.png', `0123456789012345${png}0000000000`)
        const image = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
        for (const [id, file] of Object.entries({ rId91: 'own.png', rId92: 'own.svg' }))
          parts.replace(
            'ppt/slides/_rels/slide4.xml.rels',
            '</Relationships>',
            `<Relationship Id="${id}" Type="${image}" Target="../media/${file}"/></Relationships>`,
          )
        const picture = `<p:pic><p:nvPicPr><p:cNvPr id="98" name="Drawn"/></p:nvPicPr><p:blipFill><a:blip r:embed="rId91"><asvg:svgBlip r:embed="rId92"/></a:blip>${crop}</p:blipFill></p:pic>`
        parts.replace(slide, '</p:spTree>', `${picture}</p:spTree>`)
      })
      return readDeck('deck.pptx', drawn).pictures.map((one) => one.svg)
    }
    expect(read('', size)).toEqual([svg])
    expect(read('<a:srcRect l="1000"/>', size)).toEqual([svg])
    expect(read('<a:srcRect l="50000"/>', size)).toEqual([''])
    expect(read('', size.split('').reverse().join(''))).toEqual([''])
  })

  it('a cell that covers the number beside it', () => {
    const covered = edited((parts) => {
      const part = parts.saying('>+36.13<')
      change(parts, part, /<a:tc>(?=(?:(?!<a:tc>).)*>\+36\.13<)/s, '<a:tc hMerge="1">')
    })
    expect(covered).toEqual(['reworded: +36.13 → '])
  })

  it('the tip of a link, labels that are taken from cells, a number on the page of notes, and ink', () => {
    const tip = '<p:cNvPr id="99" name="Box"><a:hlinkClick tooltip="Already 1.5 billion"/></p:cNvPr>'
    const shape = (naming: string, text: string) =>
      `<p:sp><p:nvSpPr>${naming}</p:nvSpPr><p:spPr/><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`
    const put = (part: string, xml: string) =>
      edited((parts) => parts.replace(part, '</p:spTree>', `${xml}</p:spTree>`))
    expect(put(slide, shape(tip, 'More'))).toEqual(['1.5 billion'])
    const master = 'ppt/notesMasters/notesMaster1.xml'
    expect(put(master, shape('<p:cNvPr id="99" name="Box"/>', '1.5 billion'))).toEqual(['1.5 billion'])
    const cells = '<c15:dlblRangeCache><c:pt idx="0"><c:v>1.5 billion</c:v></c:pt></c15:dlblRangeCache>'
    expect(edited(on('</c:ser>', `${cells}</c:ser>`, charts))).toContain('1.5 billion')
    expect(put(slide, '<p:contentPart/>')).toEqual(['picture 1 on slide 4'])
  })

  it('a slide that was copied, with another number in the copy, and the edition in the properties', () => {
    const copied = edited((parts) => {
      parts.set('ppt/slides/slide90.xml', parts.get(slide))
      parts.set('ppt/slides/_rels/slide90.xml.rels', parts.get('ppt/slides/_rels/slide4.xml.rels'))
      parts.replace('ppt/slides/slide90.xml', '317 million', '371 million')
      const type = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml'
      const override = `<Override PartName="/ppt/slides/slide90.xml" ContentType="${type}"/>`
      parts.replace('[Content_Types].xml', '</Types>', `${override}</Types>`)
      const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide'
      const relationship = `<Relationship Id="rId90" Type="${relation}" Target="slides/slide90.xml"/>`
      parts.replace('ppt/_rels/presentation.xml.rels', '</Relationships>', `${relationship}</Relationships>`)
      parts.replace('ppt/presentation.xml', '</p:sldIdLst>', '<p:sldId id="900" r:id="rId90"/></p:sldIdLst>')
    })
    expect(copied).toContain('371 million, was 317 million')
    expect(edited(on('53rd edition</cp:category>', '54th edition</cp:category>', /core\.xml$/))).toContain(
      '54th, was 53rd',
    )
  })

  it('a Chinese name of which one character changed', () => {
    const names = createNames([
      ['公路比例', 'road'],
      ['铁路比例', 'rail'],
    ])
    expect(compareWording('公路比例为53.6%', '铁路比例为53.6%', names)?.wrong).toBe('“铁路比例” was “公路比例”')
    expect(compareWording('公路比例为53.6%', '公路的比例为53.6%', names)?.wrong).toBeUndefined()
  })
})

describe('what a deck holds and does not show', () => {
  const onBox = (change: (box: string) => string) => (parts: DeckParts) => {
    const box = /<p:sp><p:nvSpPr><p:cNvPr id="5" name="Text".*?<\/p:sp>/s.exec(parts.get(slide))?.[0] ?? ''
    expect(change(box)).not.toBe(box)
    parts.replace(slide, box, change(box))
  }
  const painted = (fill: string) =>
    onBox((box) => box.replace(/<a:rPr( [^>]*)\/>/g, `<a:rPr$1><a:solidFill>${fill}</a:solidFill></a:rPr>`))
  const placed = (x: number, width: number) => {
    const frame = `<a:xfrm><a:off x="${x}" y="1500000"/><a:ext cx="${width}" cy="${width}"/></a:xfrm>`
    return onBox((box) => box.replace('<p:spPr/>', `<p:spPr>${frame}</p:spPr>`))
  }
  const white = '<a:srgbClr val="FFFFFF"/>'
  const putBefore = (end: string, xml: string) => (parts: DeckParts) => parts.replace(slide, end, `${xml}${end}`)
  const whole = (fill: string) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="99" name="Whole"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"/>${fill}</p:spPr></p:sp>`
  const hidden = [expect.stringMatching(/^hidden: .*317 million/)]

  it('words in the colour of the slide, clear, or shrunk; not white ones on a dark shape', () => {
    expect(edited(painted(white))).toEqual(hidden)
    expect(edited(painted('<a:schemeClr val="bg1"/>'))).toEqual(hidden)
    expect(edited(painted('<a:schemeClr val="tx1"><a:alpha val="0"/></a:schemeClr>'))).toEqual(hidden)
    expect(edited(painted('<a:srgbClr val="C00000"/>'))).toEqual([])
    const shrunk = '<a:bodyPr><a:normAutofit fontScale="1000"/></a:bodyPr>'
    expect(edited(onBox((box) => box.replace(/<a:bodyPr[^>]*\/>/, shrunk)))).toEqual(hidden)
    const onDark = edited((parts) => {
      painted(white)(parts)
      putBefore('<p:sp>', whole('<a:solidFill><a:srgbClr val="222222"/></a:solidFill>'))(parts)
    })
    expect(onDark).toEqual([])
    const filled = edited((parts) => {
      painted(white)(parts)
      const dark = '<p:spPr><a:solidFill><a:srgbClr val="222222"/></a:solidFill></p:spPr>'
      onBox((box) => box.replace('<p:spPr/>', dark))(parts)
    })
    expect(filled).toEqual([])
  })

  it('a cell in the colour of its own ground; not white words on a dark one', () => {
    const cell = /(<a:rPr[^>]*?)\/>(<a:t>\+36\.13<.*?<a:tcPr[^>]*?)(\/>|>(?:(?!<a:solidFill>|<\/a:tcPr>).)*<\/a:tcPr>)/s
    const filled = (ink: string, ground: string) => (parts: DeckParts) => {
      const fill = (color: string) => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`
      change(parts, parts.saying('>+36.13<'), cell, `$1>${fill(ink)}</a:rPr>$2>${fill(ground)}</a:tcPr>`)
    }
    expect(edited(filled('222222', '222222'))).toEqual(['hidden: +36.13 → '])
    expect(edited(filled('FFFFFF', '222222'))).toEqual([])
  })

  it('a box beside the slide, without size, that leaves, or below another; not one in a frame or that comes', () => {
    expect(edited(placed(-9_000_000, 3_000_000))).toEqual(hidden)
    expect(edited(placed(900_000, 0))).toEqual(hidden)
    expect(edited(placed(900_000, 3_000_000))).toEqual([])
    const animated = (kind: string) => `<p:timing><p:cTn presetClass="${kind}"><p:spTgt spid="5"/></p:cTn></p:timing>`
    expect(edited(putBefore('</p:sld>', animated('exit')))).toEqual(hidden)
    expect(edited(putBefore('</p:sld>', animated('entr')))).toEqual([])
    const coming = (delay: number) =>
      `<p:cTn presetClass="entr"><p:stCondLst><p:cond delay="${delay}"/></p:stCondLst><p:spTgt spid="5"/></p:cTn>`
    const played = (...effects: string[]) => edited(putBefore('</p:sld>', `<p:timing>${effects.join('')}</p:timing>`))
    expect(played(coming(500))).toEqual([])
    expect(played(coming(3_600_000))).toEqual(hidden)
    expect(played(`<p:cTn nodeType="interactiveSeq">${coming(0)}</p:cTn>`)).toEqual(hidden)
    const other = coming(0).replace('spid="5"', 'spid="2"')
    expect(played(other, coming(0))).toEqual([])
    expect(played(other, other, other, coming(0))).toContainEqual(hidden[0])
    const over = edited(putBefore('</p:spTree>', whole(`<a:solidFill>${white}</a:solidFill>`)))
    expect(over).toContainEqual(hidden[0])
    expect(edited(putBefore('</p:spTree>', whole('<a:noFill/>')))).toEqual([])
  })

  it('slides that a show leaves out, and a chart too small to read', () => {
    const shown = edited((parts) =>
      change(
        parts,
        'ppt/presProps.xml',
        /(<p:presentationPr[^>]*)\/>/,
        '$1><p:showPr><p:sldRg st="1" end="3"/></p:showPr></p:presentationPr>',
      ),
    )
    expect(shown.length).toBeGreaterThan(10)
    expect(shown[0]).toMatch(/^hidden: /)
    const chart = /(<p:graphicFrame>(?:(?!<\/p:graphicFrame>).)*?<a:ext )cx="\d+" cy="\d+"/s
    expect(edited((parts) => change(parts, parts.saying('<c:chart '), chart, '$1cx="9" cy="9"'))).toEqual([
      expect.stringMatching(/^hidden: /),
    ])
  })

  it('the columns of a table: narrowed to nothing, and under each other’s heads', () => {
    const part = (parts: DeckParts) => parts.saying('>+36.13<')
    const narrow = edited((parts) =>
      change(parts, part(parts), /<a:gridCol w="\d+"\/>(?=<\/a:tblGrid>)/, '<a:gridCol w="0"/>'),
    )
    expect(narrow).not.toEqual([])
    const heads = edited((parts) =>
      change(parts, part(parts), /(<a:t>Dec.2022[^<]*)(.*?)(<a:t>Dec.2023[^<]*)/s, '$3$2$1'),
    )
    expect(heads).toEqual([expect.stringContaining('2022'), expect.stringContaining('2023')])
  })
})

describe('what else a deck shows', () => {
  it('the number of a table whose columns were moved, each with its head', () => {
    const swapped = (parts: DeckParts) => {
      const part = parts.saying('>+36.13<')
      const moved = parts.get(part).replace(/(<a:tr [^>]*>.*?<\/a:tr>)/gs, (row) => {
        const cells = row.match(/<a:tc>.*?<\/a:tc>/gs) ?? []
        return row.replace(cells.join(''), [cells[0], cells[2], cells[1], ...cells.slice(3)].join(''))
      })
      expect(moved).not.toBe(parts.get(part))
      parts.set(part, moved)
    }
    expect(edited(swapped)).toEqual([])
    const wrong = edited((parts) => {
      swapped(parts)
      on('>+36.13<', '>+63.13<')(parts)
    })
    expect(wrong).toEqual([expect.stringMatching(/^\+63\.13, was \+36\.13/)])
  })

  it('another address of a link on a slide of the build; not one on a slide of others', () => {
    const linked = (address: string) => (parts: DeckParts) =>
      parts.replace(
        'ppt/slides/_rels/slide4.xml.rels',
        '</Relationships>',
        `<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${address}" TargetMode="External"/></Relationships>`,
      )
    expect(edited(linked('https://example.com/other'))).toEqual(['new:  → https://example.com/other'])
    const found = readDeck('deck.pptx', report.deck)
    expect(verify({ ...found, links: [{ page: 99, item: 'Link', text: 'https://example.com/other' }] })).toEqual([])
    const [own] = report.standard.expected.flatMap(({ runs }) => runs.flatMap(({ href }) => href ?? []))
    expect(own).toBeDefined()
    expect(verify({ ...found, links: [{ page: 4, item: 'Link', text: own ?? '' }] })).toEqual([])
  })
})

describe('an edit of the deck that is not wrong, and was called so', () => {
  it('an axis of lines that begins at zero, a count that a verb comes before, hints in the notes', () => {
    expect(edited(on('<c:min val="850000000"/>', '<c:min val="0"/>', charts))).toEqual([])
    const gained = edited(on('Three messages to leave', 'We gained three messages to leave', notes))
    expect(gained).toEqual([expect.stringMatching(/^reworded/)])
    const hints = 'Ask who has seen hall 3.</a:t></a:r></a:p><a:p><a:r><a:t>'
    const hinted = edited((parts) => {
      const said = 'The pace has slowed year by year.'
      parts.replace(parts.saying(said, notes), said, hints + said)
    })
    expect(hinted.map((one) => one.split(':')[0])).toEqual(['reworded'])
  })

  it('the direction of a figure said in another language', () => {
    const said = edited(on('or 2.3%', '增幅2.3%'))
    expect(said.map((one) => one.split(':')[0])).not.toContain('2.3%, was 2.3%')
  })

  it('a table of a PDF, whose structure says no summary', async () => {
    const found = await readFinished('briefing.pdf', report.briefing)
    const summary = {
      document: 'briefing' as const,
      page: 2,
      item: 'Table',
      medium: 'alt' as const,
      text: 'Head, Head',
    }
    const expected = [...report.standard.expected, { ...summary, language: 'en', runs: [] }]
    const row = { page: 2, item: 'Table', medium: 'table' as const, text: 'Head\tHead' }
    const figure = { page: 2, item: 'Figure', medium: 'alt' as const, text: 'A chart.' }
    const texts = [...found.texts, row, { ...figure, medium: 'chart' as const, text: '' }, figure]
    const gone = verifyDocument({ ...found, texts }, { ...report.standard, expected }).reworded
    expect(gone.filter(({ what }) => what === 'gone')).toEqual([])
  })

  it('alternative texts that LibreOffice keeps of pictures alone', () => {
    const found = readDeck(
      'deck.pptx',
      editDeck(report.deck, (parts) => {
        for (const part of parts.names().filter((name) => /slides\/slide\d+\.xml$/.test(name)))
          parts.set(part, parts.get(part).replace(/(<p:graphicFrame>(?:(?!<a:graphic>).)*?) descr="[^"]*"/gs, '$1'))
      }),
    )
    const picture = { page: 4, item: 'Chart: map', text: '', isPicture: true }
    const texts = [
      ...found.texts,
      { ...picture, medium: 'chart' as const },
      { ...picture, medium: 'alt' as const, text: 'A map.' },
    ]
    expect(verify({ ...found, texts })).toEqual([])
  })

  it('two numbers beside each other in a drawing, and the words behind a mark of status', () => {
    const piece = (text: string, size = 10) => ({ text, size, endsLine: false })
    const page = (role: string, pieces: readonly ReturnType<typeof piece>[]) => {
      const root = { children: [{ role, children: [{ type: 'content', id: 'a' }] }] }
      return structuredTexts([{ mark: 'begin', id: 'a' }, ...pieces, { mark: 'end', id: undefined }], root, 1)
    }
    expect(page('Figure', [piece('2014'), piece('2024')])).toMatchObject([{ text: '2014\n2024' }])
    expect(page('P', [piece('2014'), piece('2024')])).toMatchObject([{ text: '20142024' }])
    expect(page('P', [piece('2.1 points'), piece('[p] ', 6), piece('since')])).toMatchObject([
      { text: '2.1 points since' },
    ])
  })
})

describe('an edit of a PDF that was not seen', () => {
  it('another edition at the foot of a page', async () => {
    const found = await readFinished('briefing.pdf', report.briefing)
    const texts = found.texts.map((one) =>
      one.isLoose && one.page === 2 ? { ...one, text: one.text.replace('53rd', '54th') } : one,
    )
    expect(verify(found)).toEqual([])
    expect(verify({ ...found, texts })).toEqual([expect.stringMatching(/^reworded: .*53rd.* → .*54th/)])
  })

  it('another title in its metadata alone', async () => {
    const text = Buffer.from(report.briefing).toString('latin1')
    const other = text.replace(/(x-default">[^<]*)China/, '$1Chile')
    expect(other).not.toBe(text)
    const found = await readFinished('briefing.pdf', Buffer.from(other, 'latin1'))
    expect(verify(found)).toEqual([expect.stringMatching(/^reworded: .*china.* → .*chile/)])
  })

  it('what was drawn over words, and not what only marks them', async () => {
    const document = new PDFDocument()
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    const ended = new Promise((resolve) => document.on('end', resolve))
    document.text('Words').strike(72, 72, 90, 12, {}).rectAnnotation(72, 72, 90, 12, {}).highlight(72, 72, 90, 12, {})
    document.end()
    await ended
    const { pictures } = await readFinished('page.pdf', Buffer.concat(chunks))
    expect(pictures.map(({ item }) => item)).toEqual(['Stamp', 'Stamp'])
    // A picture of the report is like nothing that has no size.
    const own = { pictures: [{ bytes: new Uint8Array(), format: 'png' as const, width: 40, height: 30 }], behind: [] }
    const found = { ...(await readFinished('briefing.pdf', report.briefing)), pictures }
    expect(verifyDocument(found, { ...report.standard, own }).pictures).toEqual([
      'stamp 1 on page 1',
      'stamp 2 on page 1',
    ])
  })

  it('words that a page draws and nobody sees', async () => {
    const found = await readFinished('briefing.pdf', report.briefing)
    const unseen = (page: number) => () => [{ page, item: 'Page', text: '25 million netizens' }]
    expect(verify({ ...found, unseen: unseen(2) })).toEqual(['hidden: 25 million netizens → '])
    expect(verify({ ...found, unseen: unseen(99) })).toEqual([])
  })

  it('bookmarks that say other than the pages, where its own program did not make them', async () => {
    const document = new PDFDocument()
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    const ended = new Promise((resolve) => document.on('end', resolve))
    document.text('Users rose to 42 million')
    document.outline.addItem('Users  rose').addItem('Users fell by 9 million')
    document.end()
    await ended
    const { texts } = await readFinished('page.pdf', Buffer.concat(chunks))
    const bookmarks = texts.filter(({ item }) => item === 'Bookmark')
    expect(bookmarks.map(({ text }) => text)).toEqual(['Users fell by 9 million'])
    const found = await readFinished('briefing.pdf', report.briefing)
    const saying = { ...found, texts: [...found.texts, ...bookmarks] }
    expect(verify(saying)).toEqual(['9 million'])
    const { standard } = report
    const slides = standard.expected.filter(({ document: of }) => of === 'deck')
    const printed = { ...found, texts: [...slides.map((text) => ({ ...text, isLoose: true })), ...bookmarks] }
    expect(verifyDocument(printed, { ...standard, expected: [], slidesOnPaper: slides }).findings).toEqual([])
  })

  it('a paragraph that was taken away', async () => {
    const found = await readFinished('briefing.pdf', report.briefing)
    const lost = found.texts.find(({ medium, text }) => medium === 'text' && /25\smillion netizens/.test(text))
    expect(verify({ ...found, texts: found.texts.filter((one) => one !== lost) })).toEqual([
      expect.stringMatching(/^gone: .* → $/),
    ])
  })
})
