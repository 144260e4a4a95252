import { getLanguage, numberLanguage } from '../../locale/languages.ts'
import { numberWords } from '../../locale/numbers/numbers.ts'
import { mentionPeriod } from '../../trust/evidence/mention-period.ts'

/** The day that a date in words names, in ISO form: `22 March 2024`, `2024年3月22日`; undefined where there is none. */
export function dayIn(words: string): string | undefined {
  const month = mentionPeriod(words)
  const day = dayPlace(words)
  return month?.length === 7 && day ? `${month}-${day[2]?.padStart(2, '0')}` : undefined
}

/** The day's number in a date's words: before or after the month's name, before 日, or the last of an ISO date. */
function dayPlace(words: string): RegExpExecArray | undefined {
  const forms = [
    /^(\d{4}-\d{2}-)(\d{2})$/,
    /(\d月\s?)(\d{1,2})(?=日)/,
    /(^|\D)(\d{1,2})(?=(?:st|nd|rd|th|er|\.|º)?[ \u00a0](?:of |de )?\p{L}{3})/u,
    /(\p{L}{3,}\.?[ \u00a0])(\d{1,2})(?!\d)/u,
  ]
  for (const form of forms) {
    const found = form.exec(words)
    if (found) return found
  }
  return undefined
}

/** A day in the form of a date's words; undefined where that cannot be: read again, they must say it. */
export function sayDayAnew(words: string, day: string, language: string): string | undefined {
  const [before, place] = [dayIn(words), dayPlace(words)]
  if (!before || !place) return undefined
  const [, head = '', digits = ''] = place
  const at = place.index + head.length
  const [year = '', month = '', date = ''] = day.split('-')
  // The day's digits are set aside while the month is said.
  const isFrench = getLanguage(language) === 'fr'
  const rest = words.slice(at + digits.length).replace(isFrench ? /^(?:er)?/ : /^(?:st|nd|rd|th)/, '\u0002')
  const open = `${words.slice(0, at)}\u0001${rest}`
  const moved = replaceMonth(open, Number(before.slice(5, 7)), Number(month), language).replace(
    before.slice(0, 4),
    year,
  )
  const said = moved
    .replace('\u0001', digits.startsWith('0') || place[0].includes('-') ? date : String(Number(date)))
    .replace('\u0002', isFrench ? (date === '01' ? 'er' : '') : ending(Number(date)))
  return dayIn(said) === day ? said : undefined
}

/** An edition's number in the form of words for another: 54th, 第54次; one that is a text replaces the words. */
export function sayEditionAnew(words: string, edition: number | string): string {
  if (typeof edition === 'string') return edition
  return words.replace(/\d+(st|nd|rd|th)?/, (_, ordinal?: string) => `${edition}${ordinal ? ending(edition) : ''}`)
}

/** Whether words of a text are those of an edition's number. */
export function saysEdition(words: string, edition: number | string): boolean {
  const isOrdinal = /^\d+(?:st|nd|rd|th)$|^第\d+[次期版届]$|^\d+(?:\.|e|ª|º|er|ème)$/.test(words)
  return typeof edition === 'number' && isOrdinal && words.match(/\d+/)?.[0] === String(edition)
}

/** Of English ordinals. */
function ending(number: number): string {
  const isTeen = Math.floor((number % 100) / 10) === 1
  return (isTeen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10]) ?? 'th'
}

/** The name or number of a month as that of another, in the same language, as short and with as many digits. */
export function replaceMonth(words: string, month: number, now: number, language: string): string {
  const own = numberWords[numberLanguage(language)]
  for (const { months, shortMonths = [] } of [own, ...Object.values(numberWords)]) {
    const [name = '', other = ''] = [months[month - 1], months[now - 1]]
    const long = new RegExp(name, 'i')
    if (name.length > 3 && long.test(words)) return words.replace(long, (own) => likeCase(other, own))
    const [short = '', otherShort = ''] = [shortMonths[month - 1], shortMonths[now - 1]].map((one) =>
      one?.replace('.', ''),
    )
    const found = [...words.matchAll(/(\p{L}{3,})(\.?)/gu)].find(([, word = '']) =>
      name.toLowerCase().startsWith(word.toLowerCase()),
    )
    if (!found) continue
    const [whole, word = '', dot = ''] = found
    const isShort = word.toLowerCase() === short.toLowerCase()
    const next = word.length === name.length ? other : isShort ? otherShort : other.slice(0, 3)
    const said = likeCase(next, word) + (next === other && word.length < name.length ? '' : dot)
    return words.slice(0, found.index) + said + words.slice(found.index + whole.length)
  }
  const digits = (own: string) =>
    own.startsWith('0') || own.length === 2
      ? String(now).padStart(own.startsWith('0') || now > 9 ? 2 : 1, '0')
      : String(now)
  return words
    .replace(/(?<!\d)(0?[1-9]|1[0-2])(?=月)/, digits)
    .replace(/(?<=\d{4}[-./])(\d{2})(?!\d)/, () => String(now).padStart(2, '0'))
    .replace(/(?<!\d)(0?[1-9]|1[0-2])(?=\/\d{4})/, digits)
}

/** A word with capitals where another has them. */
export function likeCase(word: string, like: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase()
  return /^\p{Lu}/u.test(like) ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word.toLowerCase()
}
