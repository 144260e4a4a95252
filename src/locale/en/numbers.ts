import { boundingWords } from '../../dataset/figure/bounding-words.ts'
import { bareYear, daysAfter, daysBefore, joint, type NumberWords, year } from '../numbers/number-words.ts'
import { englishMonths } from './months.ts'
import { englishScales, englishSpoken } from './spoken-numbers.ts'

const monthName =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const month = `${monthName}${joint}\\.?`
const day = '(?:[12]\\d|3[01]|0?\\d)(?:st|nd|rd|th)?'
const joins = 'to|and|or'
/** What a number is followed by that counts something: 2024 books, 45 readers; a verb in -s is none. */
const counted =
  '(?:people|women|men|children|staff|yuan|euros?|dollars?|(?!(?:was|is|has|as|its|this|thus|plus|versus|across|sees|shows|brings|marks|gives|sets|lists|compares|plots|presents|contains|tells|puts|means|remains|comes|follows|ends|begins|starts|says|does|makes|takes|goes|results|figures|accounts|needs|looks|covers|adds|holds|explains|describes|series|census|status|basis|focus|less)\\b)[a-z]{3,}s)\\b'
const counting = new RegExp(`^ ${counted}`)
/** What only a year follows, though something counted comes after it: at the end of 2024 books were lent. */
const beforeYear = [
  `[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|till|[Bb]efore|[Aa]fter|[Dd]uring|[Aa]gainst|[Cc]ompared (?:with|to)|[Tt]he|at|early|late|mid|From|For|Over`,
  `[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Yy]ear|FY|${monthName}|[QH][1-4]`,
  `(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|course|rest|half|quarters?|months?|weeks?|spring|summer|autumn|winter|out|Act|Law|Code|Treaty|Census|${month}) of`,
  `(?<!\\d)${year},? (?:and|to|or)`,
].join('|')

/** Numbers in English. */
export const englishNumbers: NumberWords = {
  notation: { decimal: '.', group: ',', leastGrouped: 4 },
  otherGroups: '',
  alongside: ['zh'],
  bounds: boundingWords.en,
  by: 'by ',
  scale:
    '[\\s-]?(?:hundred|thousand|million|billion|trillion)(?![a-z])|\\s?(?:bn|mn|mln|tn|trn)(?![a-z])|[kmb](?![a-z\\d])',
  powers: { ...englishScales, k: 3, m: 6, mn: 6, mln: 6, b: 9, bn: 9, tn: 12, trn: 12 },
  points: '[\\s-]?(?:(?:percentage|basis)[\\s-]points?|pp|p\\.p\\.|pps)(?![a-z])',
  percent: '\\s?(?:%|-?percent(?!age)|-?per[\\s-]cent)(?![a-z])',
  dates: [
    `\\b[Ww]eek \\d{1,2}(?: of|,)? ${year}`,
    `${daysBefore(day, joins)}${day}(?: of)? ${month}(?:,? ${year})?`,
    `${month} ${day}${daysAfter(day, joins)},? ${year}`,
    `(?<!\\b[Ii]n )${month} ${day}(?: ?[-–—] ?${day})?(?![\\d,.%])(?! (?:thousand|million|billion|trillion|per))`,
    `(?:${month}|[QH][1-4]),? ${year}`,
    '(?<![\\d.,])\\d{1,2}(?:[:.]\\d\\d)? ?(?:a\\.m\\.|p\\.m\\.|am\\b|pm\\b)',
  ],
  bareYear: bareYear({
    before: `(?:${beforeYear}),?`,
    counted: `(?!levels?\\b)(?:new |old |more |other |extra |further )?${counted}`,
    units:
      '(?:%|thousand|million|billion|trillion|per ?cent|pp\\b|[万亿个户人名家项件次台辆册篇吨米公千升元位座条间套场]|people|yuan)',
    ending: 's?',
  }),
  ordinals: '(?<![\\d.,])\\d+(?:st|nd|rd|th)\\b',
  labels:
    '\\b(?:Figures?|Fig\\.|Tables?|Charts?|Pages?|pp?\\.|Slides?|Sections?|Chapters?|Paragraphs?|paras?\\.|Notes?|Footnotes?|Waves?|Steps?|Parts?|Appendix|Annex|No\\.|Edition|Issue|[Vv]ol(?:ume|\\.)|Box|Version|Weeks?|Rooms?|Items?|Articles?|Routes?|Windows|Node|Wi-Fi|Formula|ISO|IEC|DIN|RFC) ?\\d+(?:\\.\\d+)*(?: ?\\(\\w{1,4}\\))*(?: ?\\/ ?\\d+)?(?!\\d| ?(?:hundred|thousand|[mbtr]+illion|per ?cent|%))(?:(?:, | and | to |-|, and | of )\\d+(?![\\d%]|[.,]\\d| ?(?:per|pp|[a-z]*illion)))*|§ ?\\d+|\\bISBN[:\\s]?[\\d -]+\\d|\\b(?:call|phone|telephone|tel\\.?) \\+?\\d[\\d ()/-]{4,}\\d',
  isNumbering: (label, after) => {
    if (/^No\b/i.test(label))
      return !/^(?: (?!is\b|was\b|and\b)[a-z]+){0,3} (?:in|of|among|worldwide)\b/.test(after) && !counting.test(after)
    if (/^Part/i.test(label) && /^ of (?:the|all)\b/.test(after))
      return /^ of (?:the|this) (?:re|book|stud|serie|law|act|deck)/.test(after)
    return (
      !/^(?:\d|Fig|Part|Box|Table|Version|Issue|Edition|Week|Room|Item|Article|Route|Windows|Node|Formula)/i.test(
        label,
      ) || !counting.test(after)
    )
  },
  scaleStart: 'per ?cent|[mbtr]+illion',
  to: ['to'],
  between: ['between', 'and'],
  months: englishMonths,
  seasons: ['winter', 'spring', 'summer', 'autumn'],
  spoken: englishSpoken,
}
