/** Enero to diciembre. */
export const spanishMonths: readonly string[] =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

/** As CLDR shortens them. */
export const spanishShortMonths: readonly string[] = 'ene feb mar abr may jun jul ago sept oct nov dic'.split(' ')
