// brotli's decompressor (of WOFF2 fonts), by Node: its own carries a megabyte of dictionary.
const { brotliDecompressSync } = require('node:zlib')

module.exports = (bytes) => new Uint8Array(brotliDecompressSync(bytes))
