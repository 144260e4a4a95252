// Draws the pictures of docs/learn/edited-deck.md anew, which takes LibreOffice: node docs/site/draw-living-deck.mjs, after npm run build.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { convert } from '../../test/conformance/soffice.mjs'
import { makeFolder, root, runCommand } from './build-report.mjs'
import { drawPages } from './draw-pages.mjs'

const pictures = join(root, 'docs/learn/edited-deck')
const work = makeFolder()
const library = join(work, 'library')
try {
  runCommand('init', library)
  runCommand('build', library)
  const monday = join(library, 'out/library-visits.pptx')
  const wednesday = join(work, 'wednesday.pptx')
  writeFileSync(wednesday, edited(readFileSync(monday)))
  replace('data/figures.yaml', 'value: 96400\n        status: provisional', 'value: 96,900\n        status: revised')
  replace('data/figures.yaml', 'by: 5200, rate: 5.7%', 'by: 5700, rate: 6.3%')
  const friday = join(work, 'friday.pptx')
  runCommand('refresh', wednesday, '-o', friday, '--report', library, '--pictures', join(work, 'changes'))
  for (const [name, deck] of Object.entries({ monday, wednesday, friday }))
    await draw(convert([deck], 'pdf', work)[0], 2, name)
  await draw(join(work, 'changes/deck.pdf'), 2, 'changes')
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** One page of a PDF as a picture of the documentation. */
async function draw(pdf, page, name) {
  const names = await drawPages(pdf, work, { width: name === 'changes' ? 1579 : 768 })
  renameSync(join(work, names[page - 1]), join(pictures, `${name}.png`))
}

function replace(file, from, to) {
  const path = join(library, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`not in ${file}: ${from}`)
  writeFileSync(path, text.replace(from, to))
}

/** What colleagues do on Wednesday to the slide of key figures: another title, another colour, a note of their own. */
function edited(deck) {
  const parts = unzipSync(deck)
  const slide = 'ppt/slides/slide2.xml'
  const box =
    '<p:sp><p:nvSpPr><p:cNvPr id="700" name="Note"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="8800000" y="330000"/><a:ext cx="2800000" cy="640000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFF2B3"/></a:solidFill></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US" sz="1400"/><a:t>96,400 members: ask the branches which are new</a:t></a:r></a:p></p:txBody></p:sp>'
  const xml = strFromU8(parts[slide])
    .replace('The library’s year in six figures', 'What we tell the council')
    .replace(
      /<a:rPr lang="en-US"\/>(<a:t>96,400<)/,
      '<a:rPr lang="en-US"><a:solidFill><a:srgbClr val="7A1F5C"/></a:solidFill></a:rPr>$1',
    )
    .replace('</p:spTree>', `${box}</p:spTree>`)
  if (!xml.includes('What we tell') || !xml.includes('7A1F5C')) throw new Error(`not as it was: ${slide}`)
  return zipSync({ ...parts, [slide]: strToU8(xml) })
}
