/** A chart spec of the made-up library, and what it is about. */
export interface CorpusSpec {
  name: string
  spec: object
}

const y = (more: object = {}, axis: object = {}) => ({ field: 'value', type: 'quantitative', scale: more, ...axis })
const time = { field: 'date', type: 'temporal' }
const named = (data: string) => ({ data: { name: data } })
const branches = 'branches'
const current = [{ filter: 'datum.current' }]
const label = { field: 'label', type: 'nominal' }
const chart = (mark: string | object, x: object, up: object, data = 'visits', more: object = {}) => ({
  ...named(data),
  mark,
  encoding: { x, y: up },
  ...more,
})
const one = (name: string, spec: object): CorpusSpec => ({ name, spec })
const calculate = (expression: string) => ({ transform: [{ calculate: expression, as: 'made' }] })
const made = { field: 'made', type: 'quantitative' }
const labelled = (expression: string) => ({
  ...named('visits'),
  transform: [{ calculate: expression, as: 'made' }],
  encoding: { x: time, y: y() },
  layer: [{ mark: 'line' }, { mark: { type: 'text', dy: -8 }, encoding: { text: { field: 'made' } } }],
})
const swap = (name: string) => `${name} == 'Harbour' ? 'Central' : ${name} == 'Central' ? 'Harbour' : ${name}`
const exchanged = { transform: [...current, { calculate: swap('datum.label'), as: 'made' }] }
const short = { calculate: "slice(datum.label, 0, 3) + '.'", as: 'made' }
const renamed = { field: 'made', type: 'nominal' }
const says = (text: string) => ({ usermeta: { briefwright: { says: text } } })

/** Visits over the years, with words at one of them. */
const noted = (period: string, text: string) => ({
  ...named('visits'),
  encoding: { x: time, y: y() },
  layer: [{ mark: 'line' }, { transform: [{ filter: `datum.period == '${period}'` }], mark: { type: 'text', text } }],
})
const summed = (filter: string) => ({
  ...named(branches),
  ...says('visits to branches, added up'),
  transform: [{ filter }],
  mark: 'bar',
  encoding: {
    x: { field: 'period', type: 'ordinal' },
    y: { field: 'value', aggregate: 'sum', title: 'visits to branches, added up' },
  },
})

