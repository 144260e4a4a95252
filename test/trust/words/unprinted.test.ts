import { expect, test } from 'vitest'
import type { Language } from '../../../src/locale/languages.ts'
import { createMemory } from '../../../src/memory/memory.ts'
import { corpusDataset, judgeWhole } from '../sentences/sentences.ts'

const memory = createMemory()
const datasets = new Map(
  [
    'bills',
    'trust',
    'quality',
    'harvest',
    'homes',
    'charities',
    'yibao',
    'residuos',
    'complaints',
    'accidents',
    'revenue',
    'abattoir',
    'divorcios',
    'wein',
  ].map((name) => [name, corpusDataset(`../releases/${name}`)] as const),
)

function isStopped(name: string, text: string, language: Language = 'en'): boolean {
  const dataset = datasets.get(name)
  return (
    dataset !== undefined && judgeWhole(text, dataset, language, memory).some(({ severity }) => severity === 'error')
  )
}

// Each true, and false with a word changed.
test.each([
  [
    'charities',
    'New registrations increased in all causes but overseas aid, where they dropped from {registrations[overseas-aid]@2024} to {registrations[overseas-aid]}.',
    'New registrations increased in all causes but health, where they dropped from {registrations[overseas-aid]@2024} to {registrations[overseas-aid]}.',
  ],
  [
    'charities',
    'Fewer late returns were received from every group except major charities, where the number edged up from {late[major]@2024} to {late[major]}.',
    'Fewer late returns were received from every group except large charities, where the number edged down from {late[large]@2024} to {late[large]}.',
  ],
  [
    'charities',
    'Fewer late returns were received from every group except major charities.',
    'Fewer late returns were received from every group except large charities.',
  ],
  ['charities', 'Income rose in every category except overseas aid.', 'Income rose in every category except health.'],
  ['bills', 'More households are in arrears than a year ago.', 'Fewer households are in arrears than a year ago.'],
  ['bills', 'In the Isles, arrears fell.', 'In the Isles, arrears rose.'],
  ['bills', 'Bills up on the month, down on the year', 'Bills down on the month, up on the year'],
  [
    'bills',
    'Wholesale gas is now dearer than a year ago; wholesale electricity is not.',
    'Wholesale electricity is now dearer than a year ago; wholesale gas is not.',
  ],
  [
    'bills',
    'More households are in arrears than a year ago in every region but the Isles.',
    'More households are in arrears than a year ago in every region.',
  ],
  ['bills', 'A year ago energy inflation was positive.', 'A year ago energy inflation was negative.'],
  [
    'trust',
    'Young adults are only half as likely as the over-sixties to trust the news media.',
    'Young adults are only a quarter as likely as the over-sixties to trust the news media.',
  ],
  [
    'trust',
    'Trust in parliament improved in all age groups.',
    'Trust in parliament improved in all age groups but the oldest.',
  ],
  ['trust', 'Local councils enjoy more trust than parliament.', 'Local councils enjoy no more trust than parliament.'],
  ['quality', 'Complaints fell for all reasons but loss.', 'Complaints fell for all reasons.'],
  ['harvest', 'Prices of three crops are lower than in 2024.', 'Prices of all crops are lower than in 2024.'],
])('%s: %s', (name, isTrue, isFalse) => {
  expect(isStopped(name, isTrue)).toBe(false)
  expect(isStopped(name, isFalse)).toBe(true)
})

