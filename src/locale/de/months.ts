/** Januar to Dezember. */
export const germanMonths: readonly string[] =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

/** As CLDR shortens them. */
export const germanShortMonths: readonly string[] = 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'.split(
  ' ',
)

/** Jänner to Dezember. */
export const austrianMonths: readonly string[] = ['Jänner', ...germanMonths.slice(1)]

export const austrianShortMonths: readonly string[] = ['Jän.', ...germanShortMonths.slice(1)]
