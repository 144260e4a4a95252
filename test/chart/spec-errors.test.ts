import { describe, expect, test } from 'vitest'
import { collectDiagnostics } from '../../src/build/collect-diagnostics.ts'
import { drawNatural } from '../../src/chart/draw/draw.ts'
import { readFreeSpec, toFreeChart } from '../../src/free-chart/free-chart.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { fonts, theme } from './sample.ts'

const files = {
  'unclosed.csv': 'a,b\n"x,1\ny,2\n',
  'ragged.csv': 'a,b\nx,1\ny\n',
  'header.csv': 'a,b\n',
  'empty.csv': '',
  'page.csv': '<!DOCTYPE html><html></html>',
  'broken.json': '[{"a": 1},',
  'rows.json': '{"rows": [{"a": "x", "b": 1}]}',
  'rows.csv': 'a,b\nx,1\ny,2\n',
}

/** Where a trouble is, in the specs below. */
const here = '▸'

/** What is told of a spec: its troubles, `severity: message`, with what to do after a dash; and where, `line:column`. */
async function told(text: string, file = 'a.vl.json') {
  const { note, outcome } = collectDiagnostics()
  const read = note(readFreeSpec({ file, text: text.replaceAll(here, '') }))
  const setting = { locale: getLocale('en'), medium: 'page' as const, size: {}, theme }
  const options = { theme, fonts, folder: temporaryFolder(files) }
  if (read) note(await drawNatural(toFreeChart(read, setting), options))
  const { diagnostics } = outcome()
  return {
    messages: diagnostics.map(({ severity, message, hint }) => `${severity}: ${message}${hint ? ` – ${hint}` : ''}`),
    places: diagnostics.map(({ place }) => `${place?.line}:${place?.column}`),
  }
}

/** The places that a text is marked at, `line:column`. */
function marked(text: string): string[] {
  return text.split(here).flatMap((_, index, parts) => {
    if (index === 0) return []
    const lines = parts
      .slice(0, index)
      .join('')
      .replace(/^\uFEFF/, '')
      .split('\n')
    return [`${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`]
  })
}

const values = '  "data": { "values": [{ "a": "x", "b": 1 }, { "a": "y", "b": 3 }] },'
const encoding =
  '  "encoding": { "x": { "field": "a", "type": "nominal" }, "y": { "field": "b", "type": "quantitative" } }'
/** A spec of six lines; its data stand in line 2, its mark in line 3, its encoding in line 4, anything else in line 5. */
const spec = ({ data = values, mark = '  "mark": "bar",', encodings = encoding, more = '' }) =>
  `{\n${data}\n${mark}\n${encodings}${more === '' ? '' : `,\n${more}`}\n}\n`
const encoded = (x: string, y = '{ "field": "b", "type": "quantitative" }', more = '') =>
  spec({ encodings: `  "encoding": { "x": ${x}, "y": ${y}${more} }` })
const nominal = '{ "field": "a", "type": "nominal" }'
const axis = (properties: string) =>
  encoded(nominal, `{ "field": "b", "type": "quantitative", "axis": { ${properties} } }`)
const scale = (properties: string) =>
  encoded(nominal, `{ "field": "b", "type": "quantitative", "scale": { ${properties} } }`)
const noNumber = (path: string, field: string) =>
  `warning: ${path}: no number or date in field: ${field} – is the field spelt as in the data, and are its values numbers or dates?`
const undeclared = (path: string, name: string) =>
  `error: ${path}: unknown parameter: ${name} – declare it in params; colours, sizes and periods by name are parameters of the charts below a report’s templates`
const tooMany = (path: string, what: string, rows = '1.00e+9') =>
  `error: ${path}: "${what}" asks for ${rows} rows, and 2000000 are the most that can be drawn`

const expectTold = async (text: string, messages: string[], file?: string) =>
  expect(await told(text, file)).toEqual({ messages, places: marked(text) })

test('of a sound spec nothing is told', () => expectTold(spec({}), []))

