import { calc, D, f, n, now, o, one, q, type SpecIn, said, t } from '../spec-parts.ts'

// Charts of a report on an ambulance service by month, region and urgency that the checks had not been made for.

const parts = f("datum.region != 'total'")
const urgencies = f("datum.urgency != 'total'")
const months = o('periodLabel', { sort: null })
/** Bars lying by region, the latest month. */
const regions = (data: string, title: object | string, more: object = {}) => ({
  ...D(`${data}[region]`),
  title,
  transform: [now, parts],
  mark: 'bar',
  encoding: { x: q(), y: n('regionLabel', { sort: '-x', title: null }) },
  ...more,
})

export const lying: readonly SpecIn[] = [
  one('bars that begin at half an hour', {
    ...D('mean-time[c2]'),
    title: 'Mean response time, emergencies',
    mark: 'bar',
    encoding: { x: months, y: q('value', { scale: { zero: false } }), y2: { datum: 30 } },
  }),
  one('minutes from the top down', {
    ...D('mean-time[c2]'),
    title: 'Response times to emergencies improve',
    mark: 'line',
    encoding: { x: t(), y: q('value', { sort: 'descending', scale: { zero: false } }) },
  }),
  one(
    'the longest bars clipped',
    regions('calls', 'Calls answered, December 2025', {
      mark: { type: 'bar', clip: true },
      encoding: { x: q('value', { scale: { domain: [0, 100000] } }), y: n('regionLabel', { sort: '-x' }) },
    }),
  ),
  one('an axis in seconds over minutes', {
    ...D('mean-time[c2]'),
    title: 'Mean response time',
    mark: { type: 'line', point: true },
    encoding: { x: t(), y: q('value', { title: 'seconds' }) },
  }),
  one('a subtitle that says median over means', {
    ...D('mean-time[urgency]'),
    title: { text: 'Response times by urgency', subtitle: 'Median, minutes, December 2025' },
    transform: [now, urgencies],
    mark: 'bar',
    encoding: { x: q(), y: n('urgencyLabel', { sort: '-x' }) },
  }),
  one('names of a legend exchanged', {
    ...D('within-target[region]'),
    title: 'Calls reached in time by region, %',
    transform: [f("datum.region == 'north' || datum.region == 'south'")],
    mark: 'line',
    encoding: {
      x: t(),
      y: q('value', { scale: { zero: false } }),
      color: n('regionLabel', { legend: { labelExpr: "({North: 'South', South: 'North'})[datum.label]" } }),
    },
  }),
  one('every region, one left out', {
    ...D('within-target[region]'),
    title: 'Every region reached more calls in time than a year before',
    transform: [
      f("datum.region != 'south' && datum.region != 'total'"),
      f("datum.current || datum.period == '2024-12'"),
    ],
    mark: 'bar',
    encoding: { x: q(), y: n('regionLabel'), yOffset: n('periodLabel'), color: n('periodLabel') },
  }),
  one('a pie of rates', {
    ...D('within-target[region]'),
    title: 'Calls reached in time by region, %',
    transform: [now, parts],
    mark: 'arc',
    encoding: { theta: q(), color: n('regionLabel') },
  }),
  one('a median, a mean and a percentile stacked', {
    ...D('times'),
    title: 'Response times to emergencies, minutes',
    mark: 'bar',
    encoding: { x: months, y: q('value', { stack: true }), color: n('indicatorLabel') },
  }),
  one('overlapping groups as parts of a hundred', {
    ...D('falls, over-75, conveyed'),
    title: 'Incidents by kind, share of all',
    mark: 'bar',
    encoding: { x: months, y: q('value', { stack: 'normalize', axis: { format: '%' } }), color: n('label') },
  }),
  one('on the month before, called on the year', {
    ...D('calls'),
    title: 'Calls answered, change on a year earlier, %',
    ...said('Change on a year earlier, %'),
    transform: [
      { window: [{ op: 'lag', field: 'value', as: 'before' }] },
      f('isValid(datum.before)'),
      calc('100 * (datum.value / datum.before - 1)', 'growth'),
    ],
    mark: 'bar',
    encoding: { x: months, y: q('growth', { title: 'Change on a year earlier, %' }) },
  }),
  one('a year and three months as equal steps', {
    ...D('staff'),
    title: 'Staff grow faster and faster',
    mark: { type: 'line', point: true },
    encoding: { x: months, y: q('value', { scale: { zero: false } }) },
  }),
  one('two scales that make calls and times move together', {
    title: 'Response times follow calls',
    layer: [
      { ...D('calls'), mark: 'line', encoding: { x: t(), y: q('value', { scale: { zero: false } }) } },
      {
        ...D('mean-time[c2]'),
        mark: { type: 'line', strokeDash: [4, 3] },
        encoding: { x: t(), y: q('value', { scale: { zero: false } }) },
      },
    ],
    resolve: { scale: { y: 'independent' } },
  }),
  one('radii as long as the figures', {
    ...D('calls[region]'),
    title: 'Calls answered by region, December 2025',
    transform: [now, parts],
    mark: { type: 'arc', innerRadius: 0 },
    encoding: {
      theta: n('region'),
      radius: q('value', { scale: { type: 'linear', zero: true } }),
      color: n('regionLabel'),
    },
  }),
  one('hours lost written at bars of calls', {
    title: 'Calls answered by region, December 2025',
    ...D('calls[region], hours-lost[region]'),
    transform: [now, parts, { pivot: 'indicator', value: 'value', groupby: ['regionLabel'] }],
    layer: [
      { mark: 'bar', encoding: { x: q('calls', { title: 'Calls' }), y: n('regionLabel') } },
      {
        mark: { type: 'text', dx: 25 },
        encoding: { x: q('calls'), y: n('regionLabel'), text: q('hours-lost', { format: ',' }) },
      },
    ],
  }),
  one('a mean of seven months called monthly', {
    ...D('mean-time[c2]'),
    title: 'Monthly mean response time, minutes',
    ...said('Monthly mean response time'),
    transform: [{ window: [{ op: 'mean', field: 'value', as: 'smooth' }], frame: [-3, 3] }],
    mark: 'line',
    encoding: { x: t(), y: q('smooth', { title: 'Monthly mean response time' }) },
  }),
  one('a mean of four rates called Marland', {
    ...D('within-target[region]'),
    title: 'Calls reached in time in Marland, %',
    ...said('Calls reached in time in Marland'),
    transform: [parts],
    mark: 'line',
    encoding: { x: t(), y: q('value', { aggregate: 'mean', title: 'Calls reached in time in Marland' }) },
  }),
  one('another year in the title', regions('calls', 'Calls answered by region, December 2024')),
  one('a peak that is none', {
    ...D('calls'),
    title: 'Calls answered',
    encoding: { x: t(), y: q() },
    layer: [
      { mark: 'line' },
      { transform: [f("datum.period == '2025-07'")], mark: 'point' },
      { transform: [f("datum.period == '2025-07'")], mark: { type: 'text', text: 'Peak', dy: -10 } },
    ],
  }),
  one(
    'largest first, by name',
    regions('hours-lost', 'Hours lost at handover, largest first', {
      encoding: { x: q(), y: n('regionLabel', { sort: 'ascending' }) },
    }),
  ),
  one('medians stacked', {
    ...D('median-time[urgency]'),
    title: 'Median response time, minutes',
    transform: [urgencies],
    mark: 'bar',
    encoding: { x: months, y: q(), color: n('urgencyLabel') },
  }),
  one('a target where none is', {
    ...D('within-target'),
    title: 'Calls reached in time, %',
    layer: [
      { mark: 'line', encoding: { x: t(), y: q('value', { scale: { zero: false } }) } },
      { transform: [f('datum.first')], mark: { type: 'rule', strokeDash: [4, 4] }, encoding: { y: q() } },
      {
        transform: [f('datum.first')],
        mark: { type: 'text', text: 'Target', align: 'left', dy: -6 },
        encoding: { x: t(), y: q() },
      },
    ],
  }),
  one(
    'an average that is the largest',
    regions('hours-lost', 'Hours lost at handover', {
      layer: [
        { mark: 'bar', encoding: { x: q(), y: n('regionLabel') } },
        { mark: { type: 'rule', color: 'red' }, encoding: { x: q('value', { aggregate: 'max' }) } },
        {
          mark: { type: 'text', text: 'Average', dy: -5 },
          encoding: { x: q('value', { aggregate: 'max' }), y: { value: 0 } },
        },
      ],
      mark: undefined,
      encoding: undefined,
    }),
  ),
  one('coloured as if the target were met', {
    ...D('within-target[region]'),
    title: 'Calls reached in time, target 75%',
    transform: [now, parts, calc("datum.value > 65 ? 'Target met' : 'Target missed'", 'verdict')],
    mark: 'bar',
    encoding: { x: q(), y: n('regionLabel'), color: n('verdict', { title: null }) },
  }),
  one('coloured as worse where it fell', {
    ...D('hours-lost[region]'),
    title: 'Hours lost at handover by region, and which way they went',
    transform: [now, parts, calc("datum.change < 0 ? 'Rose on the year' : 'Fell on the year'", 'way')],
    mark: 'bar',
    encoding: { x: q(), y: n('regionLabel'), color: n('way', { title: null }) },
  }),
  one('three times those of the west', regions('calls', 'South answers three times the calls of West')),
  one('fell each month', {
    ...D('calls'),
    title: 'Calls have fallen in every month of 2025',
    mark: 'bar',
    encoding: { x: months, y: q() },
  }),
  one('then and now exchanged in the legend', {
    ...D('within-target[region]'),
    title: 'Calls reached in time, then and now',
    transform: [
      parts,
      f("datum.current || datum.period == '2024-12'"),
      calc("datum.current ? 'December 2024' : 'December 2025'", 'when'),
    ],
    layer: [
      { mark: 'line', encoding: { x: q(), y: n('regionLabel'), detail: n('regionLabel') } },
      { mark: { type: 'point', filled: true }, encoding: { x: q(), y: n('regionLabel'), color: n('when') } },
    ],
  }),
  one('all improved, one did not', {
    ...D('within-target[region]'),
    title: 'All regions reached more calls in time',
    transform: [parts, f("datum.current || datum.period == '2024-12'")],
    mark: { type: 'line', point: true },
    encoding: { x: months, y: q('value', { scale: { zero: false } }), color: n('regionLabel') },
  }),
  one('a scale for each region', {
    ...D('calls[region]'),
    title: 'All regions answer as many calls',
    transform: [parts],
    facet: { field: 'regionLabel' },
    columns: 4,
    spec: { mark: 'bar', encoding: { x: o('period', { axis: null }), y: q('value', { axis: null }) } },
    resolve: { scale: { y: 'independent' } },
  }),
  one(
    'bars on a log of sorts',
    regions('calls', 'Calls answered by region, December 2025', {
      encoding: { x: q('value', { scale: { type: 'symlog', constant: 1000 } }), y: n('regionLabel') },
    }),
  ),
  one('months of regions counted as regions', {
    ...D('calls[region]'),
    title: 'Number of regions by calls answered',
    ...said('Number of regions'),
    transform: [parts],
    mark: 'bar',
    encoding: { x: q('value', { bin: true, title: 'Calls' }), y: { aggregate: 'count', title: 'Number of regions' } },
  }),
  one('a quarter of one month', {
    ...D('calls'),
    title: 'Calls answered by quarter',
    ...said('Calls answered by quarter'),
    mark: 'bar',
    encoding: {
      x: { field: 'date', timeUnit: 'yearquarter', type: 'ordinal' },
      y: q('value', { aggregate: 'sum', title: 'Calls answered by quarter' }),
    },
  }),
  one('titles of two panels exchanged', {
    hconcat: [
      { ...D('calls'), title: 'Hours lost at handover', width: 200, mark: 'line', encoding: { x: t(), y: q() } },
      { ...D('hours-lost'), title: 'Calls answered', width: 200, mark: 'line', encoding: { x: t(), y: q() } },
    ],
  }),
  one('added up, called a month', {
    ...D('hours-lost'),
    title: 'Hours lost at handover each month',
    ...said('Hours lost each month'),
    transform: [{ window: [{ op: 'sum', field: 'value', as: 'all' }] }],
    mark: 'bar',
    encoding: { x: months, y: q('all', { title: 'Hours lost each month' }) },
  }),
  one('an index of another base', {
    ...D('calls'),
    title: 'Calls answered, December 2024 = 100',
    ...said('Index, December 2024 = 100'),
    transform: [
      calc("datum.period == '2025-06' ? datum.value : null", 'at'),
      { joinaggregate: [{ op: 'max', field: 'at', as: 'base' }] },
      calc('100 * datum.value / datum.base', 'index'),
    ],
    mark: 'line',
    encoding: { x: t(), y: q('index', { title: 'Index, December 2024 = 100', scale: { zero: false } }) },
  }),
  one('ranks from the bottom called from the top', {
    ...D('calls[region]'),
    title: 'Regions by calls answered (1 = most calls)',
    ...said('Rank (1 = most calls)'),
    transform: [now, parts, { window: [{ op: 'rank', as: 'rank' }], sort: [{ field: 'value' }] }],
    layer: [
      { mark: 'bar', encoding: { x: q('rank', { title: 'Rank (1 = most calls)' }), y: n('regionLabel') } },
      { mark: { type: 'text', dx: 10 }, encoding: { x: q('rank'), y: n('regionLabel'), text: q('rank') } },
    ],
  }),
  one('from median to ninetieth percentile, called the middle half', {
    ...D('median-time[c2], p90-time[c2]'),
    title: 'Response times to emergencies: the band holds the middle half',
    transform: [{ pivot: 'indicator', value: 'value', groupby: ['date'] }],
    mark: 'area',
    encoding: { x: t(), y: q('median-time', { title: 'Minutes' }), y2: { field: 'p90-time' } },
  }),
  one(
    'times that fell called risen',
    {
      ...D('mean-time[c2]'),
      title: 'Die Eintreffzeit bei Notfällen ist gestiegen',
      mark: 'line',
      encoding: { x: t(), y: q() },
    },
    { language: 'de' },
  ),
  one('boxes with a line of half as much again', {
    ...D('within-target[region]'),
    title: 'Calls reached in time, %: spread of the months from December 2024',
    transform: [parts, { calculate: 'datum.value * 1.5', as: 'more' }],
    layer: [
      {
        mark: { type: 'boxplot', extent: 'min-max' },
        encoding: { x: q('value', { scale: { zero: false }, title: '%' }), y: n('regionLabel', { title: null }) },
      },
      { mark: 'tick', encoding: { x: q('more'), y: n('regionLabel', { title: null }) } },
    ],
  }),
]

