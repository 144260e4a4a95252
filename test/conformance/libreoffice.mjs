import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { drawDecks } from './soffice.mjs'

/** LibreOffice opens the deck, draws a page for each slide, and each page shows its slide's title. */
export const libreOfficeChecks = [
  {
    name: 'LibreOffice draws every slide',
    ending: '.pptx',
    runAll: (paths) => drawDecks(paths).map((pdf, index) => judge(paths[index], pdf)),
  },
]

function judge(path, pdf) {
  const titles = readTitles(path)
  const pages = spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).stdout.split('\f').slice(0, -1)
  if (pages.length !== titles.length) return [`${titles.length} slides, ${pages.length} pages drawn`]
  return titles.flatMap((title, index) => {
    if (title === undefined) return [`slide ${index + 1} has no title`]
    return squeeze(pages[index]).includes(squeeze(title))
      ? []
      : [`slide ${index + 1} does not show its title: ${title}`]
  })
}

/** The title of each slide, in the order of the show. */
function readTitles(path) {
  const parts = unzipSync(readFileSync(path))
  const text = (name) => strFromU8(parts[name])
  const relations = new Map(
    [...text('ppt/_rels/presentation.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([element]) => [
      attribute(element, 'Id'),
      attribute(element, 'Target'),
    ]),
  )
  return [...text('ppt/presentation.xml').matchAll(/<p:sldId [^>]*r:id="([^"]+)"/g)].map(([, id]) => {
    const shapes = text(`ppt/${relations.get(id).replace(/^\/ppt\//, '')}`).match(/<p:sp>.*?<\/p:sp>/gs) ?? []
    const title = shapes.find((shape) => /<p:ph [^>]*type="(title|ctrTitle)"/.test(shape))
    return title && [...title.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, run]) => unescapeXml(run)).join('')
  })
}

function attribute(element, name) {
  return new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1]
}

function unescapeXml(text) {
  const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(?:(lt|gt|quot|apos|amp)|#x([0-9a-f]+)|#(\d+));/gi, (_, name, hex, decimal) =>
    name ? entities[name] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  )
}

/** Without white space, which line breaks add, and with ligatures and dashes as they were typed. */
function squeeze(text) {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