describe('text that is no spec', () => {
  test.each([
    ['a comma too many', '{\n  "mark": "bar",\n▸}', 'not valid JSON'],
    ['single quotes', "{\n  ▸'mark': 'bar'\n}", 'not valid JSON'],
    ['a comment', '{\n  ▸// bars\n  "mark": "bar"\n}', 'not valid JSON'],
    ['a comma too few', '{\n  "mark": "bar"\n  ▸"encoding": {}\n}', 'not valid JSON'],
    ['NaN', '{\n  "mark": "bar",\n  "width": ▸NaN\n}', 'not valid JSON'],
    ['a bracket never closed', '{\n  "mark": "bar",\n  "encoding": {"x": {"field": "a"}\n▸', 'not valid JSON'],
    ['two specs', '{"mark": "bar"}\n▸{"mark": "line"}', 'not valid JSON'],
    ['a tab in a text', '{\n\t"mark": ▸"b\tar"\n}', 'not valid JSON'],
    ['YAML', '▸mark: bar\nencoding: {}\n', 'not valid JSON'],
    ['nothing', '▸  \n', 'an empty file'],
    ['a list', '▸[]', 'not a Vega-Lite spec'],
    ['an empty object', '▸{}', 'nothing to draw in it'],
    ['brackets without end', `${'['.repeat(200)}▸${'['.repeat(1e5)}`, 'nested deeper than 200 levels'],
    ['objects without end', `${'{"a":'.repeat(200)}▸${'{"a":'.repeat(1e5)}`, 'nested deeper than 200 levels'],
  ])('%s', (_, text, message) => expectTold(text, [`error: ${message}`]))

  test('a property given twice, of which each reader would keep another', () =>
    expectTold(spec({ more: '  ▸"mark": "line"' }), ['error: property is given twice: mark']))

  test.each([
    ['a property', '  ▸"__proto__": { "mark": "line" }'],
    ['a parameter', '  "params": [{ "name": ▸"__proto__", "value": 1 }]'],
    ['a dataset', '  "datasets": { ▸"__proto__": [{ "a": 1 }] }'],
  ])('the one name that no reader keeps, of %s', (_, more) =>
    expectTold(spec({ more }), ['error: a name that cannot be used: __proto__']),
  )
})

