import { percent } from '../../../dataset/figure/unit/unit.ts'
import { readRecords } from '../../../dataset/yaml/csv.ts'
import { sourceText } from '../../../files/source-text.ts'
import type { JsonObject } from '../../spec/json/json.ts'
import { readDataInside } from '../../spec/links/loader.ts'
import { figureAt } from '../figure-at.ts'
import { aggregates, atPeriod, sayUnitWhere, tint, wordsOn } from '../parts.ts'
import { readShapes, type Shapes } from '../shapes.ts'
import { type CallFault, type ChartRequest, callFault, type NamedChart } from '../types.ts'

/** `chart:map`: a share or rate by place, on the shapes of the places or on a tile for each. */
export const map: NamedChart = {
  purpose: 'a share or rate by place: shapes of a GeoJSON or TopoJSON file, or a tile for each place',
  options: {
    shapes: { type: 'file' },
    key: { type: 'text' },
    object: { type: 'text' },
    tiles: { type: 'file' },
    period: { type: 'period' },
  },
  parting: 'required',
  check: mapFaults,
  toSpec: (request) => {
    const { folder, options } = request
    if (options.tiles !== undefined) return tileSpec(request, options.tiles, readTiles(folder, options.tiles))
    const shapes = getShapes(request)
    return 'message' in shapes ? {} : shapeSpec(request, shapes)
  },
}

function getShapes({ folder, options: { shapes = '', key = 'id', object } }: ChartRequest): Shapes | CallFault {
  return orFault(() => {
    const made = readShapes(readDataInside(folder, shapes), key, object)
    return 'message' in made ? { message: `${shapes}: ${made.message}` } : made
  })
}

/** What is read of a file, or why it cannot be. */
function orFault<T>(read: () => T): T | CallFault {
  try {
    return read()
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) }
  }
}

type Tile = ReturnType<typeof readTiles>[number]

/** The rows of a file with the columns category, row and column. */
function readTiles(folder: string, address: string) {
  const { records } = readRecords(sourceText(address, readDataInside(folder, address)))
  const [head = [], ...rows] = records.map((record) => record.map(({ text }) => text.trim()))
  const cell = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? ''
  return rows.map((row) => ({
    category: cell(row, 'category'),
    row: Number(cell(row, 'row')),
    column: Number(cell(row, 'column')),
  }))
}

function mapFaults(request: ChartRequest): CallFault[] {
  const { options, parting, series, dataset } = request
  const { shapes, tiles } = options
  if ((shapes === undefined) === (tiles === undefined))
    return [
      { message: 'a map wants shapes or tiles', expected: 'shapes="maps/regions.geojson", or tiles="maps/tiles.csv"' },
    ]
  const isShare = dataset.indicators.get(series[0]?.replace(/\[.*/, '') ?? '')?.type === 'ratio'
  if (shapes !== undefined && !isShare)
    return callFault(
      'a map of amounts: large places look like much',
      'show a share or rate (type: ratio), or the amounts as chart:ranking or on tiles',
    )
  const places = getPlaces(request)
  if ('message' in places) return [places]
  const missing = (parting?.parts ?? []).filter(({ id }) => !places.includes(id)).map(({ id }) => id)
  if (missing.length === 0) return []
  const hint =
    shapes === undefined
      ? 'give each category a row and a column'
      : 'key="code" names the property that holds the category'
  return callFault(`categories without a place in ${shapes ?? tiles}: ${missing.join(', ')}`, hint)
}

/** The categories that a map has places for. */
function getPlaces(request: ChartRequest): readonly string[] | CallFault {
  const { tiles } = request.options
  if (tiles === undefined) {
    const shapes = getShapes(request)
    return 'message' in shapes ? shapes : shapes.names
  }
  return orFault(() => {
    const found = readTiles(request.folder, tiles)
    const wrong = found.find(({ row, column }) => !Number.isInteger(row) || !Number.isInteger(column))
    return wrong === undefined
      ? found.map(({ category }) => category)
      : { message: `${tiles}: no row and column of: ${wrong.category}`, expected: 'columns category,row,column' }
  })
}

/** The round numbers from one of which to the next places have one shade. */
function getBounds({ series, measure, options, dataset }: ChartRequest): number[] {
  const values = series.flatMap(
    (key) => figureAt(key, measure, options.period, dataset)?.quantity.value.toNumber() ?? [],
  )
  return roundBounds(Math.min(...values), Math.max(...values))
}

/** Shades between round numbers, as many as the eye tells apart; the legend says the number at each boundary. */
function getShade(bounds: number[], { unit, dataset, locale }: ChartRequest): JsonObject {
  const named = dataset.units.get(unit)
  return {
    field: 'value',
    type: 'quantitative',
    scale: {
      type: 'threshold',
      domain: bounds,
      range: [...bounds, 0].map((_, index) => tint('accent', (index + 1) / (bounds.length + 1))),
    },
    legend: {
      orient: 'top',
      direction: 'horizontal',
      labelOverlap: false,
      ...(named && unit !== percent.id && locale.says(named)
        ? { title: locale.text(named.label), titleOrient: 'right' }
        : {}),
      labelExpr: `datum.index === 0 ? '' : quantity(${JSON.stringify(bounds)}[datum.index - 1], ${JSON.stringify(unit)})`,
    },
  }
}

/** Only Vega-Lite's configuration sets the length of a legend of shades: long enough for its numbers, in points. */
function shadesWide(bounds: readonly number[], medium: ChartRequest['medium']): JsonObject {
  const size = medium === 'slide' ? 12 : 6
  const shades = Math.max(6, bounds.length + 1)
  return { legend: { gradientLength: { expr: `min(width, ${shades * size * (20 / 3)})` }, gradientThickness: size } }
}

/** Three to six round numbers between two others. */
function roundBounds(least: number, most: number): number[] {
  const rough = (most - least) / 4 || Math.abs(most) || 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 2.5, 5].findLast((size) => size * power <= rough) ?? 1)
  const first = Math.floor(least / step) + 1
  const count = Math.max(1, Math.ceil(most / step) - first)
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(6)))
}

