/** What a word says of figures. */
export type Meaning =
  | 'up'
  | 'down'
  | 'flat'
  /** Hardly changed: as before, give or take a fiftieth. */
  | 'nearly-flat'
  /** Before a time that is named: at the level of then again, give or take a fiftieth. */
  | 'as-before'
  /** Of gaps and differences, which close and widen. */
  | 'narrower'
  | 'wider'
  /** Up or down, whichever is good news of the figure. */
  | 'better'
  | 'worse'
  | 'slowed'
  | 'gained-pace'
  /** Comparatives: more, higher, longer. They need a than, an amount, or a thing that they are said of. */
  | 'more'
  | 'less'
  /** Which side of another figure: above, exceeds, outnumbers. */
  | 'above'
  | 'below'
  | 'about'
  | 'faster'
  | 'slower'
  | 'largest'
  | 'smallest'
  /** The most or the least, where the word leaves open which: the most selective. */
  | 'extreme'
  | 'range'
  | 'fastest'
  | 'slowest'
  /** The largest or the smallest, whichever is good news. */
  | 'best'
  | 'worst'
  | 'record'
  | 'lowest'
  /** That a change is one over a year: on the year. */
  | 'over-a-year'
  | 'in-a-row'
  | 'first-time'
  | 'each-time'
  | 'majority'
  | 'minority'
  | 'nearly-all'
  | 'all'
  | 'few'
  | 'times'
  | 'share'
  | 'rank'
  /** Of a target: met, missed. */
  | 'met'
  | 'missed'
  /** With a not before them less and more, with a no the most and the least: not as high as, nowhere as high as. */
  | 'as-much'
  | 'as-little'
  /** Before a thing that there are so many others to: for every loan there were two visits. */
  | 'for-every'
  /** As large as another, or nearly so: equals, on a par with. */
  | 'alike'
  /** How far two figures are apart, which closes and widens. */
  | 'gap'
  /** Of a balance: that it is below zero, or above. */
  | 'deficit'
  | 'surplus'
  /** Which of the two last named: the former, the latter. */
  | 'former'
  | 'latter'
  /** Beside a comparative: more than ever. */
  | 'ever'
  | 'than'
  /** An earlier time that a comparative may name: than a year before. */
  | 'earlier'
  | 'not'
  /** What follows is not said to be so: would, plans to, whether. */
  | 'open'
  /** Begins a clause beside the one before it: while, but. */
  | 'beside'
  /** Begins a clause within another: when, which, after. */
  | 'within'
  /** Verbs that say no movement; a part of a sentence with one of its own is a clause. */
  | 'verb'
  /** After it other things than the words before are spoken of: only, the rest. */
  | 'contrast'
  /** Words that look like others of this list and mean nothing of the kind: fall term. */
  | 'none'

/** Small words by what they do beside a word that says something of figures. */
export type Particle = Common | Rare

