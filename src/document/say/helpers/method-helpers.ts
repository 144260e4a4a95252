import { parseReference } from '../../../dataset/figure/reference.ts'
import { isSeries, resolveSeries } from '../../../dataset/figure/series.ts'
import type { Check, Source } from '../../../dataset/types.ts'
import { seriesLabel } from '../../../locale/words/series-words.ts'
import { citeSources } from '../../complete/sources/cite-sources.ts'
import { escapeMarkdown } from '../../template/escape.ts'
import { type Helper, type HelperCall, HelperError } from '../../template/helper.ts'
import { Markdown } from '../../template/value.ts'
import { getFlag, getMembers } from '../arguments.ts'

/** Helpers for the pages on method: bullet lists of sources, checks, remarks and definitions. */
export const methodHelpers: Record<string, Helper> = {
  'sources-list': {
    parameters: [],
    options: ['merged'],
    says: 'A list of all sources, primary first, each a link where it has an address; `merged=true` cites the editions of a series together.',
    examples: [
      [
        '{{sources-list merged=true}}',
        '- CNNIC, 53rd Statistical Report, as reported by Xinhua, 22 March 2024\n- CNNIC, 50th and 51st Statistical Reports',
      ],
    ],
    run: (call) => {
      const sources = [...call.dataset.sources.values()]
      const ordered = [...sources.filter(isPrimary), ...sources.filter((source) => !isPrimary(source))]
      return getFlag(call, 'merged')
        ? bulletList(citeSources(call.locale, ordered).map(escapeMarkdown))
        : bulletList(ordered.map((source) => linkedCite(call, source)))
    },
  },
  'checks-list': {
    parameters: [],
    says: 'A list of the author’s checks that the figures pass, in words, and how many others were made without being asked.',
    examples: [
      [
        '{{checks-list}}',
        '- Every netizen is counted as urban or as rural.\n- The change in netizens ≤ netizens (December 2022)\n- One check is made without being asked: of a change, rate, part or share with the figures that it is made of.',
      ],
    ],
    run: (call) => {
      const agreeing = checksThat(call, 'agrees')
      // Those that are made without being asked have a colon in their ids.
      const authored = agreeing.filter(({ id }) => !id.includes(':'))
      const others = agreeing.length - authored.length
      const plain = others > 0 ? [call.locale.plainChecks(others)] : []
      return bulletList([...authored.map((check) => sayCheck(call, check)), ...plain.map(escapeMarkdown)])
    },
  },
  'remarks-list': {
    parameters: [],
    says: 'A list of the remarks on loose wording in the sources.',
    examples: [['{{remarks-list}}', '- The source prints the gap as a percentage; it is in percentage points.']],
    run: (call) =>
      bulletList(
        checksThat(call, 'remarked')
          .filter(({ kind }) => kind === 'remark')
          .map(({ note, assertion }) => escapeMarkdown(note ? call.locale.text(note) : assertion)),
      ),
  },
  'definitions-list': {
    parameters: ['list'],
    says: 'A list of indicators with their definitions.',
    examples: [
      ['{{definitions-list "netizens"}}', '- **Netizens**: Residents who used the internet in the past half year.'],
    ],
    run: (call) =>
      bulletList(
        [...new Set(getMembers(call, call.args[0]).map((member) => member.indicator))].map((id) => {
          const { label = {}, definition } = call.dataset.indicators.get(id) ?? {}
          if (!definition)
            throw new HelperError(`no definition in the dataset: ${id}`, 'give it one in data/', call.args[0])
          return call.locale.labelled(
            `**${escapeMarkdown(call.locale.text(label))}**`,
            escapeMarkdown(call.locale.text(definition)),
          )
        }),
      ),
  },
}

function isPrimary({ kind }: Source): boolean {
  return kind === 'primary'
}

function bulletList(items: readonly string[]): Markdown {
  return new Markdown(items.map((item) => `- ${item}`).join('\n'))
}

/** Only web addresses become links; anything else that a dataset calls an address stays out. */
function linkedCite(call: HelperCall, { cite, url }: Source): string {
  const text = escapeMarkdown(call.locale.text(cite))
  return url !== undefined && /^https?:\/\//.test(url) ? `[${text}](<${encodeURI(decodeSafely(url))}>)` : text
}

/** The address without its percent signs doubled by encoding it again. */
function decodeSafely(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

function checksThat({ dataset }: HelperCall, verdict: Check['verdict']): Check[] {
  return dataset.checks.filter((check) => check.verdict === verdict)
}

/** The author's words for a check, else the assertion itself with the names of its figures. */
function sayCheck(call: HelperCall, { note, assertion }: Check): string {
  if (note) return escapeMarkdown(call.locale.text(note))
  const said = assertion.replace(
    /(?<= )(?:[-*/]|[<>]=)(?= )|[a-z][\w-]*(?:\[[^\]]*\])?(?:\.(?:change|rate))?(?:@[\w./-]+)?/g,
    (text) => signs[text] ?? sayReference(call, text),
  )
  return escapeMarkdown(call.locale.capital(said))
}

const signs: Readonly<Record<string, string>> = { '-': '−', '*': '×', '/': '÷', '<=': '≤', '>=': '≥' }

function sayReference({ dataset, locale }: HelperCall, text: string): string {
  const parsed = parseReference(text)
  const series = parsed && resolveSeries(parsed.indicator, parsed.categories, dataset)
  if (!parsed || !series || !isSeries(series) || !dataset.indicators.has(parsed.indicator)) return text
  const label = locale.lower(seriesLabel(dataset, locale, series))
  const said = locale.descriptions.measure(parsed.measure, label)
  return parsed.period === undefined ? said : locale.aside(said, locale.period(parsed.period))
}