/** Specs that mislead or draw what no figure says, drawn up before the checks. */
export const lying: readonly CorpusSpec[] = [
  one('time from right to left', chart('line', { ...time, scale: { reverse: true } }, y({ zero: false }))),
  one('equal steps with two years left out', {
    ...chart('line', { field: 'period', type: 'ordinal' }, y()),
    transform: [{ filter: "datum.period != '2021' && datum.period != '2022'" }],
  }),
  one('bars cut off', chart('bar', y({ domain: [0, 200_000], clamp: true }), label, branches, { transform: current })),
  one('points sized from above nothing', {
    ...named(branches),
    transform: current,
    mark: 'circle',
    encoding: { x: label, size: y({ zero: false, domain: [100_000, 500_000] }) },
  }),
  one('a legend with its names exchanged', {
    ...chart('line', time, y(), branches),
    encoding: {
      x: time,
      y: y(),
      color: { ...label, legend: { labelExpr: "datum.label == 'Harbour' ? 'Central' : datum.label" } },
    },
  }),
  one('bars without zero', chart('bar', time, y({ zero: false }))),
  one('bars from a million', chart('bar', time, y({ domain: [1_000_000, 1_400_000] }))),
  one('bars from a least', chart('bar', time, y({ domainMin: 400_000 }))),
  one('lying bars without zero', chart('bar', y({ zero: false }), label, branches, { transform: current })),
  one(
    'lying bars from 100,000',
    chart('bar', y({ domain: [100_000, 700_000] }), label, branches, { transform: current }),
  ),
  one('bars on a log scale', chart('bar', time, y({ type: 'log' }))),
  one('an area without zero', chart('area', time, y({ zero: false }))),
  one('an area from a million', chart('area', time, y({ domain: [400_000, 1_400_000] }))),
  one('bars below a line, without zero', {
    ...named('visits'),
    encoding: { x: time, y: y({ zero: false }) },
    layer: [{ mark: 'bar' }, { mark: 'line' }],
  }),
  one('a reversed y axis', chart('line', time, y({ reverse: true }))),
  one('a reversed x axis of numbers', chart('bar', y({ reverse: true }), label, branches, { transform: current })),
  one('a falling domain', chart('line', time, y({ domain: [1_400_000, 0] }))),
  one('a turned range', chart('line', time, y({ range: [0, 'height'] }))),
  one('bars upside down', chart('bar', time, y({ reverse: true }))),
  one('points upside down', chart('point', time, y({ reverse: true }))),
  one('a log axis of a line', chart('line', time, y({ type: 'log' }))),
  one('a root axis', chart('bar', time, y({ type: 'sqrt' }))),
  one('a power axis', chart('line', time, y({ type: 'pow', exponent: 3 }))),
  one('a broken axis', chart('point', time, y({ domain: [0, 500_000, 1_400_000], range: [200, 100, 0] }))),
  one('two axes', {
    ...named('visits'),
    encoding: { x: time },
    layer: [
      { mark: 'line', encoding: { y: y() } },
      { mark: 'bar', encoding: { y: { field: 'order', type: 'quantitative' } } },
    ],
    resolve: { scale: { y: 'independent' } },
  }),
  one('two axes of two figures', {
    ...named('visits'),
    encoding: { x: time },
    layer: [
      { mark: 'line', encoding: { y: y() } },
      { ...named('digital-share'), mark: 'line', encoding: { y: y() } },
    ],
    resolve: { scale: { y: 'independent' } },
  }),
  one('two axes of bars and points', {
    ...named('loans'),
    encoding: { x: time },
    layer: [
      { mark: 'bar', encoding: { y: y() } },
      { ...named('digital-share'), mark: 'point', encoding: { y: y() } },
    ],
    resolve: { scale: { y: 'independent' } },
  }),
  one('time by steps', chart('line', { field: 'period', type: 'ordinal' }, y(), 'uneven')),
  one('time by steps, said', chart('line', { field: 'periodLabel', type: 'nominal', sort: null }, y(), 'uneven')),
  one('an area by steps', chart('area', { field: 'period', type: 'ordinal' }, y(), 'uneven')),
  one('halves beside years', chart('line', { field: 'period', type: 'ordinal' }, y(), 'mixed')),
  one('half as much again', chart('bar', time, made, 'visits', calculate('datum.value * 1.5'))),
  one('a tenth more', chart('line', time, made, 'visits', calculate('datum.value * 1.1'))),
  one('something added', chart('line', time, made, 'visits', calculate('datum.value + 250000'))),
  one('a square', chart('point', time, made, 'visits', calculate('datum.value * datum.value'))),
  one('a sum without a name', chart('bar', time, { field: 'value', aggregate: 'sum', type: 'quantitative' }, branches)),
  one(
    'a mean without a name',
    chart('bar', label, { field: 'value', aggregate: 'mean', type: 'quantitative' }, branches),
  ),
  one(
    'a share without a name',
    chart('bar', label, made, branches, {
      transform: [
        ...current,
        { joinaggregate: [{ op: 'sum', field: 'value', as: 'all' }] },
        { calculate: 'datum.value / datum.all', as: 'made' },
      ],
    }),
  ),
  one('a name under usermeta alone', {
    ...chart('line', time, made, 'visits', calculate('datum.value * 1.1')),
    ...says('ten per cent more'),
  }),
  one('a parameter in the way', {
    ...chart('line', time, made, 'visits', calculate('datum.value * push')),
    params: [{ name: 'push', value: 1.2 }],
  }),
  one('a target that no figure says', {
    ...named('visits'),
    layer: [
      { mark: 'line', encoding: { x: time, y: y() } },
      { mark: 'rule', encoding: { y: { datum: 1_500_000 } } },
    ],
  }),
  one('a bar of the author’s', {
    ...named('visits'),
    layer: [
      { mark: 'point', encoding: { x: time, y: y() } },
      { mark: 'bar', encoding: { y: { datum: 900_000 } } },
    ],
  }),
  one('a sequence', {
    ...named('visits'),
    layer: [
      { mark: 'line', encoding: { x: time, y: y() } },
      {
        data: { sequence: { start: 0, stop: 5, as: 'n' } },
        mark: 'point',
        encoding: { y: { field: 'n', type: 'quantitative' } },
      },
    ],
  }),
  one(
    'an imputed value',
    chart('line', { field: 'period', type: 'ordinal' }, { ...y(), impute: { value: 500_000, keyvals: ['2018'] } }),
  ),
  one('labels of twice as much', chart('line', time, { ...y(), axis: { labelExpr: 'datum.value * 2' } })),
  one('ten times as much', chart('bar', time, made, 'visits', calculate('datum.value * 10'))),
  one('a tenth', chart('line', time, made, 'visits', calculate('datum.value / 10'))),
  one('a hundred times a share', chart('bar', time, made, 'digital-share', calculate('datum.value * 100'))),
  one('a constant that looks worked out', chart('bar', time, made, 'visits', calculate('900000'))),
  one('the place in the list as an amount', chart('bar', time, made, 'visits', calculate('datum.order * 100000'))),
  one('a parameter as a target', {
    ...named('visits'),
    params: [{ name: 'target', value: 1_500_000 }],
    layer: [
      { mark: 'line', encoding: { x: time, y: y() } },
      { mark: 'rule', encoding: { y: { datum: { expr: 'target' }, type: 'quantitative' } } },
    ],
  }),
  one('bars that are longer than they are', chart({ type: 'bar', yOffset: -60 }, time, y())),
  one('circles of squares', {
    ...chart('circle', time, y(), 'visits', calculate('datum.value * datum.value')),
    encoding: { x: time, y: y(), size: made },
  }),
  one('labels of a tenth more', labelled("format(datum.value * 1.1, ',.0f')")),
  one('labels of another hundred', labelled("'up ' + format(datum.value + 123, ',')")),
  one('labels of millions that are thousands', labelled("format(datum.value / 10000, '.1f') + ' million'")),
  one('labels of next year', labelled("'' + (year(datum.date) + 1)")),
  one('labels of the place', labelled("'No ' + (datum.order + 7)")),
  one('labels of the square', labelled("format(datum.value * datum.value, '.3s')")),
  one('labels of so many chances', labelled("format(random() * 100000, '.0f')")),
  one(
    'an axis a thousand too large',
    chart('line', time, { ...y(), axis: { labelExpr: "datum.value / 100 + ' thousand'" } }),
  ),
  one('an axis that starts at ten', chart('line', time, { ...y(), axis: { labelExpr: "datum.value + 10 + ''" } })),
  one(
    'an axis of the year after',
    chart('line', { ...time, axis: { labelExpr: "'' + (year(datum.value) + 1)" } }, y()),
  ),
  one(
    'an axis of other years',
    chart('bar', { field: 'period', type: 'ordinal', axis: { labelExpr: "'' + (toNumber(datum.value) + 1)" } }, y()),
  ),
  one('a legend of twice as much', {
    ...chart('circle', time, y()),
    encoding: {
      x: time,
      y: y(),
      size: { field: 'value', type: 'quantitative', legend: { labelExpr: "datum.value * 2 + ''" } },
    },
  }),
  one('panels each on a scale of its own', {
    ...chart('bar', { field: 'period', type: 'ordinal' }, y(), branches),
    encoding: { x: { field: 'period', type: 'ordinal' }, y: y(), facet: label },
    resolve: { scale: { y: 'independent' } },
  }),
  one('years in the order of their numbers', chart('bar', { field: 'period', type: 'ordinal', sort: '-y' }, y())),
  one('years from the last', chart('line', { field: 'period', type: 'ordinal', sort: 'descending' }, y())),
  one('bars that begin at another number', {
    ...named('visits'),
    mark: 'bar',
    encoding: { x: time, y: y(), y2: { datum: 300_000 } },
  }),
  one('counts in per cent', chart('line', time, { ...y(), axis: { format: '.0%' } })),
  one('counts in dollars', chart('line', time, { ...y(), axis: { format: '$,.0f' } })),
  one('an axis of minutes', chart('line', time, { ...y(), axis: { labelExpr: "datum.label + ' minutes'" } })),
  one('an axis of per cent', chart('line', time, { ...y(), axis: { labelExpr: "datum.label + '%'" } })),
  one('labels in minutes', labelled("datum.valueShort + ' minutes'")),
  one('labels in per cent', labelled("format(datum.value, ',') + '%'")),
  one('a title in thousands over the whole numbers', chart('line', time, { ...y(), title: 'visits, thousands' })),
  one('a subtitle in thousands', {
    ...chart('line', time, y()),
    title: { text: 'Visits', subtitle: 'thousand visits' },
  }),
  one('a title of other years', { ...chart('line', time, y()), title: 'Visits from 2008 to 2012' }),
  one('two scales without their axes', {
    ...named('visits'),
    encoding: { x: time },
    layer: [
      { mark: 'line', encoding: { y: { ...y(), axis: null } } },
      { ...named('digital-share'), mark: 'line', encoding: { y: { ...y(), axis: null } } },
    ],
    resolve: { scale: { y: 'independent' } },
  }),
  one('circles that grow faster than their numbers', {
    ...named(branches),
    transform: current,
    mark: 'circle',
    encoding: { x: label, size: y({ type: 'pow', exponent: 2 }) },
  }),
  one('a pie of a whole and its parts', {
    ...named('visits, central-visits, harbour-visits'),
    transform: current,
    mark: 'arc',
    encoding: { theta: y(), color: label },
  }),
  one('a regression without a name', {
    ...named('visits'),
    layer: [
      { mark: 'point', encoding: { x: time, y: y() } },
      {
        transform: [
          { calculate: 'time(datum.date)', as: 't' },
          { regression: 'value', on: 't' },
        ],
        mark: 'line',
        encoding: { x: { field: 't', type: 'temporal' }, y: y() },
      },
    ],
  }),
  one('a running total without a name', {
    ...chart('line', time, made),
    transform: [{ window: [{ op: 'sum', field: 'value', as: 'made' }], frame: [null, 0], sort: [{ field: 'date' }] }],
  }),
  one('a band at levels of the author’s', {
    ...named('visits'),
    layer: [
      { mark: { type: 'rect', opacity: 0.2 }, encoding: { y: { datum: 900_000 }, y2: { datum: 1_000_000 } } },
      { mark: 'line', encoding: { x: time, y: y() } },
    ],
  }),
  one('a curve that no point is on', chart({ type: 'line', interpolate: 'basis' }, time, y({ zero: false }))),
  one('a curve that goes beyond its points', chart({ type: 'line', interpolate: 'cardinal', tension: -2 }, time, y())),
  one('names of bars exchanged', chart('bar', y(), renamed, branches, exchanged)),
  one('the names of two exchanged by a label', {
    ...chart('bar', y(), { ...label, axis: { labelExpr: swap('datum.label') } }, branches, { transform: current }),
  }),
  one('colours of others', {
    ...chart('line', time, y(), branches, exchanged),
    encoding: { x: time, y: y(), color: renamed },
  }),
  one('numbers of another thing beside bars', {
    ...named('visits'),
    transform: [
      {
        lookup: 'period',
        from: { data: { name: 'loans' }, key: 'period', fields: ['valueShort'] },
        as: ['made'],
      },
    ],
    encoding: { x: time, y: y() },
    layer: [{ mark: 'bar' }, { mark: { type: 'text', dy: -8 }, encoding: { text: { field: 'made' } } }],
  }),
  one('one of the bars unseen', {
    ...chart('bar', y(), label, branches, { transform: current }),
    encoding: { x: y(), y: label, opacity: { condition: { test: "datum.label == 'Harbour'", value: 0 }, value: 1 } },
  }),
  one('one of the bars in the colour of the paper', {
    ...chart('bar', y(), label, branches, { transform: current }),
    encoding: {
      x: y(),
      y: label,
      color: { condition: { test: "datum.label == 'Harbour'", value: 'white' }, value: '#336' },
    },
  }),
  one('all years of a branch in one bar', chart('bar', y(), label, branches)),
  one('the branches on one line', chart('line', time, y(), branches)),
  one('bars of a branch before each other', chart('bar', label, { ...y(), stack: null }, branches)),
  one('a line in the order of its values', {
    ...chart('line', time, y()),
    encoding: { x: time, y: y(), order: { field: 'value' } },
  }),
  one('visits and days on one axis', {
    ...chart('line', time, y(), 'visits, waiting-time'),
    encoding: { x: time, y: y(), color: label },
  }),
  one('a share and hours on one axis', {
    layer: ['digital-share', 'opening-hours'].map((data) => chart('line', time, y(), data)),
  }),
  one('a stream', {
    ...chart('area', time, y(), branches),
    encoding: { x: time, y: { ...y(), stack: 'center' }, color: label },
  }),
  one('a title of another year', {
    ...chart('bar', y(), label, branches, { transform: current }),
    title: 'Visits by branch, 2023',
  }),
  one('a title that says that they fell', {
    ...chart('line', time, y(), 'digital-loans'),
    title: 'Digital loans have fallen',
  }),
  one('a title that says that they fell since', {
    ...chart('line', time, y(), 'digital-loans'),
    title: 'Digital loans have fallen since 2022',
  }),
  one('a note that says that they fell', {
    layer: [
      chart('line', time, y(), 'digital-loans'),
      { data: { values: [{}] }, mark: { type: 'text', text: 'Digital loans fell again' } },
    ],
  }),
  one('bars as wide as they are long', {
    ...chart('bar', label, y(), branches, { transform: current }),
    encoding: { x: label, y: y(), size: y() },
  }),
  one('colours that end at half', {
    ...named(branches),
    mark: 'rect',
    encoding: { x: { field: 'period', type: 'ordinal' }, y: label, color: y({ domain: [0, 200_000], clamp: true }) },
  }),
  one('a legend of ids with two of their names exchanged', {
    ...chart('line', time, y(), branches),
    encoding: {
      x: time,
      y: y(),
      color: {
        field: 'indicator',
        type: 'nominal',
        legend: {
          labelExpr: "{'harbour-visits': 'Central', 'central-visits': 'Harbour'}[datum.label] || datum.label",
        },
      },
    },
  }),
  one('panels with two of their names exchanged', {
    ...named(branches),
    transform: [{ calculate: swap('datum.label'), as: 'made' }],
    facet: { column: { field: 'made' } },
    spec: { mark: 'line', encoding: { x: time, y: y() } },
  }),
  one('a title that all fell, over one that rose', {
    ...chart('line', time, y(), 'digital-loans'),
    title: 'Fewer visits to each branch',
  }),
  one('Highest at another year', noted('2025', 'Highest')),
  one('Lowest of all at another year', noted('2021', 'Lowest of all years')),
  one('Down on the year before at one that rose', noted('2025', 'Down on the year before')),
  one('labels of the year before', {
    ...named('visits'),
    transform: [{ sort: [{ field: 'date' }], window: [{ op: 'lag', field: 'valueText', as: 'before' }] }],
    encoding: { x: time, y: y() },
    layer: [{ mark: 'bar' }, { mark: { type: 'text', dy: -6 }, encoding: { text: { field: 'before' } } }],
  }),
  one('sums of four branches beside one of three', summed("datum.current || datum.label != 'Eastgate'")),
  one('a title of the largest first, over the smallest', {
    ...chart('bar', y(), { ...label, sort: 'x' }, branches, { transform: current }),
    title: 'Visits by branch, largest first',
  }),
  one('a title of a change, over levels', {
    ...chart('bar', y(), label, branches, { transform: current }),
    title: 'Change in visits by branch',
  }),
]

