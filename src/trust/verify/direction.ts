import { lexicons } from '../../locale/words/lexicons.ts'
import { entries } from '../words/read-words.ts'

/** The direction in words before a number: `up 24.8 million`, `下降4.4个百分点`, `en baisse de 4,4 points`; else empty. */
export function directionBefore(text: string, start: number): 'up' | 'down' | '' {
  const before = text
    .slice(Math.max(0, start - 24), start)
    .toLowerCase()
    .replaceAll('\u00a0', ' ')
  const match =
    /(\p{L}+)(?:\s+(?:only|just|nur|seulement|s[oó]lo))?(?:\s+(?:by|of|de|d['’]|um|von|en|un|en un))?\s*$/u.exec(
      before.replace(/\bma(?:de|kes?|king) up\b/, ''),
    )
  const word = match?.[1] ?? ''
  if (ups.test(word) || others.up.has(word)) return 'up'
  return downs.test(word) || others.down.has(word) ? 'down' : ''
}

const ups =
  /^(?:up|growth|rise|rose|rises?|rising|risen|grew|grows?|grown|growing|gained|gains?|gaining|increased?|increases|increasing|added|adding|climbed|higher|more|plus)$|(?:增长|增加|上升|提高|提升|增幅|净增|多|高)(?:了|至|约|为|达)?$/
const downs =
  /^(?:down|drop|fell|falls?|falling|fallen|shrank|shrunk|shrinks?|shrinking|narrowed|narrows?|narrowing|lost|loses?|losing|decreased?|decreases|decreasing|reductions?|dropped|drops?|dropping|declined?|declines|declining|closed|lower|less|fewer|minus)$|(?:减少|下降|降低|缩小|收窄|降幅|少|低)(?:了|至|约|为|达)?$/

const { fr, de, es } = lexicons
const getWords = (meaning: 'up' | 'down') =>
  new Set([fr, de, es].flatMap(({ words }) => entries(words[meaning])).filter((entry) => !entry.includes(' ')))
/** The words of other languages as their lexicons have them. */
const others = { up: getWords('up'), down: getWords('down') }