type Common =
  /** At the end of a comparison: more than, as many as. */
  | 'than'
  /** Before a noun: the. */
  | 'article'
  /** Begins a clause about what stands before it: which. */
  | 'relative'
  /** What a level of the past is compared with: today. */
  | 'today'
  /** Before the level that is counted from, and the one that is reached: doubled from, since; to, at. */
  | 'from'
  | 'to'
  /** Before the dimension that figures are broken down by: by age. */
  | 'along'
  /** Before of and a name that are said of that name: the number of loans. */
  | 'number'
  /** After an extreme of a history: the highest number, the lowest point. */
  | 'point'
  /** A time that may be the most of all: the busiest month. */
  | 'span'
  /** Denies a comparison of all times: never as high as. */
  | 'never'
  /** Before a typed number that figures pass: the mark of one million. */
  | 'end-of'
  | 'mark'
  /** Right after a year, of which it is the part that the report is of: 2019年同期. */
  | 'same-part'
  /** All places at once, without a noun. */
  | 'everywhere'
  /** Before what a statement about all is not made of. */
  | 'except'
  | 'except-for'
  /** Before those that an extreme leaves out: the largest after the EU. */
  | 'left-out'
  /** How far something went, up or down: the largest change. */
  | 'either-way'
  /** What no figure measures, so that a movement said of it is of no figure near: 效率进一步提升. */
  | 'unmeasured'
  /** Begins the name of what is left over, which has no place among the others: Other countries. */
  | 'residual'
  /** What moved, whichever way: the largest step. */
  | 'step'
  /** From the time that was spoken of: peaked in 2019, at {it}, and have since fallen. */
  | 'since-then'
  /** Names all of a table’s rows or columns together: Total. */
  | 'whole'
  /** Says that a level compared with is that of all categories together: the overall rate, the national one. */
  | 'overall'
  /** What something is so in, or how long, without any part of it: the market, the country; goes on. */
  | 'at-large'
  /** Beside a size: a little more or less than that, and no negation: barely a third, just over half. */
  | 'barely'
  /** A fall that is a balance below zero where such a one is printed: a loss. */
  | 'loss'
  /** After a movement that is over: came to an end, stopped. */
  | 'ending'
  /** Of what goes in and out, of which the difference is a surplus or a deficit: receipts, payments. */
  | 'inflow'
  | 'outflow'
  /** Of what is above another and was not before: overtook. */
  | 'overtaking'
  /** Beside a movement or comparison, how far: slightly, by a wide margin. */
  | 'slightly'
  | 'marginally'
  /** Movements that are large by themselves: collapsed, soared. */
  | 'plunging'
  | 'sharply'
  /** Begins a sentence with a whole, of which a part follows: of the {a}, {b}. */
  | 'out-of'
  | 'along-with'
  /** Beside an extreme that is one of its own past: the highest in the series. */
  | 'history'
  /** Before the one that does it: outnumbered by. */
  | 'passive'
  /** Before the verb of a passive: was exceeded. */
  | 'be'
  /** Before a comparative that is said of then: was higher two years ago. */
  | 'was'
  /** What is counted in tenths of a point: cuatro décimas menos. */
  | 'tenth'
  /** In the names of a figure that half of all are below. */
  | 'median'
  /** In the names of a figure that is the lowest of something, so that its record is a low one: lowest temperature. */
  | 'minimum'
  /** In the names of speeds, of which the fastest is the largest. */
  | 'speed'
  /** A record that may be a high or a low one. */
  | 'either-record'
  /** In the names of what is aimed at: target, goal. */
  | 'target'
  /** In the names of a level that is reached from below, good or not: threshold, limit. */
  | 'threshold'
  /** What a target between two ends is: a target band. */
  | 'band'
  /** Right before what a movement is said of and of no other: only in the South. */
  | 'only'
  /** Between two numbers of which the one is a part of the other: four of the five, 五个中有四个. */
  | 'part-of'
  /** Of those words that leave it open whether something is so, what is said of a forecast: will, is expected. */
  | 'foreseen'
  /** Of those that say below, what may be so from above too: approaching the target. */
  | 'nearing'
  /** Beside a year that is the one after this. */
  | 'next'
  /** What a currency does against others: appreciated. */
  | 'worth'
  /** In the names of units, before what a price is of: kroner per euro. */
  | 'per'
  /** Before the size of a change, which has no sign: fell by. */
  | 'by'
  /** Between two levels after a colon: 1.2 million against 1.3 million. */
  | 'against'
  /** Negations of the next word alone: without power for longer. */
  | 'not-next'
  /** Negates what follows its thing and figure: neither imports ({a}) nor exports ({b}) rose. */
  | 'nor'
  /** A share of several things as one. */
  | 'together'
  /** What is said of figures as such, and what they are then: these figures are final, 数据为初步核算数. */
  | 'data'
  | 'final'
  | 'provisional'
  /** Right after a verb: lost no staff. */
  | 'none'
  /** Before all and every where they say no share: in all branches. */
  | 'around-all'
  /** Before a name that is not what the sentence is about: readers of the branches. */
  | 'apart'
  /** Before a time: in 2023, during 2023. */
  | 'in'
  /** Before a verb of what was so before: had risen. */
  | 'past-perfect'
  /** A sentence with one of them tells of two times. */
  | 'other-time'
  /** Begins a clause that goes on about what was said before: it, they. */
  | 'pronoun'
  /** Between a word and the name that it is said of: the fall in loans. */
  | 'of'
  | 'and'
  /** Verbs of what goes away, of which more than comes leaves less: more shops closed than opened. */
  | 'leaving'
  /** Says that figures stand in the order of their things. */
  | 'respectively'
  | 'season'
  | 'year'
  /** Nouns for what has a name of its own, so as not to misread another count: offences are cases. */
  | 'general'
  /** Of those that say below: not quite, but nearly. */
  | 'nearly'
  /** Before or after a side, what parts numbers above and below: below zero. */
  | 'zero'
  /** In the name of a figure that is one from a mean, and what it is said to be above or below: warmer than usual. */
  | 'deviation'
  | 'norm'
  /** After a multiple that is one of growth: twice as fast. */
  | 'fast'
  /** Before a time at which it was the same: as in 2020, wie schon 2020. */
  | 'like'
  | 'zone'
  /** Sides of a chart, in what says whose they are: men left, women right. */
  | 'left'
  | 'right'
  /** Before a time, its first part: since early 2023, since the start of 2023. */
  | 'early'
  | 'turning'
  | 'followed'
  | 'still'

