import { beforeAll, describe, expect, it } from 'vitest'
import { isAboutAny } from '../../../src/trust/heads/check-captions.ts'
import { compareWording, createNames } from '../../../src/trust/verify/compare-wording.ts'
import { readDeck } from '../../../src/trust/verify/read/read-deck.ts'
import { type Finding, getOutcome } from '../../../src/trust/verify/verification.ts'
import { type Standard, verifyDocument } from '../../../src/trust/verify/verify-document.ts'
import { namesIn } from '../../../src/trust/words/names.ts'
import { readFinished } from '../../../src/verify/run-verify.ts'
import { scriptedDeck } from '../../reference/templates.ts'
import { type BuiltReport, buildReport } from './built-report.ts'
import { type DeckParts, editDeck, notes } from './edit-deck.ts'

let report: BuiltReport
beforeAll(async () => {
  report = await buildReport()
})

const charts = /^ppt\/charts\/chart\d+\.xml$/

function findings(edit: (parts: DeckParts) => void): Finding[] {
  const found = readDeck('deck.pptx', editDeck(report.deck, edit))
  return verifyDocument(found, report.standard).findings
}

/** An edit of a text on the first slide that says it. */
const on =
  (from: string, to: string, kind?: RegExp) =>
  (parts: DeckParts): void =>
    parts.replace(parts.saying(from, kind), from, to)

/** An edit of the first chart whose bars end at 100. */
const onBars =
  (from: string, to: string) =>
  (parts: DeckParts): void =>
    parts.replace(parts.saying('<c:max val="100"/>', charts), from, to)

/** `changed: 1.029 billion, was 1.092 billion`. */
function say({ verdict, printed, was }: Finding): string {
  return `${verdict}: ${printed}${was === undefined ? '' : `, was ${was}`}`.replaceAll('\u00a0', ' ')
}

function addShape(parts: DeckParts, part: string, text: string): void {
  const shape = `<p:sp><p:nvSpPr><p:cNvPr id="900" name="TextBox 900"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p>${text
    .split('|')
    .map((run) => `<a:r><a:t>${run}</a:t></a:r>`)
    .join('')}</a:p></p:txBody></p:sp>`
  parts.replace(part, '</p:spTree>', `${shape}</p:spTree>`)
}

/** The slide as a program writes it that parts a run in two. */
function splitRun(parts: DeckParts, part: string, text: string, at: number): void {
  parts.replace(part, text, `${text.slice(0, at)}</a:t></a:r><a:r><a:rPr b="1"/><a:t>${text.slice(at)}`)
}

function swap(parts: DeckParts, part: string, one: string, other: string): void {
  parts.replace(part, one, '@@')
  parts.replace(part, other, one)
  parts.replace(part, '@@', other)
}

