import { join } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import { packageRoot } from '../files/package-root.ts'
import { showPath } from './show-path.ts'

/** Messages that ask for more than their hint says: how each begins, what it means, and how to fix what it is about. The page of messages in docs/lookup is made from this. */
export const messages: readonly { begins: string; means: string; fix: string }[] = [
  {
    begins: 'contradiction: ',
    means:
      'Figures that belong together cannot all be right, whatever their unprinted digits are: level, change and rate; a share and what it divides; a part and its whole; a check of yours. The range that each allows is named.',
    fix: 'Look the figures up in their sources; one is mistyped, or of another thing. Where the sources themselves disagree, keep both, and add a check with `remark:` that says why and `accepts:` what is expected.',
  },
  {
    begins: 'not true: ',
    means:
      'A word says of the figures beside it what is not so, or not so for every value that their printed digits allow. The hint says what is true.',
    fix: 'Change the word. If it is not about that figure, bring the right figure into the sentence, or [write a claim](../reference/claims.md) that says which it is about; a word that is no statement at all goes into `templates/allow.yaml` with a reason.',
  },
  {
    begins: 'a word that states a fact, held to no figure: ',
    means: 'A word of movement or comparison is about a thing of the dataset, and no figure of it stands near.',
    fix: 'Print the figure that makes it true, or write a claim.',
  },
  {
    begins: 'a number that comes from no figure: ',
    means: 'A number was typed into a template, a partial or a chart spec. Nobody would update it.',
    fix: 'Take the reference in the hint, or put the figure into the dataset. What is no figure (a room, a law, a name) goes into `templates/allow.yaml` with a reason.',
  },
  {
    begins: 'unknown indicator: ',
    means: 'A template, formula, list or chart names an indicator that no file of `data/` declares.',
    fix: 'Follow the suggestion, or declare it. Where a data file cannot be read, that alone is reported: fix it first.',
  },
  {
    begins: 'missing: ',
    means: 'A key that must be there is not, or a text is not there in one of the languages of the report.',
    fix: 'Write it; a text by language is a map: `{ en: …, zh: … }`.',
  },
  {
    begins: 'not YAML: ',
    means: 'The file is no YAML from that place on. Nothing else of it is judged, nor what needs it.',
    fix: 'Most often a text holds `: ` or ` #` and wants quotes, a colon lacks its space, or a line is not indented as its neighbours.',
  },
  {
    begins: 'a comma as decimal sign: ',
    means: 'Numbers are written with a point for decimals, whatever the language of the documents.',
    fix: 'Write `5.7%`; a document in a language with commas prints commas.',
  },
  {
    begins: 'duplicate observation: ',
    means: 'One figure (indicator, categories, period) is stated twice. There is one place for each.',
    fix: 'Delete one; if two sources differ, keep one as the figure, and the other in a check with a remark.',
  },
  {
    begins: 'period is later than the release: ',
    means: 'A figure is of a time after the report comes out.',
    fix: 'Mistyped, or a forecast: give it `status: forecast`.',
  },
  {
    begins: 'a source of ',
    means:
      'The source was published before the period that it is said to state had ended, or after the report came out.',
    fix: 'Name the right source, or its right date; what was gathered after the release has `compiled:` in data/report.yaml.',
  },
  {
    begins: 'the font has no glyph for',
    means: 'The documents would show an empty box.',
    fix: 'Name a font that has the characters under `fallback:` in `templates/theme.yaml`; the hint says which package brings one.',
  },
  {
    begins: 'the text is ',
    means:
      'The text does not fit its box, even at the smallest size that the theme allows. Nothing is cut off in silence.',
    fix: 'Shorten it, make two slides of it, or choose a layout with more room.',
  },
  {
    begins: 'the layout ',
    means: 'What stands on the slide is not what the layout that it names has places for.',
    fix: 'Leave the layout out (one is chosen), or take one from the [list](blocks.md).',
  },
  {
    begins: 'two slides have one title: ',
    means: 'Who finds slides by their titles (a screen reader, an outline) cannot tell them apart.',
    fix: 'Say in each title what that slide finds.',
  },
  {
    begins: 'the chart does not show what its title says: ',
    means: 'A slide’s title says that something rose, and its chart shows it at one time only.',
    fix: 'Draw the course (`chart:line`), or the change itself.',
  },
  {
    begins: 'two scales on one chart: ',
    means: 'Where two lines cross on two scales says nothing, and readers take it for something.',
    fix: 'Two charts, one above the other, or both as indices.',
  },
  {
    begins: 'allows nothing: ',
    means: 'An entry of `templates/allow.yaml` fits no text any more.',
    fix: 'Delete it, before it allows something that it was not meant for.',
  },
  {
    begins: 'no figures of ',
    means: 'The report has moved on to a period for which the dataset has nothing yet.',
    fix: 'Add the figures that are named, or say why they are not there: `absent: { not stated: others }`.',
  },
  {
    begins: 'leads out of the report folder: ',
    means:
      'A report is made of what lies in its folder, so that it can be built anywhere and brings nothing in unseen.',
    fix: 'Copy the file into the report folder.',
  },
  {
    begins: 'cannot refresh ',
    means: 'The deck is signed, damaged, or was made by no build of this report.',
    fix: 'Take the copy before it was signed, or [build anew](../reference/living-deck.md) and move the own slides over.',
  },
]

/** The heading under which a message stands on the page of messages. */
export function messageTitle(begins: string): string {
  return begins.trim().replace(/:$/, '')
}

/** Where the documentation says more of diagnostics, each heading once, from where the command runs: `docs/lookup/messages.md: #contradiction, #not-true`; undefined where it says no more. */
export function moreOn(diagnostics: readonly Diagnostic[]): string | undefined {
  // A misprint needs no page.
  const open = diagnostics.filter(({ hint }) => !hint?.startsWith('did you mean'))
  const known = messages.filter(({ begins }) => open.some(({ message }) => message.startsWith(begins)))
  if (known.length === 0) return undefined
  const anchors = known.map(
    ({ begins }) =>
      `#${messageTitle(begins)
        .toLowerCase()
        .replace(/[^a-z0-9 ]/g, '')
        .replaceAll(' ', '-')}`,
  )
  return `${showPath(join(packageRoot, 'docs/lookup/messages.md'))}: ${anchors.join(', ')}`
}