describe('what Vega-Lite does not know', () => {
  test.each<[string, ...string[]]>([
    [spec({ mark: '  "mark": ▸"barr",' }), 'error: wrong value of mark: "barr" – did you mean bar?'],
    [`\uFEFF${spec({ mark: '  "mark": ▸"barr",' })}`, 'error: wrong value of mark: "barr" – did you mean bar?'],
    [spec({ mark: '  "mark": ▸3,' }).replaceAll('\n', '\r\n'), 'error: wrong value of mark: 3'],
    [spec({ mark: '  "mark": ▸null,' }), 'error: wrong value of mark: null'],
    [spec({ mark: '  "mark": { ▸"typ": "bar" },' }), 'error: unknown property: mark.typ – did you mean type?'],
    [
      spec({ mark: '  "mark": { "type": "bar", ▸"colour": "red" },' }),
      'warning: unknown property: mark.colour – did you mean color?',
    ],
    [spec({ mark: '  "mark": { "type": "bar", "color": ▸5 },' }), 'warning: wrong value of mark.color: 5'],
    [
      spec({ mark: '  "mark": { "type": "bar", "color": ▸"blu" },' }),
      'warning: wrong value of mark.color: "blu" – did you mean blue?',
    ],
    [
      encoded(
        nominal,
        undefined,
        ', "color": { "condition": { "test": "true", "value": ▸"#12345" }, "value": "grey" }',
      ),
      'warning: wrong value of encoding.color.condition.value: "#12345"',
    ],
    [
      spec({ mark: '  "mark": { "type": "line", "interpolate": ▸"smooth" },' }),
      'error: wrong value of mark.interpolate: "smooth"',
    ],
    [spec({ mark: '  "mark": { "type": "point", "size": ▸-5 },' }), 'warning: wrong value of mark.size: -5'],
    [
      spec({ mark: '  "mark": { "type": "point", "shape": ▸"hexagn" },' }),
      'error: mark.shape: neither the name of a shape nor an SVG path',
    ],
    [
      spec({ encodings: encoding.replace('"encoding"', '▸"enconding"') }),
      'warning: unknown property: enconding – did you mean encoding?',
    ],
    [spec({ encodings: '  "encoding": ▸[]' }), 'warning: wrong value of encoding: []'],
    [encoded('{ "field": "a", "type": ▸"zzz" }'), 'error: wrong value of encoding.x.type: "zzz"'],
    [encoded('▸"a"'), 'warning: wrong value of encoding.x: "a"'],
    [encoded('{ "field": ▸"a", "bin": { "maxbins": 5 } }'), noNumber('encoding.x.field', 'a')],
    [
      encoded('{ "field": "b", "bin": { ▸"maxBins": 5 } }'),
      'warning: unknown property: encoding.x.bin.maxBins – did you mean maxbins?',
    ],
    [
      encoded('{ "field": "a", "timeUnit": ▸"yeer" }'),
      'error: wrong value of encoding.x.timeUnit: "yeer" – did you mean year?',
    ],
    [
      encoded('{ "field": "a", "sort": { ▸"feild": "b" } }'),
      'warning: unknown property: encoding.x.sort.feild – did you mean field?',
    ],
    [
      encoded(nominal, undefined, ', ▸"colour": { "field": "a" }'),
      'warning: unknown property: encoding.colour – did you mean color?',
    ],
    [
      encoded(nominal, '{ "field": "b", "aggregate": ▸"meen" }'),
      'warning: wrong value of encoding.y.aggregate: "meen" – did you mean mean?',
    ],
    [
      encoded(nominal, '{ "datum": { ▸"yeer": 2000 } }'),
      'error: unknown property: encoding.y.datum.yeer – did you mean year?',
    ],
    [axis('▸"titel": "B"'), 'warning: unknown property: encoding.y.axis.titel – did you mean title?'],
    [axis('"format": ▸"zz%%"'), 'error: encoding.y.axis.format: invalid format: zz%%'],
    [
      encoded(nominal, '▸{ "field": "b", "type": "quantitative", "axis": { "format": "x", "formatType": "y" } }'),
      'warning: encoding.y: config.customFormatTypes is not true, thus custom format type and format for channel y are dropped.',
    ],
    [axis('"labelFontSize": ▸-5'), 'warning: wrong value of encoding.y.axis.labelFontSize: -5'],
    [axis('"tickCount": ▸1000000000'), 'error: wrong value of encoding.y.axis.tickCount: 1000000000'],
    [scale('"type": ▸"logg"'), 'warning: wrong value of encoding.y.scale.type: "logg" – did you mean log?'],
    [scale('"type": ▸"log"'), 'warning: encoding.y.scale.type: log scale domain includes zero: [0,3]'],
    [scale('"domain": ▸"all"'), 'error: wrong value of encoding.y.scale.domain: "all"'],
    [scale('"nice": ▸"very"'), 'error: wrong value of encoding.y.scale.nice: "very"'],
    [
      encoded(nominal, undefined, ', "color": { "field": "a", "scale": { "scheme": ▸"nosuch" } }'),
      'error: wrong value of encoding.color.scale.scheme: "nosuch"',
    ],
    [
      encoded(nominal, undefined, ', "color": { "condition": { "param": ▸"brush", "value": "red" }, "value": "grey" }'),
      undeclared('encoding.color.condition.param', 'brush'),
    ],
    [
      spec({ mark: '  "mark": { "type": "bar", "color": { "expr": ▸"accent" } },' }),
      undeclared('mark.color.expr', 'accent'),
    ],
    [
      spec({
        mark: '  "mark": { "type": "bar", "color": { "expr": ▸"acent" } },',
        more: '  "params": [{ "name": "accent", "value": "red" }]',
      }),
      'error: mark.color.expr: unknown parameter: acent – did you mean accent?',
    ],
    [spec({ more: '  "width": ▸"wide"' }), 'warning: wrong value of width: "wide"'],
    [spec({ more: '  "width": ▸-100' }), 'error: wrong value of width: -100'],
    [spec({ more: '  "height": ▸0' }), 'error: wrong value of height: 0'],
    [spec({ more: '  "width": ▸1000000000' }), 'error: wrong value of width: 1000000000'],
    [spec({ more: '  "width": { "step": ▸-20 }' }), 'error: wrong value of width.step: -20'],
    [spec({ more: '  "padding": ▸"lots"' }), 'warning: wrong value of padding: "lots"'],
    [spec({ more: '  "autosize": ▸"fitt"' }), 'warning: wrong value of autosize: "fitt" – did you mean fit?'],
    [
      spec({ more: '  "config": { "axis": { ▸"labelcolor": "red" } }' }),
      'warning: unknown property: config.axis.labelcolor – did you mean labelColor?',
    ],
    [
      spec({ more: '  "params": [{ "name": "p", "value": 3 }, { "name": ▸"p", "value": 4 }]' }),
      'error: params[1].name: duplicate signal name: "p"',
    ],
    [spec({ more: '  "params": [{ "name": "p", "expr": ▸"q + 1" }]' }), undeclared('params[0].expr', 'q')],
    [
      spec({ more: '  "params": [{ "name": "p", "select": ▸"intervall" }]' }),
      'error: wrong value of params[0].select: "intervall" – did you mean interval?',
    ],
    ['{ "mark": ▸"rule", "data": { "values": [{ "a": 1 }] } }', 'error: mark: missing property: encoding'],
    ['{ "hconcat": ▸null }', 'error: wrong value of hconcat: null'],
    ['▸{ "facet": { "field": "a" }, "data": { "values": [{ "a": 1 }] } }', 'error: missing property: spec'],
    [`{\n${values}\n  "layer": [▸"bar"]\n}`, 'error: wrong value of layer[0]: "bar"'],
    [
      `{\n${values}\n  "layer": [\n    { "mark": ▸"lin" },\n    { "mark": "text", "encoding": { "text": { "field": "b", ▸"formt": ".1f" } } }\n  ]\n}`,
      'error: wrong value of layer[0].mark: "lin" – did you mean line?',
      'error: unknown property: layer[1].encoding.text.formt – did you mean format?',
    ],
  ])('%s', (text, ...messages) => expectTold(text, messages))
})

