// The licence of each package that the bundle holds, and the bill of materials (CycloneDX) that an auditor reads.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The packages that files of the bundle come from, as folders relative to the project, in order. */
export function bundledPackages(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs))
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? [])
  return [...new Set(folders)].sort()
}

/** The licence of each, whole. */
export function formatNotices(root, folders) {
  return folders.map((folder) => formatNotice(root, folder)).join(`\n${'-'.repeat(80)}\n\n`)
}

function formatNotice(root, folder) {
  const facts = readFacts(root, folder)
  // A codec's own lies beside what was compiled from it.
  const files = readdirSync(join(root, folder), { recursive: true }).filter((entry) =>
    /^(codec[/\\])?(licen[cs]e|copying|notice)/i.test(entry),
  )
  const texts = files.map((file) => readFileSync(join(root, folder, file), 'utf8').trim())
  return `${facts.name} ${facts.version}\n\n${(texts.length > 0 ? texts : [fromItsWords(root, facts)]).join('\n\n')}\n`
}

/** Some packages say MIT, and bring no text: it is the one that this project has too, in their author's name. */
function fromItsWords(root, { name, license, author }) {
  if (license !== 'MIT') throw new Error(`no licence text in ${name}: ${license}`)
  const [, terms] = readFileSync(join(root, 'LICENSE'), 'utf8').split(/^(?=Permission)/m)
  const holder = typeof author === 'string' ? author : author.name
  return `MIT License (named in its package.json, which brings no text)\n\nCopyright (c) ${holder}\n\n${terms.trim()}`
}

/** CycloneDX 1.6: what is bundled, and what npm installs beside it. Without date or serial number, so that the same bundle has the same bill. */
export function formatBillOfMaterials(root, folders) {
  const own = readFacts(root, '.')
  const beside = Object.keys(own.dependencies).map((name) => `node_modules/${name}`)
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: toComponent(own, 'application') },
    components: [
      ...folders.map((folder) => toComponent(readFacts(root, folder), 'library', 'bundled')),
      ...beside.map((folder) => toComponent(readFacts(root, folder), 'library', 'installed')),
    ],
  }
  return `${JSON.stringify(bill, null, 2)}\n`
}

function toComponent({ name, version, license }, type, how) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  // Who names none brings its text.
  const named = license ?? 'in THIRD-PARTY-NOTICES.txt'
  const isOne = /^[\w.-]+$/.test(named)
  const licence = isOne ? { license: { id: named } } : license ? { expression: named } : { license: { name: named } }
  return {
    type,
    'bom-ref': purl,
    name,
    version,
    licenses: [licence],
    purl,
    ...(how && { properties: [{ name: 'briefwright:how', value: how }] }),
  }
}

function readFacts(root, folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
}
