/** A number as its author writes such: where 96400 stood, 96,401 is written 96401, and the other way round. */
export function likeWritten(former: string, written: string): string {
  const number = /\d[\d,]*/
  const [before = '', after = ''] = [number.exec(former)?.[0], number.exec(written)?.[0]]
  // A number below a thousand shows no habit.
  if (/^\d{4,}$/.test(before)) return written.replace(number, after.replaceAll(',', ''))
  if (before.includes(',')) return written.replace(number, after.replaceAll(',', '').replace(/\B(?=(\d{3})+$)/g, ','))
  return written
}
