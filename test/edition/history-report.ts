import { temporaryFolder } from '../temporary-folder.ts'

/** The report on edition 52 (June 2023), with the history that it shows. */
const files = {
  'data/report.yaml': `# What the report is.
id: cnnic-52
title: { en: Internet Development in China }
subtitle:
  en: Briefing on the 52nd edition # the number moves on
edition: 52
publisher: CNNIC
geography: China
period: 2023-06
comparison: 2022-12
released: 2023-08-28
language: en

units:
  people: { label: people }
sources:
  cnnic-52: { kind: primary, title: 52nd Report, publisher: CNNIC, cite: 'CNNIC, 52nd Statistical Report' }
  earlier: { kind: secondary, title: Earlier reports, publisher: CNNIC, cite: 'CNNIC, earlier reports' }
`,
  'data/figures.yaml': `indicators:
  netizens:
    label: Netizens
    unit: people
    type: stock
    observations:
      # Stated in the preface.
      - period: 2023-06
        value: 1.079 billion
        source: cnnic-52
        change: { since: 2022-12, by: 11.09 million }
  penetration:
    label: Internet penetration rate
    unit: percent
    type: ratio
    observations:
      - { period: 2023-06, value: 76.4%, source: cnnic-52 }
  video-users:
    label: Online video users
    unit: people
    type: stock
    part-of: netizens
    observations:
      - { period: 2023-06, value: 1.044 billion, source: cnnic-52 }
  without-video:
    label: Netizens without online video
    unit: people
    type: stock
    observations:
      - period: 2023-06
        formula: netizens@2023-06 - video-users@2023-06
`,
  'data/history.csv': `indicator,period,value,source
netizens,2022-06,1.051 billion,earlier
netizens,2022-12,1.067 billion,earlier
penetration,2022-06,74.4%,earlier
penetration,2022-12,75.6%,earlier
video-users,2022-06,994.88 million,earlier
video-users,2022-12,1.031 billion,earlier
`,
  'templates/deck.md.hbs': `# {{value "netizens"}} people online
::slide{layout="title"}

{{edition}} report, {{period}}

# Netizens are {{change "netizens"}} on {{comparison}}

- {{value "penetration"}} of the population, {{change "penetration"}}.
- {{#claim "less-than" "video-users" "1.05 billion"}}Fewer than 1.05 billion{{/claim}} people watch video: {{value "video-users"}}.
- {{value "without-video"}} do not.

:::notes
Before: {{previous "netizens"}}.
:::
`,
  'templates/briefing.md.hbs': `# China online, {{period}}

{{capital (change "netizens" since=true)}}: {{value "netizens"}} people are online, and {{value "video-users"}} watch video.

:::table[Figures of {{period}}]
{{table "netizens penetration video-users" columns="value change"}}
:::
`,
}

/** The report on edition 52 in a new folder. */
export function historyReport(): string {
  return temporaryFolder(files)
}

/** Figures that the 53rd edition states, as lines of the CSV file that a person adds. */
export const figures53 = `netizens,2023-12,1.092 billion,cnnic-53
penetration,2023-12,77.5%,cnnic-53
video-users,2023-12,1.067 billion,cnnic-53
`
