import { calc, D, f, n, now, o, one, q, type SpecIn, said, t } from '../spec-parts.ts'

// Charts of a report on external trade by month, partner and product that the checks had not been made for.

const ends = f("datum.current || datum.period == '2024-12'")
const pivot = (groupby: string) => ({ pivot: 'indicator', value: 'value', groupby: [groupby] })
const months = o('periodLabel', { sort: null, title: null })
const cut = { scale: { zero: false } }
/** Bars lying by partner, the latest month. */
const partners = (data: string, title: object | string, more: object = {}) => ({
  ...D(`${data}[partner]`),
  title,
  transform: [now],
  mark: 'bar',
  encoding: { x: q(), y: n('partnerLabel', { sort: '-x', title: null }) },
  ...more,
})
/** A line over the months. */
const line = (data: string, title: object | string, more: object = {}) => ({
  ...D(data),
  title,
  mark: { type: 'line', point: true },
  encoding: { x: t({ title: null }), y: q('value', { ...cut, title: null }) },
  ...more,
})

export const lying: readonly SpecIn[] = [
  one('bars of exports from four billion', {
    ...D('exports'),
    title: 'Exports, euros',
    mark: 'bar',
    encoding: { x: t(), y: q('value', { scale: { domainMin: 4e9 } }) },
  }),
  one(
    'the deficit upside down, called a growing surplus',
    line('balance', 'The trade surplus keeps growing', {
      encoding: { x: t(), y: q('value', { scale: { reverse: true } }) },
    }),
  ),
  one('a subtitle in tonnes over euros', {
    ...line('exports', { text: 'Exports by month', subtitle: 'Million tonnes' }),
  }),
  one('an axis in billions over millions', {
    ...line('exports', 'Exports', { transform: [calc('datum.value / 1e6', 'm')] }),
    encoding: { x: t(), y: q('m', { title: 'billion euros' }) },
  }),
  one('imports and exports exchanged in the legend', {
    ...D('exports, imports'),
    title: 'Exports and imports, euros',
    mark: 'line',
    encoding: {
      x: t(),
      y: q('value', cut),
      color: n('indicator', { legend: { labelExpr: "datum.value == 'exports' ? 'Imports' : 'Exports'" } }),
    },
  }),
  one('all partners, those that fell left out', {
    ...D('exports[partner]'),
    title: 'Exports to all partners rose in 2025',
    transform: [ends, f("datum.partner != 'us' && datum.partner != 'china'")],
    mark: { type: 'line', point: true },
    encoding: { x: months, y: q('value', cut), color: n('partnerLabel') },
  }),
  one('a doughnut of balances', {
    ...D('balance[partner]'),
    title: 'Trade balance by partner',
    transform: [now, calc('abs(datum.value)', 'size')],
    ...said('size of the balance'),
    mark: { type: 'arc', innerRadius: 60 },
    encoding: { theta: q('size', { title: 'size of the balance' }), color: n('partnerLabel') },
  }),
  one('overlapping groups stacked', {
    ...D('groups'),
    title: 'Exports by kind, euros',
    mark: 'bar',
    encoding: { x: months, y: q(), color: n('label') },
  }),
  one('shares of overlapping groups', {
    ...D('groups'),
    title: 'Composition of exports',
    mark: 'area',
    encoding: { x: t(), y: q('value', { stack: 'normalize', axis: { format: '%' } }), color: n('label') },
  }),
  one('on the month before, called annual growth', {
    ...D('exports'),
    title: 'Annual growth of exports, %',
    ...said('Annual growth, %'),
    transform: [
      { window: [{ op: 'lag', field: 'value', as: 'before' }] },
      f('isValid(datum.before)'),
      calc('(datum.value - datum.before) / datum.before * 100', 'g'),
    ],
    mark: 'bar',
    encoding: { x: months, y: q('g', { title: 'Annual growth, %' }) },
  }),
  one('firms at uneven times as steps', {
    ...D('exporters'),
    title: 'Exporting firms grow steadily',
    mark: { type: 'line', point: true },
    encoding: { x: o('periodLabel', { sort: null }), y: q('value', cut) },
  }),
  one('exports and prices on two scales', {
    title: 'Exports move with prices',
    layer: [
      { ...D('exports'), mark: 'line', encoding: { x: t(), y: q('value', cut) } },
      { ...D('price-index'), mark: { type: 'line', color: 'red' }, encoding: { x: t(), y: q('value', cut) } },
    ],
    resolve: { scale: { y: 'independent' } },
  }),
  one(
    'circles whose radius is the figure',
    partners('exports', 'Exports by partner, December 2025', {
      mark: 'circle',
      encoding: { x: n('partnerLabel'), size: q('value', { scale: { type: 'pow', exponent: 2, range: [0, 2000] } }) },
    }),
  ),
  one('numbers of imports at bars of exports', {
    ...D('exports[partner], imports[partner]'),
    title: 'Exports by partner, million euros, December 2025',
    transform: [now, pivot('partnerLabel')],
    encoding: { y: n('partnerLabel', { sort: '-x', title: null }), x: q('exports', { title: null }) },
    layer: [
      { mark: 'bar' },
      {
        transform: [calc('datum.imports / 1e6', 'm')],
        mark: { type: 'text', dx: 20 },
        encoding: { text: q('m', { format: ',.0f' }) },
      },
    ],
  }),
  one('a mean of twelve months called monthly', {
    ...D('exports'),
    title: 'Monthly exports, euros',
    ...said('Monthly exports'),
    transform: [{ window: [{ op: 'mean', field: 'value', as: 'm' }], frame: [-11, 0] }],
    mark: 'line',
    encoding: { x: t(), y: q('m', { ...cut, title: 'Monthly exports' }) },
  }),
  one('months of partners counted as partners', {
    ...D('exports[partner]'),
    title: 'How many partners buy how much',
    ...said('Number of partners'),
    mark: 'bar',
    encoding: {
      x: q('value', { bin: true, title: 'Exports' }),
      y: { aggregate: 'count', title: 'Number of partners' },
    },
  }),
  one('ranks from the bottom, first called largest', {
    ...D('imports[partner]'),
    title: 'Partners by imports, 1 = largest',
    ...said('Rank, 1 = largest'),
    transform: [
      { window: [{ op: 'rank', as: 'r' }], sort: [{ field: 'value', order: 'ascending' }], groupby: ['period'] },
    ],
    mark: { type: 'line', point: true },
    encoding: { x: t(), y: q('r', { title: 'Rank, 1 = largest', sort: 'descending' }), color: n('partnerLabel') },
  }),
  one('a mean of unit values called that of all products', {
    ...D('unit-value[product]'),
    title: 'Export unit value of all products, euros per tonne',
    ...said('Export unit value, all products'),
    mark: 'line',
    encoding: { x: t(), y: q('value', { aggregate: 'mean', title: 'Export unit value, all products' }) },
  }),
  one('another month in the title', partners('exports', 'Exports by partner, November 2025')),
  one(
    'another year in the subtitle',
    partners('imports', { text: 'Imports by partner', subtitle: 'December 2024, euros' }),
  ),
  one('a low called a record', {
    ...line('exports', 'Exports by month', { mark: undefined }),
    layer: [
      { mark: 'line' },
      { transform: [f("datum.period == '2025-08'")], mark: { type: 'text', text: 'Record high', dy: 12 } },
    ],
  }),
  one('smallest first, largest first in truth', partners('imports', 'Imports by partner, smallest first')),
  one('a lower and an upper bound added up', {
    ...D('orders-low, orders-high'),
    title: 'Exporters who expect more orders, 95% confidence interval',
    mark: 'bar',
    encoding: { x: months, y: q(), color: n('label') },
  }),
  one('a median and a percentile stacked', {
    ...D('median-size, p90-size'),
    title: 'Size of consignments, euros',
    mark: 'bar',
    encoding: { x: months, y: q(), color: n('label') },
  }),
  one('a target line at another number', {
    ...line('coverage', 'Coverage rate, %', { mark: undefined, encoding: undefined }),
    layer: [
      { mark: 'line', encoding: { x: t(), y: q('value', cut) } },
      { mark: { type: 'rule', strokeDash: [4, 4] }, encoding: { y: { datum: 92 } } },
      { mark: { type: 'text', text: 'Target', align: 'left', x: 4, dy: -6 }, encoding: { y: { datum: 92 } } },
    ],
  }),
  one(
    'an average that is the median of others',
    partners('exports', 'Exports by partner', {
      mark: undefined,
      encoding: undefined,
      layer: [
        { mark: 'bar', encoding: { x: q(), y: n('partnerLabel') } },
        { mark: 'rule', encoding: { x: q('value', { aggregate: 'min' }) } },
        {
          mark: { type: 'text', text: 'Average of partners', y: -6 },
          encoding: { x: q('value', { aggregate: 'min' }) },
        },
      ],
    }),
  ),
  one('green where the target is missed', {
    ...D('coverage'),
    title: 'Coverage rate: months in which the target of 100% was met',
    transform: [calc("datum.value >= 95 ? 'Target met' : 'Below target'", 'v')],
    mark: 'bar',
    encoding: { x: months, y: q(), color: n('v', { title: null }) },
  }),
  one('surplus and deficit exchanged in the colours', {
    ...D('balance[partner]'),
    title: 'Trade balance by partner, December 2025',
    transform: [now, calc("datum.value < 0 ? 'Surplus' : 'Deficit'", 'side')],
    mark: 'bar',
    encoding: { x: q(), y: n('partnerLabel'), color: n('side', { title: null }) },
  }),
  one('three times as much to Germany', partners('exports', 'Germany buys three times as much as the United States')),
  one('five months of falls in a row', {
    ...D('price-index'),
    title: 'Export prices have fallen for five months running',
    mark: 'line',
    encoding: { x: t(), y: q('value', cut) },
  }),
  one('before and after exchanged', {
    ...D('exports[partner]'),
    title: 'Exports by partner, a year apart',
    transform: [ends, calc("datum.current ? 'a year earlier' : 'latest month'", 'when')],
    mark: { type: 'point', filled: true },
    encoding: { x: q('value', cut), y: n('partnerLabel'), color: n('when', { title: null }) },
  }),
  one('panels each on a scale, compared in the title', {
    ...D('exports[partner]'),
    title: 'The United Kingdom buys as much as Germany',
    facet: { field: 'partnerLabel', columns: 5 },
    spec: { width: 90, mark: 'area', encoding: { x: t(), y: q() } },
    resolve: { scale: { y: 'independent' } },
  }),
  one('a quarter of one month', {
    ...D('imports'),
    title: 'Imports by quarter, euros',
    ...said('Imports by quarter'),
    mark: 'bar',
    encoding: {
      x: { field: 'date', timeUnit: 'yearquarter', type: 'ordinal' },
      y: q('value', { aggregate: 'sum', title: 'Imports by quarter' }),
    },
  }),
  one('panels under each other’s names', {
    vconcat: [
      { ...D('exports'), title: 'Imports', height: 120, mark: 'line', encoding: { x: t(), y: q('value', cut) } },
      { ...D('imports'), title: 'Exports', height: 120, mark: 'line', encoding: { x: t(), y: q('value', cut) } },
    ],
  }),
  one('added up since the start, called by month', {
    ...D('exports'),
    title: 'Exports in each month, euros',
    ...said('Exports in the month'),
    transform: [{ sort: [{ field: 'date' }], window: [{ op: 'sum', field: 'value', as: 's' }], frame: [null, 0] }],
    mark: 'area',
    encoding: { x: t(), y: q('s', { title: 'Exports in the month' }) },
  }),
  one('an index of another base', {
    ...D('exports, imports'),
    title: 'Exports and imports, December 2024 = 100',
    ...said('December 2024 = 100'),
    transform: [
      { joinaggregate: [{ op: 'max', field: 'value', as: 'base' }], groupby: ['indicator'] },
      calc('datum.value / datum.base * 100', 'i'),
    ],
    mark: 'line',
    encoding: { x: t(), y: q('i', { ...cut, title: 'December 2024 = 100' }), color: n('label') },
  }),
  one('seasonally adjusted in the title, not in the line', line('exports', 'Exports, seasonally adjusted, euros')),
  one('an index of 2015 called 2020', line('price-index', { text: 'Export prices', subtitle: 'Index, 2020 = 100' })),
  one('exports that fell called risen', line('exports', 'Die Ausfuhren sind binnen Jahresfrist gestiegen', {}), {
    language: 'de',
  }),
  one('Einfuhren unter dem Namen der Ausfuhren', partners('imports', 'Ausfuhren nach Partnerland, Dezember 2025'), {
    language: 'de',
  }),
  one('the value called a volume', {
    ...D('exports[product]'),
    title: { text: 'Export volume by product', subtitle: 'December 2025' },
    transform: [now],
    mark: 'bar',
    encoding: { x: q(), y: n('productLabel', { sort: '-x', title: null }) },
  }),
  one('only machinery grew', {
    ...D('exports[product]'),
    title: 'Only exports of machinery grew on the year',
    transform: [ends],
    mark: 'bar',
    encoding: { x: q(), y: n('productLabel'), yOffset: n('periodLabel'), color: n('periodLabel') },
  }),
  one('a band called a confidence interval that is none', {
    ...D('orders, orders-low, orders-high'),
    title: 'Exporters who expect more orders, with 99% confidence interval',
    transform: [pivot('date')],
    layer: [
      {
        mark: { type: 'area', opacity: 0.3 },
        encoding: { x: t(), y: q('orders-low', { title: '%' }), y2: { field: 'orders-high' } },
      },
      { mark: 'line', encoding: { x: t(), y: q('orders') } },
    ],
  }),
  one('a shaded band over the wrong months', {
    ...D('exports'),
    title: 'Exports fell from March to August 2025',
    transform: [f("datum.period >= '2025-09'")],
    mark: 'line',
    encoding: { x: t(), y: q('value', cut) },
  }),
  one('a table of marks with heads exchanged', {
    ...D('exports[partner], imports[partner]'),
    title: 'Exports (left) and imports (right) by partner',
    transform: [now],
    facet: {
      column: {
        field: 'indicator',
        header: { labelExpr: "datum.value == 'exports' ? 'Imports' : 'Exports'", title: null },
      },
    },
    spec: { width: 160, mark: 'bar', encoding: { x: q(), y: n('partnerLabel') } },
  }),
  one('imports of each partner stacked with their total', {
    ...D('imports[partner], imports'),
    title: 'Imports by partner, euros',
    mark: 'bar',
    encoding: { x: o('period'), y: q(), color: n('label') },
  }),
  one('modes and groups stacked together', {
    ...D('modes, groups'),
    title: 'What exports are made of',
    transform: [now],
    mark: 'bar',
    encoding: { x: q(), color: n('label') },
  }),
  one('panels of partners with their heads moved on', {
    ...D('exports[partner]'),
    title: 'Exports by partner',
    transform: [f("datum.partner == 'germany' || datum.partner == 'china'")],
    facet: {
      column: {
        field: 'partner',
        header: { title: null, labelExpr: "datum.value == 'germany' ? 'China' : 'Germany'" },
      },
    },
    spec: { width: 200, mark: 'line', encoding: { x: t(), y: q() } },
  }),
  one('a rolling year called annual exports', {
    ...D('exports'),
    title: 'Exports in December 2025',
    ...said('Exports'),
    transform: [{ window: [{ op: 'sum', field: 'value', as: 's' }], frame: [-11, 0] }],
    mark: 'line',
    encoding: { x: t(), y: q('s', { title: 'Exports' }) },
  }),
  one('an axis in thousand tonnes over tonnes in millions', {
    ...D('volume'),
    title: 'Export volume',
    transform: [calc('datum.value / 1e6', 'v')],
    mark: 'area',
    encoding: { x: t(), y: q('v', { title: 'thousand tonnes' }) },
  }),
  one('a rank of growth turned round', {
    ...D('exports[partner]'),
    title: 'Partners by exports (1 = highest)',
    ...said('Rank (1 = highest)'),
    transform: [now, { window: [{ op: 'rank', as: 'r' }], sort: [{ field: 'value', order: 'ascending' }] }],
    mark: 'bar',
    encoding: { y: n('partnerLabel'), x: q('r', { title: 'Rank (1 = highest)' }) },
  }),
  one('colour says rising where it fell', {
    ...D('price-index'),
    title: 'Export prices by month',
    transform: [
      { window: [{ op: 'lag', field: 'value', as: 'b' }] },
      f('isValid(datum.b)'),
      calc("datum.value < datum.b ? 'Rose on the month before' : 'Fell on the month before'", 'w'),
    ],
    mark: 'bar',
    encoding: {
      x: o('periodLabel', { sort: null, axis: { labelAngle: -90 } }),
      y: q(),
      color: n('w', { title: null }),
    },
  }),
  one('a share of the wrong whole', {
    ...D('exports[partner]'),
    title: 'Each partner as a share of total trade',
    ...said('Share of total trade, %'),
    transform: [
      now,
      { joinaggregate: [{ op: 'sum', field: 'value', as: 'all' }] },
      calc('datum.value / datum.all * 100', 's'),
    ],
    mark: 'bar',
    encoding: { x: q('s', { title: 'Share of total trade, %' }), y: n('partnerLabel') },
  }),
  one('a deficit with all partners', {
    ...D('balance[partner]'),
    title: 'Norland has a deficit with every partner',
    transform: [now],
    mark: 'bar',
    encoding: { x: q(), y: n('partnerLabel') },
  }),
  one('since a month that is not there', {
    ...D('imports'),
    title: 'Imports since January 2023',
    mark: 'line',
    encoding: { x: t(), y: q('value', cut) },
  }),
  one('the highest month named wrongly', {
    ...D('imports'),
    title: 'Imports by month',
    layer: [
      { mark: 'line', encoding: { x: t(), y: q('value', cut) } },
      {
        transform: [f("datum.period == '2025-03'")],
        mark: { type: 'text', text: 'Highest of the year', dy: -8 },
        encoding: { x: t(), y: q() },
      },
    ],
  }),
  one('from June to November it fell', {
    ...D('imports'),
    title: 'Imports fell from August to November 2025',
    mark: 'line',
    encoding: { x: t(), y: q('value', cut) },
  }),
]

