import { calc, D, t as date, f, n, now, o, one, q, said as says } from '../spec-parts.ts'
import type { CorpusSpec } from '../specs.ts'

// Charts of a report on electricity by quarter and fuel that the checks had not been made for.

const t = date()
const G = 'generation[fuel]'

export const lying: readonly CorpusSpec[] = [
  one('an axis in GWh over TWh', {
    ...D('generation'),
    mark: 'bar',
    encoding: { x: o('periodLabel', { sort: { field: 'date' } }), y: q('value', { title: 'GWh' }) },
    title: 'Electricity generation',
  }),
  one('Gas written at the line of wind', {
    ...D(G),
    transform: [f("datum.fuel == 'wind' || datum.fuel == 'gas'")],
    layer: [
      { mark: 'line', encoding: { x: t, y: q(), detail: n('fuelLabel') } },
      {
        transform: [f("datum.last && datum.fuel == 'wind'")],
        mark: { type: 'text', text: 'Gas', dx: 20 },
        encoding: { x: t, y: q() },
      },
    ],
    title: 'Two fuels',
  }),
  one('households of four quarters added up', {
    ...D('rooftops'),
    ...says('households with panels, a year'),
    transform: [f("datum.period < '2025'")],
    mark: 'bar',
    encoding: {
      x: { field: 'date', timeUnit: 'year', type: 'ordinal' },
      y: q('value', { aggregate: 'sum', title: 'households with panels, a year' }),
    },
    title: 'Households with solar panels',
  }),
  one('shares of four quarters added up', {
    ...D('renewables'),
    ...says('share of renewables'),
    transform: [f("datum.period < '2025'")],
    mark: 'bar',
    encoding: {
      x: { field: 'date', timeUnit: 'year', type: 'ordinal' },
      y: q('value', { aggregate: 'sum', title: 'share of renewables' }),
    },
    title: 'Renewables',
  }),
  one('a balance without its sign', {
    ...D('net-exports'),
    transform: [calc('abs(datum.value)', 'size')],
    mark: 'bar',
    encoding: { x: o('period'), y: q('size', { title: 'TWh' }) },
    title: 'Net exports',
  }),
  one('rates on a year earlier called those on the quarter', {
    ...D(G),
    title: 'Change on the quarter before, %',
    usermeta: { briefwright: { moves: 'rate' } },
    transform: [now],
    mark: 'bar',
    encoding: { x: q('rate'), y: n('fuelLabel') },
  }),
  one('at each bar the number of the next', {
    ...D(G),
    transform: [now, f("datum.fuel != 'total'"), { window: [{ op: 'lead', field: 'value', as: 'next' }] }],
    layer: [
      { mark: 'bar', encoding: { x: q(), y: n('fuelLabel') } },
      { mark: { type: 'text', dx: 12 }, encoding: { x: q(), y: n('fuelLabel'), text: q('next') } },
    ],
    title: 'Generation by fuel',
  }),
  one('thousand tonnes over million tonnes', {
    ...D('emissions'),
    title: { text: 'Emissions of power plants', subtitle: 'thousand tonnes of CO2' },
    mark: 'bar',
    encoding: { x: o('period'), y: q() },
  }),
  one('shares of all, of some', {
    ...D(G),
    transform: [f("datum.fuel != 'coal' && datum.fuel != 'gas'")],
    mark: 'area',
    encoding: { x: t, y: q('value', { stack: 'normalize', title: 'Share of generation' }), color: n('fuelLabel') },
    title: 'Share of all generation by fuel',
  }),
  one('Highest price at another', {
    ...D('price'),
    layer: [
      { mark: 'line', encoding: { x: t, y: q() } },
      {
        transform: [f("datum.period == '2024-Q2'")],
        mark: { type: 'text', text: 'Highest price', dy: -10 },
        encoding: { x: t, y: q() },
      },
    ],
    title: 'Wholesale price',
  }),
  one('two fuels that change names', {
    ...D(G),
    transform: [
      now,
      f("datum.fuel != 'total'"),
      calc("datum.fuelLabel == 'Nuclear' ? 'Hydro' : datum.fuelLabel == 'Hydro' ? 'Nuclear' : datum.fuelLabel", 'who'),
    ],
    mark: 'bar',
    encoding: { x: q(), y: n('who') },
    title: 'Generation by fuel',
  }),
  one('a quarter in the caption, another in the bars', {
    ...D(G),
    transform: [f("datum.period == '2024-Q2'")],
    mark: 'bar',
    encoding: { x: q(), y: n('fuelLabel', { sort: '-x' }) },
    title: 'Generation by fuel, second quarter of 2025',
  }),
  one('smallest at another', {
    ...D(G),
    transform: [now, f("datum.fuel != 'total'")],
    layer: [
      {
        mark: 'bar',
        encoding: {
          x: q(),
          y: n('fuelLabel'),
          color: { condition: { test: "datum.fuelLabel == 'Hydro'", value: 'red' }, value: 'grey' },
        },
      },
      {
        transform: [f("datum.fuelLabel == 'Hydro'")],
        mark: { type: 'text', text: 'smallest', dx: 30 },
        encoding: { x: q(), y: n('fuelLabel') },
      },
    ],
    title: 'Generation by fuel',
  }),
  one('four of the five largest', {
    ...D(G),
    title: 'The five largest sources',
    transform: [
      now,
      f("datum.fuel != 'total'"),
      { window: [{ op: 'rank', as: 'rank' }], sort: [{ field: 'value', order: 'descending' }] },
      f('datum.rank <= 4'),
    ],
    mark: 'bar',
    encoding: { x: q(), y: n('fuelLabel', { sort: '-x' }) },
  }),
  one('wind less than gas', {
    ...D(G),
    title: 'Wind generated less than gas in the second quarter of 2025',
    transform: [now],
    mark: 'bar',
    encoding: { x: q(), y: n('fuelLabel', { sort: '-x' }) },
  }),
  one('labels that read undefined', {
    ...D('generation'),
    mark: 'bar',
    encoding: { x: o('period'), y: q('value', { axis: { labelExpr: "datum.fuelLabel + ' TWh'" } }) },
  }),
  one('the three largest but one', {
    ...D(G),
    title: 'The three largest sources are wind, gas and nuclear',
    transform: [now],
    mark: 'bar',
    encoding: { x: q(), y: n('fuelLabel') },
  }),
  one('less than a third as much', {
    ...D(G),
    title: 'Gas generated less than a third as much as wind',
    transform: [now],
    mark: 'bar',
    encoding: { x: q(), y: n('fuelLabel') },
  }),
  one('fewer, where there are more', {
    ...D('rooftops'),
    title: 'Fewer households have solar panels',
    mark: 'line',
    encoding: { x: t, y: q() },
  }),
  one('down on the year, where it is up', {
    ...D(G),
    title: 'Coal and solar are down on the year, gas is up',
    mark: 'line',
    encoding: { x: t, y: q(), color: n('fuelLabel') },
  }),
  one('by more than two thirds since', {
    ...D(G),
    title: 'Coal has fallen by more than two thirds since the second quarter of 2023',
    mark: 'line',
    encoding: { x: t, y: q(), color: n('fuelLabel') },
  }),
  one('a month written at another', {
    ...D('price'),
    encoding: { x: t, y: q() },
    layer: [
      { mark: 'line' },
      { transform: [f("datum.period == '2024-Q2'")], mark: { type: 'text', text: 'Third quarter of 2024' } },
    ],
  }),
  one('a surplus in every quarter', {
    ...D('net-exports'),
    title: 'A surplus in every quarter',
    mark: 'bar',
    encoding: { x: o('period'), y: q() },
  }),
]