const homes: [Language, isTrue: string, isFalse: string][] = [
  ['en', 'Arrears rise across the market', 'Arrears fall across the market'],
  ['en', 'Arrears rise nationwide', 'Arrears fall nationwide'],
  ['en', 'Arrears continue to rise', 'Arrears continue to fall'],
  ['en', 'Arrears rose in the quarter.', 'Arrears eased in the quarter.'],
  ['en', 'Penalties fell in the quarter.', 'Arrears fell in the quarter.'],
  [
    'en',
    'Six penalties were imposed in the quarter, one more than a year earlier.',
    'Six penalties were imposed in the quarter, one fewer than a year earlier.',
  ],
  [
    'en',
    'Three of the four age groups are ahead of where they were a year ago.',
    'All four age groups are ahead of where they were a year ago.',
  ],
  [
    'en',
    'Arrears are higher than at the beginning of the year.',
    'Arrears are lower than at the beginning of the year.',
  ],
  [
    'en',
    'At {arrears}, arrears are higher than at the start of the year.',
    'At {arrears}, arrears are lower than at the start of the year.',
  ],
  ['en', 'Arrears stood at {arrears} in the third quarter.', 'Arrears stood at {arrears} in the fourth quarter.'],
  ['de', 'Rückstände steigen weiter', 'Rückstände sinken weiter'],
  ['de', 'Die Rückstände sind höher als zu Jahresbeginn.', 'Die Rückstände sind niedriger als zu Jahresbeginn.'],
  [
    'de',
    'Im dritten Quartal beliefen sich die Rückstände auf {arrears}.',
    'Im vierten Quartal beliefen sich die Rückstände auf {arrears}.',
  ],
  ['fr', 'Les impayés continuent d’augmenter', 'Les impayés continuent de reculer'],
  ['fr', "Les impayés sont plus élevés qu'au début de l'année.", "Les impayés sont plus bas qu'au début de l'année."],
  [
    'fr',
    'Au troisième trimestre, les impayés atteignent {arrears}.',
    'Au quatrième trimestre, les impayés atteignent {arrears}.',
  ],
  ['es', 'Los impagos vuelven a subir', 'Los impagos vuelven a bajar'],
  ['es', 'Los impagos son más altos que a principios de año.', 'Los impagos son más bajos que a principios de año.'],
  [
    'es',
    'En el tercer trimestre los impagos ascendieron a {arrears}.',
    'En el cuarto trimestre los impagos ascendieron a {arrears}.',
  ],
  [
    'es',
    'El Norte mantiene el índice de precios de la vivienda más bajo, con {price[north]}.',
    'El Sur mantiene el índice de precios de la vivienda más bajo, con {price[south]}.',
  ],
  [
    'es',
    'La Costa es la región que más impagos acumula, con {arrears[coast]}.',
    'El Sur es la región que más impagos acumula, con {arrears[south]}.',
  ],
  [
    'en',
    '{officers@2026-Q2} officers guarded inmates in jails in the second quarter.',
    '{officers@2026-Q2} officers guarded inmates in jails in the third quarter.',
  ],
  ['zh', '欠租家庭继续增加', '欠租家庭继续减少'],
  ['zh', '欠租家庭比年初增加。', '欠租家庭比年初减少。'],
  ['zh', '三季度欠租家庭为{arrears}。', '四季度欠租家庭为{arrears}。'],
  [
    'zh',
    '除湖区外，各地区欠租家庭均增加，湖区减少{arrears[lakes].by}。',
    '除湖区外，各地区欠租家庭均增加，湖区增加{arrears[lakes].by}。',
  ],
]
test.each(homes)('%s: %s', (language, isTrue, isFalse) => {
  expect(isStopped('homes', isTrue, language)).toBe(false)
  expect(isStopped('homes', isFalse, language)).toBe(true)
})

test.each([
  ['青岚市支出增速快于收入。', '青岚市支出增速慢于收入。'],
  ['望海市支出增速慢于收入。', '望海市支出增速快于收入。'],
  ['与上年下半年相比，基金收入略有回落。', '与上年下半年相比，基金收入略有增长。'],
  [
    '成年居民和学生儿童参保人数双双下降，分别减少{insured[adults].by}和{insured[students].by}。',
    '成年居民和学生儿童参保人数双双下降，分别减少{insured[students].by}和{insured[adults].by}。',
  ],
])('of a health fund: %s', (isTrue, isFalse) => {
  expect(isStopped('yibao', isTrue, 'zh')).toBe(false)
  expect(isStopped('yibao', isFalse, 'zh')).toBe(true)
})

// Each true, and false with a group or a way exchanged.
test.each([
  [
    'revenue',
    'Reserves increased in the Northeast, the Southeast and the Southwest.',
    'Reserves increased in every region except the Far West.',
  ],
  ['revenue', 'Neither corporate tax nor severance taxes rose.', 'Neither motor fuel nor severance taxes rose.'],
  [
    'revenue',
    'Neither corporate tax nor severance taxes were higher than a year earlier.',
    'Neither sales tax nor severance taxes were higher than a year earlier.',
  ],
  [
    'revenue',
    'Collections in the Northeast exceeded those of the Plains and the Southwest combined.',
    'Collections in the Northeast exceeded those of the Far West and the Great Lakes combined.',
  ],
  [
    'revenue',
    'The Northeast, with {tax-revenue[northeast]}, collected more than the Plains and the Southwest combined.',
    'The Northeast, with {tax-revenue[northeast]}, collected more than the Great Lakes and the Southwest combined.',
  ],
  [
    'revenue',
    'Measured against fiscal year 2020, total collections were up {{rate "tax-revenue" since="2020"}}.',
    'Measured against fiscal year 2023, total collections were up {{rate "tax-revenue" since="2020"}}.',
  ],
  [
    'revenue',
    'Refunds shrank for the second year running after peaking at {refunds@2023} in fiscal 2023.',
    'Refunds grew for the second year running after peaking at {refunds@2023} in fiscal 2023.',
  ],
  [
    'revenue',
    'Per capita revenue was down in both the Plains and the Southwest.',
    'Per capita revenue was down in both the Plains and the Northeast.',
  ],
  [
    'abattoir',
    'Prices of prime cattle and cows and bulls were both higher than a year earlier.',
    'Prices of prime cattle and clean sheep were both higher than a year earlier.',
  ],
  [
    'complaints',
    'For the second quarter in a row, fewer customers were in arrears.',
    'For the third quarter in a row, fewer customers were in arrears.',
  ],
  ['charities', 'Volunteers are still below their 2019 level.', 'Volunteers are back above their 2019 level.'],
  [
    'abattoir',
    'Compared with May, production of all three meats increased.',
    'Compared with May, production of all three meats decreased.',
  ],
  [
    'abattoir',
    'Prime cattle slaughterings were up on the month as well, from {slaughterings[prime-cattle]@2025-05} in May to {slaughterings[prime-cattle]}.',
    'Prime cattle slaughterings were down on the month as well, from {slaughterings[prime-cattle]@2025-05} in May to {slaughterings[prime-cattle]}.',
  ],
  ['abattoir', 'Red meat production fell.', 'Production of all three meats decreased.'],
  [
    'revenue',
    'Collections in the Great Lakes region hit a new high, topping the mark set in fiscal 2022.',
    'Collections in the Plains region hit a new high, topping the mark set in fiscal 2022.',
  ],
  [
    'abattoir',
    'Red meat production only rose in Northern Ireland.',
    'Red meat production only fell in Wales and Scotland.',
  ],
])('of a state’s taxes, and of meat: %s: %s', (name, isTrue, isFalse) => {
  expect(isStopped(name, isTrue)).toBe(false)
  expect(isStopped(name, isFalse)).toBe(true)
})

