// tiny-inflate's one function, by Node: inflates raw deflate data into the array given, and returns it.
const { inflateRawSync } = require('node:zlib')

module.exports = (source, target) => {
  target.set(inflateRawSync(source))
  return target
}
