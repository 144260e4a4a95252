import { namedCharts } from '../../chart/named/named-charts.ts'
import type { Dataset } from '../../dataset/types.ts'
import { rules } from '../../document/claim/rules.ts'
import { layoutNames } from '../../document/layout-names.ts'
import { directives } from '../../document/parse/blocks/directives.ts'
import { sayFigure } from '../../document/say/figure.ts'
import { helpers } from '../../document/say/helpers/helpers.ts'
import { getLocale } from '../../locale/get-locale.ts'
import { seriesLabel } from '../../locale/words/series-words.ts'

/** A snippet as VS Code, and editors that read its files, have it. */
interface Snippet {
  prefix: string
  body: string[]
  description: string
}

/** Template snippets: helpers with the report's figures, figures by name and value, blocks, layouts, charts, claims. */
export function toSnippets(dataset: Dataset | undefined): Record<string, Snippet> {
  const figures = [...(dataset?.indicators.keys() ?? [])]
  const lists = [...(dataset?.lists.keys() ?? [])]
  const chosen = (parameter: string, index: number) =>
    `"${choose(index + 1, parameter, /^list/.test(parameter) ? lists : figures)}"`
  const getArguments = (parameters: readonly string[]) =>
    parameters
      .filter((parameter) => !/[?…]$/.test(parameter))
      .map((parameter, index) => ` ${chosen(parameter, index)}`)
      .join('')
  return {
    ...(dataset && figureSnippets(dataset)),
    ...Object.fromEntries(
      [...helpers].map(([name, { parameters, says }]) => {
        const body = [`{{${name}${getArguments(parameters)}}}`]
        return [`helper ${name}`, { prefix: `{{${name}`, body, description: says }]
      }),
    ),
    ...Object.fromEntries(
      Object.entries(directives).map(([name, { form, label, only }]) => {
        const mark = form === 'container' ? ':::' : '::'
        const head = `${mark}${name}${label ? '[$1]' : ''}`
        const body = form === 'container' ? [head, '$0', mark] : [head]
        return [
          `block ${name}`,
          { prefix: `${mark}${name}`, body, description: `a block of ${only ?? 'deck and briefing'}` },
        ]
      }),
    ),
    ...Object.fromEntries(
      layoutNames.map((name) => [
        `layout ${name}`,
        { prefix: `::slide ${name}`, body: [`::slide{layout="${name}"}`], description: 'a layout of a slide' },
      ]),
    ),
    ...Object.fromEntries(
      [...namedCharts].map(([name, { purpose, options, needsFigures }]) => {
        const of = needsFigures === false ? `${Object.keys(options)[0]}="$1"` : `list=${chosen('list', 0)}`
        const body = [`![](chart:${name} ${of})`]
        return [`chart ${name}`, { prefix: `![](chart:${name}`, body, description: purpose }]
      }),
    ),
    ...Object.fromEntries(
      [...rules].map(([name, { parameters, holds }]) => {
        const body = [`{{#claim "${name}"${getArguments(parameters)}}}$0{{/claim}}`]
        return [`claim ${name}`, { prefix: `{{#claim "${name}"`, body, description: `holds when ${holds}` }]
      }),
    ),
  }
}

/** Each level of the report's period by its name, described by what it is and how it is printed. */
function figureSnippets(dataset: Dataset): Record<string, Snippet> {
  const locale = getLocale(dataset.report.language)
  const levels = [...dataset.observations.values()].filter(
    ({ measure, period, indicator, key }) =>
      measure === 'value' && period === dataset.report.period && key === `${indicator}@${period}`,
  )
  return Object.fromEntries(
    levels.map((observation) => {
      const description = `${seriesLabel(dataset, locale, observation)}: ${sayFigure(observation, dataset, locale)}`
      const { indicator } = observation
      return [`figure ${indicator}`, { prefix: indicator, body: [`{{value "${indicator}"}}`], description }]
    }),
  )
}

/** A place to fill in: one of some names, where there are any. */
function choose(number: number, parameter: string, names: readonly string[]): string {
  return names.length > 0 ? `\${${number}|${names.join(',')}|}` : `\${${number}:${parameter}}`
}
