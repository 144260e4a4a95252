import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { bundledPackages, formatNotices } from '../../src/bundle/notices.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

const learn = page('learn', [
  ['ten-minutes', 'Ten minutes'],
  ['press-release', 'From a press release to a deck'],
  ['next-edition', 'The next edition'],
  ['edited-deck', 'A deck that colleagues edit'],
  ['adopted-deck', 'A deck that was made by hand'],
  ['two-languages', 'Two languages'],
])
const recipes = page('do', [
  ['spreadsheet', 'Figures from a spreadsheet'],
  ['r', 'Figures from R'],
  ['python', 'Figures from Python'],
  ['ci', 'CI and cron'],
  ['template', "An organisation's template"],
  ['maps', 'Maps'],
  ['footnotes', 'Footnotes'],
  ['embargo', 'An embargo'],
  ['batch', 'A report for each region'],
  ['editors', 'Completion in an editor'],
])
const lookup = [
  ...page('lookup', [
    ['commands', 'Every command'],
    ['files', 'Every key of every file'],
    ['helpers', 'Every helper'],
    ['claims', 'Every claim'],
    ['blocks', 'Every block and layout'],
    ['charts-by-name', 'Every chart by name'],
    ['messages', 'Messages'],
  ]),
  ...page('reference', [
    ['commands', 'Commands, in words'],
    ['data', 'Data'],
    ['templates', 'Templates'],
    ['claims', 'Words that must be true'],
    ['numbers', 'Numbers'],
    ['charts', 'Charts'],
    ['deck', 'The deck'],
    ['page', 'The printed page'],
    ['theme', 'Themes'],
    ['languages', 'Languages'],
    ['variants', 'Variants'],
    ['trust', 'Trust'],
    ['living-deck', 'The living deck'],
    ['updating', 'The day a figure changes'],
    ['api', 'From a program'],
  ]),
]
const understand = [
  ...page('understand', [
    ['limits', "What it doesn't do"],
    ['intervals', 'Printed digits as intervals'],
    ['held-words', 'Words that are held to figures'],
    ['trace', 'The way of a number'],
    ['native-charts', 'Charts that PowerPoint can edit'],
    ['page-breaking', 'How pages are broken'],
    ['architecture', 'Architecture'],
    ['faults', 'Broken on purpose'],
    ['measured', 'What was measured'],
    ['new-figures', 'The first report, a year later'],
  ]),
  { text: 'Packages of others', link: '/lookup/packages' },
  { text: 'Decisions', link: '/decisions/README' },
  { text: 'Contributing', link: '/contributing' },
]

// The site asks nothing of any other. Below another folder than the root of its server it is built with SITE_BASE=/folder/.
export default defineConfig({
  title: 'Briefwright',
  description: 'A PowerPoint deck and a PDF briefing from one dataset of published figures',
  lang: 'en-GB',
  base: process.env.SITE_BASE ?? '/',
  cleanUrls: false,
  srcExclude: ['site/**', 'documents/**'],
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/icon.svg' }]],
  themeConfig: {
    search: { provider: 'local' },
    logo: '/icon.svg',
    nav: [
      { text: 'Learn', link: '/learn/ten-minutes' },
      { text: 'Do', link: '/do/spreadsheet' },
      { text: 'Look up', link: '/lookup/commands' },
      { text: 'Gallery', link: '/gallery/' },
      { text: 'Understand', link: '/understand/limits' },
    ],
    sidebar: [
      { text: 'Learn', items: learn },
      { text: 'Do', items: recipes },
      { text: 'Look up', items: lookup },
      { text: 'Gallery', link: '/gallery/' },
      { text: 'Understand', items: understand },
    ],
    outline: { level: [2, 3] },
  },
  vite: { plugins: [withLicences()] },
  markdown: {
    // Data hold {…} too, which is no attribute of what stands before it.
    attrs: { disable: true },
    // Readable on its ground, in light and dark.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (md) => {
      // Templates hold {{…}}, which Vue would take for its own.
      const inline = md.renderer.rules.code_inline
      md.renderer.rules.code_inline = (tokens, index, ...rest) => {
        tokens[index].attrSet('v-pre', '')
        return inline(tokens, index, ...rest)
      }
      // A block that is a file, or changes one, says which.
      const fence = md.renderer.rules.fence
      md.renderer.rules.fence = (tokens, index, ...rest) => {
        const [, path] = /^\S+ (?:append )?(\S*[./]\S*)$/.exec(tokens[index].info.trim()) ?? []
        const head = path ? `<p class="file"><code v-pre>${md.utils.escapeHtml(path)}</code></p>` : ''
        return `${head}${fence(tokens, index, ...rest)}`
      }
      const text = md.renderer.rules.text
      md.renderer.rules.text = (...args) => text(...args).replaceAll('{{', '&#123;&#123;')
      md.core.ruler.push('leads-out-of-the-site', ({ tokens }) => {
        for (const { children } of tokens) unlinkSources(children ?? [])
      })
    },
  },
})

function page(folder: string, names: [string, string][]) {
  return names.map(([name, text]) => ({ text, link: `/${folder}/${name}` }))
}

/** The site brings the licence of each package that its pages run. */
function withLicences() {
  return {
    name: 'licences',
    generateBundle(_: unknown, bundle: Record<string, { moduleIds?: string[] }>) {
      const modules = Object.values(bundle).flatMap(({ moduleIds }) => moduleIds ?? [])
      const inputs = Object.fromEntries(modules.map((id) => [relative(root, id), true]))
      const source = formatNotices(root, bundledPackages([{ inputs }]))
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source })
    },
  }
}

/** Links to files of the repository are for those who read the page there. */
function unlinkSources(tokens: { type: string; tag: string; attrGet(name: string): string | null; attrs: unknown }[]) {
  let isOut = false
  for (const token of tokens) {
    if (token.type === 'link_open') isOut = /^(\.\.\/)+(src|test|data|templates|examples|\.github)\/|^documents\//.test(token.attrGet('href') ?? '')
    if (!isOut || !/^link_/.test(token.type)) continue
    token.tag = 'span'
    token.attrs = []
  }
}