export const honest: readonly SpecIn[] = [
  one('a line named at its end', {
    ...D('mean-time[c2]'),
    title: { text: 'Emergencies are reached sooner than a year before', subtitle: 'Mean response time, minutes' },
    encoding: { x: t({ title: null }), y: q('value', { title: 'Minutes', scale: { zero: false } }) },
    layer: [
      { mark: { type: 'line', point: true } },
      {
        transform: [f('datum.last')],
        mark: { type: 'text', align: 'left', dx: 6 },
        encoding: { text: { field: 'valueText' } },
      },
    ],
  }),
  one('a band from median to percentile', {
    ...D('median-time[c2], p90-time[c2]'),
    title: 'Response times to emergencies, median and 90th percentile',
    transform: [{ pivot: 'indicator', value: 'value', groupby: ['date'] }],
    layer: [
      {
        mark: { type: 'area', opacity: 0.3 },
        encoding: { x: t(), y: q('median-time', { title: 'Minutes' }), y2: { field: 'p90-time' } },
      },
      { mark: 'line', encoding: { x: t(), y: q('median-time') } },
    ],
  }),
  one(
    'sorted bars with their numbers',
    regions('calls', 'South answers most calls, December 2025', {
      encoding: { y: n('regionLabel', { sort: '-x', title: null }), x: q('value', { axis: null }) },
      mark: undefined,
      layer: [
        { mark: 'bar' },
        { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: q('value', { format: ',' }) } },
      ],
    }),
  ),
  one('parts of a whole stacked', {
    ...D('outcomes'),
    title: 'How incidents end, by month',
    mark: 'bar',
    encoding: { x: { field: 'date', timeUnit: 'yearmonth', type: 'ordinal', title: null }, y: q(), color: n('label') },
  }),
  one('shares of a whole', {
    ...D('outcomes'),
    title: 'A larger share of incidents is dealt with by phone',
    mark: 'area',
    encoding: {
      x: t({ title: null }),
      y: q('value', { stack: 'normalize', axis: { format: '%', title: 'Share of incidents' } }),
      color: n('label', { title: null }),
    },
  }),
  one('a panel a region, one target', {
    ...D('within-target[region]'),
    title: 'Calls reached in time, %, by region',
    transform: [parts],
    facet: { field: 'regionLabel', type: 'nominal', title: null },
    columns: 2,
    spec: {
      width: 250,
      height: 120,
      layer: [
        { mark: 'line', encoding: { x: t({ title: null }), y: q('value', { title: null, scale: { zero: false } }) } },
        {
          ...D('target'),
          mark: { type: 'rule', strokeDash: [3, 3] },
          encoding: { y: q('value', { aggregate: 'max' }) },
        },
      ],
    },
  }),
  one('level and rate beside each other', {
    ...D('calls[region]'),
    transform: [now, parts],
    hconcat: [
      {
        title: 'Calls answered, December 2025',
        width: 250,
        mark: 'bar',
        encoding: { x: q('value', { title: null }), y: n('regionLabel', { title: null }) },
      },
      {
        title: 'Change on December 2024, %',
        width: 250,
        mark: 'bar',
        encoding: { x: q('rate', { title: null }), y: n('regionLabel', { title: null, axis: { labels: false } }) },
      },
    ],
  }),
  one('a dumbbell', {
    ...D('within-target[region]'),
    title: 'Three of four regions reached more calls in time than a year before',
    transform: [parts, f("datum.current || datum.period == '2024-12'")],
    encoding: { x: q('value', { scale: { zero: false }, title: '%' }), y: n('regionLabel', { title: null }) },
    layer: [
      { mark: { type: 'line', color: '#bbb' }, encoding: { detail: n('regionLabel') } },
      { mark: { type: 'point', filled: true, size: 90 }, encoding: { color: n('periodLabel', { title: null }) } },
    ],
  }),
  one('lollipops', {
    ...D('hours-lost[region]'),
    title: 'South lost most hours at handover in December 2025',
    transform: [now, parts],
    encoding: { y: n('regionLabel', { sort: '-x', title: null }), x: q('value', { title: 'Hours' }) },
    layer: [
      { mark: { type: 'rule' }, encoding: { x2: { datum: 0 } } },
      { mark: { type: 'circle', size: 120, opacity: 1 } },
    ],
  }),
  one('slopes named at their ends', {
    ...D('within-target[region]'),
    title: 'Calls reached in time, %, December 2024 and 2025',
    transform: [parts, f("datum.current || datum.period == '2024-12'")],
    encoding: {
      x: o('periodLabel', { sort: null, title: null, axis: { labelAngle: 0 } }),
      y: q('value', { scale: { zero: false }, title: null }),
      color: n('regionLabel', { legend: null }),
    },
    layer: [
      { mark: { type: 'line', point: true } },
      {
        transform: [now],
        mark: { type: 'text', align: 'left', dx: 8 },
        encoding: { text: n('regionLabel') },
      },
    ],
  }),
  one('a heat map with numbers', {
    ...D('within-target[region]'),
    title: 'Calls reached in time by region and month, %',
    transform: [parts],
    encoding: {
      x: { field: 'date', timeUnit: 'yearmonth', type: 'ordinal', title: null, axis: { format: '%b' } },
      y: n('regionLabel', { title: null }),
    },
    layer: [
      { mark: 'rect', encoding: { color: q('value', { scale: { scheme: 'blues' }, title: '%' }) } },
      {
        mark: { type: 'text', fontSize: 9 },
        encoding: {
          text: q('value', { format: '.0f' }),
          color: { condition: { test: 'datum.value > 66', value: 'white' }, value: 'black' },
        },
      },
    ],
  }),
  one('ranks month by month', {
    ...D('within-target[region]'),
    title: 'Regions ranked by calls reached in time, 1 = best',
    ...said('Rank, 1 = best'),
    transform: [
      parts,
      { window: [{ op: 'rank', as: 'rank' }], sort: [{ field: 'value', order: 'descending' }], groupby: ['date'] },
    ],
    mark: { type: 'line', point: true },
    encoding: {
      x: t({ title: null }),
      y: o('rank', { title: 'Rank, 1 = best' }),
      color: n('regionLabel', { title: 'Region' }),
    },
  }),
  one('a moving average over its months', {
    ...D('calls'),
    title: 'Calls answered: months and their three-month moving average',
    ...said('three-month moving average'),
    transform: [{ window: [{ op: 'mean', field: 'value', as: 'smooth' }], frame: [-1, 1] }],
    encoding: { x: t({ title: null }) },
    layer: [
      { mark: { type: 'point', opacity: 0.5 }, encoding: { y: q('value', { scale: { zero: false } }) } },
      { mark: 'line', encoding: { y: q('smooth', { title: 'Calls, three-month moving average' }) } },
    ],
  }),
  one('an average that is one', {
    ...D('calls'),
    title: 'Calls answered, and their average over thirteen months',
    ...said('average over thirteen months'),
    layer: [
      { mark: 'bar', encoding: { x: { field: 'date', timeUnit: 'yearmonth', type: 'ordinal', title: null }, y: q() } },
      { mark: { type: 'rule', color: 'firebrick' }, encoding: { y: q('value', { aggregate: 'mean' }) } },
    ],
  }),
  one('an index of its first month', {
    ...D('calls[region]'),
    title: 'Calls answered by region, index, December 2024 = 100',
    ...said('index, December 2024 = 100'),
    transform: [
      parts,
      { window: [{ op: 'first_value', field: 'value', as: 'base' }], groupby: ['region'], sort: [{ field: 'date' }] },
      calc('100 * datum.value / datum.base', 'index'),
    ],
    mark: 'line',
    encoding: {
      x: t({ title: null }),
      y: q('index', { scale: { zero: false }, title: 'index, December 2024 = 100' }),
      color: n('regionLabel', { title: null }),
    },
  }),
  one('the latest month set off', {
    ...D('hours-lost'),
    title: 'Fewer hours lost at handover than in December 2024',
    mark: 'bar',
    encoding: {
      x: months,
      y: q('value', { title: 'Hours' }),
      color: { condition: { test: 'datum.current', value: { expr: 'accent' } }, value: { expr: 'context' } },
    },
  }),
  one('a histogram of months and regions', {
    ...D('within-target[region]'),
    title: 'Months in which a region reached so many calls in time',
    ...said('Number of months'),
    transform: [parts],
    mark: 'bar',
    encoding: {
      x: q('value', { bin: { step: 2 }, title: 'Calls reached in time, %' }),
      y: { aggregate: 'count', title: 'Number of months' },
    },
  }),
  one('months by their names', {
    ...D('sickness'),
    title: 'Sickness absence, %, December 2024 to December 2025',
    mark: { type: 'bar' },
    encoding: {
      x: {
        field: 'date',
        timeUnit: 'yearmonth',
        type: 'ordinal',
        axis: { format: '%b %y', labelAngle: -45 },
        title: null,
      },
      y: q('value', { title: '% of working days' }),
    },
  }),
  one('joiners and leavers in two colours', {
    ...D('net-joiners'),
    title: 'More staff joined than left in every month since April 2025',
    mark: 'bar',
    encoding: {
      x: months,
      y: q('value', { title: 'Net joiners' }),
      color: { condition: { test: 'datum.value < 0', value: '#c44' }, value: '#488' },
    },
  }),
  one('categories at two times, side by side', {
    ...D('incidents[urgency]'),
    title: 'Incidents attended by urgency, December 2024 and 2025',
    transform: [urgencies, f("datum.current || datum.period == '2024-12'")],
    mark: 'bar',
    encoding: {
      x: n('urgencyLabel', { sort: { field: 'urgencyOrder' }, title: null, axis: { labelAngle: 0 } }),
      xOffset: o('period'),
      y: q('value', { title: 'Incidents' }),
      color: n('periodLabel', { title: null }),
    },
  }),
  one('calls against hours lost', {
    ...D('calls[region], hours-lost[region]'),
    title: 'Regions with more calls lose more hours at handover',
    transform: [now, parts, { pivot: 'indicator', value: 'value', groupby: ['regionLabel'] }],
    encoding: { x: q('calls', { title: 'Calls answered' }), y: q('hours-lost', { title: 'Hours lost at handover' }) },
    layer: [
      { mark: { type: 'point', filled: true, size: 80 } },
      { mark: { type: 'text', align: 'left', dx: 8 }, encoding: { text: n('regionLabel') } },
    ],
  }),
  one('boxes of thirteen months', {
    ...D('within-target[region]'),
    title: 'Calls reached in time, %: spread of the months from December 2024',
    transform: [parts],
    mark: { type: 'boxplot', extent: 'min-max' },
    encoding: { x: q('value', { scale: { zero: false }, title: '%' }), y: n('regionLabel', { title: null }) },
  }),
  one('a doughnut of outcomes', {
    ...D('outcomes'),
    title: 'How incidents ended, December 2025',
    transform: [now],
    mark: { type: 'arc', innerRadius: 60 },
    encoding: { theta: q(), color: n('label', { title: null }) },
  }),
  one('one bar of four parts', {
    ...D('incidents[urgency]'),
    title: 'More than half of incidents are emergencies',
    transform: [now, urgencies],
    mark: 'bar',
    encoding: {
      x: q('value', { stack: 'normalize', axis: { format: '%' }, title: 'Share of incidents' }),
      color: n('urgencyLabel', { sort: { field: 'urgencyOrder' }, title: null, legend: { orient: 'bottom' } }),
    },
  }),
  one('the summer shaded', {
    ...D('mean-time[c2]'),
    title: 'Mean response time to emergencies, minutes',
    layer: [
      {
        transform: [f("datum.period == '2025-06' || datum.period == '2025-08'")],
        mark: { type: 'rect', opacity: 0.2 },
        encoding: { x: { field: 'date', type: 'temporal', aggregate: 'min' }, x2: { field: 'date', aggregate: 'max' } },
      },
      {
        mark: 'line',
        encoding: { x: t({ title: null }), y: q('value', { scale: { zero: false }, title: 'Minutes' }) },
      },
    ],
  }),
  one('a peak that is one', {
    ...D('calls'),
    title: 'Calls were highest in December 2025',
    transform: [{ joinaggregate: [{ op: 'max', field: 'value', as: 'most' }] }],
    encoding: { x: t({ title: null }), y: q('value', { scale: { zero: false } }) },
    layer: [
      { mark: 'line' },
      {
        transform: [f('datum.value == datum.most')],
        mark: { type: 'text', align: 'right', dy: -8 },
        encoding: { text: { field: 'valueText' } },
      },
    ],
  }),
  one('a logarithmic scale that says so', {
    ...D('incidents[urgency]'),
    title: 'Incidents attended by urgency (logarithmic scale)',
    transform: [urgencies],
    mark: 'line',
    encoding: {
      x: t({ title: null }),
      y: q('value', { scale: { type: 'log' }, title: 'Incidents (log scale)' }),
      color: n('urgencyLabel', { sort: { field: 'urgencyOrder' }, title: 'Urgency' }),
    },
  }),
  one('quarters in millions', {
    ...D('spending'),
    title: 'Spending by quarter, £ million',
    transform: [calc('datum.value / 1e6', 'millions')],
    encoding: { x: o('periodLabel', { sort: null, title: null }), y: q('millions', { title: '£ million' }) },
    layer: [{ mark: 'bar' }, { mark: { type: 'text', dy: -6 }, encoding: { text: q('millions', { format: '.0f' }) } }],
  }),
  one('on the quarter a year earlier', {
    ...D('spending'),
    title: 'Spending, change on the same quarter of 2024, %',
    usermeta: { briefwright: { moves: 'rate' } },
    transform: [f("isValid(datum.rate) && datum.period >= '2025-Q1'")],
    mark: 'bar',
    encoding: { x: o('periodLabel', { sort: null, title: null }), y: q('rate', { title: '%' }) },
  }),
  one('staff at uneven times', {
    ...D('staff'),
    title: 'Staff at the end of the month',
    mark: { type: 'line', point: true },
    encoding: { x: t({ title: null }), y: q('value', { scale: { zero: false }, title: 'Staff' }) },
  }),
  one('four surveys', {
    ...D('satisfaction'),
    title: 'Satisfied patients have not returned to the level of 2019',
    encoding: { x: o('period', { title: 'Year of survey', axis: { labelAngle: 0 } }), y: q('value', { title: '%' }) },
    layer: [{ mark: 'bar' }, { mark: { type: 'text', dy: -6 }, encoding: { text: { field: 'valueText' } } }],
  }),
  one('the target across the bars', {
    title: 'No region reached the target in December 2025',
    layer: [
      {
        ...D('within-target[region]'),
        transform: [now, parts],
        mark: 'bar',
        encoding: {
          x: n('regionLabel', { sort: '-y', title: null }),
          y: q('value', { title: 'Calls reached in time, %' }),
        },
      },
      { ...D('target'), transform: [now], mark: { type: 'rule', strokeDash: [4, 3] }, encoding: { y: q() } },
      {
        ...D('target'),
        transform: [now, calc("'Target: ' + datum.valueText", 'words')],
        mark: { type: 'text', align: 'right', dy: -8 },
        encoding: { y: q(), x: { value: 'width' }, text: n('words') },
      },
    ],
  }),
  one('met or missed by colour', {
    ...D('within-target'),
    title: 'The target of three in four was missed in each month',
    transform: [calc("datum.value >= 75 ? 'Target met' : 'Target missed'", 'verdict')],
    mark: 'bar',
    encoding: { x: months, y: q('value', { title: 'Calls reached in time, %' }), color: n('verdict', { title: null }) },
  }),
  one('two panels, each with its title', {
    hconcat: [
      {
        ...D('calls'),
        title: 'Calls answered',
        width: 250,
        mark: 'line',
        encoding: { x: t({ title: null }), y: q('value', { title: null, scale: { zero: false } }) },
      },
      {
        ...D('hours-lost'),
        title: 'Hours lost at handover',
        width: 250,
        mark: 'line',
        encoding: { x: t({ title: null }), y: q('value', { title: null, scale: { zero: false } }) },
      },
    ],
  }),
  one('initials of months', {
    ...D('hours-lost'),
    title: 'Hours lost at handover, December 2024 to December 2025',
    mark: { type: 'area', line: true, opacity: 0.4 },
    encoding: {
      x: t({ title: null, axis: { labelExpr: "timeFormat(datum.value, '%b')[0]" } }),
      y: q('value', { title: 'Hours' }),
    },
  }),
  one('from the lowest to the highest month', {
    ...D('calls[region]'),
    title: 'Lowest and highest month of each region, December 2024 to December 2025',
    transform: [parts],
    mark: { type: 'bar', height: 8 },
    encoding: {
      y: n('regionLabel', { title: null }),
      x: q('value', { aggregate: 'min', title: 'Calls answered' }),
      x2: { field: 'value', aggregate: 'max' },
    },
  }),
  one('hours added up since January', {
    ...D('hours-lost'),
    title: 'Hours lost at handover in 2025, added up month by month',
    ...said('Hours lost, added up'),
    transform: [
      f("datum.period >= '2025-01'"),
      { window: [{ op: 'sum', field: 'value', as: 'all' }], sort: [{ field: 'date' }] },
    ],
    mark: 'area',
    encoding: { x: t({ title: null }), y: q('all', { title: 'Hours lost, added up' }) },
  }),
  one('Notrufe nach Region', regions('calls', 'Notrufe nach Region, Dezember 2025'), { language: 'de' }),
  one(
    'der Süden verliert mehr Stunden',
    {
      ...D('hours-lost[region]'),
      title: 'Nur im Süden gingen mehr Stunden verloren als im Dezember 2024',
      transform: [parts, now],
      mark: 'bar',
      encoding: {
        x: q('rate', { title: 'Veränderung zum Dezember 2024, %' }),
        y: n('regionLabel', { sort: '-x', title: null }),
      },
    },
    { language: 'de' },
  ),
  one('on the year, by hand', {
    ...D('spending'),
    title: 'Spending, change on a year earlier, %',
    ...said('Change on a year earlier, %'),
    transform: [
      { window: [{ op: 'lag', field: 'value', param: 4, as: 'before' }] },
      f('isValid(datum.before)'),
      calc('100 * (datum.value / datum.before - 1)', 'growth'),
    ],
    mark: 'bar',
    encoding: { x: months, y: q('growth', { title: 'Change on a year earlier, %' }) },
  }),
  one('above or below the whole', {
    ...D('within-target[region]'),
    title: 'Reached in time by region, December 2025',
    transform: [now, parts, calc("datum.value > 66.4 ? 'Above Marland' : 'Below Marland'", 'side')],
    mark: 'bar',
    encoding: { x: q(), y: n('regionLabel'), color: n('side', { title: null }) },
  }),
  one(
    'Ziel verfehlt',
    {
      ...D('within-target[region]'),
      title: 'Rechtzeitig erreicht nach Region, Dezember 2025',
      transform: [now, parts, calc("datum.value >= 75 ? 'Ziel erreicht' : 'Ziel verfehlt'", 'verdict')],
      mark: 'bar',
      encoding: { x: q(), y: n('regionLabel'), color: n('verdict', { title: null }) },
    },
    { language: 'de' },
  ),
]
