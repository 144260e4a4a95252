// The floor of npm run bench: what a person would write by hand to make eight charts, 14 slides and 8 pages straight with
// the libraries, with no dataset, template, check, layout or trace. Usage: node floor.mjs OUT [RUNS]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import PDFDocument from 'pdfkit'
import pptxgen from 'pptxgenjs'
import * as vega from 'vega'
import { compile } from 'vega-lite'

const require = createRequire(import.meta.url)
const regular = require.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf')
const bold = require.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf')

/** Eight charts as such a report has them: lines over time, ranked bars, pairs of bars, shares. */
function specs() {
  const years = ['2019', '2020', '2021', '2022', '2023']
  const names = [
    'Messaging',
    'Video',
    'Payment',
    'Search',
    'Shopping',
    'Streaming',
    'Music',
    'Hailing',
    'Travel',
    'Medicine',
  ]
  const over = (step) => years.map((year, index) => ({ year, value: 700 + step * index * (index + 2) }))
  const ranked = (top) => names.map((name, index) => ({ name, value: top - index * 57 }))
  const pairs = (top) =>
    names
      .slice(0, 5)
      .flatMap((name, index) => ['2022', '2023'].map((year, at) => ({ name, year, value: top - index * 40 + at * 12 })))
  const line = (values) => ({
    data: { values },
    layer: [
      { mark: { type: 'line', point: true } },
      { mark: { type: 'text', dy: -10 }, encoding: { text: { field: 'value', format: ',.0f' } } },
    ],
    encoding: { x: { field: 'year', type: 'ordinal' }, y: { field: 'value', type: 'quantitative' } },
  })
  const bars = (values) => ({
    data: { values },
    layer: [
      { mark: 'bar' },
      { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { field: 'value', format: ',.0f' } } },
    ],
    encoding: { y: { field: 'name', type: 'nominal', sort: null }, x: { field: 'value', type: 'quantitative' } },
  })
  const grouped = (values) => ({
    data: { values },
    mark: 'bar',
    encoding: {
      x: { field: 'name', type: 'nominal' },
      xOffset: { field: 'year' },
      y: { field: 'value', type: 'quantitative' },
      color: { field: 'year', type: 'nominal' },
    },
  })
  return [
    line(over(12)),
    line(over(7)),
    line(over(4)),
    bars(ranked(1060)),
    bars(ranked(830)),
    bars(ranked(700)),
    grouped(pairs(900)),
    grouped(pairs(500)),
  ].map((spec) => ({ width: 400, height: 240, config: { font: 'Arimo' }, ...spec }))
}

async function drawChart(spec) {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' })
  await view.runAsync()
  const svg = await view.toSVG()
  const png = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { fontFiles: [regular, bold], loadSystemFonts: false, defaultFontFamily: 'Arimo' },
  })
    .render()
    .asPng()
  return { view, png: `data:image/png;base64,${png.toString('base64')}` }
}

async function writeDeck(path, charts) {
  const deck = new pptxgen()
  deck.layout = 'LAYOUT_WIDE'
  for (let number = 1; number <= 14; number += 1) {
    const slide = deck.addSlide()
    slide.addText(`Finding ${number}: users rose by 24.8 million`, {
      x: 0.7,
      y: 0.4,
      w: 12,
      h: 0.8,
      fontSize: 30,
      bold: true,
    })
    slide.addText('Users of mobile internet, China, December 2023', { x: 0.7, y: 1.2, w: 12, h: 0.4, fontSize: 16 })
    const chart = charts[number - 3]
    if (chart) slide.addImage({ data: chart.png, x: 0.7, y: 1.8, w: 8, h: 4.6, altText: `Chart ${number}` })
    else slide.addTable(tableRows(), { x: 0.7, y: 1.8, w: 8, fontSize: 14 })
    slide.addText(
      [1, 2, 3].map((point) => ({ text: sentence(point), options: { bullet: true, breakLine: true } })),
      {
        x: 9,
        y: 1.8,
        w: 3.7,
        h: 4.6,
        fontSize: 16,
      },
    )
    slide.addText('Source: 53rd report, March 2024', { x: 0.7, y: 6.8, w: 12, h: 0.3, fontSize: 11 })
    slide.addNotes(sentence(number).repeat(3))
  }
  writeFileSync(path, await deck.write({ outputType: 'nodebuffer', compression: true }))
}

