import { beforeAll, describe, expect, it } from 'vitest'
import { readLivingDeck } from '../../../src/build/base/read-living-deck.ts'
import type { Present } from '../../../src/living/run-refresh.ts'
import { openPackage } from '../../../src/opc/open-package.ts'
import { normalizedText } from '../../../src/trust/verify/mention-key.ts'
import { type DeckParts, editDeck } from '../../trust/verify/edit-deck.ts'
import { moveToOctober, port, rewrite } from '../port.ts'
import { buildAfter, refresh } from '../reports.ts'

let [september, october, renamed]: Present[] = []
beforeAll(async () => {
  september = await buildAfter([], port)
  october = await buildAfter([moveToOctober], port)
  renamed = await buildAfter([rename], port)
}, 30_000)

/** Two berths and an indicator have other names, and calls are counted in vessels. */
function rename(folder: string): void {
  rewrite(folder, 'data/figures.yaml', 'Muelle de la Isla', 'Muelle de Poniente')
  rewrite(folder, 'data/figures.yaml', 'Muelle Sur', 'Muelle Sur y Canal')
  rewrite(folder, 'data/figures.yaml', 'label: Pasajeros', 'label: Viajeros')
  rewrite(folder, 'data/figures.yaml', 'unit: calls', 'unit: vessels')
  rewrite(folder, 'data/report.yaml', '  calls:', '  vessels: { label: buques, singular: buque }\n  calls:')
  rewrite(folder, 'templates/deck.md.hbs', 'El Muelle Sur bajó', 'El Muelle Sur y Canal bajó')
}

const inOctober = (edit: (parts: DeckParts) => void) => inLater(october, edit)

/** What an edited deck of September says once it follows a later state of the report, and what is left to settle. */
function inLater(present: Present | undefined, edit: (parts: DeckParts) => void) {
  const deck = editDeck(september?.bytes ?? new Uint8Array(), edit)
  const { bytes = deck, entries } = refresh(deck, present as Present)
  const { texts, tables, charts } = readLivingDeck(openPackage(bytes))
  return {
    texts: texts.map(({ text }) => normalizedText(text)),
    rows: tables.flatMap(({ rows }) =>
      rows.map(({ cells }) => cells.map(({ text }) => normalizedText(text)).join(' | ')),
    ),
    charts: charts.flatMap(({ series }) =>
      series.map(({ vectors }) => vectors.find(({ role }) => role === 'c:val')?.values),
    ),
    settle: entries.flatMap(({ kind, message = '' }) => (kind === 'settle' ? [message] : [])),
  }
}

const add = (slide: number, shape: string) => (parts: DeckParts) =>
  parts.replace(`ppt/slides/slide${slide}.xml`, '</p:spTree>', `${shape}</p:spTree>`)
const paragraph = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`
const box = (...texts: string[]) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="901" name="Nota"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="609600" y="4500000"/><a:ext cx="5000000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>${texts.map(paragraph).join('')}</p:txBody></p:sp>`
const table = (...rows: string[][]) =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="902" name="Tabla propia"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="600000" y="5000000"/><a:ext cx="8000000" cy="1200000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${rows[0]?.map(() => '<a:gridCol w="2000000"/>').join('')}</a:tblGrid>${rows.map((cells) => `<a:tr h="300000">${cells.map((cell) => `<a:tc><a:txBody><a:bodyPr/>${paragraph(cell)}</a:txBody><a:tcPr/></a:tc>`).join('')}</a:tr>`).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`

describe('what the report calls otherwise now', () => {
  const said = (...words: string[]) => inLater(renamed, add(3, box(...words)))

  it('is asked about where a colleague says the former name or counts in the former unit', () => {
    const { settle, texts } = said(
      'Obras en el muelle de la Isla desde enero',
      'Muelle Sur: cierre parcial',
      'Escalas de buques: 1204',
      'Pasajeros de crucero, más abajo',
    )
    expect(settle).toEqual([
      '“1204” counts in another unit now: buques',
      '“muelle de la Isla” is called Muelle de Poniente in the report now',
      '“Muelle Sur” is called Muelle Sur y Canal in the report now',
      '“Pasajeros” is called Viajeros in the report now',
    ])
    expect(texts).toContain('Obras en el muelle de la Isla desde enero')
    expect(texts).toContain('El Muelle Sur y Canal bajó en 4000 toneladas frente a septiembre de 2025.')
  })

  it('is not, beside its name of now, as part of another word, or as any word in a sentence', () => {
    const { settle } = said(
      'El Muelle de Poniente, antes Muelle de la Isla',
      'Muelle Sureste',
      'Los pasajeros llegan en tren',
    )
    expect(settle).toEqual([])
  })
})