describe('an edit of the deck that is found', () => {
  const edits: [string, (parts: DeckParts) => void, string][] = [
    [
      'digits transposed',
      on('1.092 billion people', '1.029 billion people'),
      'changed: 1.029 billion, was 1.092 billion',
    ],
    ['a digit left out', on('17.88 million', '17.8 million'), 'changed: 17.8 million, was 17.88 million'],
    ['a digit added', on('24.8 million, or', '24.80 million, or'), 'changed: 24.80 million, was 24.8 million'],
    [
      'a scale ten times a hundred too large',
      on('317 million', '317 billion'),
      'changed: 317 billion, was 317 million',
    ],
    [
      'a decimal point moved',
      on('77.5% of the population now', '7.75% of the population now'),
      'changed: 7.75%, was 77.5%',
    ],
    ['a qualifier lost', on('by over 47 million', 'by 47 million'), 'changed: 47 million, was over 47 million'],
    [
      'a qualifier turned',
      on('by over 47 million', 'by nearly 47 million'),
      'changed: nearly 47 million, was over 47 million',
    ],
    [
      'a qualifier added',
      on('up 17.88 million', 'up over 17.88 million'),
      'changed: over 17.88 million, was 17.88 million',
    ],
    [
      'per cent for points',
      on('closed by 4.4 percentage points', 'closed by 4.4%'),
      'changed: 4.4%, was 4.4 percentage points',
    ],
    ['points for per cent', on('or 2.3%', 'or 2.3 percentage points'), 'changed: 2.3 percentage points, was 2.3%'],
    [
      'up for down',
      on('down 4.4 percentage points', 'up 4.4 percentage points'),
      'changed: 4.4 percentage points, was 4.4 percentage points',
    ],
    ['a minus sign', on('up 17.88 million', 'up −17.88 million'), 'changed: −17.88 million, was 17.88 million'],
    [
      'the figure of another year',
      on('1.092 billion people', '1.067 billion people'),
      'changed: 1.067 billion, was 1.092 billion',
    ],
    [
      'two figures of a sentence swapped',
      (p) => swap(p, p.saying('1.092 billion people are online; 317 million'), '1.092 billion', '317 million'),
      'changed: 1.092 billion, was 317 million',
    ],
    ['a cell of a table', on('>+36.13<', '>+63.13<'), 'changed: +63.13, was +36.13'],
    [
      'cells of two rows swapped',
      (p) => swap(p, p.saying('>+36.13<'), '>+21.55<', '>+36.13<'),
      'changed: +21.55, was +36.13',
    ],
    [
      'cells of a row swapped',
      (p) => {
        const part = p.saying('>+36.13<')
        const [, one = '', other = ''] = />([\d,]+)<(?:(?!<\/a:tr>).)*>(\+36\.13)</s.exec(p.get(part)) ?? []
        swap(p, part, `>${one}<`, `>${other}<`)
      },
      'changed: +36.13, was 1,031',
    ],
    [
      'speaker notes',
      on('1.092 billion people', '1.029 billion people', notes),
      'changed: 1.029 billion, was 1.092 billion',
    ],
    [
      'an alternative text',
      on('from 904 million to 1.092 billion', 'from 940 million to 1.092 billion'),
      'changed: 940 million, was 904 million',
    ],
    [
      'the title in the properties',
      on('internet, December 2023', 'internet, December 2024', /core\.xml$/),
      'changed: December 2024, was December 2023',
    ],
    [
      'a date',
      on('December 2022 to December 2023', 'December 2021 to December 2023'),
      'changed: December 2021, was December 2022',
    ],
    ['a year', on('in 2023, share', 'in 2024, share'), 'changed: 2024, was 2023'],
    ['the edition', on('the 53rd statistical', 'the 54th statistical'), 'changed: 54th, was 53rd'],
    [
      'a number split over runs',
      (p) => {
        const part = p.saying('317 million')
        p.replace(part, '317 million', '371 million')
        splitRun(p, part, '371', 1)
      },
      'changed: 371 million, was 317 million',
    ],
    [
      'a number with an invisible character',
      on('317 million', '3\u200b71 million'),
      'changed: 3\u200b71 million, was 317 million',
    ],
    ['digits of another width', on('317 million', '３７１ million'), 'changed: ３７１ million, was 317 million'],
    ['Chinese for English', on('317 million', '3.71亿'), 'changed: 3.71亿, was 317 million'],
    ['a number in words', on('317 million', 'three billion'), 'changed: three billion, was 317 million'],
    [
      'a new text box',
      (p) => addShape(p, p.saying('317 million'), 'Half of them, 555 million, are under 40'),
      'unknown: 555 million',
    ],
    [
      'a new text box, split',
      (p) => addShape(p, p.saying('317 million'), 'Already 1.|2|34 bil|lion'),
      'unknown: 1.234 billion',
    ],
    [
      'a shape in a group',
      (p) => {
        const part = p.saying('317 million')
        addShape(p, part, '98.7%')
        p.replace(
          part,
          '<p:sp><p:nvSpPr><p:cNvPr id="900"',
          '<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="900"',
        )
        p.replace(part, '</p:spTree>', '</p:grpSp></p:spTree>')
      },
      'unknown: 98.7%',
    ],
    [
      'a slide of somebody else’s',
      (p) => {
        const part = p.saying('317 million')
        p.set(part, p.get(part).replace(/<a:t>[^<]*<\/a:t>/g, '<a:t>Budget: 12.5 million dollars</a:t>'))
      },
      'unknown: 12.5 million',
    ],
    [
      'a number that a chart draws',
      on('<c:v>1092000000</c:v>', '<c:v>1029000000</c:v>', charts),
      'changed: 1029000000, was 1092000000',
    ],
    [
      'a chart whose workbook says otherwise',
      on('<c:v>1092000000</c:v>', '<c:v>1029000000</c:v>', charts),
      'disagrees: 1029000000',
    ],
    [
      'two points of a chart swapped',
      (p) => swap(p, p.saying('<c:v>904000000</c:v>', charts), '<c:v>904000000</c:v>', '<c:v>1092000000</c:v>'),
      'changed: 1092000000, was 904000000',
    ],
    ['a key figure', on('15.4 trillion', '14.5 trillion'), 'changed: 14.5 trillion, was 15.4 trillion'],
    [
      'the cards of two key figures swapped',
      (p) => swap(p, p.saying('>973<'), '>973<', '>15.4<'),
      'changed: 15.4 million, was 973 million',
    ],
    [
      'an interval',
      on('527.0 to 529.2 million', '527.0 to 592.2 million'),
      'changed: 592.2 million, was 529.2 million',
    ],
    ['a share', on('97.7% of netizens', '79.7% of netizens'), 'changed: 79.7%, was 97.7%'],
  ]
  it.each(edits)('%s', (_, edit, found) => {
    expect(findings(edit).map(say)).toContain(found)
  })
})

