import type { Image } from 'mdast'
import { namedSeries } from '../../../chart/bind/rows/rows.ts'
import { isChartCall, readCall } from '../../../chart/named/call.ts'
import type { Chart } from '../../../chart/types.ts'
import { findAbsence, findObservation } from '../../../dataset/find.ts'
import type { Absence } from '../../../dataset/types.ts'
import { type Place, warningAt } from '../../../diagnostic.ts'
import { plainText } from '../../plain-text.ts'
import { slug } from '../../slug.ts'
import type { Block, ChartBlock, Inline } from '../../types.ts'
import { claimId, getPlace, getSource, type Parsing, report } from '../parsing.ts'
import { parseInlines } from '../text/inlines.ts'
import { readInlines } from '../text/read-markdown.ts'

/** `![alternative text](charts/netizens.vl.json "caption")`: the bound spec; by default the chart's own text. */
export function parseChart(node: Image, parsing: Parsing): Block[] {
  const place = addressPlace(node, parsing)
  const address = node.url.replaceAll('\u00a0', ' ')
  if (!/\.vl\.json$/.test(address) && !isChartCall(address)) {
    report(
      parsing,
      `not a chart: ${address}`,
      place,
      'write the address of a Vega-Lite spec, charts/name.vl.json, a chart by name, chart:ranking, or a picture, pictures/name.jpg',
    )
    return []
  }
  const { filled, above } = parsing
  const caption = parseCaption(node, parsing)
  const words = `${above.heading}\n${plainText(caption ?? [])}`
  const around = { titled: [...above.titled], beside: [...above.charts], words }
  const { value, diagnostics } = parsing.bindChart(address, place, around)
  parsing.diagnostics.push(
    ...diagnostics.map((diagnostic) => ({
      ...diagnostic,
      excerpt: diagnostic.excerpt ?? (diagnostic.place && filled.lineAt(diagnostic.place)),
    })),
  )
  const id = claimId(parsing, chartId(address))
  if (!value) return []
  const absent = absencesIn(value, parsing)
  const [absence] = absent
  if (absence && value.observations.length === 0) {
    const at = getPlace(node, parsing)
    parsing.goneCharts.push(at)
    parsing.leftOut.push(`left out, ${absence.reason} (${absence.key}): ${at.file}:${at.line}: the chart ${address}`)
    return []
  }
  const shown = new Set(value.observations.map(({ series }) => series)).size
  if (absent.length > shown) {
    const message = `a chart with ${shown} of ${shown + absent.length} figures: ${address}`
    const hint = 'leave it out, or say in a sentence what there is'
    parsing.diagnostics.push(warningAt(place, message, { hint, about: 'lack' }))
  }
  if (node.alt === '' && value.alt === '') {
    const hint = `its numbers are none of the dataset's own; write one: ![what the chart shows](${address})`
    report(parsing, `no alternative text can be derived: ${address}`, place, hint, 'lack')
  }
  const missing = isChartCall(address) ? missingIn(value, address, parsing) : []
  const block = { chart: value, alt: node.alt || value.alt, caption, id, place: getPlace(node, parsing) }
  return [{ type: 'chart', ...block, absent: missing.length > 0 ? missing : undefined }]
}

/** The series that a chart by name was asked for, and that have no figure to show, each with the reason. */
function missingIn({ observations, place }: Chart, address: string, { dataset }: Parsing): ChartBlock['absent'] & {} {
  const written = readCall(address, place).value?.options ?? []
  const { list, figures = list, measure, period } = Object.fromEntries(written.map(({ name, value }) => [name, value]))
  const drawn = new Set(observations.map(({ series }) => series))
  const ofMeasure = measure === undefined || measure === 'value' ? '' : `.${measure}`
  return namedSeries(dataset, figures ?? '').ids.flatMap((key) => {
    const reference = `${key}${ofMeasure}${period === undefined ? '' : `@${period}`}`
    if (drawn.has(key) || findObservation(dataset, reference)) return []
    return [{ key, reason: findAbsence(dataset, reference)?.reason ?? 'not stated' }]
  })
}

/** Why series are not shown; empty where nothing is, and something other than absent figures is also to blame. */
function absencesIn({ rows, observations }: Chart, { dataset }: Parsing): Absence[] {
  const drawn = new Set(observations.map(({ series }) => series))
  const series = [...new Set(rows.map((row) => row.series))].filter((one) => !drawn.has(one))
  const absences = series.flatMap((one) => findAbsence(dataset, one) ?? [])
  return drawn.size > 0 || absences.length === series.length ? absences : []
}

/** `figure-netizens` for `charts/netizens.vl.json` and for `chart:line figures="netizens"`. */
function chartId(file: string): string {
  const [, figures] = /[ ](?:list|figures)="?([\w-]+)/.exec(file) ?? []
  if (isChartCall(file) && figures !== undefined) return `figure-${slug(figures)}`
  const [name = ''] = (file.split('/').at(-1) ?? '').split('.')
  return `figure-${slug(name)}`
}

/** Where the address stands. */
function addressPlace(node: Image, parsing: Parsing): Place {
  const before = getSource(node, parsing).indexOf(isChartCall(node.url) ? '](chart:' : `](${node.url}`)
  return getPlace(node, parsing, before < 0 ? 0 : before + 2)
}

function parseCaption(node: Image, parsing: Parsing): Inline[] | undefined {
  const title = node.data?.rawTitle
  if (!title || title.text.trim() === '') return undefined
  const words = parsing.memory.remember('read caption', [title.text], () => readInlines(title.text))
  return parseInlines(words, { ...parsing, base: parsing.base + title.offset })
}
