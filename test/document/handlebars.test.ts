import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import { smallDataset } from './dataset.ts'
import { filledText } from './fill-text.ts'

// Handlebars reads templates, but does not run them here. What it would print, where it would not fail, is what is printed.
const partials = {
  row: '- {{id}} {{@root.lists.history.[0]}}\n{{#if last}}  last\n{{/if}}',
  box: '<\n  {{x}}\n>\n',
  outer: '{{> box}}\nin {{x}}\n',
}

test.each([
  '{{#each lists.applications}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}',
  '{{#each lists.applications as |id index|}}\n  {{index}}: {{id}} {{@index}}{{/each}}',
  '{{#each lists}}\n{{@key}}: {{#each this}}{{@index}}{{/each}}\n{{/each}}',
  'a\n{{#if lists.history}}\n  b\n{{else}}\n  c\n{{/if}}\nd\n',
  'a {{~#if false}} b {{else if lists.history}} c {{~else~}} d {{/if~}} e',
  '{{#unless false}}x{{/unless}}',
  '{{#with lists as |all|}}{{all.history.[0]}} {{history.length}}{{#each history}} {{../applications.length}} {{@root.lists.history.length}}{{/each}}{{/with}}',
  '{{#each lists.history}}{{else}}none{{/each}}',
  '{{! a comment }}a{{!-- {{another}} --}}\n  {{! alone }}\nb \\{{raw}} c',
  '{{#each lists.applications as |a|}}\n  {{> row id=a last=@last}}\n{{/each}}\nend',
  '{{> outer x="1"}}',
])('%j', (text) => {
  const { lists } = smallDataset()
  const handlebars = Handlebars.create()
  for (const [name, partial] of Object.entries(partials)) handlebars.registerPartial(name, partial)
  const expected = handlebars.compile(text, { noEscape: true })({ lists: Object.fromEntries(lists) })
  expect(filledText(text, partials)).toBe(expected)
})
