import { type DeckParts, notes } from '../trust/verify/edit-deck.ts'

/** The numbers of a version of the deck, by what they say. */
export interface Numbers {
  first: string
  lead: string
  retail: string
  growth: string
  mobile: string
  government: string
  payment: string
}

/** As the deck is built, and as `reviseFigures` leaves them. */
export const former: Numbers = {
  first: '37.8%',
  lead: '21.7',
  retail: '15.4',
  growth: '11%',
  mobile: '1.091',
  government: '973',
  payment: '953.86',
}
export const revised: Numbers = {
  first: '38.1%',
  lead: '21.9',
  retail: '15.53',
  growth: '11.9%',
  mobile: '1.090',
  government: '975',
  payment: '954.86',
}

/** As `moveToNextEdition` leaves them. */
export const next: Numbers = {
  first: '38.4%',
  lead: '21.9',
  retail: '16.9',
  growth: '10%',
  mobile: '1.105',
  government: '992',
  payment: '972.94',
}

/** Something that a person does to a deck. It can be done to the refreshed deck as to the former: refreshed after it, or done after the refresh, the deck is the same. */
export interface Edit {
  name: string
  run(parts: DeckParts, numbers: Numbers): void
  /** What is left to settle for it, if anything, and the parts in which the deck is not the same then. */
  settles?: RegExp
  /** The later reports after which it would be another edit: its neighbours' looks or places are new ones' too, or its number is rounded otherwise. */
  another?: RegExp
  besides?: RegExp
}

const text = (from: string, to: string, kind?: RegExp) => (parts: DeckParts) =>
  parts.replace(parts.saying(from, kind), from, to)

/** Replaces what a pattern finds in the first part that holds it. */
function swap(parts: DeckParts, kind: RegExp, from: RegExp, to: string | ((...found: string[]) => string)): void {
  const part = parts
    .names()
    .filter((name) => kind.test(name))
    .sort(byNumber)
    .find((name) => from.test(parts.get(name)))
  if (part === undefined) throw new Error(`no part has: ${from}`)
  parts.set(part, parts.get(part).replace(from, to as string))
}

const byNumber = (a: string, b: string) => Number(/\d+/.exec(a)?.[0] ?? 0) - Number(/\d+/.exec(b)?.[0] ?? 0)
const slides = /^ppt\/slides\/slide\d+\.xml$/
const charts = /^ppt\/charts\/chart\d+\.xml$/
const xml = (kind: RegExp, from: RegExp, to: string | ((...found: string[]) => string)) => (parts: DeckParts) =>
  swap(parts, kind, from, to)

