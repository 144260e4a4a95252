import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { internet } from '../fixtures.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** A report on edition 52, with its headline indicators as editions 45 to 52 print them, March 2020 to June 2023. */
const files = {
  'data/report.yaml': `id: cnnic-52
title: Internet Development in China, June 2023
subtitle: Briefing on the 52nd edition
edition: 52
publisher: CNNIC
geography: China
period: 2023-06
comparison: 2022-12
released: 2023-08-28
language: en
units:
  people: { label: people }
  yuan: { label: yuan, said: true }
sources:
  cnnic-45: { kind: secondary, title: '45th Report', publisher: CNNIC, cite: 'CNNIC, 45th Statistical Report' }
  cnnic-46: { kind: secondary, title: '46th Report', publisher: CNNIC, cite: 'CNNIC, 46th Statistical Report' }
  cnnic-47: { kind: secondary, title: '47th Report', publisher: CNNIC, cite: 'CNNIC, 47th Statistical Report' }
  cnnic-48: { kind: secondary, title: '48th Report', publisher: CNNIC, cite: 'CNNIC, 48th Statistical Report' }
  cnnic-49: { kind: secondary, title: '49th Report', publisher: CNNIC, cite: 'CNNIC, 49th Statistical Report' }
  cnnic-50: { kind: secondary, title: '50th Report', publisher: CNNIC, cite: 'CNNIC, 50th Statistical Report' }
  cnnic-51: { kind: secondary, title: '51st Report', publisher: CNNIC, cite: 'CNNIC, 51st Statistical Report' }
  cnnic-52: { kind: secondary, title: '52nd Report', publisher: CNNIC, cite: 'CNNIC, 52nd Statistical Report' }
`,
  'data/figures.yaml': `indicators:
  netizens: { label: Netizens, unit: people, type: stock }
  internet-penetration-rate: { label: Internet penetration rate, unit: percent, type: ratio }
  mobile-netizens: { label: Mobile netizens, unit: people, type: stock, part-of: netizens }
  instant-messaging-users: { label: Instant messaging users, unit: people, type: stock, part-of: netizens }
  online-video-users: { label: Online video users, unit: people, type: stock, part-of: netizens }
  short-video-users: { label: Short video users, unit: people, type: stock, part-of: netizens }
  online-shopping-users: { label: Online shopping users, unit: people, type: stock, part-of: netizens }
  online-retail-sales: { label: Online retail sales, unit: yuan, type: flow }
  netizens-without-video:
    label: Netizens who do not watch video
    unit: people
    type: stock
    observations:
      - period: 2023-06
        formula: netizens - online-video-users
lists:
  applications: [instant-messaging-users, online-video-users, short-video-users, online-shopping-users]
checks:
  - id: video-holds-short-video
    assert: short-video-users < online-video-users
`,
  'data/history.csv': `indicator,period,value,source
netizens,2020-03,904 million,cnnic-45
netizens,2020-06,940 million,cnnic-46
netizens,2020-12,989 million,cnnic-47
netizens,2021-06,1.011 billion,cnnic-48
netizens,2021-12,1.032 billion,cnnic-49
netizens,2022-06,1.051 billion,cnnic-50
netizens,2022-12,1.067 billion,cnnic-51
netizens,2023-06,1.079 billion,cnnic-52
internet-penetration-rate,2020-03,64.5%,cnnic-45
internet-penetration-rate,2020-12,70.4%,cnnic-47
internet-penetration-rate,2021-06,71.6%,cnnic-48
internet-penetration-rate,2021-12,73.0%,cnnic-49
internet-penetration-rate,2022-06,74.4%,cnnic-50
internet-penetration-rate,2022-12,75.6%,cnnic-51
internet-penetration-rate,2023-06,76.4%,cnnic-52
mobile-netizens,2020-03,897 million,cnnic-45
mobile-netizens,2020-12,986 million,cnnic-47
mobile-netizens,2021-06,1.007 billion,cnnic-48
mobile-netizens,2022-06,1.047 billion,cnnic-50
mobile-netizens,2022-12,1.065 billion,cnnic-51
instant-messaging-users,2020-12,981 million,cnnic-47
instant-messaging-users,2021-06,983 million,cnnic-48
instant-messaging-users,2021-12,1.007 billion,cnnic-49
instant-messaging-users,2022-06,1.027 billion,cnnic-50
instant-messaging-users,2022-12,1.038 billion,cnnic-51
instant-messaging-users,2023-06,1.047 billion,cnnic-52
online-video-users,2020-03,850 million,cnnic-45
online-video-users,2020-12,927 million,cnnic-47
online-video-users,2021-06,944 million,cnnic-48
online-video-users,2021-12,975 million,cnnic-49
online-video-users,2022-06,994.88 million,cnnic-50
online-video-users,2022-12,1.031 billion,cnnic-51
online-video-users,2023-06,1.044 billion,cnnic-52
short-video-users,2020-12,873 million,cnnic-47
short-video-users,2021-06,888 million,cnnic-48
short-video-users,2021-12,934 million,cnnic-49
short-video-users,2022-06,962 million,cnnic-50
short-video-users,2022-12,1.012 billion,cnnic-51
short-video-users,2023-06,1.026 billion,cnnic-52
online-shopping-users,2020-06,749 million,cnnic-46
online-shopping-users,2020-12,782 million,cnnic-47
online-shopping-users,2021-06,812 million,cnnic-48
online-shopping-users,2022-12,845 million,cnnic-51
online-shopping-users,2023-06,884 million,cnnic-52
online-retail-sales,2020,11.76 trillion yuan,cnnic-47
online-retail-sales,2021,13.0884 trillion yuan,cnnic-49
online-retail-sales,2023-S1,7.16 trillion yuan,cnnic-52
`,
  'templates/deck.md.hbs': `# {{value "netizens"}} people online
::slide{layout="title"}

{{edition}} report, {{period}}

# {{value "internet-penetration-rate"}} of China is online
::slide{layout="chart-and-text"}

![](charts/netizens.vl.json)

- Up {{by "netizens"}} on {{comparison}}.
- {{#claim "less-than" "online-shopping-users" "900 million"}}Fewer than 900 million{{/claim}} shop online: {{value "online-shopping-users"}}.

:::notes
{{value "netizens-without-video"}} do not watch video.
:::

# Users of applications
::slide{layout="table"}

:::table[Users]
{{table "applications" columns="value change" sort="value"}}
:::
`,
  'templates/briefing.md.hbs': `# {{title}}

{{value "netizens"}} people are online, {{value "internet-penetration-rate"}} of the population; {{#claim "less-than" "internet-penetration-rate" "77%"}}it may pass 77% soon{{/claim}}. {{#claim "largest" "applications" "instant-messaging-users"}}Most use instant messaging{{/claim}}, {{value "instant-messaging-users"}}.

{{as-of "online-retail-sales"}}, online retail sales came to {{value "online-retail-sales"}}.
`,
  'templates/charts/netizens.vl.json': readFileSync(join(internet, 'templates/charts/netizens.vl.json'), 'utf8'),
}

/** The report in a new folder. */
export function editionsReport(): string {
  return temporaryFolder(files)
}

/** What edition 53 prints: indicator, period, value. */
export const edition53: readonly (readonly [indicator: string, period: string, value: string])[] = [
  ['netizens', '2023-12', '1.092 billion'],
  ['internet-penetration-rate', '2023-12', '77.5%'],
  ['mobile-netizens', '2023-12', '1.091 billion'],
  ['instant-messaging-users', '2023-12', '1.060 billion'],
  ['online-video-users', '2023-12', '1.067 billion'],
  ['short-video-users', '2023-12', '1.053 billion'],
  ['online-shopping-users', '2023-12', '915 million'],
  ['online-retail-sales', '2023', '15.4 trillion yuan'],
]
