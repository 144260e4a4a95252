// Part of npm run check: holds the imports of src/ to the map of the house, rooms.json beside this file. A room imports those before it;
// an extension imports the core, is imported by nothing but its line in a table (the commands, the functions for programs), and so can be deleted with that line;
// no file needs itself, by whatever way round; no folder holds more files than a reader can keep in mind; no two files export
// one name; and no comment runs beyond its line.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

const here = dirname(fileURLToPath(import.meta.url))
const src = join(here, '../../src')
const { core, extensions, tables, bundled } = JSON.parse(readFileSync(join(here, 'rooms.json'), 'utf8'))

const files = readdirSync(src, { recursive: true }).filter((file) => file.endsWith('.ts'))
const imports = new Map(files.map((file) => [file, importsOf(file)]))
const mostFiles = 16
const mostColumns = 120
/** What a thread runs of each kind of task. */
const sharedNames = ['runTask']
const faults = [...files.flatMap(roomFaults), ...circles(), ...fullFolders(), ...sharedExports(), ...longComments()]
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1

/** The files of src that a file imports, for types too. */
function importsOf(file) {
  const { module } = parseSync(file, readFileSync(join(src, file), 'utf8'))
  const named = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((one) => one.moduleRequest?.value ?? [])),
  ]
  const lazy = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    readFileSync(join(src, file), 'utf8').slice(start + 1, end - 1),
  )
  return [...new Set([...named, ...lazy])]
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('..'))
}

/** The room that a file is in: the longest entry that it lies in. */
function roomOf(file) {
  const inside = [...core, ...extensions, ...tables.map(dirname), bundled].filter(
    (room) => file === room || file.startsWith(`${room}/`),
  )
  return inside.sort((one, other) => other.length - one.length)[0]
}

function roomFaults(file) {
  const room = roomOf(file)
  if (room === undefined) return [`src/${file}: in no room of ${relative(join(src, '..'), here)}/rooms.json`]
  return (imports.get(file) ?? []).flatMap((target) => {
    const other = roomOf(target)
    if (other === undefined || other === room || mayImport(file, room, other)) return []
    return [`src/${file}: ${room} imports ${other} (${target})`]
  })
}

function mayImport(file, room, other) {
  if (extensions.includes(other)) return tables.includes(file)
  const ofTables = tables.map(dirname)
  if (ofTables.includes(room) || room === bundled || extensions.includes(room)) return !ofTables.includes(other)
  return core.indexOf(other) >= 0 && core.indexOf(other) < core.indexOf(room)
}

/** Each set of files that import each other in a circle, once. */
function circles() {
  const open = []
  const done = new Set()
  const found = []
  const visit = (file) => {
    if (done.has(file)) return
    const at = open.indexOf(file)
    if (at >= 0) {
      found.push(`src/${file}: imports itself, by ${open.slice(at + 1).join(', ')}`)
      return
    }
    open.push(file)
    for (const target of imports.get(file) ?? []) visit(target)
    open.pop()
    done.add(file)
  }
  for (const file of files) visit(file)
  return found
}

function fullFolders() {
  const counts = new Map()
  for (const folder of files.map(dirname)) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count > mostFiles)
    .map(([folder, count]) => `src/${folder}: ${count} files directly in it; at most ${mostFiles}: make rooms in it`)
}

/** Each name that several files export as their own: a name has one meaning in the house. */
function sharedExports() {
  const exporters = new Map()
  for (const file of files) {
    const { module } = parseSync(file, readFileSync(join(src, file), 'utf8'))
    const own = module.staticExports.flatMap(({ entries }) => entries.filter((one) => one.moduleRequest === null))
    for (const name of new Set(own.map((one) => one.exportName.name)))
      exporters.set(name, [...(exporters.get(name) ?? []), `src/${file}`])
  }
  return [...exporters].flatMap(([name, [first, ...others]]) =>
    name && others.length > 0 && !sharedNames.includes(name)
      ? [`${first}: exports ${name}, as ${others.join(', ')} does`]
      : [],
  )
}

/** Each comment that runs beyond its line: the formatter breaks none. */
function longComments() {
  return files.flatMap((file) =>
    readFileSync(join(src, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        line.length > mostColumns && /^\s*(\/\/|\/?\*)/.test(line)
          ? [`src/${file}:${index + 1}: a comment of more than ${mostColumns} columns`]
          : [],
      ),
  )
}