test.each([
  [
    'es',
    'Los divorcios crecieron en todas las comunidades salvo en Galicia',
    'Los divorcios aumentaron en todas las comunidades',
  ],
  ['es', 'Los divorcios disminuyeron solo en Galicia', 'Los divorcios solo crecieron en Canarias'],
  [
    'es',
    'Los divorcios contenciosos solo se redujeron en Galicia y Canarias',
    'Los divorcios contenciosos solo se redujeron en Galicia',
  ],
  ['es', 'Las separaciones aumentaron en tres comunidades', 'Las separaciones aumentaron en dos comunidades'],
  [
    'es',
    'Tanto los divorcios como la custodia compartida aumentaron en 2024.',
    'Tanto los divorcios como las separaciones aumentaron en 2024.',
  ],
  [
    'es',
    'Las separaciones se redujeron tanto en Andalucía como en Canarias.',
    'Las separaciones se redujeron tanto en Andalucía como en Cataluña.',
  ],
  [
    'es',
    'Los divorcios aumentaron un {divorcios.rate.by}, tras dos años consecutivos de descensos.',
    'Los divorcios aumentaron un {divorcios.rate.by}, tras tres años consecutivos de descensos.',
  ],
  [
    'es',
    'Los divorcios aumentaron un {divorcios.rate.by}, tras dos descensos consecutivos.',
    'Los divorcios aumentaron un {divorcios.rate.by}, tras dos aumentos consecutivos.',
  ],
  [
    'es',
    'Andalucía y Canarias fueron, con {custodia-compartida[andalucia]} y {custodia-compartida[canarias]} respectivamente, las comunidades con menor peso de la custodia compartida.',
    'Andalucía y Galicia fueron, con {custodia-compartida[andalucia]} y {custodia-compartida[galicia]} respectivamente, las comunidades con menor peso de la custodia compartida.',
  ],
  [
    'es',
    'La Comunidad de Madrid recogió más residuos que el año anterior.',
    'La Comunidad de Madrid recogió menos residuos que el año anterior.',
  ],
  [
    'es',
    'Ni Cataluña ni Galicia lograron aumentar la cantidad de residuos recogidos.',
    'Ni Andalucía ni Canarias lograron reducir la cantidad de residuos recogidos.',
  ],
  ['fr', 'La sinistralité diminue chez les hommes.', 'La sinistralité diminue chez les hommes comme chez les femmes.'],
  [
    'fr',
    'Les accidents mortels augmentent dans les transports et dans l’hébergement-restauration ; ils sont en baisse partout ailleurs.',
    'Les accidents mortels augmentent dans les transports ; ils sont en baisse partout ailleurs.',
  ],
  [
    'fr',
    'La fréquence des accidents a diminué dans la construction depuis 2016.',
    'La fréquence des accidents a été divisée par deux dans la construction depuis 2016.',
  ],
  [
    'de',
    'Mit {ernte[mosel]} übertraf die Mosel das Ergebnis von Franken.',
    'Mit {ernte[mosel]} übertraf die Mosel das Ergebnis von Württemberg.',
  ],
] as const)('of divorces and waste in Spain, accidents in France, German wine: %s: %s', (language, isTrue, isFalse) => {
  const ofSpain = isTrue.includes('resid') ? 'residuos' : 'divorcios'
  const name = { es: ofSpain, fr: 'accidents', de: 'wein' }[language]
  expect(isStopped(name, isTrue, language)).toBe(false)
  expect(isStopped(name, isFalse, language)).toBe(true)
})
