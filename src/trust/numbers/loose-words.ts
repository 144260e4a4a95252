/** A word that states a fact about figures, and the claim that would hold it to them. */
export interface LooseWord {
  start: number
  end: number
  rule: string
}

/** Words by the claim that they make. Only those that hardly ever say anything else: "higher" and "only" would be told too often to be read. */
const words: readonly (readonly [rule: string, words: string])[] = [
  ['rose', 'rose|risen|grew|grown|climbed|soared'],
  ['fell', 'fell|shrank|shrunk|declined|plunged'],
  ['doubled', 'doubled'],
  ['times-faster-than', 'tripled|quadrupled|many times faster'],
  ['halved', 'halved'],
  ['record', 'highest|record (?:high|level|number)|all-time high'],
  ['lowest', 'lowest|record low|all-time low'],
  ['largest', 'largest|biggest'],
  ['smallest', 'smallest'],
  ['fastest', 'fastest'],
  ['slowest', 'slowest'],
  ['majority', 'most of|most people|the majority'],
  ['nearly-all', '(?:nearly|almost) all'],
  ['nearly', 'nearly|almost'],
  ['faster-than', 'faster than|outpaced'],
  ['slower-than', 'slower than'],
  ['more-than', 'more than|overtook'],
  ['less-than', 'less than|fewer than'],
  ['rose-in-a-row', '(?:times?|year|quarter|month|edition) in a row'],
  ['record', '创(?:历史)?新高'],
  ['largest', '(?:最大|最多|居首)'],
  ['fastest', '最快'],
  ['majority', '过半|大多数'],
]

const pattern = new RegExp(
  words.map(([, list]) => (/\p{Script=Han}/u.test(list) ? `(${list})` : `\\b(${list})\\b`)).join('|'),
  'gi',
)

/** The words of a text that state facts about figures. */
export function looseWords(text: string): LooseWord[] {
  return [...text.matchAll(pattern)].map((match) => {
    const index = match.slice(1).findIndex((group) => group !== undefined)
    return { start: match.index, end: match.index + match[0].length, rule: words[index]?.[0] ?? '' }
  })
}
