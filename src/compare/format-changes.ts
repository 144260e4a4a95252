import type { DocumentKind } from '../document/formats.ts'
import type { ChangesFormat } from './changes-format.ts'
import { excerptChange } from './excerpt.ts'
import type {
  Changes,
  CheckChange,
  ClaimChange,
  ClaimState,
  DocumentChanges,
  FigureChange,
  PassageChange,
} from './types.ts'

/** Changes as text for a terminal, Markdown for a pull request, or JSON for a program; ends with a line end. */
export function formatChanges(changes: Changes, format: ChangesFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(changes, null, 2)}\n`
    case 'text':
      return `${textLines(changes).join('\n')}\n`
    case 'markdown':
      return `${markdownLines(changes).join('\n')}\n`
  }
}

function textLines(changes: Changes): string[] {
  const { before, after, figures, checks, claims, documents } = changes
  const title = `${before} → ${after}`
  if (isEmpty(changes)) return [title, 'nothing differs']
  const width = Math.max(...figures.map(({ key }) => key.length), 0)
  const rows = sorted(figures).map(
    (figure) => `  ${verb(figure).padEnd(10)}  ${figure.key.padEnd(width)}  ${figureText(figure)}`,
  )
  return [
    title,
    '',
    `figures: ${figuresSummary(figures)}`,
    ...rows,
    ...(claims.length > 0 ? ['', `claims: ${claimsSummary(claims)}`] : []),
    ...claims.flatMap(claimText),
    ...(checks.length > 0 ? ['', `checks: ${checks.length} with another verdict`] : []),
    ...checks.map((check) => `  ${check.id}: ${verdicts(check)} (${check.assertion})`),
    ...documents.flatMap((document) => ['', ...documentText(document)]),
  ]
}

function documentText(document: DocumentChanges): string[] {
  const lines = byPage(document).flatMap(([page, passages]) => [
    `  ${pageName(document.kind, page)}`,
    ...passages.map((passage) => `    ${passageName(passage)}: ${passageText(passage)}`),
  ])
  return [`${document.kind}: ${pagesSummary(document)}`, ...lines]
}

function markdownLines(changes: Changes): string[] {
  const { before, after, figures, checks, claims, documents } = changes
  const title = `## Changes from ${escapeMarkdown(before)} to ${escapeMarkdown(after)}`
  if (isEmpty(changes)) return [title, '', 'Nothing differs.']
  const rows = sorted(figures).map((figure) => {
    const origin = figure.kind === 're-sourced'
    const state = (one: FigureChange['before']) => (one ? (origin ? one.origin : one.printed) : '')
    return `| ${verb(figure)} | ${cell(figure.label)} | ${cell(state(figure.before))} | ${cell(state(figure.after))} |`
  })
  const table = ['| | Figure | Before | After |', '|---|---|---|---|', ...rows]
  const verdictRows = checks.map((check) => `- \`${check.id}\`: ${verdicts(check)}: ${escapeMarkdown(check.assertion)}`)
  return [
    title,
    '',
    `Figures: ${figuresSummary(figures)}.`,
    ...(figures.length > 0 ? ['', ...table] : []),
    ...(claims.length > 0 ? ['', `### Claims: ${claimsSummary(claims)}`, '', ...claims.map(claimMarkdown)] : []),
    ...(checks.length > 0 ? ['', '### Checks', '', ...verdictRows] : []),
    ...documents.flatMap((document) => ['', ...documentMarkdown(document)]),
  ]
}

function documentMarkdown(document: DocumentChanges): string[] {
  const name = document.kind === 'deck' ? 'Deck' : 'Briefing'
  const rows = document.passages.map((passage) => {
    const { before = '', after = '' } = excerpted(passage)
    return `| ${pageName(document.kind, passage.page)} | ${cell(passageName(passage))} | ${cell(before)} | ${cell(after)} |`
  })
  const table = ['| | Where | Before | After |', '|---|---|---|---|', ...rows]
  return [`### ${name}: ${pagesSummary(document)}`, ...(rows.length > 0 ? ['', ...table] : [])]
}

function isEmpty({ figures, checks, claims, documents }: Changes): boolean {
  return figures.length + checks.length + claims.length + documents.flatMap(({ passages }) => passages).length === 0
}

function claimsSummary(claims: readonly ClaimChange[]): string {
  const broken = claims.filter(({ after }) => after.verdict !== 'holds').length
  const restored = claims.length - broken
  const parts = [...(broken > 0 ? [`${broken} not true now`] : []), ...(restored > 0 ? [`${restored} true again`] : [])]
  return parts.join(', ')
}