describe('an edit of what a native chart says besides its numbers', () => {
  const edits: [string, (parts: DeckParts) => void, string][] = [
    ['an axis that begins elsewhere', on('<c:min val="0"/>', '<c:min val="500000000"/>', charts), 'begins elsewhere'],
    [
      'an axis turned round',
      on(
        '<c:valAx><c:axId val="2094734552"/><c:scaling><c:orientation val="minMax"/>',
        '<c:valAx><c:axId val="2094734552"/><c:scaling><c:orientation val="maxMin"/>',
        charts,
      ),
      'runs the other way',
    ],
    [
      'a logarithmic axis',
      on(
        '<c:valAx><c:axId val="2094734552"/><c:scaling><c:orientation',
        '<c:valAx><c:axId val="2094734552"/><c:scaling><c:logBase val="10"/><c:orientation',
        charts,
      ),
      'the scale of an axis',
    ],
    ['millions as thousands', on('&quot; million&quot;', '&quot; thousand&quot;', charts), 'number format'],
    [
      'series stacked',
      on('<c:grouping val="clustered"/>', '<c:grouping val="stacked"/>', charts),
      'put together otherwise',
    ],
    [
      'bars as slices of a whole',
      (p) => {
        const part = p.saying('<c:barChart>', charts)
        p.set(
          part,
          p
            .get(part)
            .replace(/(<\/?c:)bar(Chart>)/g, '$1pie$2')
            .replace(/<c:grouping [^>]*>/, ''),
        )
      },
      'put together otherwise',
    ],
    [
      'a series called otherwise',
      (p) => {
        const part = p.saying('<c:tx><c:strRef>', charts)
        p.set(part, p.get(part).replace(/(<c:tx><c:strRef>.*?<c:v>)[^<]+/s, '$1Losses'))
      },
      'a series has another name',
    ],
    [
      'bars that begin elsewhere',
      onBars('<c:crosses val="autoZero"/>', '<c:crossesAt val="40"/>'),
      'bars begin elsewhere',
    ],
    ['room in which all bars are small', onBars('<c:max val="100"/>', '<c:max val="900"/>'), 'far beyond'],
    [
      'numbers of an axis divided',
      onBars('</c:valAx>', '<c:dispUnits><c:builtInUnit val="thousands"/></c:dispUnits></c:valAx>'),
      'are divided',
    ],
    ['a second axis', onBars('</c:valAx>', '</c:valAx><c:valAx><c:axId val="9"/></c:valAx>'), 'another axis'],
    ['dates of another calendar', on('<c:date1904 val="0"/>', '<c:date1904 val="1"/>', charts), 'dates count from'],
    [
      'a trend line',
      on('<c:cat>', '<c:trendline><c:trendlineType val="linear"/></c:trendline><c:cat>', charts),
      'a trend is drawn',
    ],
    [
      'minus signs that a number format leaves out',
      (p) => {
        const part = p.saying('<c:formatCode>+', charts)
        p.set(part, p.get(part).replace(/formatCode="([^";]*);[^"]*"/g, 'formatCode="$1;0.0"'))
      },
      'number format',
    ],
  ]
  it.each(edits)('%s', (_, edit, remark) => {
    expect(findings(edit).map((one) => one.remark ?? '')).toContainEqual(expect.stringContaining(remark))
  })

  it('the words of a label’s number format, and ranges that somebody drew', () => {
    const said = (edit: (parts: DeckParts) => void) => findings(edit).map(({ remark }) => remark)
    const bared = (parts: DeckParts) => {
      const part = 'ppt/charts/chart3.xml'
      const before = parts.get(part)
      parts.set(part, before.replace(/formatCode="&quot;Urban.&quot;0/, 'formatCode="0'))
      expect(parts.get(part)).not.toBe(before)
    }
    expect(said(bared)).toEqual(['a label has another number format'])
    expect(said(onBars('</c:dLbls>', '</c:dLbls><c:errBars/>'))).toEqual([
      'ranges are drawn that the build does not draw',
    ])
  })

  it('a new text that says a figure of another thing, or a rise of what fell; a true one is proved', () => {
    const { dataset } = report.draft
    const isAbout: Standard['isAbout'] = (figure, ids) => isAboutAny(figure, ids, dataset, 'en')
    const standard = { ...report.standard, names: createNames(namesIn(dataset)), isAbout }
    const added = (text: string) => {
      const deck = editDeck(report.deck, (p) => addShape(p, 'ppt/slides/slide2.xml', text))
      return verifyDocument(readDeck('deck.pptx', deck), standard).findings.map(say)
    }
    expect(added('Urban netizens: 326 million')).toEqual(['unknown: 326 million'])
    expect(added('Netizens fell by 24.8 million')).toEqual(['unknown: 24.8 million'])
    expect(added('Rural netizens: 326 million')).toEqual([])
    expect(added('Netizens rose by 24.8 million')).toEqual([])
  })

  it('the sign of another currency', () => {
    expect(compareWording('929.8 per 100,000 people', '929.8 per 10,000 people', createNames([]))?.wrong).toBe(
      '“per 10,000” was “per 100,000”',
    )
    expect(compareWording('a deficit of €600 million', 'a deficit of €0.6 billion', createNames([]))).toBeUndefined()
    expect(compareWording('3.17亿人没有上网', '31700万人没有上网', createNames([]))).toBeUndefined()
    expect(compareWording('Costs rose by €3.4 million', 'Costs rose by $3.4 million', createNames([]))?.wrong).toBe(
      '“$” came',
    )
  })

  it('two names of points swapped', () => {
    const found = findings((parts) => {
      const part = parts.saying('<c:strCache>', charts)
      const [, one = '', two = ''] = /<c:cat>.*?<c:v>([^<]*)<\/c:v>.*?<c:v>([^<]*)<\/c:v>/s.exec(parts.get(part)) ?? []
      swap(parts, part, `<c:v>${one}</c:v></c:pt>`, `<c:v>${two}</c:v></c:pt>`)
    })
    expect(found.map(({ remark }) => remark)).toContain('a point has another name or date')
  })
})

describe('what stands behind and beside slides', () => {
  const judged = (edit: (parts: DeckParts) => void) =>
    verifyDocument(readDeck('deck.pptx', editDeck(report.deck, edit)), report.standard)

  it('an object of another program, a shape or a slide filled with a picture', () => {
    const sheet =
      '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Object 9"/></p:nvGraphicFramePr><a:graphic><a:graphicData><p:oleObj progId="Excel.Sheet.12"/></a:graphicData></a:graphic></p:graphicFrame>'
    const fill = '<a:blipFill><a:blip r:embed="rId99"/></a:blipFill>'
    const shape = `<p:sp><p:nvSpPr><p:cNvPr id="9" name="Rectangle 9"/></p:nvSpPr><p:spPr>${fill}</p:spPr></p:sp>`
    for (const drawn of [sheet, shape]) {
      const { pictures } = judged((parts) =>
        parts.replace('ppt/slides/slide2.xml', '</p:spTree>', `${drawn}</p:spTree>`),
      )
      expect(pictures).toEqual(['picture 1 on slide 2'])
    }
    const background = `<p:cSld><p:bg><p:bgPr>${fill}</p:bgPr></p:bg>`
    expect(
      judged((parts) => {
        const part = 'ppt/slides/slide2.xml'
        parts.set(part, parts.get(part).replace(/<p:cSld[^>]*>(?:<p:bg>.*?<\/p:bg>)?/, background))
      }).pictures,
    ).toEqual(['picture 1 on slide 2'])
  })

  it('a number on a layout or master', () => {
    for (const part of ['ppt/slideLayouts/slideLayout2.xml', 'ppt/slideMasters/slideMaster1.xml']) {
      const { findings } = judged((parts) => addShape(parts, part, 'Already 1.5 billion users'))
      expect(findings.map(say)).toEqual(['unknown: 1.5 billion'])
    }
  })

  it('a comment with a number is told, not called wrong', () => {
    const verification = judged((parts) => {
      const rels = parts.names().find((name) => /slides\/_rels\/slide2\.xml\.rels$/.test(name)) ?? ''
      const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
      parts.set(
        'ppt/comments/comment1.xml',
        '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cm authorId="0" idx="1"><p:text>I heard 1.5 billion</p:text></p:cm></p:cmLst>',
      )
      parts.replace(
        rels,
        '</Relationships>',
        `<Relationship Id="rId99" Type="${type}" Target="../comments/comment1.xml"/></Relationships>`,
      )
    })
    expect(verification.findings).toEqual([])
    expect(verification.reworded).toEqual([
      { what: 'new', page: 2, item: 'Comment', was: '', is: 'I heard 1.5 billion' },
    ])
  })

  it('a picture of somebody else’s cannot be read, so the deck is not proved; the build’s own is', () => {
    const pixels = new Uint8Array([1, 2, 3])
    const found = {
      ...readDeck('deck.pptx', report.deck),
      pictures: [{ page: 3, number: 1, item: 'Picture', bytes: pixels }],
    }
    const foreign = verifyDocument(found, report.standard)
    expect([getOutcome(foreign), foreign.pictures]).toEqual(['reworded', ['picture 1 on slide 3']])
    const own = { pictures: [{ bytes: new Uint8Array([1, 2, 3]), width: 1, height: 1 }], behind: [] }
    expect(getOutcome(verifyDocument(found, { ...report.standard, own }))).toBe('as built')
  })
})

describe('an edit that a person has to read', () => {
  const reworded = (edit: (parts: DeckParts) => void): string[] => {
    const names = createNames(namesIn(report.draft.dataset))
    const found = readDeck('deck.pptx', editDeck(report.deck, edit))
    const { findings, reworded } = verifyDocument(found, { ...report.standard, names })
    expect(findings).toEqual([])
    return reworded.map(({ was, is }) => `${was} → ${is}`)
  }

  it('the titles of two slides exchanged', () => {
    const one = 'How to read these figures'
    const other = 'What to watch in the next edition'
    const found = reworded((parts) => {
      const [first, second] = [parts.saying(one), parts.saying(other)]
      parts.replace(first, one, other)
      parts.replace(second, other, one)
    })
    expect(found).toHaveLength(2)
    expect(found[0]).toContain('watch in the next')
  })

  it('a new text that says how things went or compare, and none that only thanks', () => {
    const added = (text: string) => reworded((parts) => addShape(parts, 'ppt/slides/slide2.xml', text))
    expect(added('Rural netizens have doubled')).toEqual([' → Rural netizens have doubled'])
    expect(added('Most netizens are rural')).toEqual([' → Most netizens are rural'])
    expect(added('Thank you for your attention')).toEqual([])
  })

  it('a title of its own on a chart, and none that its slide has too', () => {
    const titled = (title: string) =>
      reworded(
        on(
          '<c:autoTitleDeleted val="1"/>',
          `<c:title><c:tx><c:rich><a:p><a:r><a:t>${title}</a:t></a:r></a:p></c:rich></c:tx></c:title>`,
          charts,
        ),
      )
    expect(titled('Netizens, in thousands')).toEqual([' → Netizens, in thousands'])
    expect(titled('Netizens, China, by edition of the report')).toEqual([])
  })

  it('a series or a point that a chart has no more', () => {
    const without = (pattern: RegExp) =>
      reworded((parts) => {
        const part = parts.saying('<c:v>1092000000</c:v>', charts)
        parts.set(part, parts.get(part).replace(pattern, ''))
      })
    expect(without(/<c:pt idx="\d+"><c:v>1092000000<\/c:v><\/c:pt>/)).toHaveLength(1)
    expect(without(/<c:ser>.*?<\/c:ser>/s)).toHaveLength(1)
  })

  it('a row, a box of words and a chart that are gone', () => {
    const without = (pattern: RegExp) =>
      reworded((parts) => {
        const part = parts.names().find((name) => /slides\/slide\d+\.xml$/.test(name) && pattern.test(parts.get(name)))
        parts.set(part ?? '', parts.get(part ?? '').replace(pattern, ''))
      })
    const row = /<a:tr [^>]*>(?:(?!<\/a:tr>).)*\+36\.13.*?<\/a:tr>/s
    expect(without(row)).toEqual([expect.stringMatching(/\+36\.13.* → $/)])
    const box = /<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="Source".*?<\/p:sp>/s
    expect(without(box)).toEqual([expect.stringMatching(/^Source.* → $/)])
    expect(without(/<p:graphicFrame>(?:(?!<\/p:graphicFrame>).)*<c:chart .*?<\/p:graphicFrame>/s)).toHaveLength(1)
  })

  it('an alternative text that was emptied, not all of them as LibreOffice does, and a slide that is hidden', () => {
    const slide = (pattern: RegExp, by: string) =>
      reworded((parts) => {
        const part = parts.names().find((name) => /slides\/slide\d+\.xml$/.test(name) && pattern.test(parts.get(name)))
        parts.set(part ?? '', parts.get(part ?? '').replace(pattern, by))
      })
    expect(slide(/(<p:graphicFrame>.*?) descr="[^"]+"/s, '$1')).toEqual([expect.stringMatching(/^\S.* → $/)])
    expect(slide(/(<p:graphicFrame>.*?) descr="[^"]+"/s, '$1 descr=" "')).toHaveLength(1)
    const undescribed = (parts: DeckParts) => {
      for (const part of parts.names().filter((name) => /slides\/slide\d+\.xml$/.test(name)))
        parts.set(
          part,
          parts.get(part).replace(/(<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr [^>]*?) descr="[^"]*"/g, '$1'),
        )
    }
    expect(reworded(undescribed)).toEqual([])
    expect(slide(/<p:sld (?=.*<c:chart )/s, '<p:sld show="0" ')).toEqual([expect.stringMatching(/^\S.* → $/)])
  })

  it('the words of a picture of a chart in another order', () => {
    const names = createNames(namesIn(report.draft.dataset))
    const drawn = report.standard.expected.find(
      ({ medium, text }) => medium === 'chart' && /Urban(?:.|\n)*Rural/.test(text),
    )
    const found = readDeck('deck.pptx', report.deck)
    const asPicture = (text = '') => {
      const texts = found.texts.map((one) =>
        one.item === drawn?.item && one.medium === 'chart' ? { ...one, text, isPicture: true } : one,
      )
      return verifyDocument({ ...found, texts, charts: [] }, { ...report.standard, names }).reworded
    }
    expect(asPicture(drawn?.text)).toEqual([])
    const other = drawn?.text.replace('Urban', '@').replace('Rural', 'Urban').replace('@', 'Rural')
    expect(asPicture(other)).toHaveLength(1)
  })

  it('a cell whose number is gone', () => {
    expect(reworded(on('>+36.13<', '>–<'))).toEqual(['+36.13 → –'])
  })
})

describe('what was put on a page of the briefing', () => {
  const verified = async (text: string) => {
    const found = await readFinished('briefing.pdf', report.briefing)
    const { dataset } = report.draft
    const isAbout: Standard['isAbout'] = (figure, ids) => isAboutAny(figure, ids, dataset, 'en')
    const at = found.texts.findIndex(({ isLoose }) => isLoose)
    const texts = found.texts.map((one, index) => (index === at ? { ...one, text: `${one.text} ${text}` } : one))
    const names = createNames(namesIn(dataset))
    const { findings, reworded } = verifyDocument({ ...found, texts }, { ...report.standard, names, isAbout })
    return [...findings.map(say), ...reworded.map(({ is }) => is)]
  }

  it('is told apart from the heads and feet that the build prints', async () => {
    expect(await verified('')).toEqual([])
    expect(await verified('DRAFT. Annex 3, page 17')).toEqual([])
    expect(await verified('Netizens: 1.5 billion')).toEqual(['unknown: 1.5 billion'])
    expect(await verified('Urban netizens: 326 million')).toEqual(['unknown: 326 million'])
    expect(await verified('Rural netizens have doubled')).toEqual([expect.stringContaining('have doubled')])
  })

  it('a picture of the build’s proportions is its own, another is named', () => {
    const found = { ...readDeck('deck.pptx', report.deck), kind: 'briefing' as const }
    const own = { pictures: [{ bytes: new Uint8Array(), width: 800, height: 600 }], behind: [] }
    const verify = (width: number) =>
      verifyDocument(
        { ...found, pictures: [{ number: 1, item: 'Picture', width, height: 300 }] },
        { ...report.standard, own },
      )
    expect(verify(400).pictures).toEqual([])
    expect(verify(500).pictures).toEqual(['picture 1'])
  })
})

describe('an edit of the deck that is no change of a number', () => {
  const edits: [string, (parts: DeckParts) => void][] = [
    ['none', () => {}],
    ['other spaces', on('1.092 billion people', '1.092 billion people')],
    ['a number split over runs', (p) => splitRun(p, p.saying('>1.092'), '1.092', 3)],
    ['a figure rounded', on('1.092 billion people', '1.09 billion people')],
    ['a figure rounder, as the word before it says', on('17.88 million', 'almost 18 million')],
    ['a small word between the way and the number', on('up 17.88 million', 'up only 17.88 million')],
    ['a figure in other words', on('1.092 billion people', '1,092 million people')],
    ['a figure in full', on('317 million', '317,000,000')],
    ['a figure in Chinese', on('1.092 billion people', '10.92亿 people')],
    ['a sentence turned about', on('1.092 billion people are online', 'People online now are 1.092 billion')],
    ['a sentence left out', on('Netizens as a whole: up 2.3%.', '')],
    [
      'a new text box with a figure of the dataset',
      (p) => addShape(p, p.saying('317 million'), 'Rural netizens: 326 million'),
    ],
    [
      'a date and a name in a new text box',
      (p) => addShape(p, p.saying('317 million'), 'Meeting on 5 May 2024 on 5G, page 7'),
    ],
    [
      'slides in another order',
      (p) =>
        p.set(
          'ppt/presentation.xml',
          p.get('ppt/presentation.xml').replace(/(<p:sldId [^>]*>)(<p:sldId [^>]*>)(<p:sldId [^>]*>)/, '$3$1$2'),
        ),
    ],
    [
      'a slide left out',
      (p) => p.set('ppt/presentation.xml', p.get('ppt/presentation.xml').replace(/<p:sldId [^>]*>/, '')),
    ],
    [
      'other names of shapes, as Google Slides gives them',
      (p) => {
        for (const name of p.names().filter((one) => /slides\/slide\d+\.xml$/.test(one)))
          p.set(name, p.get(name).replace(/(<p:cNvPr id="(\d+)") name="[^"]*"/g, '$1 name="Google Shape;$2;p1"'))
      },
    ],
    [
      'no notes',
      (p) => {
        for (const name of p.names().filter((one) => notes.test(one)))
          p.set(name, p.get(name).replace(/<a:t>[^<]*<\/a:t>/g, '<a:t/>'))
      },
    ],
  ]
  it.each(edits)('%s', (_, edit) => {
    expect(findings(edit).map(say)).toEqual([])
  })
})

describe('a deck that a script made with pptxgenjs', () => {
  const verdicts = async (number: string, value: number) => {
    const { findings } = verifyDocument(readDeck('scripted.pptx', await scriptedDeck(number, value)), report.standard)
    return findings.map(({ medium, printed }) => `${medium}: ${printed}`)
  }

  it('is read whole: text, table, chart and notes', async () => {
    expect(await verdicts('1.029 billion', 1_029_000_000)).toEqual([
      'text: 1.029 billion',
      'table: 1.029 billion',
      'notes: 1.029 billion',
      'chart: 1029000000',
    ])
  })

  it('may say what the dataset proves', async () => {
    expect(await verdicts('1.092 billion', 1_092_000_000)).toEqual([])
  })
})

it('finds a number that was written over another and now stands twice', () => {
  expect(findings(on('97.0% use', '97.7% use')).map(say)).toEqual(['changed: 97.7%, was 97.0%'])
})