function shapeSpec(request: ChartRequest, { format, key, names, projection }: Shapes): JsonObject {
  const { data, options, parting, locale, medium } = request
  const bounds = getBounds(request)
  const isWhole = names.every((name) => parting?.parts.some(({ id }) => id === name))
  const source = { url: options.shapes ?? '', format }
  const outline = { type: 'geoshape', stroke: { expr: 'paper' }, strokeWidth: 0.75 }
  return {
    config: shadesWide(bounds, medium),
    projection,
    layer: [
      { data: source, mark: { ...outline, fill: { expr: 'panel' } } },
      {
        data: { name: data },
        transform: [atPeriod(request), { lookup: parting?.dimension ?? '', from: { data: source, key }, as: 'shape' }],
        mark: outline,
        encoding: { shape: { field: 'shape', type: 'geojson' }, color: getShade(bounds, request) },
      },
      placeNames(request, source, key),
      ...(isWhole ? [] : emptyLegend(locale.word('noFigure'))),
    ],
  }
}

/** The name and the figure of each place, in the middle of its shape, where that is wide and high enough for them. */
function placeNames(request: ChartRequest, source: JsonObject, key: string): JsonObject {
  const isRoomy =
    'datum.box[1][0] - datum.box[0][0] > length(datum.category) * axisSize * 0.62 && datum.box[1][1] - datum.box[0][1] > axisSize * 2.8'
  const position = (field: string): JsonObject => ({ field, type: 'quantitative', scale: null, axis: null })
  return {
    data: { name: request.data },
    transform: [
      atPeriod(request),
      { lookup: request.parting?.dimension ?? '', from: { data: source, key }, as: 'shape' },
      { filter: 'isValid(datum.shape)' },
      // Vega-Lite calls the projection of a chart so.
      { calculate: "geoBounds('projection', datum.shape)", as: 'box' },
      { calculate: "geoCentroid('projection', datum.shape)", as: 'middle' },
      { filter: isRoomy },
      sayUnitWhere('false', request),
      { calculate: 'datum.category', as: 'nameLines' },
      { calculate: 'datum.middle[0]', as: 'across' },
      { calculate: 'datum.middle[1]', as: 'down' },
    ],
    encoding: { x: position('across'), y: position('down') },
    layer: nameLayers(),
  }
}

