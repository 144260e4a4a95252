import type { Dataset, Observation } from '../dataset/types.ts'
import { getUnit } from '../document/say/figure.ts'
import type { Locale } from '../locale/types.ts'
import {
  type Finding,
  getOutcome,
  isOfOtherReport,
  type Reworded,
  type Verification,
} from '../trust/verify/verification.ts'

/** How figures are reported in a verification. */
export interface FormatOptions {
  dataset: Dataset
  locale: Locale
}

/** What was found in a file, as lines: a finding each with its place, then the count. */
export function formatVerification(verification: Verification, options: FormatOptions): string {
  const { file, findings, counts, pictures, kind } = verification
  if (isOfOtherReport(verification)) return formatOther(verification, options)
  const lines = [
    ...findings.flatMap((finding) => formatFinding(finding, verification, options)),
    ...verification.reworded.map((one) => formatReworded(one, verification)),
  ]
  const proved = counts.figures + counts.derived + counts.allowed
  const named = pictures.length > 5 ? [...pictures.slice(0, 5), `${pictures.length - 5} more`] : pictures
  const but = pictures.length > 0 ? `, and ${named.join(', ')} to be looked at` : ''
  const words = verification.reworded.length
  const verdict = {
    'as built': verification.following
      ? `accepted; ${verification.following} numbers to be brought up to date`
      : 'proved',
    reworded:
      words > 0
        ? `reworded in ${words} ${words === 1 ? 'place' : 'places'}, to be read by a person${but}`
        : `not proved but for ${named.join(', ')}: what cannot be read a person has to look at`,
    wrong: `${findings.length} of ${proved + findings.length} numbers not proved`,
  }[getOutcome(verification)]
  const of = `${verification.pages} ${kind === 'deck' ? 'slide' : 'page'}${verification.pages === 1 ? '' : 's'}`
  const summary = `${file}: ${verdict}; ${of}, ${counts.figures} figures, ${counts.derived} derived, ${counts.allowed} dates, names and other words of the report`
  return `${[...lines, summary].join('\n')}\n`
}

function formatOther(
  { file, kind, texts, findings, counts }: Verification,
  { dataset, locale }: FormatOptions,
): string {
  const numbers = findings.length + counts.figures + counts.derived + counts.allowed
  return [
    `${file}: not a ${kind} of this report (${dataset.report.id}): ${texts.known} of its ${texts.number} texts are known, ${findings.length} of its ${numbers} numbers are not proved`,
    `  hint: name its own report with --report, or its language with --lang (now ${locale.language}); --format json tells each number`,
    '',
  ].join('\n')
}

function formatReworded({ what, page, item, was, is }: Reworded, { file, kind }: Verification): string {
  const place = page === undefined ? item : `${kind === 'deck' ? 'slide' : 'page'} ${page}, ${item}`
  switch (what) {
    case 'reworded':
      return `${file}: ${place}: reworded: ${is === '' ? 'nothing' : is}, was ${was === '' ? 'nothing' : was}`
    case 'gone':
      return `${file}: ${place} of the build is gone: ${was}`
    case 'hidden':
      return `${file}: ${place} of the build is hidden: ${was}`
    case 'new':
      return `${file}: ${place}: new text: ${is}`
  }
}

function formatFinding(finding: Finding, { file, kind }: Verification, { dataset, locale }: FormatOptions): string[] {
  const { page, item, medium, printed, context, was, remark, observation, nearest } = finding
  const place = page === undefined ? item : `${kind === 'deck' ? 'slide' : 'page'} ${page}, ${item}`
  const where = `${file}: ${place}${medium === 'text' || item === 'Notes' || page === undefined ? '' : ` (${medium})`}`
  const figure = (one: Observation) => `${one.key}, ${locale.quantity(one.quantity, getUnit(dataset, one))}`
  return [
    `${where}: ${verdictWords[finding.verdict]}: ${printed}${was === undefined ? '' : `, was ${was}`}`,
    ...(context === '' ? [] : [`  | ${context}`]),
    ...(remark === undefined ? [] : [`  remark: ${remark}`]),
    ...(observation ? [`  figure: ${figure(observation)}`] : []),
    ...(nearest ? [`  nearest: ${figure(nearest)}`] : []),
  ]
}

const verdictWords: Readonly<Record<Finding['verdict'], string>> = {
  changed: 'changed',
  unknown: 'unknown number',
  disagrees: 'chart and workbook differ',
}

/** The verifications as data: keys of figures in place of the figures. */
export function verificationJson(verifications: readonly Verification[]): object {
  return {
    files: verifications.map(({ findings, ...verification }) => ({
      ...verification,
      proved: getOutcome({ findings, ...verification }) === 'as built' && !verification.following,
      findings: findings.map(({ observation, nearest, mention: _, ...finding }) => ({
        ...finding,
        ...(observation && { figure: observation.key }),
        ...(nearest && { nearest: nearest.key }),
      })),
    })),
  }
}
