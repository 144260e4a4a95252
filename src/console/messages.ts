import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import { packageRoot } from '../files/package-root.ts'
import { once } from '../memory/derived.ts'
import { showPath } from './show-path.ts'

const page = join(packageRoot, 'docs/lookup/messages.md')

/** How the messages begin that ask for more than their hint says: the headings of their page, which is the one place for what they mean. */
const headings = once(() => {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''
  return [...text.matchAll(/^## (.+)$/gm)].flatMap(([, heading]) => heading ?? [])
})

/** Where the documentation says more of diagnostics, each heading once, from where the command runs: `docs/lookup/messages.md: #contradiction, #not-true`; undefined where it says no more. */
export function moreOn(diagnostics: readonly Diagnostic[]): string | undefined {
  // A misprint needs no page.
  const open = diagnostics.filter(({ hint }) => !hint?.startsWith('did you mean'))
  const begins = ({ message }: Diagnostic, heading: string) =>
    message.startsWith(heading) && /^[: ]/.test(message.slice(heading.length))
  const known = headings().filter((heading) => open.some((diagnostic) => begins(diagnostic, heading)))
  const anchors = known.map(
    (heading) =>
      `#${heading
        .toLowerCase()
        .replace(/[^a-z0-9 ]/g, '')
        .replaceAll(' ', '-')}`,
  )
  return known.length === 0 ? undefined : `${showPath(page)}: ${anchors.join(', ')}`
}
