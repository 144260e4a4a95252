import { getLocale } from '../../../locale/get-locale.ts'
import { getLanguage } from '../../../locale/languages.ts'
import type { Locale } from '../../../locale/types.ts'
import type { DraftFigure } from './draft-figure.ts'
import { count } from './draft-unit.ts'
import { type DraftWords, draftWords } from './draft-words.ts'

/** Dates of a report that its text names most. */
export interface DraftDates {
  period: string
  comparison: string
  released: string
}

type Lists = ReadonlyMap<string, readonly string[]>

/** Templates of a drafted report by path: first figures as cards, charts of rankings and series, a line per figure. */
export function draftTemplates(
  figures: readonly DraftFigure[],
  lists: Lists,
  { period }: DraftDates,
  language: string,
): [path: string, text: string][] {
  const words = draftWords(language)
  const cards = (lists.get('headline') ?? []).map((id) => `{{key-figure "${id}"}}`)
  const cardBlock = cards.length > 0 ? [':::key-figures', ...cards, ':::', ''] : []
  const locale = getLocale(getLanguage(language) ?? 'en')
  const { comma, colon, sources } = locale.fixed
  const charts = getCharts(figures, lists, words, locale)
  const subtitle = `## {{geography}}${comma}{{period}}`
  const deck = [
    '{{!-- A draft: say in each title what is found, and confirm each figure. --}}',
    '# {{title}}',
    '::slide{layout="title"}',
    '',
    '## {{subtitle}}',
    '',
    ...(cards.length > 0
      ? [`# ${words.figures}`, '::slide{layout="key-figures"}', '', subtitle, '', ...cardBlock]
      : []),
    ...charts.flatMap(({ title, address }) => [
      `# ${title}`,
      '::slide{layout="chart" periods="mixed"}',
      '',
      subtitle,
      '',
      `![](${address})`,
      '',
    ]),
  ]
  const briefing = [
    '{{!-- A draft: make sentences of the lines, and confirm each figure. --}}',
    '# {{title}}',
    '',
    ...cardBlock,
    `## ${words.figures}`,
    '',
    ...figures.map((figure) => getLine(figure, period, colon, comma)),
    '',
    ...charts.flatMap(({ title, address }) => [`![](${address} "${title}")`, '']),
    `## ${sources}`,
    '',
    '{{sources-list}}',
  ]
  return [
    ['templates/deck.md.hbs', `${deck.join('\n')}\n`],
    ['templates/briefing.md.hbs', `${briefing.join('\n')}\n`],
  ]
}

function getLine(
  { id, unit, period: own, value, change }: DraftFigure,
  period: string,
  colon: string,
  comma: string,
): string {
  const at = own === undefined || own === period ? '' : `@${own}`
  const when = at === '' ? '' : `${comma}{{period "${own}"}}`
  const since = change && change.since !== 'not stated' ? ' since=true' : ''
  const said = [
    ...(value === undefined ? [] : [`{{value "${id}${at}"${unit.id === count ? '' : ' unit=true'}}}`]),
    ...(change ? [`{{change "${id}${change.by === undefined ? '.rate' : ''}${at}"${since}}}`] : []),
  ]
  return `- {{label "${id}"}}${when}${colon}${said.join(comma)}`
}

interface DraftChart {
  /** Of its slide and of its caption; each has its own. */
  title: string
  address: string
}

/** A chart for each list of figures to be ranked, and for each indicator of three periods and more. */
function getCharts(figures: readonly DraftFigure[], lists: Lists, words: DraftWords, locale: Locale): DraftChart[] {
  const rankings = [...lists.keys()].filter((name) => name !== 'headline')
  const periods = new Map<string, number>()
  for (const { id, value } of figures) if (value !== undefined) periods.set(id, (periods.get(id) ?? 0) + 1)
  const series = [...periods].flatMap(([id, count]) => (count >= 3 ? [id] : []))
  const charts = [
    ...rankings.map((name) => {
      const paragraph = locale.paragraphs([Number(/\d+/.exec(name)?.[0])])
      return { title: locale.labelled(words.ranking, paragraph), address: `chart:ranking list="${name}"` }
    }),
    ...series.map((id) => ({
      title: locale.labelled(words.course, `{{label "${id}"}}`),
      address: `chart:line figures="${id}"`,
    })),
  ]
  return charts.map(({ title, address }, index) => {
    const before = charts.slice(0, index).filter((one) => one.title === title).length
    return { title: before === 0 ? title : `${title} (${words.part(before + 1)})`, address }
  })
}