describe('a date that a colleague says in another form than the build did', () => {
  it('moves on in that form with the figures beside it', () => {
    const { texts, settle } = inOctober((parts) => {
      parts.replace('ppt/slides/slide3.xml', 'En septiembre de 2026 el Muelle', 'En sept. de 2026 el gran Muelle')
      parts.replace('ppt/slides/slide3.xml', 'Puerto de Almenara, septiembre de 2026', 'Almenara, septiembre 2026')
    })
    expect(texts).toContain('En oct. de 2026 el gran Muelle Norte aumentó en 45.000 toneladas, un 4,5 %.')
    expect(texts).toContain('Mercancías, Almenara, octubre 2026')
    expect(settle).toEqual([])
  })

  it('is to be settled on the first slide, where nothing else of its title is the build’s', () => {
    const { settle } = inOctober((parts) =>
      parts.replace(
        'ppt/slides/slide1.xml',
        'Boletín mensual del puerto, septiembre de 2026',
        'Así nos fue: sept. 2026',
      ),
    )
    expect(settle).toEqual(['names septiembre de 2026; the report is about octubre de 2026 now'])
  })
})

it('a small change follows where a sentence calls its indicator by another of its names', () => {
  const { texts } = inOctober(add(2, box('Las escalas: 38 menos que un año antes', 'Aforo: 38 puestos')))
  expect(texts).toContain('Las escalas: 22 menos que un año antes')
  expect(texts).toContain('Aforo: 38 puestos')
})

describe('in a table of a colleague’s own', () => {
  it('a change in a column that no build printed follows the levels of its row', () => {
    const { rows, settle } = inOctober(
      add(
        5,
        table(
          ['', 'sept 2025', 'sept 2026', 'Variación'],
          ['Muelle Norte', '962.000', '1.021.000', '+59.000'],
          ['Muelle de la Isla', '230.000', '258.000', '+12,2 %'],
        ),
      ),
    )
    expect(rows).toContain('Muelle Norte | 995.000 | 1.040.000 | +45.000')
    expect(rows).toContain('Muelle de la Isla | 247.000 | 281.000 | +13,8 %')
    expect(settle).toEqual([])
  })

  it('a rate beside amounts that are no figures stays and is to be settled, though a figure has its digits', () => {
    const own = ['Puerto vecino', '88.000', '94.300', '+12,2 %']
    const { rows, settle } = inOctober(add(5, table(['', 'Año 2025', 'Año 2026', 'Variación'], own)))
    expect(rows).toContain(own.join(' | '))
    expect(settle).toEqual(['“+12,2 %” may be cargo[island].rate@2026-09, +13,8 % now'])
  })
})

it('a rate in a sentence beside an amount that is no figure stays, unless the sentence names what it is of', () => {
  const { texts, settle } = inOctober(
    add(2, box('Levante e Isla: 755.000 toneladas, un 12,2 % más.', 'El Muelle de la Isla creció un 12,2 %.')),
  )
  expect(texts).toContain('Levante e Isla: 755.000 toneladas, un 12,2 % más.')
  expect(texts).toContain('El Muelle de la Isla creció un 13,8 %.')
  expect(settle).toEqual(['“12,2 %” may be cargo[island].rate@2026-09, 13,8 % now'])
})

it('a chart of a colleague’s own follows in cells as programs write numbers, though the deck writes decimal commas', () => {
  const { charts } = inOctober((parts) => {
    const chart = parts.saying('Muelle de Levante', /^ppt\/charts\/chart\d+\.xml$/)
    const point = (index: number, value: string) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`
    const list = (tag: string, kind: string, values: string[]) =>
      `<c:${tag}><c:${kind}Ref><c:f>Hoja!$A$2</c:f><c:${kind}Cache><c:ptCount val="${values.length}"/>${values.map((value, at) => point(at, value)).join('')}</c:${kind}Cache></c:${kind}Ref></c:${tag}>`
    const own = `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f/><c:strCache><c:ptCount val="1"/>${point(0, 'Mío')}</c:strCache></c:strRef></c:tx>${list('cat', 'str', ['Total', 'Viajeros'])}${list('val', 'num', ['2.427', '187.9'])}</c:ser>`
    parts.set(chart, parts.get(chart).replace(/<c:ser>.*<\/c:ser>/s, own))
    parts.replace('ppt/slides/slide3.xml', 'name="Gráfico: ranking"', 'name="Mi gráfico"')
  })
  expect(charts).toContainEqual(['2.502', '142.3'])
})