async function writeBriefing(path, charts) {
  const document = new PDFDocument({ size: 'A4', margin: 56, font: null })
  const chunks = []
  document.on('data', (chunk) => chunks.push(chunk))
  const done = new Promise((resolve) => document.on('end', resolve))
  document.registerFont('Regular', readFileSync(regular))
  document.registerFont('Bold', readFileSync(bold))
  for (let number = 1; number <= 8; number += 1) {
    if (number > 1) document.addPage()
    document.font('Bold').fontSize(17).text(`Section ${number}`).moveDown()
    document.font('Regular').fontSize(10)
    for (let paragraph = 0; paragraph < 3; paragraph += 1) document.text(sentence(paragraph).repeat(5)).moveDown()
    const top = document.y
    await charts[number - 1].view.toCanvas(1, { externalContext: new Canvas(document, 56, top) })
    document.y = top + 330
    document
      .font('Regular')
      .fontSize(8)
      .fillColor('black')
      .text(`Figure ${number}. Source: 53rd report, March 2024`, 56)
  }
  document.end()
  await done
  writeFileSync(path, Buffer.concat(chunks))
}

function tableRows() {
  return ['Messaging', 'Video', 'Payment', 'Search', 'Shopping', 'Music'].map((name, index) =>
    [name, `${1060 - index * 57} million`, `${(97.2 - index * 3).toFixed(1)}%`].map((text) => ({ text })),
  )
}

function sentence(number) {
  return `The number of users rose by ${20 + number}.8 million over the year to December 2023, or ${number}.3 per cent. `
}

/** As much of a canvas as these charts want, drawn on a PDF page with its origin at x, y. */
class Canvas {
  constructor(document, x, y) {
    Object.assign(this, { document, state: { x, y, turn: 0 }, saved: [], path: [], canvas: {} })
    Object.assign(this, { globalAlpha: 1, fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, font: '10px Arimo' })
  }
  save() {
    const { state, fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign } = this
    this.saved.push({ state, fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign })
  }
  restore() {
    Object.assign(this, this.saved.pop())
  }
  at(x, y) {
    const { x: left, y: top, turn } = this.state
    return [left + x * Math.cos(turn) - y * Math.sin(turn), top + x * Math.sin(turn) + y * Math.cos(turn)]
  }
  translate(x, y) {
    const [left, top] = this.at(x, y)
    this.state = { ...this.state, x: left, y: top }
  }
  rotate(angle) {
    this.state = { ...this.state, turn: this.state.turn + angle }
  }
  setTransform() {}
  scale() {}
  clip() {}
  clearRect() {}
  fillRect() {}
  setLineDash() {}
  beginPath() {
    this.path = []
  }
  closePath() {
    this.path.push(['closePath'])
  }
  moveTo(x, y) {
    this.path.push(['moveTo', ...this.at(x, y)])
  }
  lineTo(x, y) {
    this.path.push(['lineTo', ...this.at(x, y)])
  }
  bezierCurveTo(a, b, c, d, x, y) {
    this.path.push(['bezierCurveTo', ...this.at(a, b), ...this.at(c, d), ...this.at(x, y)])
  }
  rect(x, y, width, height) {
    this.path.push(['rect', ...this.at(x, y), width, height])
  }
  arc(x, y, radius) {
    this.path.push(['circle', ...this.at(x, y), radius])
  }
  draw() {
    for (const [method, ...points] of this.path) this.document[method](...points)
    return this.document
  }
  fill() {
    if (this.path.length && this.fillStyle !== 'transparent')
      this.draw().fillColor(this.fillStyle, this.globalAlpha).fill()
  }
  stroke() {
    if (this.path.length && this.strokeStyle !== 'transparent')
      this.draw().lineWidth(this.lineWidth).strokeColor(this.strokeStyle, this.globalAlpha).stroke()
  }
  fillText(text, x, y) {
    const size = Number.parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? '10')
    this.document.font(this.font.includes('bold') ? 'Bold' : 'Regular').fontSize(size)
    const width = this.document.widthOfString(text)
    const shift =
      this.textAlign === 'center' ? width / 2 : this.textAlign === 'right' || this.textAlign === 'end' ? width : 0
    const [left, top] = this.at(x, y)
    this.document
      .save()
      .fillColor(this.fillStyle, this.globalAlpha)
      .rotate((this.state.turn * 180) / Math.PI, { origin: [left, top] })
    this.document.text(text, left - shift, top, { lineBreak: false, baseline: 'alphabetic' }).restore()
  }
}

const [out = 'out', runs = '1'] = process.argv.slice(2)
mkdirSync(out, { recursive: true })
for (let run = 0; run < Number(runs); run += 1) {
  const start = performance.now()
  const charts = []
  for (const spec of specs()) charts.push(await drawChart(spec))
  await Promise.all([writeDeck(join(out, 'floor.pptx'), charts), writeBriefing(join(out, 'floor.pdf'), charts)])
  console.log(JSON.stringify({ run, milliseconds: performance.now() - start, rss: process.memoryUsage().rss }))
}