/** The whole shape around a text. */
const shapeWith = (words: string) => new RegExp(`<p:sp>(?:(?!</p:sp>).)*?${words}(?:(?!</p:sp>).)*</p:sp>`, 's')
const box = (id: number, words: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="TextBox ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="609600" y="5200000"/><a:ext cx="4000000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square"/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB" sz="1400"/><a:t>${words}</a:t></a:r></a:p></p:txBody></p:sp>`
const addBox =
  (on: string, id: number, words: (numbers: Numbers) => string) => (parts: DeckParts, numbers: Numbers) => {
    const part = parts.saying(on)
    parts.set(part, parts.get(part).replace('</p:spTree>', `${box(id, words(numbers))}</p:spTree>`))
  }
const addAfter = (on: string, paragraph: string) => (parts: DeckParts) => {
  const part = parts.saying(on)
  const end = parts.get(part).indexOf('</a:p>', parts.get(part).indexOf(on.split(' ')[0] ?? on)) + 6
  parts.set(part, parts.get(part).slice(0, end) + paragraph + parts.get(part).slice(end))
}

const textEdits: Edit[] = [
  {
    name: 'a title reworded around its number',
    run: text('of new users began with online video', 'of all newcomers began with a video'),
  },
  {
    name: 'words before the number',
    run: (parts, { first }) => text(`${first} of new users`, `Last year ${first} of new users`)(parts),
  },
  {
    name: 'a typo mended in a long text',
    run: text('Growth is on a comparable basis, so it', 'Growth is on a like-for-like basis, so it'),
  },
  {
    name: 'a number rounded',
    another: /edition/,
    run: (parts, { mobile }) =>
      text(`${mobile} billion go online by mobile`, '1.09 billion go online by mobile')(parts),
  },
  {
    name: 'a number in another scale',
    run: (parts, { government }) =>
      text(`>${government} million people use`, `>0.${government} billion people use`)(parts),
  },
  {
    name: 'a number in the Chinese scale',
    run: (parts, { payment }) => text(`>${payment}<`, `>${(Number(payment) / 100).toFixed(4)}亿<`)(parts),
  },
  {
    name: 'a qualifier added',
    run: (parts, { lead }) => text(`by ${lead} percentage points.`, `by about ${lead} percentage points.`)(parts),
  },
  {
    name: 'a number parted into runs',
    run: (parts, { retail }) =>
      xml(
        slides,
        new RegExp(`<a:t>Online retail sales reached ${retail}`),
        `<a:t>Online retail sales reached ${retail.slice(0, 2)}</a:t></a:r><a:r><a:rPr lang="en-US" i="1"/><a:t>${retail.slice(2)}`,
      )(parts),
  },
  {
    name: 'words in bold',
    run: xml(
      slides,
      /<a:t>Video leads instant messaging by /,
      '<a:t>Video </a:t></a:r><a:r><a:rPr lang="en-US" b="1"/><a:t>leads</a:t></a:r><a:r><a:rPr lang="en-US"/><a:t> instant messaging by ',
    ),
  },
  {
    name: 'a colour of the title',
    run: xml(
      slides,
      /<a:rPr lang="en-US"\/>(<a:t>Online retail sales)/,
      '<a:rPr lang="en-US"><a:solidFill><a:srgbClr val="C00000"/></a:solidFill></a:rPr>$1',
    ),
  },
  {
    name: 'a larger size',
    another: /dimension/,
    run: xml(slides, /<a:rPr lang="en-US"[^>]*\/>(<a:t>[^<]*go online by mobile)/, '<a:rPr lang="en-US" sz="2800"/>$1'),
  },
  {
    name: 'a font of its own',
    run: xml(
      slides,
      /<a:rPr lang="en-US"\/>(<a:t>Netizens as a whole)/,
      '<a:rPr lang="en-US"><a:latin typeface="Georgia"/></a:rPr>$1',
    ),
  },
  {
    name: 'a paragraph taken out',
    run: xml(slides, /<a:p>(?:(?!<\/a:p>).)*Growth is on a (?:(?!<\/a:p>).)*<\/a:p>/, ''),
  },
  {
    name: 'a paragraph added without numbers',
    run: addAfter(
      'Car-hailing: up',
      '<a:p><a:r><a:rPr lang="en-US"/><a:t>Ask the press office before you quote this.</a:t></a:r></a:p>',
    ),
  },
  {
    name: 'a paragraph added with a number of no figure',
    run: addAfter(
      'Netizens as a whole',
      '<a:p><a:r><a:rPr lang="en-US"/><a:t>We met 14 offices for this.</a:t></a:r></a:p>',
    ),
  },
  {
    name: 'a text box with a figure',
    run: addBox(
      'What to watch in the next edition',
      901,
      ({ retail }) => `Online retail is at ${retail} trillion yuan`,
    ),
  },
  {
    name: 'a text box with a figure in the middle of words',
    run: addBox('How to read these figures', 902, ({ payment }) => `Of them ${payment} million pay online`),
  },
  { name: 'capitals', run: text('Online retail sales reached', 'ONLINE RETAIL SALES REACHED') },
  {
    name: 'a line broken',
    run: xml(
      slides,
      /<a:t>(\d+[ \u00a0]million) people use government services online<\/a:t><\/a:r>/,
      '<a:t>$1 people use</a:t></a:r><a:br><a:rPr lang="en-US"/></a:br><a:r><a:rPr lang="en-US"/><a:t>government services online</a:t></a:r>',
    ),
  },
  {
    name: 'no-break spaces as plain ones',
    run: (parts) => {
      const part = parts.saying('Video leads instant messaging')
      parts.set(part, parts.get(part).replaceAll('\u00a0', ' '))
    },
  },
  { name: 'spaces at the end', run: text('go online by mobile phone.', 'go online by mobile phone.  ') },
  {
    name: 'another level of the list',
    another: /dimension/,
    run: xml(
      slides,
      /<a:p>(<a:r><a:rPr lang="en-US"[^>]*>(?:<[^>]*>)*<a:t>[^<]*go online by mobile)/,
      '<a:p><a:pPr lvl="1"/>$1',
    ),
  },
  {
    name: 'a text centred',
    run: xml(
      slides,
      /<a:p>(<a:r><a:rPr lang="en-US"[^>]*>(?:(?!<a:t>).)*<a:t>[^<]*of everyone|<a:r><a:rPr lang="en-US"\/><a:t>Rural residents account)/,
      '<a:p><a:pPr algn="ctr"/>$1',
    ),
  },
  {
    name: 'a link on words',
    run: xml(slides, /<a:rPr lang="en-US"\/>(<a:t>Medical services)/, '<a:rPr lang="en-US" u="sng"/>$1'),
  },
  {
    name: 'two clauses swapped',
    run: text('people are online; 317 million are not.', 'people are online (and 317 million are not).'),
  },
  { name: 'a bound in place of a number', run: text('97.0% use instant messaging', 'over 95% use instant messaging') },
  { name: 'a source line shortened', another: /edition/, run: text('; own calculations', '') },
  {
    name: 'a footer of one slide',
    run: text('China Internet Network Information Center (CNNIC)  |  53rd edition', 'CNNIC, draft'),
  },
]

/** The title about retail sales, once more on the slide about method. */
function copyTitle(parts: DeckParts): void {
  const from = parts
    .names()
    .filter((name) => slides.test(name))
    .find((name) => /retail sales reached/i.test(parts.get(name)))
  const [shape = ''] =
    /<p:sp>(?:(?!<\/p:sp>).)*retail sales reached(?:(?!<\/p:sp>).)*<\/p:sp>/i.exec(parts.get(from ?? '')) ?? []
  const copy = shape.replace(/<p:cNvPr id="\d+"/, '<p:cNvPr id="905"').replace(/<p:nvPr>.*?<\/p:nvPr>/, '<p:nvPr/>')
  const to = parts.saying('How to read these figures')
  parts.set(to, parts.get(to).replace('</p:spTree>', `${copy}</p:spTree>`))
}

const shapeEdits: Edit[] = [
  {
    name: 'a shape renamed',
    run: xml(slides, /(<p:cNvPr id="\d+" name=")Text("\/>(?:(?!<p:sp>).)*Video leads)/, '$1My text$2'),
  },
  {
    name: 'a shape moved',
    run: xml(slides, /<p:xfrm><a:off x="609600" y="1739900"\/>/, '<p:xfrm><a:off x="709600" y="1639900"/>'),
  },
  {
    name: 'a shape resized',
    run: xml(slides, /(<p:xfrm><a:off [^>]*>)<a:ext cx="\d{7}" cy="\d{7}"\/>/, '$1<a:ext cx="3692576" cy="2196515"/>'),
  },
  {
    name: 'a shape turned',
    run: xml(slides, /<a:xfrm>(<a:off x="7989824" y="1739900"\/>)/, '<a:xfrm rot="600000">$1'),
  },
  {
    name: 'a shape filled',
    run: xml(
      slides,
      /<p:spPr\/>(?=<p:txBody><a:bodyPr)/,
      '<p:spPr><a:solidFill><a:srgbClr val="FFF2CC"/></a:solidFill></p:spPr>',
    ),
  },
  {
    name: 'a placeholder made free',
    run: xml(slides, /<p:nvPr><p:ph type="body" idx="1"\/><\/p:nvPr>(?=(?:(?!<p:sp>).)*Video leads)/, '<p:nvPr/>'),
  },
  {
    name: 'a number of a shape changed',
    run: xml(
      slides,
      /<p:cNvPr id="5" name="(?:Text|My text)"(?=(?:(?!<p:sp>).)*Video leads)/,
      '<p:cNvPr id="55" name="Text"',
    ),
  },
  {
    name: 'shapes grouped',
    run: xml(
      slides,
      shapeWith('Medical services'),
      (shape) =>
        `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="903" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shape}</p:grpSp>`,
    ),
  },
  {
    name: 'a shape doubled on its slide',
    run: xml(
      slides,
      shapeWith('people use'),
      (shape) => shape + shape.replace(/<p:cNvPr id="\d+" name="[^"]*"/, '<p:cNvPr id="904" name="Copy"'),
    ),
  },
  { name: 'a shape copied to another slide', run: copyTitle },
  { name: 'a shape taken out', run: xml(slides, shapeWith('Netizens as a whole'), '') },
  {
    name: 'the order of shapes changed',
    run: xml(slides, /(<p:sp>(?:(?!<\/p:sp>).)*<\/p:sp>)(<p:sp>(?:(?!<\/p:sp>).)*<\/p:sp>)(?=<p:graphicFrame)/, '$2$1'),
  },
  {
    name: 'an alternative text reworded',
    run: xml(slides, /descr="Bar chart, per cent of new netizens, 2023: /, 'descr="What newcomers opened first: '),
  },
  { name: 'an alternative text taken out', run: xml(slides, / descr="Line chart of internet penetration[^"]*"/, '') },
  {
    name: 'words for other programs',
    run: (parts, numbers) => {
      const part = parts.saying('How to read these figures')
      parts.set(
        part,
        parts
          .get(part)
          .replace(
            '</p:spTree>',
            `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" Requires="p14">${box(906, `Sales: ${numbers.retail} trillion yuan`)}</mc:Choice><mc:Fallback>${box(906, `Sales: ${numbers.retail} trillion yuan`)}</mc:Fallback></mc:AlternateContent></p:spTree>`,
          ),
      )
    },
  },
  {
    name: 'a shape of no words',
    run: (parts) => {
      const part = parts.saying('Sources')
      parts.set(
        part,
        parts
          .get(part)
          .replace(
            '</p:spTree>',
            `<p:sp><p:nvSpPr><p:cNvPr id="907" name="Arrow"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="1" y="1"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rightArrow"><a:avLst/></a:prstGeom></p:spPr></p:sp></p:spTree>`,
          ),
      )
    },
  },
]

