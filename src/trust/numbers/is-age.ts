/** What stands before an age: aged 16 to, ages under, those over, the over-, im Alter von, de plus de, mayores de. */
const before = [
  /\b(?:over|under)-$/i,
  /\b(?:aged?|ages)\s(?:of )?(?:\d+(?: (?:to|and|or) | ?[-–] ?)|(?:over|under|between) )?$/i,
  /\b(?:those|people|children|men|women|\p{L}{2,}s) (?:aged )?(?:over|under) $/iu,
  /\b(?:Kinder|Jugendliche|Personen|Menschen|Leute|Frauen|Männer|Erwachsene)[nr]? (?:ab|unter|über) $/u,
  /\b(?:enfants|personnes|jeunes|femmes|hommes|adultes) (?:de )?(?:plus|moins) de $/i,
  /\bim Alter (?:von |ab )(?:\d+ bis )?$/i,
  /\b(?:âgée?s? (?:de )?|mayores de |menores de |de entre )(?:plus de |moins de )?(?:\d+ (?:à|y|a) )?$/i,
]
/** What stands after one, whatever is before it: 65 or older, the under 25s, 65岁, de 16 à 24 ans et plus. */
const after =
  /^(?:\s?(?:岁|周岁)|(?:至|到|[-–—])\d+(?:周)?岁|[- ](?:or|and) (?:older|over|above|more|younger|under)\b|[- ]years?[- ](?:olds?|of age|or older|and over|and older|or younger|or over)\b|[- ]jährige[nr]?\b|-? (?:to|bis|und|and) (?:(?:under|unter) )?\d+[- ](?:jährige|year-old)| (?:ans|años) (?:et|ou|y|o) (?:plus|más)\b| (?:et|ou|y|o) (?:plus|más) (?:ans|años)\b|s\b)/i
/** In brackets, a group by its ages: (15-24 ans). */
const opening = /\((?:\d+ ?(?:[-–]|bis|à|a) ?)?$/
const closing = /^(?: ?(?:[-–]|bis|à|a) ?\d+)? (?:Jahre|ans|años|years)\)/
/** Years, by which German, French and Spanish count ages and spans alike; after these words they are ages. */
const bound =
  /\b(?:ab|unter|über|plus de|moins de|más de|menos de|von|entre|de|(?:von|entre|de) \d+ (?:bis|et|y|à|a)) $/i
const years = /^ (?:(?:bis|et|y|à|a) (?:unter )?\d+ )?(?:Jahren|ans|años)\b/i

/** Says that an age is measured: the median age of victims. */
const measured = /median|mean\b|average|mittler|durchschnitt|moyen|médian|\bmedi[ao]\b|平均|中位/i

/** Whether a number is an age, which names who is meant: those aged 16 to 24, 65 or older, 60岁以上, ab 65 Jahren. */
export function isAge(text: string, start: number, end: number): boolean {
  const digits = start + Math.max(0, text.slice(start, end).search(/\d/))
  const [words, rest] = [text.slice(Math.max(0, digits - 32), digits), text.slice(end, end + 24)]
  if (measured.test(words) || !/^\d{1,3}$/.test(text.slice(digits, end))) return false
  return (
    before.some((one) => one.test(words)) ||
    after.test(rest) ||
    (bound.test(words) && years.test(rest)) ||
    (opening.test(words) && closing.test(rest))
  )
}