export const honest: readonly SpecIn[] = [
  one('bars to either side of zero', {
    ...D('balance[partner]'),
    title: 'A deficit with China, a surplus with the United States',
    transform: [now],
    mark: 'bar',
    encoding: {
      x: q('value', { title: null }),
      y: n('partnerLabel', { sort: 'x', title: null }),
      color: { condition: { test: 'datum.value < 0', value: '#c0392b' }, value: '#2c7fb8' },
    },
  }),
  one('exports and imports with the gap between them', {
    ...D('exports, imports'),
    title: { text: 'Imports grow, exports do not', subtitle: 'Euros a month' },
    layer: [
      {
        transform: [pivot('date')],
        mark: { type: 'area', opacity: 0.2 },
        encoding: { x: t({ title: null }), y: q('exports', { ...cut, title: null }), y2: { field: 'imports' } },
      },
      { mark: 'line', encoding: { x: t(), y: q('value', cut), color: n('label', { title: null }) } },
    ],
  }),
  one('a band of confidence', {
    ...D('orders, orders-low, orders-high'),
    title: 'Exporters who expect more orders, with 95% confidence interval',
    transform: [pivot('date')],
    layer: [
      {
        mark: { type: 'area', opacity: 0.3 },
        encoding: { x: t({ title: null }), y: q('orders-low', { title: '%' }), y2: { field: 'orders-high' } },
      },
      { mark: 'line', encoding: { x: t(), y: q('orders') } },
    ],
  }),
  one('error bars', {
    ...D('orders, orders-low, orders-high'),
    title: 'Fewer exporters expect more orders than a year before',
    transform: [pivot('periodLabel')],
    layer: [
      {
        mark: { type: 'rule' },
        encoding: { x: months, y: q('orders-low', { title: 'Per cent' }), y2: { field: 'orders-high' } },
      },
      { mark: { type: 'point', filled: true }, encoding: { x: months, y: q('orders') } },
    ],
  }),
  one('a mean of three months, named as such', {
    ...D('exports'),
    title: 'Exports, three-month moving average',
    ...said('Three-month moving average'),
    transform: [
      {
        window: [
          { op: 'mean', field: 'value', as: 'm' },
          { op: 'count', as: 'c' },
        ],
        frame: [-2, 0],
      },
      f('datum.c == 3'),
    ],
    layer: [
      { ...D('exports'), mark: { type: 'point', opacity: 0.4 }, encoding: { x: t(), y: q() } },
      { mark: 'line', encoding: { x: t({ title: null }), y: q('m', { ...cut, title: 'Three-month moving average' }) } },
    ],
  }),
  one('added up since January', {
    ...D('exports, imports'),
    title: 'Exports and imports, cumulated since January 2025',
    ...said('Cumulated since January 2025'),
    transform: [
      f("datum.period >= '2025-01'"),
      {
        sort: [{ field: 'date' }],
        window: [{ op: 'sum', field: 'value', as: 's' }],
        groupby: ['indicator'],
        frame: [null, 0],
      },
    ],
    mark: 'line',
    encoding: {
      x: t({ title: null }),
      y: q('s', { title: 'Cumulated since January 2025' }),
      color: n('label', { title: null }),
    },
  }),
  one('an index of its own', {
    ...D('exports, imports'),
    title: 'Imports outgrow exports',
    ...said('Index, December 2024 = 100'),
    transform: [
      {
        sort: [{ field: 'date' }],
        window: [{ op: 'first_value', field: 'value', as: 'base' }],
        groupby: ['indicator'],
        frame: [null, null],
      },
      calc('datum.value / datum.base * 100', 'i'),
    ],
    mark: 'line',
    encoding: {
      x: t({ title: null }),
      y: q('i', { ...cut, title: 'Index, December 2024 = 100' }),
      color: n('label', { title: null }),
    },
  }),
  one('a dumbbell of two Decembers', {
    ...D('exports[partner]'),
    title: 'Exports to China and the United States fell on the year',
    transform: [ends],
    encoding: { y: n('partnerLabel', { title: null }), x: q('value', { title: null }) },
    layer: [
      { mark: { type: 'line', color: 'grey' }, encoding: { detail: n('partnerLabel') } },
      {
        mark: { type: 'point', filled: true, size: 80 },
        encoding: { color: n('periodLabel', { title: null, sort: null }) },
      },
    ],
  }),
  one('lollipops', {
    ...D('imports[partner]'),
    title: 'Germany sells most to Norland, December 2025',
    transform: [now],
    encoding: { y: n('partnerLabel', { sort: '-x', title: null }), x: q('value', { title: null }) },
    layer: [{ mark: { type: 'rule' }, encoding: { x2: { datum: 0 } } }, { mark: { type: 'circle', size: 90 } }],
  }),
  one('a slope', {
    ...D('exports[partner]'),
    title: 'From December 2024 to December 2025, exports to the United States fell most',
    transform: [ends],
    encoding: { x: months, y: q('value', { axis: null, ...cut }), color: n('partnerLabel', { legend: null }) },
    layer: [
      { mark: { type: 'line', point: true } },
      {
        transform: [f('datum.current')],
        mark: { type: 'text', align: 'left', dx: 6 },
        encoding: { text: n('partnerLabel') },
      },
    ],
  }),
  one('small multiples', {
    ...D('exports[partner]'),
    title: 'Exports by partner, one scale',
    facet: { field: 'partnerLabel', title: null, columns: 5 },
    spec: {
      width: 90,
      height: 120,
      mark: 'line',
      encoding: { x: t({ title: null, axis: { labels: false } }), y: q('value', { title: null }) },
    },
  }),
  one('products stacked', {
    ...D('exports[product]'),
    title: 'Exports by product, euros',
    mark: 'bar',
    encoding: {
      x: { field: 'date', timeUnit: 'yearmonth', type: 'ordinal', title: null },
      y: q('value', { title: null }),
      color: n('productLabel', { title: null }),
    },
  }),
  one('products as shares of a hundred', {
    ...D('exports[product]'),
    title: { text: 'Fuels make up a smaller share of exports', subtitle: 'Share of exports by product' },
    mark: 'area',
    encoding: {
      x: t({ title: null }),
      y: q('value', { stack: 'normalize', axis: { format: '%' }, title: null }),
      color: n('productLabel', { title: null }),
    },
  }),
  one('a bump chart', {
    ...D('exports[partner]'),
    title: 'Partners by exports, rank 1 = largest',
    ...said('Rank, 1 = largest'),
    transform: [
      { window: [{ op: 'rank', as: 'r' }], sort: [{ field: 'value', order: 'descending' }], groupby: ['period'] },
    ],
    mark: { type: 'line', point: true },
    encoding: {
      x: t({ title: null }),
      y: o('r', { title: 'Rank, 1 = largest' }),
      color: n('partnerLabel', { title: null }),
    },
  }),
  one('waterfall of the year', {
    ...D('exports[partner]'),
    title: 'Change in exports on a year earlier, by partner',
    transform: [now],
    mark: 'bar',
    encoding: { x: q('change', { title: 'Euros' }), y: n('partnerLabel', { sort: '-x', title: null }) },
  }),
  one('values against volumes', {
    ...D('exports[product], volume[product]'),
    title: 'Machinery is worth most by weight, December 2025',
    transform: [now, pivot('productLabel')],
    layer: [
      {
        mark: { type: 'circle', size: 120 },
        encoding: { x: q('volume', { title: 'Tonnes' }), y: q('exports', { title: 'Euros' }) },
      },
      {
        mark: { type: 'text', align: 'left', dx: 8 },
        encoding: { x: q('volume'), y: q('exports'), text: n('productLabel') },
      },
    ],
  }),
  one('the unit value on a log axis that says so', {
    ...D('unit-value[product]'),
    title: { text: 'Export unit value by product', subtitle: 'Euros per tonne, logarithmic scale' },
    mark: 'line',
    encoding: {
      x: t({ title: null }),
      y: q('value', { scale: { type: 'log' }, title: 'Euros per tonne (log scale)' }),
      color: n('productLabel', { title: null }),
    },
  }),
  one('seasonally adjusted beside what is not', {
    ...D('exports, exports-sa'),
    title: 'Exports, as recorded and seasonally adjusted',
    mark: 'line',
    encoding: {
      x: t({ title: null }),
      y: q('value', { ...cut, title: 'Euros' }),
      strokeDash: n('label', { title: null }),
    },
  }),
  one('a target', {
    title: { text: 'Coverage rate below its target since April', subtitle: 'Exports as a percentage of imports' },
    layer: [
      {
        ...D('coverage'),
        mark: { type: 'line', point: true },
        encoding: { x: t({ title: null }), y: q('value', { ...cut, title: '%' }) },
      },
      {
        ...D('coverage-goal'),
        mark: { type: 'line', strokeDash: [4, 4], color: 'grey' },
        encoding: { x: t(), y: q() },
      },
      {
        ...D('coverage-goal'),
        transform: [f('datum.first')],
        mark: { type: 'text', text: 'Target', align: 'left', dy: -6 },
        encoding: { x: t(), y: q() },
      },
    ],
  }),
  one('a mean of the months, as a rule', {
    ...D('exports'),
    title: 'Exports by month, with their mean',
    ...said('mean of the months'),
    encoding: { y: q('value', { title: null }) },
    layer: [
      { mark: 'bar', encoding: { x: months } },
      {
        mark: { type: 'rule', color: 'red' },
        encoding: { y: q('value', { aggregate: 'mean', title: 'mean of the months' }) },
      },
    ],
  }),
  one('the lowest and highest marked', {
    ...D('exports'),
    title: 'Exports peaked in March and were lowest in August 2025',
    transform: [
      {
        joinaggregate: [
          { op: 'max', field: 'value', as: 'hi' },
          { op: 'min', field: 'value', as: 'lo' },
        ],
      },
    ],
    encoding: { x: t({ title: null }), y: q('value', { ...cut, title: null }) },
    layer: [
      { mark: 'line' },
      { transform: [f('datum.value == datum.hi || datum.value == datum.lo')], mark: { type: 'point', filled: true } },
      { transform: [f('datum.value == datum.hi')], mark: { type: 'text', dy: -10, text: 'Peak' } },
      { transform: [f('datum.value == datum.lo')], mark: { type: 'text', dy: 14, text: 'Low' } },
    ],
  }),
  one('a band over some months', {
    title: 'Exports by month',
    layer: [
      {
        ...D('exports'),
        transform: [
          f("datum.period == '2025-04' || datum.period == '2025-08'"),
          {
            aggregate: [
              { op: 'min', field: 'date', as: 'a' },
              { op: 'max', field: 'date', as: 'b' },
            ],
          },
        ],
        mark: { type: 'rect', opacity: 0.15 },
        encoding: { x: t({ field: 'a', title: null }), x2: { field: 'b' } },
      },
      { ...D('exports'), mark: 'line', encoding: { x: t(), y: q('value', { ...cut, title: 'Euros' }) } },
    ],
  }),
  one('quarters of three months', {
    ...D('imports'),
    title: 'Imports by quarter of 2025',
    ...said('Imports, sum of the quarter'),
    transform: [f("datum.period >= '2025-01'")],
    mark: 'bar',
    encoding: {
      x: { field: 'date', timeUnit: 'yearquarter', type: 'ordinal', title: null },
      y: q('value', { aggregate: 'sum', title: 'Imports, sum of the quarter' }),
    },
  }),
  one('a heat map', {
    ...D('exports[partner]'),
    title: 'Exports by partner and month',
    mark: 'rect',
    encoding: { x: months, y: n('partnerLabel', { title: null }), color: q('value', { title: 'Euros' }) },
  }),
  one('in millions by a calculation', {
    ...D('exports[partner]'),
    title: 'Exports by partner, million euros, December 2025',
    transform: [now, calc('datum.value / 1e6', 'm')],
    encoding: { y: n('partnerLabel', { sort: '-x', title: null }), x: q('m', { title: 'Million euros' }) },
    layer: [
      { mark: 'bar' },
      { mark: { type: 'text', align: 'left', dx: 3 }, encoding: { text: q('m', { format: ',.0f' }) } },
    ],
  }),
  one('in billions by the axis', {
    ...D('imports'),
    title: 'Imports, billion euros',
    mark: 'bar',
    encoding: { x: months, y: q('value', { title: null, axis: { labelExpr: "format(datum.value / 1e9, '.1f')" } }) },
  }),
  one('growth on a year earlier of each partner', {
    ...D('exports[partner]'),
    title: { text: 'Exports to China fell fastest', subtitle: 'Change on a year earlier, December 2025, %' },
    transform: [now],
    mark: 'bar',
    encoding: { x: q('rate', { title: null }), y: n('partnerLabel', { sort: 'x', title: null }) },
  }),
  one('growth on the month before, said so', {
    ...D('exports-sa'),
    title: 'Exports, seasonally adjusted, change on the month before',
    ...said('Change on the month before, %'),
    transform: [
      { sort: [{ field: 'date' }], window: [{ op: 'lag', field: 'value', as: 'b' }] },
      f('isValid(datum.b)'),
      calc('(datum.value / datum.b - 1) * 100', 'g'),
    ],
    mark: 'bar',
    encoding: {
      x: months,
      y: q('g', { title: 'Change on the month before, %' }),
      color: { condition: { test: 'datum.g < 0', value: 'firebrick' }, value: 'steelblue' },
    },
  }),
  one('a share of each partner worked out', {
    ...D('exports[partner]'),
    title: 'Germany takes the largest share of exports',
    ...said('Share of exports, %'),
    transform: [
      now,
      { joinaggregate: [{ op: 'sum', field: 'value', as: 'all' }] },
      calc('100 * datum.value / datum.all', 's'),
    ],
    mark: 'bar',
    encoding: { x: q('s', { title: 'Share of exports, %' }), y: n('partnerLabel', { sort: '-x', title: null }) },
  }),
  one('above or below the mean of the year', {
    ...D('exports'),
    title: 'Months above and below the mean',
    ...said('Difference from the mean, euros'),
    transform: [{ joinaggregate: [{ op: 'mean', field: 'value', as: 'mean' }] }, calc('datum.value - datum.mean', 'd')],
    mark: 'bar',
    encoding: {
      x: months,
      y: q('d', { title: 'Difference from the mean, euros' }),
      color: { condition: { test: 'datum.d > 0', value: 'steelblue' }, value: 'grey' },
    },
  }),
  one('firms over true time', {
    ...D('exporters'),
    title: 'More firms export than two years before',
    mark: { type: 'line', point: true, interpolate: 'monotone' },
    encoding: { x: t({ title: null }), y: q('value', { ...cut, title: 'Firms' }) },
  }),
  one('two panels', {
    title: 'Value and volume of exports',
    hconcat: [
      {
        ...D('exports'),
        title: 'Value, euros',
        width: 250,
        mark: 'line',
        encoding: { x: t({ title: null }), y: q('value', { ...cut, title: null }) },
      },
      {
        ...D('volume'),
        title: 'Volume, tonnes',
        width: 250,
        mark: 'line',
        encoding: { x: t({ title: null }), y: q('value', { ...cut, title: null }) },
      },
    ],
  }),
  one('a repeat of two indicators', {
    ...D('exports, imports'),
    title: 'Trade by month',
    transform: [pivot('date')],
    repeat: { row: ['exports', 'imports'] },
    spec: {
      height: 120,
      width: 400,
      mark: 'line',
      encoding: {
        x: t({ title: null }),
        y: { field: { repeat: 'row' }, type: 'quantitative', scale: { zero: false } },
      },
    },
  }),
  one('above target in words', {
    ...D('coverage'),
    title: 'Coverage rate: the only month since January above 100% was March 2025',
    transform: [
      f("datum.period >= '2025-01'"),
      calc("datum.value >= 100 ? 'Exports cover imports' : 'Exports fall short'", 'v'),
    ],
    mark: 'bar',
    encoding: { x: months, y: q('value', { title: '%' }), color: n('v', { title: null }) },
  }),
  one('bars with the accent on one', {
    ...D('exports[partner]'),
    title: 'The United States is the second largest partner, after Germany',
    transform: [now],
    mark: 'bar',
    encoding: {
      x: q('value', { title: null }),
      y: n('partnerLabel', { sort: '-x', title: null }),
      color: { condition: { test: "datum.partner == 'us'", value: 'steelblue' }, value: 'lightgrey' },
    },
  }),
  one('exports against imports on the diagonal', {
    ...D('exports[partner], imports[partner]'),
    title: 'Only Germany and China sell more than they buy',
    transform: [now, pivot('partnerLabel')],
    layer: [
      { mark: 'point', encoding: { x: q('exports', { title: 'Exports' }), y: q('imports', { title: 'Imports' }) } },
      {
        mark: { type: 'text', dx: 6, align: 'left' },
        encoding: { x: q('exports'), y: q('imports'), text: n('partnerLabel') },
      },
    ],
  }),
  one('a median and a percentile side by side', {
    ...D('median-size, p90-size'),
    title: 'One consignment in ten is worth many times the median',
    mark: { type: 'line', point: true },
    encoding: { x: t({ title: null }), y: q('value', { title: 'Euros' }), color: n('label', { title: null }) },
  }),
  one('modes of transport, sorted in the legend', {
    ...D('modes'),
    title: 'Exports by mode of transport, euros',
    mark: 'area',
    encoding: {
      x: t({ title: null }),
      y: q('value', { title: null }),
      color: n('label', { title: null, sort: ['By rail', 'By air', 'By road', 'By sea'] }),
    },
  }),
  one(
    'Ausfuhren sinken, Einfuhren steigen',
    {
      ...D('exports, imports'),
      title: { text: 'Die Einfuhren steigen, die Ausfuhren sinken', subtitle: 'Milliarden Euro' },
      transform: [calc('datum.value / 1e9', 'b')],
      mark: 'line',
      encoding: { x: t({ title: null }), y: q('b', { ...cut, title: null }), color: n('label', { title: null }) },
    },
    { language: 'de' },
  ),
  one(
    'Saldo nach Partnerland',
    {
      ...D('balance[partner]'),
      title: 'Das Defizit mit China ist das größte',
      transform: [now],
      encoding: { y: n('partnerLabel', { sort: 'x', title: null }), x: q('value', { axis: null }) },
      layer: [{ mark: 'bar' }, { mark: { type: 'text', dx: 4, align: 'left' }, encoding: { text: n('valueShort') } }],
    },
    { language: 'de' },
  ),
  one('range of the year by product', {
    ...D('unit-value[product]'),
    title: 'Unit value by product: lowest and highest month',
    transform: [
      {
        aggregate: [
          { op: 'min', field: 'value', as: 'lo' },
          { op: 'max', field: 'value', as: 'hi' },
        ],
        groupby: ['productLabel'],
      },
    ],
    mark: { type: 'bar', height: 8 },
    encoding: { x: q('lo', { title: 'Euros per tonne' }), x2: { field: 'hi' }, y: n('productLabel', { title: null }) },
  }),
  one('prices since the low of summer', {
    ...D('price-index'),
    title: { text: 'Export prices have risen since July 2025', subtitle: 'Index, 2015 = 100' },
    encoding: { x: t({ title: null }), y: q('value', { ...cut, title: null }) },
    layer: [
      { mark: 'line' },
      {
        transform: [f('datum.last')],
        mark: { type: 'text', dx: 6, align: 'left' },
        encoding: { text: n('valueText') },
      },
    ],
  }),
  one('balance as bars over time with a line of coverage below', {
    vconcat: [
      {
        ...D('balance'),
        title: 'Trade balance, euros',
        height: 150,
        mark: 'bar',
        encoding: { x: t(), y: q('value', { title: null }) },
      },
      {
        ...D('coverage'),
        title: 'Coverage rate, %',
        height: 150,
        mark: 'line',
        encoding: { x: t(), y: q('value', { ...cut, title: null }) },
      },
    ],
  }),
  one('stacked modes with text of the last', {
    ...D('modes'),
    title: 'Exports by mode of transport',
    mark: 'bar',
    encoding: {
      x: { field: 'date', timeUnit: 'yearmonth', type: 'ordinal', title: null, axis: { labelAngle: -90 } },
      y: q('value', { title: 'Euros' }),
      color: n('label', { title: null }),
      order: { field: 'value' },
    },
  }),
  one('a pie of the modes', {
    ...D('modes'),
    title: 'Exports by mode of transport, December 2025',
    transform: [now],
    mark: { type: 'arc', innerRadius: 50 },
    encoding: { theta: q(), color: n('label', { title: null }) },
  }),
  one('rank over the months, smallest number on top', {
    ...D('imports[partner]'),
    title: 'Germany remains the largest supplier',
    ...said('Rank (1 = largest)'),
    transform: [
      f("datum.partner != 'other'"),
      { window: [{ op: 'rank', as: 'r' }], sort: [{ field: 'value', order: 'descending' }], groupby: ['period'] },
    ],
    mark: { type: 'line', point: true },
    encoding: {
      x: t(),
      y: q('r', { title: 'Rank (1 = largest)', sort: 'descending', axis: { tickMinStep: 1 } }),
      color: n('partnerLabel', { title: null }),
    },
  }),
  one('how many months above', {
    ...D('exports'),
    title: 'Months by value of exports',
    ...said('Number of months'),
    mark: 'bar',
    encoding: {
      x: q('value', { bin: true, title: 'Exports, euros' }),
      y: { aggregate: 'count', title: 'Number of months' },
    },
  }),
  one('rolling twelve months, named', {
    ...D('exports'),
    title: 'Exports, rolling twelve months',
    ...said('Exports, rolling twelve months'),
    transform: [
      {
        window: [
          { op: 'sum', field: 'value', as: 's' },
          { op: 'count', as: 'c' },
        ],
        frame: [-11, 0],
      },
      f('datum.c == 12'),
    ],
    mark: 'bar',
    encoding: {
      x: o('periodLabel', { sort: null, title: null }),
      y: q('s', { title: 'Exports, rolling twelve months' }),
    },
  }),
  one('from March to August', {
    ...D('exports'),
    title: 'Exports fell from March to August 2025',
    transform: [f("datum.period >= '2025-03'")],
    mark: 'line',
    encoding: { x: t(), y: q('value', cut) },
  }),
  one('then and now in words', {
    ...D('imports[partner]'),
    title: 'Imports by partner, now and a year earlier',
    transform: [
      f("datum.current || datum.period == '2024-12'"),
      calc("datum.current ? 'Latest month' : 'A year earlier'", 'when'),
    ],
    mark: 'bar',
    encoding: {
      x: q('value', { title: null }),
      y: n('partnerLabel', { title: null }),
      yOffset: n('when'),
      color: n('when', { title: null }),
    },
  }),
  one('panels by partner with heads', {
    ...D('balance[partner]'),
    title: 'Trade balance by partner, one scale',
    facet: { row: { field: 'partnerLabel', title: null, header: { labelAngle: 0, labelAlign: 'left' } } },
    spec: { height: 60, width: 400, mark: 'area', encoding: { x: t(), y: q('value', { title: null }) } },
  }),
  one('a box plot by product', {
    ...D('volume[product]'),
    title: 'Monthly export volumes by product',
    mark: { type: 'boxplot', extent: 'min-max' },
    encoding: { x: q('value', { title: 'Tonnes' }), y: n('productLabel', { title: null }) },
  }),
  one('exports and target met in words', {
    ...D('coverage'),
    title: 'Coverage rate, target 100%',
    transform: [calc("datum.value >= 100 ? 'Target met' : 'Target missed'", 'v')],
    mark: 'bar',
    encoding: {
      x: o('periodLabel', { sort: null, title: null, axis: { labelAngle: -90 } }),
      y: q('value', { title: '%' }),
      color: n('v', { title: null }),
    },
  }),
  one('thousand tonnes by the axis', {
    ...D('volume'),
    title: 'Export volume',
    transform: [calc('datum.value / 1000', 'v')],
    mark: 'line',
    encoding: { x: t(), y: q('v', { ...cut, title: 'Thousand tonnes' }) },
  }),
]