/** The slides as the presentation lists them. */
const listed = /<p:sldIdLst>(.*?)<\/p:sldIdLst>/
const presentation = /^ppt\/presentation\.xml$/

/** A copy of a slide at the end of the deck, with another text in it where one is given. */
function copySlide(parts: DeckParts, saying: string, change: (slide: string) => string, number: number): void {
  const from = parts.saying(saying)
  const relations = (name: string) => name.replace(/([^/]*)$/, '_rels/$1.rels')
  const name = `ppt/slides/slide${number}.xml`
  parts.set(name, change(parts.get(from)))
  parts.set(relations(name), parts.get(relations(from)).replace(/<Relationship [^>]*notesSlide"[^>]*>/, ''))
  swap(
    parts,
    /^\[Content_Types\]/,
    /<\/Types>/,
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>`,
  )
  swap(
    parts,
    /^ppt\/_rels\/presentation/,
    /<\/Relationships>/,
    `<Relationship Id="rIdOwn${number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide${number}.xml"/></Relationships>`,
  )
  swap(parts, presentation, /<\/p:sldIdLst>/, `<p:sldId id="${400 + number}" r:id="rIdOwn${number}"/></p:sldIdLst>`)
}

/** The tenth slide, with its notes and its chart. */
function takeSlideOut(parts: DeckParts): void {
  const own =
    /^ppt\/(slides|notesSlides)\/(_rels\/)?(slide|notesSlide)10\.xml|^ppt\/charts\/(_rels\/)?chart9\.xml|Worksheet9\.xlsx$/
  for (const name of parts.names().filter((one) => own.test(one))) parts.remove(name)
  const types = parts.get('[Content_Types].xml')
  const isGone = (part: string) => own.test(part.slice(1))
  parts.set(
    '[Content_Types].xml',
    types.replace(/<Override PartName="([^"]*)"[^>]*>/g, (whole, part) => (isGone(part) ? '' : whole)),
  )
  swap(parts, presentation, /<p:sldId id="265"[^>]*\/>/, '')
  swap(parts, /^ppt\/_rels\/presentation/, /<Relationship [^>]*slides\/slide10\.xml"[^>]*>/, '')
}

const slideEdits: Edit[] = [
  {
    name: 'slides reordered',
    run: xml(
      presentation,
      listed,
      (_, list = '') => `<p:sldIdLst>${(list.match(/<p:sldId [^>]*\/>/g) ?? []).toReversed().join('')}</p:sldIdLst>`,
    ),
  },
  { name: 'a slide taken out', run: takeSlideOut },
  { name: 'a slide hidden', run: xml(slides, /<p:sld (?=(?:(?!<p:sld ).)*Online video reaches)/s, '<p:sld show="0" ') },
  {
    name: 'a slide doubled',
    run: (parts) => copySlide(parts, 'What to watch in the next edition', (slide) => slide, 91),
  },
  {
    name: 'a slide of one’s own',
    run: (parts, { government, first }) =>
      copySlide(
        parts,
        'How to read these figures',
        (slide) =>
          slide
            .replace(/<a:t>(?!\d+<)[^<]*<\/a:t>/g, '<a:t>Our plan</a:t>')
            .replace(
              '<a:t>Our plan</a:t>',
              `<a:t>Government services reach ${government} million, newcomers ${first.length > 0 ? 'follow' : ''}</a:t>`,
            ),
        92,
      ),
  },
  {
    name: 'a slide from another deck',
    another: /edition/,
    run: (parts) =>
      copySlide(
        parts,
        'Sources',
        (slide) => slide.replace(/<a:t>[^<]*<\/a:t>/g, '<a:t>Budget: 4,200 euro for 3 trips</a:t>'),
        93,
      ),
  },
  {
    name: 'a background',
    run: xml(
      slides,
      /<p:cSld>(?=(?:(?!<p:cSld>).)*How to read these figures)/s,
      '<p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="EEEEEE"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>',
    ),
  },
  {
    name: 'a transition',
    run: xml(slides, /<\/p:clrMapOvr>(?=<\/p:sld>)/, '</p:clrMapOvr><p:transition><p:fade/></p:transition>'),
  },
  { name: 'a section renamed', run: xml(presentation, /(<p14:section name=")[^"]*/, '$1Opening') },
]

const notesEdits: Edit[] = [
  {
    name: 'notes reworded',
    run: text('These are shares of new netizens', 'Mind that these are shares of new netizens', notes),
  },
  {
    name: 'a note added',
    run: xml(
      notes,
      /<a:p>(?=(?:(?!<a:p>).)*This is a sum over a year)/,
      '<a:p><a:r><a:rPr lang="en-US"/><a:t>Pause here.</a:t></a:r></a:p><a:p>',
    ),
  },
  {
    name: 'a note taken out',
    run: xml(notes, /<a:p>(?:(?!<\/a:p>).)*None of these is a forecast(?:(?!<\/a:p>).)*<\/a:p>/, ''),
  },
]

const row = (head: string) => new RegExp(`<a:tr (?:(?!</a:tr>).)*<a:t>${head}</a:t>(?:(?!</a:tr>).)*</a:tr>`)
const tableEdits: Edit[] = [
  { name: 'a row’s head reworded', run: text('>Online payment<', '>Paying online<') },
  { name: 'a row taken out', run: xml(slides, row('Online shopping'), '') },
  {
    name: 'a row added',
    another: /dimension/,
    run: xml(slides, row('Search engines'), (found) => found + found.replace(/<a:t>[^<]*<\/a:t>/g, '<a:t>–</a:t>')),
  },
  { name: 'columns of other widths', run: xml(slides, /<a:gridCol w="2124366"\/>/, '<a:gridCol w="2024366"/>') },
  { name: 'a head of a column reworded', run: text('>Growth<', '>Growth in a year<') },
  {
    name: 'a cell filled',
    another: /dimension/,
    run: xml(
      slides,
      /(<a:t>Online video<\/a:t><\/a:r><\/a:p><\/a:txBody><a:tcPr [^>]*?)(?:\/>|><\/a:tcPr>)/,
      '$1><a:solidFill><a:srgbClr val="FFFF00"/></a:solidFill></a:tcPr>',
    ),
  },
]

const chartEdits: Edit[] = [
  {
    name: 'a chart recoloured',
    run: xml(charts, /<a:schemeClr val="accent1"\/>(?=(?:(?!<c:ser>).)*Online video<)/, '<a:srgbClr val="00B050"/>'),
  },
  {
    name: 'a chart’s title',
    run: xml(
      charts,
      /<c:autoTitleDeleted val="1"\/>(?=(?:(?!autoTitle).)*Instant messaging)/,
      '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US"/><a:t>Opened first</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>',
    ),
  },
  {
    name: 'an axis of one’s own',
    run: xml(charts, /<c:min val="850000000"\/>/, '<c:max val="1200000000"/><c:min val="800000000"/>'),
  },
  { name: 'bars closer together', run: xml(charts, /<c:gapWidth val="\d+"\/>/, '<c:gapWidth val="80"/>') },
  {
    name: 'a trend line',
    run: xml(
      charts,
      /<\/c:dLbls>(?=<c:cat>(?:(?!<\/c:cat>).)*Instant messaging)/,
      '</c:dLbls><c:trendline><c:trendlineType val="linear"/><c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>',
    ),
  },
  {
    name: 'larger labels',
    run: xml(
      charts,
      /<a:defRPr sz="1600" b="1" i="0">(?=(?:(?!<c:cat>).)*<c:cat>(?:(?!<\/c:cat>).)*Instant messaging)/,
      '<a:defRPr sz="2000" b="1" i="0">',
    ),
  },
  {
    name: 'a frame around a chart',
    run: xml(
      charts,
      /<\/c:chart>(?=(?:(?!<c:chart>).)*$)/s,
      '</c:chart><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr>',
    ),
  },
  {
    name: 'a value typed into a chart',
    run: xml(charts, /<c:v>16\.1<\/c:v>|<c:v>16\.2<\/c:v>/, '<c:v>17.5</c:v>'),
    settles: /was typed at/,
    besides: /Worksheet6\.xlsx$/,
  },
]

const fileEdits: Edit[] = [
  { name: 'the title of the file', run: xml(/^docProps\/core/, /<dc:title>[^<]*/, '<dc:title>For the board') },
  {
    name: 'the author of the last change',
    run: xml(/^docProps\/core/, /<cp:lastModifiedBy>[^<]*/, '<cp:lastModifiedBy>A colleague'),
  },
  {
    name: 'colours of the theme',
    run: xml(/^ppt\/theme\/theme1/, /<a:accent1>.*?<\/a:accent1>/, '<a:accent1><a:srgbClr val="123456"/></a:accent1>'),
  },
  {
    name: 'words of a layout',
    run: xml(/^ppt\/slideLayouts\/slideLayout1\.xml/, /<p:cSld name="[^"]*"/, '<p:cSld name="Ours"'),
  },
]

/** All that the corpus does, one by one. */
export const edits: readonly Edit[] = [
  ...textEdits,
  ...shapeEdits,
  ...slideEdits,
  ...notesEdits,
  ...tableEdits,
  ...chartEdits,
  ...fileEdits,
]