describe('steps that cannot be taken', () => {
  test.each([
    ['"filter": ▸"datum.b >"', 'error: transform[0].filter: expression cannot be read: unexpected end of input'],
    ['"filter": ▸"foo(datum.b)"', 'error: transform[0].filter: unknown function: foo'],
    ['"filter": ▸"datum.b > limit"', undeclared('transform[0].filter', 'limit')],
    ['"calculate": ▸"constructor", "as": "c"', 'error: transform[0].calculate: unknown parameter: constructor'],
    ['"filter": ▸"datum.b > toString"', 'error: transform[0].filter: unknown parameter: toString'],
    ['"calculate": ▸"geoArea(\'x\', datum)", "as": "c"', 'error: transform[0].calculate: unknown projection: x'],
    ['▸"filtre": "datum.b > 1"', 'warning: unknown property: transform[0].filtre – did you mean filter?'],
    ['"calculate": ▸"datum.c * 2", "as": "d"', 'warning: transform[0].calculate: unknown field: c'],
    [
      '"aggregate": [{ "op": ▸"meen", "field": "b", "as": "r" }]',
      'error: wrong value of transform[0].aggregate[0].op: "meen" – did you mean mean?',
    ],
    ['"fold": ▸"a"', 'error: wrong value of transform[0].fold: "a"'],
    ['"density": ▸"b", "steps": 1e9', tooMany('transform[0].density', 'density')],
    ['"calculate": ▸"sequence(1e9)", "as": "c"', tooMany('transform[0].calculate', 'sequence')],
    ['"regression": "b", "on": "a", "method": ▸"cubic"', 'error: wrong value of transform[0].method: "cubic"'],
  ])('%s', (step, message) => expectTold(spec({ more: `  "transform": [{ ${step} }]` }), [message]))

  test.each([
    ['"calculate": "datum.b * 2"', 'as'],
    ['"impute": "b"', 'key'],
  ])('%s without what it needs', (step, missing) =>
    expectTold(spec({ more: `  "transform": [▸{ ${step} }]` }), [`error: missing property: transform[0].${missing}`]),
  )

  test('numbers that are none', () =>
    expectTold(
      spec({
        encodings: '  "encoding": { "x": { "field": "a" }, "y": { "field": ▸"c", "type": "quantitative" } }',
        more: '  "transform": [{ "calculate": "0 / 0", "as": "c" }]',
      }),
      [noNumber('encoding.y.field', 'c')],
    ))
})

describe('rows that a filter leaves none of', () => {
  const nothing = 'warning: nothing to draw: no data is left'

  test.each(['values', 'url'])('of %s: their fields have numbers', (kind) => {
    const data = kind === 'url' ? { data: '  "data": { "url": "rows.csv" },' } : {}
    return expectTold(spec({ ...data, more: '  "transform": ▸[{ "filter": "datum.a == \'z\'" }]' }), [nothing])
  })

  test('on a scale of logarithms', () => {
    const more = '  "transform": ▸[{ "filter": "datum.b > 9" }]'
    return expectTold(`${scale('"type": "log"').replace(/\n}\n$/, `,\n${more}\n}\n`)}`, [nothing])
  })
})