/** What some languages have no word for. */
type Rare =
  /** A movement perhaps of the last step only: up after one down, or small, whatever the comparison: rebounded. */
  | 'recovering'
  /** Of what was published before and is another now, of one time: revised up. */
  | 'revised'
  /** Before what is compared, in Chinese: 比. */
  | 'than-before'
  /** A comparative that its amount follows, in Chinese: 少. */
  | 'than-amount'
  /** Before what was so at a time and has not been since: was last above 3%. */
  | 'last'
  /** In words for most that may say no more than that all others have less: die meisten. */
  | 'plurality'
  /** After a multiple that is more than that, in Chinese: 翻番有余. */
  | 'and-more'
  /** Before each of two comparatives that go together: the poorer the household, the more it pays. */
  | 'correlative'
  /** What is said of how fast something grows, where its growth and an earlier time stand before it: 增长{rate}，比上月回落. */
  | 'of-growth'
  /** After which what is a name elsewhere is a verb: a été. */
  | 'auxiliary'
  /** A movement that is pay with a sum of money, and a gain with a number of things: las mujeres ganaron {salary}. */
  | 'earning'
  /** The same right before a number of what was lost: lost {minutes}. */
  | 'losing'
  /** In the names of what is better low: who has more of it may not be said to lead. */
  | 'harm'
  /** Ends a sentence that says who has the most: leads, is ahead. */
  | 'ahead'
  /** Makes a negation before it an only: n’augmente que dans le Sud. */
  | 'but-only'
  | 'not-but'
  /** Before a verb of what was so before, and, in Chinese, after it: after rising, 上升之后. */
  | 'after'
  | 'after-it'
  /** After the time that something is counted from, in Chinese: 2021年以来. */
  | 'from-it'
  /** A part of a whole that is a time as well: revenue a quarter. */
  | 'per-time'
  /** Before two things of which both are meant: tanto A como B. */
  | 'as-well'
  /** Alone a preposition as often as a movement: up, down. */
  | 'bare'
  | 'pace'

/** What tells colours apart. */
export type Hue =
  | 'red'
  | 'orange'
  | 'yellow'
  | 'green'
  | 'teal'
  | 'blue'
  | 'purple'
  | 'pink'
  | 'brown'
  | 'grey'
  | 'black'

/**
 * A language's words by meaning; commas or lines divide phrases. A word is a stem, or, after =, a written form.
 * * is any one word, ~ up to three, a|b either; # at the end is a figure outside the phrase.
 */
export interface Lexicon {
  /** Whether every noun has a capital, which tells names apart elsewhere; such a language writes `4. Quartal` too. */
  hasCapitalNouns?: boolean
  /** Whether adjectives follow their nouns. */
  isNounFirst?: boolean
  words: Readonly<Record<Exclude<Meaning, 'times' | 'share' | 'rank' | 'extreme'>, string>> & {
    readonly extreme?: string
  }
  /**
   * Verbs in two parts, the second ending the clause: `nahm … zu`.
   * Of three, the middle one leads to no figure: `geht auf … zurück`.
   */
  parted?: Readonly<Partial<Record<Meaning, string>>>
  /** How many times as much as before, by factor; under n for each number from one to ten: {n} times as *. */
  times: Readonly<Record<string, string>>
  /** Parts of a whole, by their size; under m/n for each two numbers: {m} in {n}. */
  shares: Readonly<Record<string, string>>
  /** Places in an order; below zero, from its end; under n and -n for each: {nth}-largest. */
  ranks: Readonly<Record<string, string>>
  /** Nouns of measures and currencies that no figure of another unit is followed by, by the unit's usual id. */
  units: Readonly<Record<string, string>>
  /** What small whole numbers of everyday prose count: 12 people, 3 weeks, 48 hours. */
  everyday: string
  /** Words of labels that tell nothing apart. */
  small: string
  /** What a caption says of the order of what is below; descending order may also be said of ages or years. */
  orders: Readonly<Record<'descending' | 'ascending' | 'alphabetical', string>>
  /** Words for counts in an hour, day, week, month or year, divided by semicolons: weekly earnings, crowns a month. */
  paces: string
  /**
   * What says that numbers are added up, that a scale is logarithmic, that money is counted without its loss of worth,
   * that the darker is the more or the less, and what something is (counts as late when).
   */
  patterns: Readonly<Record<'sum' | 'logarithm' | 'real' | 'darker-more' | 'darker-less' | 'definition', string>>
  /** Colours as a title names those of its chart, by what is seen. */
  colors: Readonly<Record<Hue, string>>
  /** Names of groups of people by how a label begins or ends; numbers are {a} and {b}, the first in words {word}. */
  groups: readonly (readonly [label: string, said: string])[]
  particles: Readonly<Record<Common, string> & Partial<Record<Rare, string>>>
  /**
   * What is said in a roundabout way → how it is said plainly, in words that the readings know; a line each. The first
   * is an expression in which # is a figure and … a group of words up to a comma or figure; capitals count for nothing.
   * $1 is its first group. ‹a,b|c› stands for two lines, of a or b and of c. Each reads what those before it left.
   */
  phrasings: string
  /** How a sentence begins that speaks of what the one before it prints, of one, two or three: it, both, all three. */
  referring: readonly [string, string, string]
  /** What says that things went as others did that were told of before: so did. */
  likewise: string
  /** One to ten, and first to tenth, each in all its forms: primero|primera. */
  numerals: string
  ordinals: string
}
