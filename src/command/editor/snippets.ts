import type { Dataset } from '../../dataset/types.ts'
import { directives } from '../../document/parse/blocks/directives.ts'
import { helpers } from '../../document/say/helpers/helpers.ts'

/** A snippet as VS Code, and editors that read its files, have it. */
interface Snippet {
  prefix: string
  body: string[]
  description: string
}

/** Snippets for templates: each helper with the report's figures to choose from, and each block. */
export function toSnippets(dataset: Dataset | undefined): Record<string, Snippet> {
  const figures = [...(dataset?.indicators.keys() ?? [])]
  const lists = [...(dataset?.lists.keys() ?? [])]
  return {
    ...Object.fromEntries(
      [...helpers].map(([name, { parameters, says }]) => {
        const args = parameters
          .filter((parameter) => !/[?…]$/.test(parameter))
          .map((parameter, index) => ` "${choose(index + 1, parameter, /^list/.test(parameter) ? lists : figures)}"`)
        return [`helper ${name}`, { prefix: `{{${name}`, body: [`{{${name}${args.join('')}}}`], description: says }]
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
  }
}

/** A place to fill in: one of some names, where there are any. */
function choose(number: number, parameter: string, names: readonly string[]): string {
  return names.length > 0 ? `\${${number}|${names.join(',')}|}` : `\${${number}:${parameter}}`
}
