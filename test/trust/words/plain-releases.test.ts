import { expect, test } from 'vitest'
import { createMemory } from '../../../src/memory/memory.ts'
import { corpusDataset, judgeWhole } from '../sentences/sentences.ts'

test.each([
  [
    'the quarter that stands in front, and a verb in two parts before its subject',
    ['de', 'handwerk'],
    'Gegenüber dem zweiten Quartal legte der Umsatz zu.',
    'Gegenüber dem zweiten Quartal ging der Umsatz zurück.',
  ],
  [
    'a part of an increase',
    ['de', 'handwerk'],
    'Der Zuwachs bei den Auszubildenden geht überwiegend auf junge Frauen zurück.',
    'Der Zuwachs bei den Auszubildenden geht überwiegend auf junge Männer zurück.',
  ],
  [
    'a step in per cent against those of others',
    ['de', 'handwerk'],
    'Am stärksten, nämlich um {{by "beschaeftigte[lebensmittel].rate"}}, schrumpfte die Beschäftigung im Lebensmittelgewerbe.',
    'Am stärksten, nämlich um {{by "beschaeftigte[bau].rate"}}, schrumpfte die Beschäftigung im Bauhauptgewerbe.',
  ],
  [
    'for every one so many, of two categories',
    ['de', 'handwerk'],
    'Auf eine weibliche Auszubildende kommen fast fünf männliche.',
    'Auf eine weibliche Auszubildende kommen nur noch drei männliche.',
  ],
  [
    'two movements of what stands before, each with a base',
    ['zh', 'yongdian'],
    '外送电量{export}，同比增长、环比增长。',
    '外送电量{export}，同比增长、环比下降。',
  ],
  [
    'an extreme of a fall, whose adverb follows its subject',
    ['zh', 'yongdian'],
    '北岭用电量最少，降幅却最大。',
    '北岭用电量最少，增幅却最大。',
  ],
  [
    'how far a level went, after the noun for it',
    ['zh', 'yongdian'],
    '居民生活用电量由9月的{use[households]@2026-09}降至{use[households]}，降幅超过两成。',
    '居民生活用电量由9月的{use[households]@2026-09}降至{use[households]}，降幅超过三成。',
  ],
  [
    'a part of another category, printed with it in brackets',
    ['zh', 'tielu'],
    '粮食运量规模较小，尚不足煤炭的八分之一（{freight[grain]}、{freight[coal]}）。',
    '粮食运量规模较小，尚不足煤炭的十分之一（{freight[grain]}、{freight[coal]}）。',
  ],
  [
    'a multiple of another category, without figures',
    ['zh', 'caizheng'],
    '企业所得税规模仍居第二位，是个人所得税的两倍多。',
    '企业所得税规模仍居第二位，是个人所得税的三倍多。',
  ],
  [
    'a multiple of how far another went',
    ['zh', 'wangmin'],
    '农村网民较2025年12月增长{{by "netizens[rural]"}}，增量是城镇的三倍。',
    '农村网民较2025年12月增长{{by "netizens[rural]"}}，增量是城镇的五倍。',
  ],
  [
    'a fraction with a denominator above ten',
    ['zh', 'caizheng'],
    '债务付息支出{exp[debt]}，占全部支出的比重超过二十分之一。',
    '债务付息支出{exp[debt]}，占全部支出的比重不足二十分之一。',
  ],
  [
    'how much of a budget that stands before it was reached',
    ['zh', 'caizheng'],
    '一般公共预算收入已完成全年预算{revbud@2026}的八成以上。',
    '一般公共预算收入已完成全年预算{revbud@2026}的九成以上。',
  ],
  [
    'how much of a target was reached, after a comma',
    ['zh', 'wangmin'],
    '距离年底{fgoal@2026-12}的千兆用户目标，已完成九成以上。',
    '距离年底{fgoal@2026-12}的千兆用户目标，仅完成八成左右。',
  ],
  [
    'a target for later, met early',
    ['zh', 'wangmin'],
    '千兆宽带接入用户达{fiber}，尚未提前完成年底{fgoal@2026-12}的目标。',
    '千兆宽带接入用户达{fiber}，已提前完成年底{fgoal@2026-12}的目标。',
  ],
  [
    'a target that all reached',
    ['zh', 'tielu'],
    '高铁动车组和城际市域列车正点率均达到{otgoal@2026}的目标。',
    '三类列车正点率全部达到{otgoal@2026}的目标。',
  ],
  [
    'a part of a growth that goes on about what is printed',
    ['zh', 'tielu'],
    '集装箱发送{freight[container]}，同比增长两成以上。',
    '集装箱发送{freight[container]}，同比增长三成以上。',
  ],
  [
    'the same from the month before',
    ['zh', 'tielu'],
    '粮食发送{freight[grain]}，环比增长三成以上，同比增长{{by "freight[grain].rate"}}。',
    '粮食发送{freight[grain]}，环比增长四成以上，同比增长{{by "freight[grain].rate"}}。',
  ],
  [
    'once as much again, within a year',
    ['zh', 'wangmin'],
    '生成式人工智能用户在一年内增长近一倍，达到{users[ai]}。',
    '生成式人工智能用户在一年内增长超过一倍，达到{users[ai]}。',
  ],
  [
    'a growth of its own that went faster or slower by so much',
    ['zh', 'lingshou'],
    '餐饮收入增长{g[catering]}，增速比9月加快{{by "g[catering]" since="2026-09"}}。',
    '餐饮收入增长{g[catering]}，增速比9月放缓{{by "g[catering]" since="2026-09"}}。',
  ],
  [
    'two growths of their own against each other',
    ['zh', 'lingshou'],
    '餐饮收入增长{g[catering]}，增速快于商品零售。',
    '商品零售增长{g[goods]}，增速快于餐饮收入。',
  ],
  [
    'only some of a list, known by what alone is broken down so',
    ['zh', 'lingshou'],
    '七类商品中，只有汽车类、石油及制品类和家电类零售额下降。',
    '七类商品中，只有汽车类和石油及制品类零售额下降。',
  ],
  [
    'all of a list that is said by the end of its name',
    ['zh', 'tielu'],
    '各类列车的正点率均高于9月。',
    '各品类货物发送量均高于上年同期。',
  ],
  [
    'the others of a list, after those that are named',
    ['zh', 'wangmin'],
    '八类应用中，网络购物和网络直播用户规模较2025年12月下降，其余均有增长。',
    '八类应用中，网络购物用户规模较2025年12月下降，其余均有增长。',
  ],
  [
    'the gap between the two that a list has',
    ['zh', 'wangmin'],
    '城乡地区互联网普及率差异较2025年12月进一步缩小。',
    '城乡地区互联网普及率差异较2025年12月有所扩大。',
  ],
  [
    'more of a thing, and not above a number',
    ['fr', 'hlm'],
    'Moins de livraisons, plus de mises en chantier',
    'Plus de livraisons, moins de mises en chantier',
  ],
  [
    'a level of then beside a change',
    ['fr', 'hlm'],
    'Les impayés reculent de {{by "impayes"}} mais dépassent encore leur niveau de 2021.',
    'Les impayés reculent de {{by "impayes"}} et repassent sous leur niveau de 2021.',
  ],
  [
    'the month that a sentence names, where the report compares with a year before',
    ['es', 'aceite'],
    'Crecieron las exportaciones respecto a febrero.',
    'Frente a febrero, en cambio, aumentaron las existencias.',
  ],
  [
    'the target of a later year',
    ['en', '../releases/skills'],
    'At {learning}, participation in adult learning is short of the target for 2030.',
    'At {learning}, participation in adult learning has already reached the target for 2030.',
  ],
  [
    'the target of a part of the year and of each category',
    ['en', '../releases/tax'],
    'Income tax and corporation tax outperformed the forecast in the first half of the year; VAT and excise duties fell short of it.',
    'VAT outperformed the forecast in the first half of the year; income tax fell short of it.',
  ],
  [
    'how far it is to a target, as a typed number',
    ['en', '../releases/coverage'],
    'With {gigabit} of premises covered, the target for 2030 is twelve percentage points away.',
    'With {gigabit} of premises covered, the target for 2030 is ten percentage points away.',
  ],
  [
    'since the end of a year',
    ['en', '../releases/rail'],
    'Cancellations have fallen since the end of 2025, to {cancelled}.',
    'Cancellations have risen since the end of 2025, to {cancelled}.',
  ],
  [
    'so many quarters in a row after a low',
    ['en', '../releases/rail'],
    'Punctuality has improved in each of the last two quarters, after a low of {punctuality@2025-Q4} at the end of 2025.',
    'Punctuality has improved in each of the last three quarters, after a low of {punctuality@2025-Q4} at the end of 2025.',
  ],
  [
    'what went before, between two years',
    ['en', '../releases/skills'],
    'Participation in adult learning fell by {{by "learning"}} to {learning}, having risen between 2012 and 2018.',
    'Participation in adult learning fell by {{by "learning"}} to {learning}, having fallen between 2012 and 2018.',
  ],
  [
    'the first time in a year',
    ['en', '../releases/construction'],
    'Employment in construction rose for the first time in a year, if only by {{by "employment.rate"}}.',
    'Employment in construction fell for the first time in a year, if only by {{by "employment.rate"}}.',
  ],
  [
    'the place of an earlier time',
    ['en', '../releases/giving'],
    'In 2019, religious organizations had still ranked first, with {total[religion]@2019} of donations.',
    'In 2019, health organizations had still ranked first, with {total[health]@2019} of donations.',
  ],
  [
    'the largest of an earlier time',
    ['en', '../releases/emissions'],
    'Energy supply was the largest source in 2024 ({emissions[energy]@2024} tonnes).',
    'Transport was the largest source in 2024 ({emissions[transport]@2024} tonnes).',
  ],
  [
    'a multiple in digits',
    ['en', '../releases/wealth'],
    'The median wealth of outright owners was more than 20 times that of renters.',
    'The median wealth of outright owners was more than 45 times that of renters.',
  ],
  [
    'a multiple of what has another first word in its name',
    ['en', '../releases/wealth'],
    'Mean net wealth was {mean}, more than twice the median.',
    'Mean net wealth was {mean}, more than four times the median.',
  ],
  [
    'one sum against another',
    ['en', '../releases/timeuse'],
    'Women worked longer than men in 2025 ({paid[women]} plus {unpaid[women]} against {paid[men]} plus {unpaid[men]}).',
    'Men worked longer than women in 2025 ({paid[men]} plus {unpaid[men]} against {paid[women]} plus {unpaid[women]}).',
  ],
  [
    'two things of one category',
    ['en', '../releases/timeuse'],
    'Men spent more time on paid work than on unpaid work.',
    'Women spent more time on paid work than on unpaid work.',
  ],
  [
    'two movements, each of its own figure',
    ['en', '../releases/asylum'],
    'While the backlog of applications is shrinking, that of appeals is growing ({pending} and {open} cases respectively at the end of the year).',
    'While the backlog of applications is growing, that of appeals is growing ({pending} and {open} cases respectively at the end of the year).',
  ],
  [
    'on the month in one clause, on the year in another',
    ['en', '../releases/tax'],
    'Although arrears eased in June, they remained {{by "arrears.rate"}} higher than a year before.',
    'Although arrears eased in June, they remained {{by "arrears.rate"}} lower than a year before.',
  ],
  [
    'hours of what is counted in minutes',
    ['en', '../releases/timeuse'],
    'Sleep took up more than eight hours of the day ({sleep}).',
    'Sleep took up less than eight hours of the day ({sleep}).',
  ],
  [
    'the same quarter of another year',
    ['en', '../releases/construction'],
    'Permits were granted for {permits} dwellings, fewer than in the same quarter of 2025.',
    'Permits were granted for {permits} dwellings, more than in the same quarter of 2025.',
  ],
  [
    'each survey since a year',
    ['en', '../releases/giving'],
    'The donor rate has decreased in every survey since 2019.',
    'The donor rate has increased in every survey since 2019.',
  ],
  [
    'two figures in one bracket after what compares them',
    ['en', '../releases/asylum'],
    'More cases were decided than were received ({decisions} decisions, {applications} applications).',
    'More applications were received than were decided ({applications} applications, {decisions} decisions).',
  ],
  [
    'so many of one for every other',
    ['en', '../releases/labour'],
    'There were 2.5 unemployed people for every vacancy ({unemployed} to {vacancies}).',
    'There were 3.5 unemployed people for every vacancy ({unemployed} to {vacancies}).',
  ],
  [
    'a change since the month before and the level it led to',
    ['en', '../releases/labour'],
    'For those aged 25 to 54, the rate edged down by {{by "rate[25-54]" since="2026-02"}} to {rate[25-54]}.',
    'For those aged 25 to 54, the rate edged up by {{by "rate[25-54]" since="2026-02"}} to {rate[25-54]}.',
  ],
] as const)('sentences of plain releases are held to %s', (_, [language, folder], right, wrong) => {
  const dataset = corpusDataset(folder)
  const severities = [right, wrong].map((text) =>
    judgeWhole(text, dataset, language, createMemory()).map(({ severity }) => severity),
  )
  expect(severities[0]).toEqual([])
  expect(severities[1]).toContain('error')
})
