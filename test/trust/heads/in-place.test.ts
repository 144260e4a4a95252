import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../../src/diagnostic.ts'
import { makeFiles } from '../../build/lake-report.ts'

const here = new URL('../../fixtures/internet/data/', import.meta.url)
const data = Object.fromEntries(
  readdirSync(here)
    .filter((name) => /\.(?:csv|yaml)$/.test(name))
    .map((name) => [`data/${name}`, readFileSync(new URL(name, here), 'utf8')])
    .map(([name = '', text = '']) => [name, name === 'data/report.yaml' ? inTwoLanguages(text) : text]),
)

/** The fixture is in English; what it says once is said alike in both. */
function inTwoLanguages(text: string): string {
  return text
    .replace(/^language: en$/m, 'language: en\nlanguages: [en, zh]')
    .replace(/\b(author|publisher|name): ([^{},\n]+)/g, "$1: { en: '$2', zh: '$2' }")
}

/** What stands on slides of a report on two sides of a whole, and what somebody could write there in its place that is not so. */
const edits = {
  en: [
    [
      '### The newcomers are mostly rural\n\n{card "rural-share-of-net-increase" label="of the net increase is rural"}',
      'mostly rural',
      'mostly urban',
    ],
    [
      '### Most is rural\n\n{card "rural-share-of-net-increase" label="of the net increase is rural"}',
      'increase is rural',
      'increase is urban',
    ],
    [
      '### What people spend online is growing\n\n{card "online-retail-sales" label="in online retail sales"}',
      'is growing',
      'is shrinking',
    ],
    ['### Spending\n\n{card "online-retail-sales" label="in online retail sales"}', 'in online', 'dollars in online'],
    [
      '### Spending\n\n{card "online-retail-sales.rate" label="more than the year before" change=false}',
      'more than',
      'less than',
    ],
    ['### Video\n\n{card "online-video-users" label="users of online video"}', 'online video"', 'short video"'],
    [
      '### The gap\n\n{card "urban-rural-penetration-gap" label="between town and country"}',
      'between town',
      'per cent between town',
    ],
    ['### Offline\n\n{card "rural-non-netizens" label="rural people are offline"}', '"rural people', '"urban people'],
    ['Travel booking gained {{by "online-travel-booking-users"}} users.', 'gained', 'lost'],
    ['Towns and cities: {{value "urban-penetration-rate"}} online.', 'Towns and cities', 'Countryside'],
    ['Rural residents account for {{value "rural-share-of-net-increase"}} of the net increase.', 'Rural', 'Urban'],
    ['{{by "rural-netizens"}} of the net increase of {{by "netizens"}} is rural.', 'is rural', 'is urban'],
    [
      '{{value "online-government-service-users"}} people use government services online.',
      'government services online',
      'online payment',
    ],
    ['{{by "netizens"}} more people came online, and growth is slowing.', 'slowing', 'speeding up'],
    ['The gap to the towns closed by {{by "urban-rural-penetration-gap"}}.', 'closed', 'widened'],
  ],
  zh: [
    [
      '### 新增网民多数来自农村\n\n{card "rural-share-of-net-increase" label="的网民净增长来自农村"}',
      '多数来自农村',
      '多数来自城镇',
    ],
    ['### 网上消费持续增长\n\n{card "online-retail-sales" label="全年网上零售额"}', '持续增长', '持续下降'],
    ['### 网上零售\n\n{card "online-retail-sales.rate" label="比上年增长，按可比口径" change=false}', '增长', '下降'],
    ['### 视频\n\n{card "online-video-users" label="网络视频用户规模"}', '网络视频用户', '短视频用户'],
    ['网民净增长的{{value "rural-share-of-net-increase"}}来自农村。', '来自农村', '来自城镇'],
    ['城镇普及率为{{value "urban-penetration-rate"}}，比农村高{{value "urban-rural-penetration-gap"}}。', '高', '低'],
    ['一年新增网民{{by "netizens"}}，增长正在放缓。', '放缓', '加快'],
  ],
} as const

/** The slides of one language, one for each text, and on which lines each begins and ends. */
function deckOf(language: keyof typeof edits, isFalse: boolean): { text: string; lines: [number, number][] } {
  let text = ''
  const lines = edits[language].map(([said, from, to], at): [number, number] => {
    const words = (isFalse ? said.replace(from, to) : said).replace(
      /\{card (.*)\}$/,
      ':::key-figures\n{{key-figure $1}}\n:::',
    )
    const first = text.split('\n').length
    const other = language === 'zh' ? '说明。' : 'A note.'
    text += `# ${String.fromCharCode(65 + at)}\n::slide{layout="comparison"}\n\n:::::columns\n::::column\n${words}\n::::\n::::column\n${other}\n::::\n:::::\n\n`
    return [first, text.split('\n').length - 1]
  })
  return { text, lines }
}

const theme = "fallback: [{ regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' }]\n"

async function toldOf(en: string, zh: string): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await makeFiles(
    { ...data, 'templates/deck.md.hbs': en, 'templates/deck.zh.md.hbs': zh, 'templates/theme.yaml': theme },
    ['pptx'],
  )
  return diagnostics
}

test('true words on slides are no faults, and each false one in their place is told, in both languages of one build', async () => {
  const [en, zh] = [deckOf('en', false), deckOf('zh', false)]
  const told = await toldOf(en.text, zh.text)
  expect(told.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([])
  const wrong = { en: deckOf('en', true), zh: deckOf('zh', true) }
  const found = await toldOf(wrong.en.text, wrong.zh.text)
  const untold = (['en', 'zh'] as const).flatMap((language) => {
    const file = language === 'en' ? 'templates/deck.md.hbs' : 'templates/deck.zh.md.hbs'
    const isTold = ([first, last]: [number, number]) =>
      found.some(({ severity, place }) => {
        return severity === 'error' && place?.file.endsWith(file) && place.line >= first && place.line <= last
      })
    return edits[language].filter((_, at) => !isTold(wrong[language].lines[at] ?? [0, 0])).map(([said]) => said)
  })
  expect(untold).toEqual([])
})