function claimText({ words, claim, after }: ClaimChange): string[] {
  const { sentence, place } = after
  return [
    `  ${claimVerb(after)}  “${words}” in “${sentence}”  (${place.file}:${place.line})`,
    `      ${claim}${truthsText(after)}`,
  ]
}

function claimMarkdown({ words, claim, after }: ClaimChange): string {
  const verb = claimVerb(after).trim()
  const at = `\`${after.place.file}:${after.place.line}\``
  const truths = escapeMarkdown(truthsText(after))
  return `- **${verb}**: “${escapeMarkdown(words)}” in “${escapeMarkdown(after.sentence)}” (${at}: \`${claim}\`${truths})`
}

function claimVerb({ verdict }: ClaimState): string {
  return verdict === 'holds' ? 'true again' : verdict === 'fails' ? 'not true  ' : 'cannot tell'
}

function truthsText({ truths }: ClaimState): string {
  return truths.length > 0 ? `; true now: ${truths.join('; ')}` : ''
}

/** Stated figures first, and what follows from them after. */
function sorted(figures: readonly FigureChange[]): FigureChange[] {
  return [...figures.filter(({ derived }) => !derived), ...figures.filter(({ derived }) => derived)]
}

function verb({ kind, derived }: FigureChange): string {
  return derived && kind === 'revised' ? 'follows' : kind
}

function figureText({ kind, turned, before, after }: FigureChange): string {
  const place = (after ?? before)?.place
  const at = place ? `  (${place.file}:${place.line})` : ''
  const state = (one: FigureChange['before']) => (kind === 're-sourced' ? one?.origin : one?.printed)
  const status = before && after && before.status !== after.status ? `, ${after.status}` : ''
  const words = [state(before), state(after)].filter((text) => text !== undefined).join(' → ')
  return `${words}${status}${turned ? ', the other way' : ''}${at}`
}

function figuresSummary(figures: readonly FigureChange[]): string {
  const kinds = ['added', 'revised', 'dropped', 're-sourced'] as const
  const stated = figures.filter(({ derived }) => !derived)
  const counts = kinds.map((kind) => [stated.filter((figure) => figure.kind === kind).length, kind] as const)
  const follow = figures.length - stated.length
  const parts = counts.filter(([count]) => count > 0).map(([count, kind]) => `${count} ${kind}`)
  return (
    [...parts, ...(follow > 0 ? [`${follow} derived ${follow === 1 ? 'follows' : 'follow'}`] : [])].join(', ') || 'none'
  )
}

function verdicts({ before, after }: CheckChange): string {
  return `${before ?? 'not there'} → ${after ?? 'not there'}`
}

function byPage({ passages }: DocumentChanges): [number, PassageChange[]][] {
  const pages = [...new Set(passages.map(({ page }) => page))].sort((a, b) => a - b)
  return pages.map((page) => [page, passages.filter((passage) => passage.page === page)])
}

function pagesSummary({ kind, counts, passages }: DocumentChanges): string {
  const noun = kind === 'deck' ? 'slides' : 'pages'
  const pages = new Set(passages.flatMap(({ page }) => (page > 0 ? [page] : [])))
  const { before, after } = counts
  const other = before > after ? ` (${after} now)` : before < after ? ` (${before} before)` : ''
  return `${pages.size} of ${Math.max(before, after)} ${noun} differ${other}`
}

function pageName(kind: DocumentKind, page: number): string {
  if (page === 0) return 'metadata'
  return `${kind === 'deck' ? 'slide' : 'page'} ${page}`
}

function passageName({ kind, where }: PassageChange): string {
  const name = where.toLowerCase()
  return name === '' || name.startsWith(kind) ? where || kind : `${kind}, ${where}`
}

function passageText(passage: PassageChange): string {
  const { before, after } = excerpted(passage)
  if (before === undefined) return `added: ${after}`
  return after === undefined ? `gone: ${before}` : `${before} → ${after}`
}

function excerpted({ before, after }: PassageChange): { before?: string | undefined; after?: string | undefined } {
  return before === undefined || after === undefined ? { before, after } : excerptChange(before, after)
}

function cell(text: string): string {
  return escapeMarkdown(text).replaceAll('\n', ' ')
}

/** Text that stays text in GitHub's Markdown, in a table too. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&')
}