/** Those that don't. */
export const honest: readonly CorpusSpec[] = [
  one('a line', chart('line', time, y())),
  one('a line without zero', chart('line', time, y({ zero: false }))),
  one('a line from a million', chart('line', time, y({ domain: [400_000, 1_400_000] }))),
  one('points without zero', chart('point', time, y({ zero: false }))),
  one('bars', chart('bar', time, y())),
  one('bars of years', chart('bar', { field: 'period', type: 'ordinal' }, y())),
  one('bars of branches', chart('bar', y(), label, branches, { transform: current })),
  one('bars sorted', chart('bar', y(), { ...label, sort: '-x' }, branches, { transform: current })),
  one('bars to a round number', chart('bar', time, y({ domain: [0, 1_500_000] }))),
  one('bars to a most', chart('bar', time, y({ domainMax: 1_500_000 }))),
  one('an area', chart('area', time, y())),
  one('an area to a round number', chart('area', time, y({ domain: [0, 2_000_000] }))),
  one('a falling list', chart('bar', y(), { ...label, sort: 'descending' }, branches, { transform: current })),
  one('lines of branches', { ...chart('line', time, y(), branches), encoding: { x: time, y: y(), color: label } }),
  one('grouped bars', {
    ...chart('bar', { field: 'period', type: 'ordinal' }, y(), branches),
    encoding: { x: { field: 'period', type: 'ordinal' }, xOffset: label, y: y(), color: label },
  }),
  one('stacked bars', {
    ...chart('bar', { field: 'period', type: 'ordinal' }, y(), branches),
    encoding: { x: { field: 'period', type: 'ordinal' }, y: y(), color: label },
  }),
  one('stacked areas', { ...chart('area', time, y(), branches), encoding: { x: time, y: y(), color: label } }),
  one('a pie', {
    ...named('digital-loans, cd-loans'),
    transform: current,
    mark: 'arc',
    encoding: { theta: y(), color: label },
  }),
  one('millions', chart('line', time, made, 'visits', calculate('datum.value / 1000000'))),
  one('hundredths', chart('line', time, made, 'digital-share', calculate('datum.value / 100'))),
  one('a rate', chart('bar', { field: 'rate', type: 'quantitative' }, label, branches, { transform: current })),
  one(
    'changes that fall',
    chart('bar', { field: 'change', type: 'quantitative' }, label, 'visits, loans, cd-loans', { transform: current }),
  ),
  one('a base line', {
    ...named('visits'),
    layer: [
      { mark: 'line', encoding: { x: time, y: y() } },
      { mark: 'rule', encoding: { y: { datum: 0 } } },
    ],
  }),
  one('labels at points', {
    ...named('visits'),
    encoding: { x: time, y: y() },
    layer: [{ mark: 'line' }, { mark: 'text', encoding: { text: { field: 'valueText' } } }],
  }),
  one('labels at bars', {
    ...named(branches),
    transform: current,
    encoding: { x: y(), y: label },
    layer: [{ mark: 'bar' }, { mark: 'text', encoding: { text: { field: 'valueText' } } }],
  }),
  one('a sum with its name', {
    ...chart(
      'bar',
      time,
      { field: 'value', aggregate: 'sum', type: 'quantitative', title: 'all branches together' },
      branches,
    ),
    ...says('all branches together'),
  }),
  one('an index with its name', {
    ...chart('line', time, { ...made, title: 'index, 2019 = 100' }, 'visits', {
      transform: [
        { joinaggregate: [{ op: 'max', field: 'value', as: 'top' }] },
        { calculate: '100 * datum.value / datum.top', as: 'made' },
      ],
    }),
    ...says('index, 2019 = 100'),
  }),
  one('a share with its name', {
    ...chart('bar', label, { ...made, title: 'share of all branches' }, branches, {
      transform: [
        ...current,
        { joinaggregate: [{ op: 'sum', field: 'value', as: 'all' }] },
        { calculate: 'datum.value / datum.all', as: 'made' },
      ],
    }),
    ...says('share of all branches'),
  }),
  one('two panels', {
    ...named('visits'),
    hconcat: [
      { mark: 'line', encoding: { x: time, y: y() } },
      { ...named('loans'), mark: 'line', encoding: { x: time, y: y() } },
    ],
  }),
  one('small multiples', {
    ...chart('bar', { field: 'period', type: 'ordinal' }, y(), branches),
    encoding: { x: { field: 'period', type: 'ordinal' }, y: y(), facet: label },
  }),
  one(
    'a filtered line',
    chart('line', time, y(), 'visits', { transform: [{ filter: 'datum.date >= datetime(2021, 0, 1)' }] }),
  ),
  one('even steps', chart('line', { field: 'period', type: 'ordinal' }, y())),
  one('time to scale, uneven', chart('line', time, y(), 'uneven')),
  one('bars of uneven years', chart('bar', { field: 'period', type: 'ordinal' }, y(), 'uneven')),
  one('a dot plot', chart('point', y(), label, branches, { transform: current })),
  one('a dumbbell', {
    ...named(branches),
    encoding: { y: label, x: y() },
    layer: [{ mark: 'line', encoding: { detail: label } }, { mark: 'point' }],
  }),
  one('an accent', {
    ...chart('bar', y(), label, branches, { transform: current }),
    encoding: {
      x: y(),
      y: label,
      color: { condition: { test: "datum.indicator === 'harbour-visits'", value: 'red' }, value: 'grey' },
    },
  }),
  one('a wide mark', chart({ type: 'bar', size: 12 }, time, y())),
  one('axis without ticks', chart('line', time, { ...y(), axis: null })),
  one('a step line', chart({ type: 'line', interpolate: 'step-after' }, time, y())),
  one('labels rounded', labelled("format(datum.value, ',.3r')")),
  one('labels in millions', labelled("format(datum.value / 1000000, '.1f')")),
  one('labels with words', labelled("datum.valueText + ' in ' + datum.periodLabel")),
  one('labels of years', labelled("'' + year(datum.date)")),
  one('an axis in millions', chart('line', time, { ...y(), axis: { labelExpr: "datum.value / 1000000 + ''" } })),
  one(
    'an axis in words',
    chart('line', time, { ...y(), axis: { labelExpr: "datum.value == 0 ? 'none' : datum.label" } }),
  ),
  one('an axis of two-figure years', chart('line', { ...time, axis: { format: '’%y' } }, y())),
  one(
    'an axis of decades',
    chart('bar', { field: 'period', type: 'ordinal', axis: { labelExpr: 'slice(datum.label, 2)' } }, y()),
  ),
  one('points out of each other’s way', {
    ...named(branches),
    transform: [...current, { calculate: 'random()', as: 'made' }],
    mark: 'point',
    encoding: { x: y(), y: { ...made, axis: null } },
  }),
  one('a number of branches, with its name', {
    ...chart(
      'bar',
      { field: 'period', type: 'ordinal' },
      { aggregate: 'count', title: 'number of branches' },
      branches,
    ),
    ...says('number of branches'),
  }),
  one('a title in thousands over thousands', {
    ...chart('line', time, { ...y(), title: 'visits, thousands', axis: { labelExpr: 'datum.value / 1000' } }),
  }),
  one('letters of scales', chart('line', time, { ...y(), axis: { format: '~s' } })),
  one(
    'shares with their sign',
    chart('bar', time, { ...y(), axis: { labelExpr: "datum.label + '%'" } }, 'digital-share'),
  ),
  one('two measures side by side', {
    ...named('visits, loans'),
    transform: [{ pivot: 'indicator', value: 'value', groupby: ['period'] }],
    mark: 'point',
    encoding: { x: { field: 'visits', type: 'quantitative' }, y: { field: 'loans', type: 'quantitative' } },
  }),
  one('bars from one year to the next, far from zero', {
    ...named(branches),
    transform: [
      { filter: 'datum.current || datum.previous' },
      { calculate: "datum.current ? 'now' : 'then'", as: 'when' },
      { pivot: 'when', value: 'value', groupby: ['label'] },
    ],
    mark: 'bar',
    encoding: {
      y: label,
      x: { field: 'now', type: 'quantitative', scale: { zero: false }, title: 'visits' },
      x2: { field: 'then' },
    },
  }),
  one('ranks with the first at the top', {
    ...named(branches),
    ...says('rank by visits'),
    transform: [
      { window: [{ op: 'rank', as: 'made' }], groupby: ['period'], sort: [{ field: 'value', order: 'descending' }] },
    ],
    mark: 'line',
    encoding: {
      x: { field: 'period', type: 'ordinal' },
      y: { ...made, scale: { reverse: true, zero: false }, title: 'rank by visits' },
      color: label,
    },
  }),
  one('a list with the latest year first', chart('bar', y(), { field: 'period', type: 'ordinal', sort: 'descending' })),
  one('panels of two units, each on its scale', {
    ...chart('bar', { field: 'period', type: 'ordinal' }, y(), 'visits, digital-share'),
    encoding: { x: { field: 'period', type: 'ordinal' }, y: y(), row: label },
    resolve: { scale: { y: 'independent' } },
  }),
  one('a title of its years', { ...chart('line', time, y()), title: 'Visits from 2019 to 2025' }),
  one('a running total with its name', {
    ...chart('line', time, { ...made, title: 'running total' }),
    ...says('running total'),
    transform: [{ window: [{ op: 'sum', field: 'value', as: 'made' }], frame: [null, 0], sort: [{ field: 'date' }] }],
  }),
  one('a curve through its points', chart({ type: 'line', interpolate: 'monotone' }, time, y())),
  one('short names', chart('bar', y(), renamed, branches, { transform: [...current, short] })),
  one('a label of then and now', {
    ...named(branches),
    transform: [
      { filter: 'datum.current || datum.previous' },
      { calculate: "datum.current ? 'now' : 'then'", as: 'when' },
      { pivot: 'when', value: 'value', groupby: ['label'] },
      { calculate: "format(datum.then, ',') + ' → ' + format(datum.now, ',')", as: 'made' },
    ],
    encoding: { y: label, x: { field: 'now', type: 'quantitative', title: 'visits' } },
    layer: [{ mark: 'bar' }, { mark: 'text', encoding: { text: { field: 'made' } } }],
  }),
  one('points of the latest only, others unseen', {
    ...named('visits'),
    encoding: { x: time, y: y() },
    layer: [
      { mark: 'line' },
      { mark: 'point', encoding: { opacity: { condition: { test: 'datum.last', value: 1 }, value: 0 } } },
    ],
  }),
  one('a waterfall on unseen bars', {
    ...named('digital-loans, cd-loans'),
    transform: [{ filter: 'datum.current' }],
    encoding: { x: label, y: y() },
    layer: [{ mark: { type: 'bar', opacity: 0 } }, { mark: 'bar' }],
  }),
  one('a bar in a wider bar', {
    ...named('visits'),
    encoding: { x: { field: 'period', type: 'ordinal' }, y: y() },
    layer: [{ mark: { type: 'bar', color: '#ccc' } }, { mark: { type: 'bar', size: 8 } }],
  }),
  one('people of two kinds on one axis', {
    ...chart('line', time, y(), 'staff, volunteers'),
    encoding: { x: time, y: y(), color: label },
  }),
  one('shares and a gap in points on one axis', {
    ...chart('line', time, y(), 'women-share, membership-gap'),
    encoding: { x: time, y: y(), color: label },
  }),
  one('a line from one branch to the next', {
    ...chart('line', { field: 'period', type: 'ordinal' }, y(), branches, {
      transform: [{ filter: 'datum.current || datum.previous' }],
    }),
    encoding: { x: { field: 'period', type: 'ordinal' }, y: y(), color: label },
  }),
  one('lines between two ends', {
    ...named(branches),
    transform: [{ filter: 'datum.current || datum.previous' }],
    encoding: { y: label, x: y() },
    layer: [{ mark: 'line', encoding: { detail: label } }, { mark: 'point' }],
  }),
  one('a title that says that they rose since', {
    ...chart('line', time, y(), 'digital-loans'),
    title: 'Digital loans have risen since 2022',
  }),
  one('a title of two years', {
    ...named(branches),
    transform: [{ filter: 'datum.current || datum.previous' }],
    title: 'Visits by branch, 2024 and 2025',
    mark: 'bar',
    encoding: {
      y: label,
      x: y(),
      yOffset: { field: 'period', type: 'ordinal' },
      color: { field: 'period', type: 'nominal' },
    },
  }),
  one('one branch in colour', {
    ...chart('bar', y(), label, branches, { transform: current }),
    encoding: {
      x: y(),
      y: label,
      color: { condition: { test: "datum.label == 'Harbour'", value: '#a00' }, value: '#bbb' },
    },
  }),
  one('a heat map to a round number', {
    ...named(branches),
    mark: 'rect',
    encoding: { x: { field: 'period', type: 'ordinal' }, y: label, color: y({ domain: [0, 1_000_000] }) },
  }),
  one('pieces of one colour with lines between', {
    ...chart({ type: 'bar', stroke: 'white', color: '#336' }, { field: 'period', type: 'ordinal' }, y(), branches),
    encoding: { x: { field: 'period', type: 'ordinal' }, y: y(), detail: label },
  }),
  one('a histogram of bins that touch', {
    ...named(branches),
    ...says('number of figures'),
    mark: { type: 'bar', binSpacing: 0 },
    encoding: {
      x: { field: 'value', bin: { maxbins: 30 }, type: 'quantitative' },
      y: { aggregate: 'count', title: 'number of figures' },
    },
  }),
  one('columns that touch', {
    ...chart('bar', { field: 'period', type: 'ordinal', scale: { padding: 0 } }, { ...y(), stack: null }, 'staff'),
  }),
  one(
    'a scale of logarithms whose title says so',
    chart('line', time, y({ type: 'log' }, { title: 'visits (log scale)' })),
  ),
  one('a band from the lowest to the highest', {
    ...named(branches),
    mark: 'area',
    encoding: {
      x: time,
      y: { ...y({ zero: false }), aggregate: 'min' },
      y2: { field: 'value', aggregate: 'max' },
    },
  }),
  one('labels as shares, which it names', {
    ...named(branches),
    ...says('share of the four branches'),
    title: 'Visits, and share of the four branches',
    transform: [
      ...current,
      { joinaggregate: [{ op: 'sum', field: 'value', as: 'all' }] },
      { calculate: "format(datum.value / datum.all, '.0%')", as: 'made' },
    ],
    encoding: { y: label, x: y() },
    layer: [{ mark: 'bar' }, { mark: { type: 'text', align: 'left' }, encoding: { text: { field: 'made' } } }],
  }),
  one('a title of a difference, which it works out', {
    ...chart('bar', label, { ...made, title: 'difference from the first' }, branches),
    ...says('difference from the first'),
    transform: [
      ...current,
      { joinaggregate: [{ op: 'max', field: 'value', as: 'most' }] },
      { calculate: 'datum.value - datum.most', as: 'made' },
    ],
  }),
  one('Highest at the highest', noted('2019', 'Highest')),
  one('Up on the year before at one that rose', noted('2025', 'Up on the year before')),
  one('the darker, the more', {
    ...named(branches),
    title: 'The darker a cell, the more visits',
    mark: 'rect',
    encoding: { x: { field: 'period', type: 'ordinal' }, y: label, color: y() },
  }),
  one('sums of as many branches', summed("datum.label != 'Eastgate'")),
]