export const honest: readonly CorpusSpec[] = [
  one('more than twice as much', {
    ...D(G),
    title: 'Wind generated more than twice as much as gas',
    transform: [now, f("datum.fuel != 'total'")],
    mark: 'bar',
    encoding: { x: q('value', { title: 'TWh' }), y: n('fuelLabel', { sort: '-x', title: null }) },
  }),
  one('by more than half since', {
    ...D(G),
    title: 'Coal has fallen by more than half since the second quarter of 2023',
    transform: [f("datum.fuel == 'coal'")],
    mark: 'line',
    encoding: { x: t, y: q('value', { title: 'TWh a quarter' }) },
  }),
  one('labels in GWh', {
    ...D('net-exports'),
    layer: [
      { mark: 'bar', encoding: { x: o('period'), y: q('value', { title: 'TWh' }) } },
      {
        transform: [calc("format(datum.value * 1000, ',.0f') + ' GWh'", 'txt')],
        mark: { type: 'text', dy: -6 },
        encoding: { x: o('period'), y: q(), text: n('txt') },
      },
    ],
    title: 'Net exports',
  }),
  one('two fuels beside four added up', {
    ...D(G),
    ...says('fuels added up'),
    transform: [
      f("datum.fuel != 'total'"),
      calc("indexof(['gas','coal'], datum.fuel) >= 0 ? 'Fossil' : 'Low-carbon'", 'kind'),
    ],
    mark: 'bar',
    encoding: {
      x: o('period', { title: null }),
      y: q('value', { aggregate: 'sum', title: 'TWh, fuels added up' }),
      color: n('kind', { title: null }),
    },
    title: 'Low-carbon and fossil generation',
  }),
  one('quarters of a year added up', {
    ...D('generation'),
    ...says('generation in the year, quarters added up'),
    transform: [f("datum.period < '2025'")],
    mark: 'bar',
    encoding: {
      x: { field: 'date', timeUnit: 'year', type: 'ordinal', title: null },
      y: q('value', { aggregate: 'sum', title: 'generation in the year, quarters added up' }),
    },
    title: 'Electricity generated in 2023 and 2024',
  }),
  one('a mean of four quarters', {
    ...D('generation'),
    ...says('mean of four quarters'),
    transform: [
      {
        window: [
          { op: 'mean', field: 'value', as: 'm' },
          { op: 'count', as: 'c' },
        ],
        frame: [-3, 0],
        sort: [{ field: 'date' }],
      },
      f('datum.c == 4'),
    ],
    mark: 'line',
    encoding: { x: t, y: q('m', { title: 'mean of four quarters', scale: { zero: false } }) },
    title: 'Electricity generation, mean of four quarters, TWh',
  }),
  one('a balance in two colours', {
    ...D('net-exports'),
    mark: 'bar',
    encoding: {
      x: o('period', { title: null }),
      y: q('value', { title: 'TWh' }),
      color: { condition: { test: 'datum.value < 0', value: 'firebrick' }, value: 'steelblue' },
    },
    title: 'Net exports: imports were larger in summer 2023 and 2024',
  }),
  one('the three largest', {
    ...D(G),
    title: 'The three largest sources',
    transform: [
      now,
      f("datum.fuel != 'total'"),
      { window: [{ op: 'rank', as: 'rank' }], sort: [{ field: 'value', order: 'descending' }] },
      f('datum.rank <= 3'),
    ],
    mark: 'bar',
    encoding: { x: q('value', { title: 'TWh' }), y: n('fuelLabel', { sort: '-x', title: null }) },
  }),
  one('names in capitals', {
    ...D(G),
    transform: [now, f("datum.fuel != 'total'"), calc('upper(datum.fuelLabel)', 'who')],
    mark: 'bar',
    encoding: { x: q('value', { title: 'TWh' }), y: n('who', { title: null, sort: '-x' }) },
    title: 'Generation by fuel',
  }),
  one('changes added up', {
    ...D(G),
    usermeta: { briefwright: { moves: 'change', says: 'changes added up' } },
    transform: [
      now,
      f("datum.fuel != 'total'"),
      { window: [{ op: 'sum', field: 'change', as: 'end' }], sort: [{ field: 'fuelOrder' }] },
      calc('datum.end - datum.change', 'start'),
    ],
    mark: 'bar',
    encoding: {
      x: n('fuelLabel', { title: null, sort: { field: 'fuelOrder' } }),
      y: q('start', { title: 'TWh, changes added up' }),
      y2: { field: 'end' },
    },
    title: 'What changed generation since the second quarter of 2024',
  }),
  one('a band between two lines', {
    ...D(G),
    transform: [f("datum.fuel == 'wind' || datum.fuel == 'gas'"), { pivot: 'fuel', value: 'value', groupby: ['date'] }],
    layer: [
      {
        mark: { type: 'area', opacity: 0.3 },
        encoding: { x: t, y: q('wind', { title: 'TWh' }), y2: { field: 'gas' } },
      },
      { mark: 'line', encoding: { x: t, y: q('wind') } },
      { mark: 'line', encoding: { x: t, y: q('gas') } },
    ],
    title: 'Wind and gas',
  }),
  one('lollipops', {
    ...D('capacity[fuel]'),
    transform: [now, f("datum.fuel != 'total'")],
    layer: [
      {
        mark: 'rule',
        encoding: { y: n('fuelLabel', { sort: '-x', title: null }), x: q('value', { title: 'GW' }), x2: { datum: 0 } },
      },
      { mark: { type: 'point', filled: true, size: 90 }, encoding: { y: n('fuelLabel', { sort: '-x' }), x: q() } },
      {
        mark: { type: 'text', align: 'left', dx: 8 },
        encoding: { y: n('fuelLabel', { sort: '-x' }), x: q(), text: n('valueShort') },
      },
    ],
    title: 'Installed capacity',
  }),
  one('quarters of a half-year added up', {
    ...D('emissions'),
    ...says('quarters added up'),
    transform: [
      calc("year(datum.date) + (month(datum.date) < 6 ? ' H1' : ' H2')", 'half'),
      f("datum.period < '2025-Q1' || true"),
    ],
    mark: 'bar',
    encoding: {
      x: o('half', { title: null }),
      y: q('value', { aggregate: 'sum', title: 'million tonnes, quarters added up' }),
    },
    title: 'Emissions of power plants by half-year',
  }),
  one('each year a line', {
    ...D('price'),
    mark: 'line',
    encoding: {
      x: { field: 'date', type: 'temporal', timeUnit: 'quarter' },
      y: q('value', { title: 'euros per MWh' }),
      color: { field: 'date', timeUnit: 'year', type: 'ordinal', title: null },
    },
    title: 'Wholesale price by quarter: each year a line',
  }),
  one('an index of their own', {
    ...D('price'),
    ...says('index, first quarter of 2023 = 100'),
    transform: [
      { window: [{ op: 'first_value', field: 'value', as: 'base' }], frame: [null, null], sort: [{ field: 'date' }] },
      calc('100 * datum.value / datum.base', 'index'),
    ],
    mark: 'line',
    encoding: { x: t, y: q('index', { title: 'index, first quarter of 2023 = 100' }) },
    title: 'Wholesale price of electricity',
  }),
  one('a heat map', {
    ...D(G),
    transform: [f("datum.fuel != 'total'")],
    mark: 'rect',
    encoding: {
      x: o('period', { title: null }),
      y: n('fuelLabel', { title: null }),
      color: q('value', { title: 'TWh' }),
    },
    title: 'Generation by fuel and quarter',
  }),
  one('points of two figures', {
    layer: [
      {
        ...D('price, renewables'),
        transform: [{ pivot: 'indicator', value: 'value', groupby: ['period'] }],
        mark: 'point',
        encoding: {
          x: q('renewables', { title: 'Renewables, % of generation', scale: { zero: false } }),
          y: q('price', { title: 'Price, euros per MWh' }),
        },
      },
    ],
    title: 'Prices are lower where renewables are higher',
  }),
  one('two years of each age', {
    ...D('support[age]'),
    transform: [f("datum.age != 'total' && (datum.period == '2021-Q2' || datum.period == '2025-Q2')")],
    layer: [
      { mark: 'line', encoding: { y: n('ageLabel', { sort: { field: 'ageOrder' } }), x: q(), detail: n('ageLabel') } },
      {
        mark: { type: 'point', filled: true, size: 80 },
        encoding: {
          y: n('ageLabel', { sort: { field: 'ageOrder' } }),
          x: q('value', { title: '%' }),
          color: n('period'),
        },
      },
    ],
    title: 'Support for wind farms, 2021 and 2025',
  }),
  one('the three largest', {
    ...D(G),
    title: 'The three largest sources are wind, solar and nuclear',
    transform: [now],
    mark: 'bar',
    encoding: { x: q(), y: n('fuelLabel') },
  }),
  one('less than half as much', {
    ...D(G),
    title: 'Gas generated less than half as much as wind',
    transform: [now],
    mark: 'bar',
    encoding: { x: q(), y: n('fuelLabel') },
  }),
  one('more have them', {
    ...D('rooftops'),
    title: 'More households have solar panels',
    mark: 'line',
    encoding: { x: t, y: q() },
  }),
  one('down and up on the year', {
    ...D(G),
    title: 'Coal and gas are down on the year, solar is up',
    mark: 'line',
    encoding: { x: t, y: q(), color: n('fuelLabel') },
  }),
  one('a quarter written at its own', {
    ...D('price'),
    encoding: { x: t, y: q() },
    layer: [
      { mark: 'line' },
      { transform: [f("datum.period == '2024-Q2'")], mark: { type: 'text', text: 'Second quarter of 2024' } },
    ],
  }),
  one('shares as a pie', {
    ...D(G),
    title: 'Share of generation by fuel',
    transform: [now],
    mark: 'arc',
    encoding: { theta: q(), color: n('fuelLabel') },
  }),
]