/** The name of a place, over as many lines as its row has, and its figure. */
function nameLayers(width = 'width', sizes = { names: 'axisSize', numbers: 'axisSize' }): JsonObject[] {
  const lines = '(isArray(datum.nameLines) ? length(datum.nameLines) : 1) * axisSize * 0.6'
  const line = (field: string, dy: string, size: string, style: JsonObject): JsonObject => ({
    mark: {
      ...{ type: 'text', dy: { expr: dy }, fontSize: { expr: size }, lineHeight: { expr: `${size} * 1.1` } },
      limit: { expr: width },
      ...style,
    },
    encoding: { text: { field }, color: wordsOn('datum.value') },
  })
  return [
    line('nameLines', `-${lines}`, sizes.names, {}),
    line('said', `${lines} + axisSize * 0.1`, sizes.numbers, { fontWeight: 'bold' }),
  ]
}

/** Words of tiles, all of one size: numbers whole, names down to three fifths of the usual size. */
function tileSizes(width: string): { names: string; numbers: string } {
  return {
    names: `min(axisSize, max(axisSize * 0.6, ${width} / (datum.mostLetters * 0.55)))`,
    numbers: `min(axisSize, ${width} / (datum.mostDigits * 0.62))`,
  }
}

/** What the shapes without a figure are, at the foot. */
function emptyLegend(words: string): JsonObject[] {
  const foot = { y: { value: { expr: 'height - axisSize * 0.5' } } }
  const at = (x: string) => ({ data: { values: [{}] }, encoding: { ...foot, x: { value: { expr: x } } } })
  return [
    {
      ...at('axisSize * 0.5'),
      mark: {
        type: 'point',
        shape: 'square',
        color: { expr: 'panel' },
        stroke: { expr: 'rule' },
        size: { expr: 'pow(axisSize * 0.8, 2)' },
      },
    },
    { ...at('axisSize * 1.4'), mark: { type: 'text', style: 'note', align: 'left', text: words } },
  ]
}

/** Where they have room for it, tiles are so much wider than high. */
const widest = 1.75

function tileSpec(request: ChartRequest, url: string, tiles: readonly Tile[]): JsonObject {
  const { data, parting, medium } = request
  const bounds = getBounds(request)
  const ends = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const
  const [[left, right], [top, bottom]] = [ends(tiles.map((tile) => tile.column)), ends(tiles.map((tile) => tile.row))]
  const side = `min(width / ${right - left + 1}, height / ${bottom - top + 1})`
  const across = `min(width / ${right - left + 1}, ${side} * ${widest})`
  const place = (field: string, from: number, to: number, room: string): JsonObject => ({
    field,
    type: 'quantitative',
    axis: null,
    scale: {
      domain: [from - 0.5, to + 0.5],
      range: (room === 'width' ? [-1, 1] : [1, -1]).map((way) => ({
        expr: `${room} / 2 + ${way} * ${room === 'width' ? across : side} * ${(to - from + 1) / 2}`,
      })),
      nice: false,
    },
  })
  return {
    config: shadesWide(bounds, medium),
    data: { name: data },
    transform: [
      atPeriod(request),
      { lookup: parting?.dimension ?? '', from: { data: { url }, key: 'category', fields: ['row', 'column'] } },
      { calculate: '-datum.row', as: 'up' },
      sayUnitWhere('false', request),
      { calculate: `breakName(datum.category, ${across} / axisSize * 1.8)`, as: 'nameLines' },
      { calculate: 'countLongest(datum.nameLines)', as: 'letters' },
      { calculate: 'length(datum.said)', as: 'digits' },
      ...['column', 'up'].flatMap((field) => [
        { calculate: `toNumber(datum.${field}) - 0.47`, as: `${field}Start` },
        { calculate: `toNumber(datum.${field}) + 0.47`, as: `${field}End` },
      ]),
      aggregates({ mostLetters: ['max', 'letters'], mostDigits: ['max', 'digits'] }),
    ],
    encoding: { x: place('column', left, right, 'width'), y: place('up', -bottom, -top, 'height') },
    layer: [
      {
        mark: 'rect',
        encoding: {
          x: place('columnStart', left, right, 'width'),
          x2: { field: 'columnEnd' },
          y: place('upStart', -bottom, -top, 'height'),
          y2: { field: 'upEnd' },
          color: getShade(bounds, request),
        },
      },
      ...nameLayers(`${across} * 0.92`, tileSizes(`${across} * 0.92`)),
    ],
  }
}
