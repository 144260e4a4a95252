// brotli's decompressor, loaded when it is first called.
module.exports = (...args) => require('brotli/decompress.js')(...args)