test('layers sorted by a channel', () => {
  const x = '"x": { "field": "b", "type": "quantitative" }'
  const layer = (mark: string, sort = '') =>
    `{ "mark": "${mark}"${sort && `, "encoding": { "y": { "field": "a", "sort": ${sort} } }`} }`
  const layers = (...all: string[]) => `  "layer": [${all.join(', ')}],`
  const encodings = (sort: string) => `  "encoding": { ${sort && `"y": { "field": "a", "sort": ${sort} }, `}${x} }`
  const advice = '"sort": { "field": "value", "op": "max", "order": "descending" }'
  const message = `warning: layer[0].encoding.y.sort: its layers are sorted each by values of their own – name the field: ${advice}`
  const apart = layers(layer('bar', '▸"-x"'), layer('bar', '"x"'))
  return Promise.all([
    expectTold(spec({ mark: apart, encodings: encodings('') }), [message]),
    // Bars and the words at their ends are in one order, whatever Vega-Lite says.
    expectTold(spec({ mark: layers(layer('bar'), layer('text')), encodings: encodings('"-x"') }), []),
  ])
})

test('marks that fall on no place', () =>
  expectTold(scale('"domain": ▸["a", "b"]'), [
    'warning: marks that fall on no place: 2 – what puts them there is not a number: look at the domain and range of the scale, and at the field',
  ]))

describe('data that are not there, or are none', () => {
  test.each([
    ['"url": ▸"none.csv"', 'data.url: no such file: none.csv'],
    ['"url": ▸"../none.csv"', 'data.url: no such file: ../none.csv'],
    ['"url": ▸"/etc/passwd"', 'data.url: not a file of the folder: /etc/passwd'],
    ['"url": ▸"https://example.org/a.csv"', 'data.url: not a file of the folder: https://example.org/a.csv'],
    ['"url": ▸"unclosed.csv"', 'data.url: malformed: unclosed.csv, line 2: a quote is not closed'],
    ['"url": ▸"ragged.csv"', 'data.url: malformed: ragged.csv, line 3: 1 fields, where the header has 2'],
    ['"url": ▸"header.csv"', 'data.url: malformed: header.csv: no rows under its header'],
    ['"url": ▸"empty.csv"', 'data.url: malformed: empty.csv: an empty file'],
    ['"url": ▸"page.csv"', 'data.url: malformed: page.csv: a page of HTML'],
    ['"url": ▸"broken.json"', 'data.url: malformed: broken.json: Unexpected end of JSON input'],
    [
      '"url": "rows.json", "format": { "property": ▸"raws.all" }',
      'data.format.property: nothing of that name in rows.json: all',
    ],
    ['"url": "rows.json", "format": { "type": ▸"xlsx" }', 'wrong value of data.format.type: "xlsx"'],
    [
      '"url": "rows.csv", "format": { "parse": ▸{ "b": "numbr" } }',
      'data.format.parse: malformed: rows.csv: Illegal format pattern: b:numbr',
    ],
    ['"url": ▸4', 'wrong value of data.url: 4'],
    ['▸"vlaues": []', 'unknown property: data.vlaues – did you mean values?'],
    [
      '"name": ▸"netizens"',
      'no data of that name: netizens – give url, values or datasets; names of figures are for the charts of a report, in its templates folder',
    ],
    ['"sequence": ▸{ "start": 0, "stop": 1e9, "as": "b" }', tooMany('data.sequence', 'sequence').slice(7)],
    [
      '"sequence": ▸{ "start": 0, "stop": 9, "step": 0, "as": "b" }',
      tooMany('data.sequence', 'sequence', 'Infinity').slice(7),
    ],
  ])('%s', (data, message) => expectTold(spec({ data: `  "data": { ${data} },` }), [`error: ${message}`]))

  test('none at all', () => expectTold(`▸${spec({ data: '' })}`, ['error: no data for its fields']))

  test('a field that no row has', () =>
    expectTold(encoded(nominal, '{ "field": ▸"bb", "type": "quantitative" }'), [
      'error: encoding.y.field: unknown field: bb – did you mean b?',
    ]))

  test.each([
    ['a bin', '{ "bin": true, "field": "b", "as": "step" }, { "calculate": "datum.step + datum.step_end", "as": "c" }'],
    ['a time unit', '{ "timeUnit": "year", "field": "b", "as": "year" }, { "calculate": "datum.year_end", "as": "c" }'],
    ['a regression', '{ "regression": "b", "on": "b", "params": true }, { "calculate": "datum.rSquared", "as": "c" }'],
  ])('but not one that %s makes, though no row that is drawn has it', (_, transform) => {
    const counted = encoded('{ "field": "c", "type": "ordinal" }', '{ "aggregate": "count" }')
    return expectTold(counted.replace('"mark"', `"transform": [${transform}], "mark"`).replaceAll(here, ''), [])
  })

  test('nor one that is named where rows are counted', () => {
    const transform = '{ "window": [{ "op": "count", "field": "count", "as": "c" }] }'
    const drawn = encoded('{ "field": "c", "type": "ordinal" }', '{ "aggregate": "count", "field": "rows" }')
    return expectTold(drawn.replace('"mark"', `"transform": [${transform}], "mark"`).replaceAll(here, ''), [])
  })

  test.each(['value', 'label', 'index'])('nor the %s of a tick, on an axis of time units too', (field) => {
    const labelColor = { condition: { test: { field, equal: 1 }, value: 'red' }, value: 'black' }
    const x = { timeUnit: 'year', field: 'a', type: 'ordinal', axis: { labelColor } }
    return expectTold(encoded(JSON.stringify(x)).replaceAll(here, ''), [])
  })

  test('a field of text where numbers are due', () =>
    expectTold(encoded(nominal, '{ "field": ▸"a", "type": "quantitative" }'), [noNumber('encoding.y.field', 'a')]))
})

