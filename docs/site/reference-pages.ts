import { namedCharts } from '../../src/chart/named/named-charts.ts'
import { toJsonSchema } from '../../src/command/editor/editor-file.ts'
import { comparisonRules } from '../../src/document/claim/comparison-rules.ts'
import { historyRules } from '../../src/document/claim/history-rules.ts'
import { listRules } from '../../src/document/claim/list-rules.ts'
import { movementRules } from '../../src/document/claim/movement-rules.ts'
import { shareRules } from '../../src/document/claim/share-rules.ts'
import { layoutNames } from '../../src/document/layout-names.ts'
import { directives } from '../../src/document/parse/blocks/directives.ts'
import { helpers } from '../../src/document/say/helpers/helpers.ts'
import { dependencyRows } from './dependencies.ts'
import { helpPages } from './help-pages.ts'
import { schemaRows } from './schema-rows.ts'

/** The pages of docs/lookup, by the names of their files: made from the code, so that they cannot say anything else. */
export async function referencePages(): Promise<Map<string, string>> {
  return new Map([
    ['commands.md', await commandsPage()],
    ['files.md', filesPage()],
    ['helpers.md', helpersPage()],
    ['claims.md', claimsPage()],
    ['blocks.md', blocksPage()],
    ['charts-by-name.md', chartsPage()],
    ['packages.md', packagesPage()],
  ])
}

/** What stands at the head of each, and keeps its reader from editing it. */
function page(title: string, ...parts: readonly string[]): string {
  return `${[`# ${title}`, '<!-- Made from the code by npm run site:pages. -->', ...parts].join('\n\n')}\n`
}

async function commandsPage(): Promise<string> {
  const sections = (await helpPages()).map(({ name, help }) => `## ${name}\n\n\`\`\`text\n${help}\n\`\`\``)
  return page(
    'Every command',
    'What each says with `--help`. Exit codes: 0 done, 1 failed, 2 wrong usage.',
    ...sections,
  )
}

/** The files that people write, by the names of their schemas. */
const files = [
  ['report', 'data/report.yaml'],
  ['figures', 'Other files of data/*.yaml'],
  ['theme', 'templates/theme.yaml'],
  ['allow', 'templates/allow.yaml'],
] as const

function filesPage(): string {
  const sections = files.map(([name, title]) => {
    const rows = schemaRows(toJsonSchema(name)).map(
      ({ key, takes, says }) => `| \`${key}\` | ${cell(takes)} | ${cell(says)} |`,
    )
    return `## ${title}\n\n${table('key', 'takes', 'says', rows)}`
  })
  const words =
    '`*` is a name of your own, `[]` each entry of a list. `briefwright schema NAME` prints the whole for an editor.'
  return page('Every key of every file', words, ...sections)
}

function helpersPage(): string {
  const rows = [...helpers].map(([name, { parameters, options = [], says, examples }]) => {
    const call = [name, ...parameters, ...options.map((option) => `${option}=`)].join(' ')
    const uses = examples.map(([template, output]) => `${code(template)} → ${cell(output)}`)
    return `| ${code(call)} | ${cell(says)} | ${uses.join('<br>')} |`
  })
  const words = 'Each example is a test. A `?` stands after what may be left out, an ellipsis where there may be more.'
  return page('Every helper', words, table('helper', 'says', 'example', rows))
}

const claims = {
  Movement: movementRules,
  Comparison: comparisonRules,
  'Shares (of 100%, or of a whole that is named)': shareRules,
  'History (what the dataset holds, no more)': historyRules,
  'Lists (a list’s name, or ids between spaces)': listRules,
}

function claimsPage(): string {
  const sections = Object.entries(claims).map(([title, rules]) => {
    const rows = Object.entries(rules).map(([name, { parameters, holds, why, examples }]) => {
      const uses = examples.map(([claim, verdict]) => `${code(claim)}: ${verdict}`)
      return `| ${code([name, ...parameters].join(' '))} | ${cell(holds)} | ${cell(why)} | ${uses.join('<br>')} |`
    })
    return `## ${title}\n\n${table('claim', 'holds when', 'why there', rows, 'example')}`
  })
  return page('Every claim', 'Each example is a test.', ...sections)
}

function blocksPage(): string {
  const rows = Object.entries(directives).map(([name, { form, label, attributes = [], only }]) => {
    const marks = attributes.length > 0 ? `{${attributes.map((attribute) => `${attribute}="…"`).join(' ')}}` : ''
    const call = `${form === 'container' ? ':::' : '::'}${name}${label ? '[…]' : ''}${marks}`
    return `| ${code(call)} | ${form === 'container' ? 'holds Markdown, ends with `:::`' : 'one line'} | ${only ?? 'both'} |`
  })
  return page(
    'Every block and layout',
    'Markdown, and these:',
    table('block', 'form', 'in', rows),
    '## Layouts of slides',
    `\`::slide{layout="…"}\` takes ${layoutNames.map(code).join(', ')}.`,
  )
}

function chartsPage(): string {
  const rows = [...namedCharts].map(([name, { purpose, options }]) => {
    const own = Object.entries(options).map(
      ([option, kind]) => `\`${option}\`: ${kind.type === 'word' ? kind.words.join(', ') : kind.type}`,
    )
    return `| ${code(`![](chart:${name} list="…")`)} | ${cell(purpose)} | ${own.join('<br>')} |`
  })
  const words = 'Beside `list` or `figures`, `accent`, `each` and `every`, each chart takes the options of its own.'
  return page('Every chart by name', words, table('chart', 'for', 'options', rows))
}

function packagesPage(): string {
  const words =
    'Why each package of others is here, and what was weighed in its place. The whole licences of those that are bundled are in `dist/THIRD-PARTY-NOTICES.txt`, the bill of materials (CycloneDX) in `dist/bom.json`. What is written by hand, and why, stands in the [decisions](../decisions/README.md).'
  const head = '| package | why | kept up by | licence | how | in its place |\n|---|---|---|---|---|---|'
  return page('Packages of others', words, [head, ...dependencyRows()].join('\n'))
}

function table(one: string, two: string, three: string, rows: readonly string[], four?: string): string {
  const heads = [one, two, three, ...(four === undefined ? [] : [four])]
  return [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---|').join('')}`, ...rows].join('\n')
}

/** Text that stands in a cell of a table, as it is. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;').replaceAll('\n', '<br>')
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|').replaceAll('\n', '⏎')}\``
}
