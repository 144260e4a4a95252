/** Janvier to décembre. */
export const frenchMonths: readonly string[] =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

/** As CLDR shortens them. */
export const frenchShortMonths: readonly string[] =
  'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ')