test.each([
  ['javascript:alert(1)'],
  ['file:///etc/passwd'],
  ['data:text/html,x'],
  ['ftp://example.org'],
  ['page.html'],
  [' javascript:alert(1)'],
])('a link to %s is refused', (href) =>
  expectTold(encoded(nominal, undefined, `, "href": { "value": ▸"${href}" }`), [
    `error: encoding.href.value: link refused: ${href}`,
  ]),
)

describe('specs of Vega', () => {
  test.each([
    ['{ "marks": ▸"x" }', 'error: wrong value of marks: "x"'],
    ['{ "marks": [{ "type": ▸"rectt" }] }', 'error: wrong value of marks[0].type: "rectt" – did you mean rect?'],
    ['{ ▸"widht": 9, "marks": [{ "type": "rule" }] }', 'warning: unknown property: widht – did you mean width?'],
    [
      '{ "scales": [{ "name": "x", "type": ▸"linearr" }], "marks": [] }',
      'error: wrong value of scales[0].type: "linearr" – did you mean linear?',
    ],
    [
      '{ "marks": [{ "type": "rect", "from": { "data": ▸"tt" } }] }',
      'error: marks[0].from.data: undefined data set name: "tt"',
    ],
    [
      '{ "marks": [{ "type": "rect", "encode": { "enter": { "x": { "scale": ▸"x", "value": 1 } } } }] }',
      'error: marks[0].encode.enter.x.scale: unknown scale: x',
    ],
    [
      '{ "signals": [{ "name": "s", "update": ▸"1 +" }], "marks": [] }',
      'error: signals[0].update: expression cannot be read: unexpected end of input',
    ],
    [
      '{ "signals": ▸[{ "name": "a", "update": "b" }, { "name": "b", "update": "a" }], "marks": [] }',
      'error: signals: its expressions need each other in a circle',
    ],
    [
      '{ "data": [{ "name": "t", "values": [1], "transform": [{ "type": ▸"filtr", "expr": "true" }] }], "marks": [] }',
      'error: wrong value of data[0].transform[0].type: "filtr" – did you mean filter?',
    ],
    [
      '{ "data": [{ "name": "t", "values": [1], "transform": [▸{ "type": "filter" }] }], "marks": [] }',
      'error: missing property: data[0].transform[0].expr',
    ],
    [
      '{ "data": [{ "name": "t", "values": [{ "k": "nope" }] }], "axes": [{ "orient": "left", "scale": ▸"nope" }] }',
      'error: axes[0].scale: unrecognized scale name: "nope"',
    ],
    ['{ "data": [{ "name": "t", "url": ▸"none.csv" }], "marks": [] }', 'error: data[0].url: no such file: none.csv'],
  ])('%s', (text, message) => expectTold(text, [message], 'a.vg.json'))
})
