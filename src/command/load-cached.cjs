// Loads the stages from the one big bundle beside this file, with V8's code cache where there is a good one: compiling is a
// fifth of a build. The cache is made for the Node that runs, after its first build, and is never trusted blindly: its name
// holds the bundle's hash (V8 itself compares lengths only) and Node's version, a checksum guards its bytes, and V8 rejects
// what was made with other flags. Where it cannot be written, builds are as right, and a little slower.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const v8 = require('node:v8')
const vm = require('node:vm')
const zlib = require('node:zlib')

const bundle = path.join(__dirname, 'stages-BUNDLE_HASH.js')
const cache = `${bundle}.${process.version}-${process.arch}.cache`

// V8 rejects a cache that was made with other flags, so these go before it.
optimizeLate(true)
const cachedData = readCache()
const script = new vm.Script(
  `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(bundle, 'latin1')}\n})`,
  {
    filename: bundle,
    cachedData,
  },
)
if (!cachedData || script.cachedDataRejected) process.once('exit', writeCache)
if (process.argv.includes('--watch') || ['batch', 'worker'].includes(process.argv[2])) optimizeLate(false)
Object.defineProperty(Array.prototype, 'flatMap', { value: flatMap, writable: true, configurable: true })
script.runInThisContext()(module.exports, require, module, bundle, __dirname)

/**
 * A build is over before its hot functions are worth optimizing: on both cores, Node 20 spent a third of all its time at that,
 * having no quick optimizer as its successors have. The numbers are bytes of bytecode run; the smaller is the default.
 */
function optimizeLate(late) {
  if (Number.parseInt(process.versions.node, 10) < 22) {
    v8.setFlagsFromString(`--interrupt-budget=${late ? 1_000_000 : 67_584}`)
  }
}

/** As the language defines it. V8 goes through its runtime for each element of the result: of two hundred thousand in a build, a thirtieth of its instructions. */
function flatMap(map, self) {
  const result = []
  const { length } = this
  for (let index = 0; index < length; index++) {
    const item = this[index]
    if (item === undefined && !(index in this)) continue
    const made = map.call(self, item, index, this)
    if (!Array.isArray(made)) result.push(made)
    else for (let at = 0; at < made.length; at++) if (made[at] !== undefined || at in made) result.push(made[at])
  }
  return result
}

function readCache() {
  try {
    const bytes = fs.readFileSync(cache)
    const data = bytes.subarray(4)
    return bytes.readUInt32LE(0) === zlib.crc32(data) ? data : undefined
  } catch {
    return undefined
  }
}

/** After a good build, when the functions that it needs have been compiled. */
function writeCache(exitCode) {
  if (exitCode !== 0 || process.argv[2] !== 'build') return
  const temporary = `${cache}.${process.pid}`
  try {
    optimizeLate(true)
    const data = script.createCachedData()
    const checksum = Buffer.alloc(4)
    checksum.writeUInt32LE(zlib.crc32(data))
    fs.writeFileSync(temporary, Buffer.concat([checksum, data]))
    fs.renameSync(temporary, cache)
  } catch {
    fs.rmSync(temporary, { force: true })
  }
}
