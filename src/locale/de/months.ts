/** Januar to Dezember. */
export const germanMonths: readonly string[] =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

/** As CLDR shortens them. */
export const germanShortMonths: readonly string[] = 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'.split(
  ' ',
)
