// The patterns of a language from beside the bundle, read when its words are first parted: all together they are larger than the code of a build.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { brotliDecompressSync } = require('node:zlib')

exports.readPatterns = (name) =>
  JSON.parse(brotliDecompressSync(readFileSync(join(__dirname, 'hyphenation', `${name}.json.br`))).toString())
