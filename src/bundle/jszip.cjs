// As much of jszip as pptxgenjs asks for, by fflate: what it packs is read again at once, and jszip is slow at it.
const { strToU8, zipSync } = require('fflate')

module.exports = class Zip {
  constructor(path = '', files = {}) {
    this.path = path
    this.files = files
  }

  folder(name) {
    return new Zip(`${this.path}${name}/`, this.files)
  }

  file(name, content, { base64 = false } = {}) {
    const bytes = typeof content === 'string' ? strToU8(content) : content
    this.files[this.path + name] = base64 ? Buffer.from(content, 'base64') : bytes
    return this
  }

  async generateAsync({ type }) {
    const bytes = zipSync(this.files, { level: 0 })
    return type === 'base64' ? Buffer.from(bytes).toString('base64') : bytes
  }
}
