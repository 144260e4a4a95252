// Bundles the command into dist/: `npm run build`, `npm test` and `npm pack` run it. See load-cached.cjs for why there are
// two scripts: the small one parses arguments and says --help at once, the big one holds the stages and their libraries.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { bundledPackages, formatBillOfMaterials, formatNotices } from './bundle/notices.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

/** Not bundled: a native module, WebAssembly and font files; what threads of a pool can do without; and what a queue takes, which its user installs. */
const external = [
  ...['@resvg/resvg-js', '@hyzyla/pdfium', '@expo-google-fonts/*', '@napi-rs/nice'],
  ...['bullmq', 'ioredis', '@aws-sdk/client-s3'],
]

/** Said before the files of pdfjs that unpack. */
const countsUnpacked = `import { countUnpacked } from ${JSON.stringify(join(root, 'src/verify/unpack-limit.ts'))}\n`

const colorProfile = 'sRGB_IEC61966_2_1.icc'
const webpDecoder = 'webp_dec.wasm'

const { build } = await loadEsbuild()
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external,
  write: false,
  metafile: true,
  legalComments: 'none',
  // A script made from cached data cannot import(): bundled imports become requires.
  supported: {
    'dynamic-import': false,
    // esbuild would make each /\p{L}/u anew wherever it is used, since Node's tables of Unicode grow; those of 20 have all that is asked for.
    'regexp-unicode-property-escapes': true,
  },
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
}

/** What is loaded when a command runs: all that the command table imports lazily, the tasks of threads, and the functions for programs. */
const threadTasks = ['src/batch/batch-task.ts', 'src/free-chart/chart-task.ts']
const lazy = new Set(['src/api/api.ts', ...threadTasks])

const command = await build({
  ...shared,
  entryPoints: ['src/command/start.ts'],
  plugins: [stagesApart(), instead({ 'node:child_process': 'src/bundle/no-programs.cjs' })],
})
const stages = await build({
  ...shared,
  stdin: { contents: stagesEntry(), resolveDir: root, sourcefile: 'stages.cjs' },
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [
    pixelCanvas(),
    instead({
      // It awaits import('canvas') at its top level, which a CommonJS bundle cannot; its browser build looks for no native canvas.
      'vega-canvas': 'node_modules/vega-canvas/build/vega-canvas.browser.js',
      // Its main file requires its parts in a way that no bundler sees.
      'jsonc-parser': 'node_modules/jsonc-parser/lib/esm/main.js',
      // Node has the same, ten times as fast: tables of Unicode are inflated at each start.
      'tiny-inflate': 'src/bundle/tiny-inflate.cjs',
      // For WOFF2 fonts and encrypted PDFs alone.
      'brotli/decompress.js': 'src/bundle/brotli-decompress.cjs',
      '\\.\\./locales/index\\.js': 'src/bundle/zod-locales.cjs',
      '\\./read-patterns\\.ts': 'src/bundle/read-patterns.cjs',
      '@noble/ciphers/aes': 'src/bundle/ciphers-aes.cjs',
      'node:child_process': 'src/bundle/child-process.cjs',
    }),
    pdfReaderApart(),
    changed(/fontkit\/dist\/module\.mjs$/, fontReaderChanges()),
  ],
})
// pdfjs is half as large as all else together, and only verify reads PDFs.
const pdfReader = await build({
  ...shared,
  entryPoints: ['src/verify/read-pdf.ts'],
  plugins: [changed(/pdfjs-dist\/legacy\/build\/pdf(\.worker)?\.mjs$/, pdfReaderChanges(), countsUnpacked)],
  minifySyntax: true,
  minifyWhitespace: true,
})
// A thread starts from a file of its own.
const rasterizer = await build({
  ...shared,
  entryPoints: ['src/chart/draw/pictures/rasterize-worker.cjs'],
  minifySyntax: true,
  minifyWhitespace: true,
})
// A pool starts its threads from this file beside its own.
const poolWorker = await build({ ...shared, entryPoints: ['node_modules/piscina/dist/worker.js'], minifySyntax: true })
writeDist()
warmUp()

/** Without development dependencies (`npm ci --omit=dev`) there is nothing to bundle with, and a bundle that is there stays. */
async function loadEsbuild() {
  try {
    return await import('esbuild')
  } catch {
    console.error('esbuild is not installed: dist/ is left as it is')
    process.exit(0)
  }
}

/** What a command imports when it runs comes from the stages, by way of their loader. */
function stagesApart() {
  return {
    name: 'stages-apart',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
        kind === 'dynamic-import' ? { path: relative(root, join(resolveDir, path)), namespace: 'stage' } : undefined,
      )
      onResolve({ filter: /^\.\/stages\.cjs$/ }, ({ path }) => ({ path, external: true }))
      onLoad({ filter: /./, namespace: 'stage' }, ({ path }) => {
        const name = path.replaceAll('\\', '/')
        lazy.add(name)
        return { contents: `module.exports = require('./stages.cjs')[${JSON.stringify(name)}]` }
      })
    },
  }
}

/** The stages by the names of their files, each set up when it is asked for: a build does not wait for the spreadsheets of an import. */
function stagesEntry() {
  const getters = [...lazy].sort().map((name) => `get '${name}'() { return require('./${name}') }`)
  return `module.exports = { ${getters.join(', ')} }`
}

/** Bundles other files instead of some modules, which those files themselves may still require. */
function instead(replacements) {
  return {
    name: 'instead',
    setup: ({ onResolve }) => {
      for (const [name, path] of Object.entries(replacements)) {
        onResolve({ filter: new RegExp(`^${name}$`) }, ({ importer }) =>
          importer === join(root, path) ? undefined : { path: join(root, path) },
        )
      }
    },
  }
}

/** Transforms that compute with pixels have a canvas of ours; all else of Vega finds none, as without a native one. */
function pixelCanvas() {
  return {
    name: 'pixel-canvas',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^vega-canvas$/ }, ({ importer }) =>
        /vega-(geo|label|wordcloud)/.test(importer) ? { path: join(root, 'src/bundle/vega-canvas.ts') } : undefined,
      ),
  }
}

/** Changes of pdfjs, by file. It asks for a native canvas as it is loaded, though nothing is drawn, and warns on standard output where there is none; and it unpacks without a limit. */
function pdfReaderChanges() {
  return {
    'pdf.mjs': { 'canvas = require("@napi-rs/canvas")': 'canvas = undefined' },
    'pdf.worker.mjs': {
      'const buffer2 = new Uint8Array(size);':
        'countUnpacked(requested, size - buffer.byteLength);\n    const buffer2 = new Uint8Array(size);',
      'totalLength += chunk.byteLength;':
        'totalLength += chunk.byteLength;\n        countUnpacked(totalLength, chunk.byteLength);',
    },
  }
}

/**
 * Changes of fontkit, by file: the same glyphs at the same places, in less time. It has words without marks laid out by taking features out of objects, which
 * makes these slow to go through, glyph by glyph; it looks for a glyph's class through all ranges, and for a script's features, each time; and it reads
 * a glyph's outline to say how wide it is and to copy it.
 */
function fontReaderChanges() {
  const plainShaper = '$649970d87335b30f$export$2e2bcd8739ae039'
  const classOf = '(0, $a83b9c36aaa94fd3$export$2e2bcd8739ae039).prototype.getClassID(id, GDEF.glyphClassDef)'
  return {
    'module.mjs': {
      'for (let glyph of glyphs)for(let feature in this.globalFeatures)glyph.features[feature] = true;':
        'for (let glyph of glyphs) Object.assign(glyph.features, this.globalFeatures);',
      'for (let feature of features)if (this.allFeatures[feature] == null) {':
        'for (let feature of features)if (this.allFeatures[feature] == null && this.without?.[feature] !== false) {',
      'this.shaper.plan(this.plan, this.glyphInfos, glyphRun.features);': `const plans = (this.plans ??= new Map());
        const asked = [script, glyphRun.direction, JSON.stringify(glyphRun.features)].join();
        const known = this.shaper === ${plainShaper} ? plans.get(asked) : undefined;
        if (known) {
          this.plan = known;
          known.assignGlobalFeatures(this.glyphInfos);
          this.shaper.assignFeatures(known, this.glyphInfos);
        } else {
          this.plan.without = glyphRun.features;
          this.shaper.plan(this.plan, this.glyphInfos, glyphRun.features);
          plans.set(asked, this.plan);
        }`,
      'let lookups = this.lookupsForFeatures(userFeatures);\n        this.applyLookups(lookups, glyphs, advances);': `
        const kept = (this.kept ??= new WeakMap()), known = kept.get(userFeatures);
        const lookups = known?.features === this.features ? known.lookups : this.lookupsForFeatures(userFeatures);
        if (lookups !== known?.lookups) kept.set(userFeatures, { features: this.features, lookups });
        this.applyLookups(lookups, glyphs, advances);`,
      'for(let key in this.plan.allFeatures)glyphRun.features[key] = true;': '',
      'if (!language || language !== this.languageTag)': 'if (changed || (language ?? null) !== this.languageTag)',
      [`let classID = ${classOf};`]: `const classes = (GDEF.knownClasses ??= new Map()); let classID = classes.get(id);
        if (classID === undefined) classes.set(id, classID = ${classOf});`,
      // What is as high as a line of text: for text that runs down, of which there is none.
      "if (typeof cbox === 'undefined' || cbox === null) ({ cbox: cbox } = this);": 'cbox ??= { maxY: 0 };',
      'let glyf = glyph._decode();': 'let glyf = glyph._decode(!this.font._variationProcessor);',
      '    _decode() {\n        let glyfPos': '    _decode(isHead) {\n        let glyfPos',
      'if (glyph.numberOfContours > 0) this._decodeSimple':
        'if (glyph.numberOfContours > 0 && !isHead) this._decodeSimple',
    },
  }
}

/** Bundles the files of a library with some of their text changed, each of which must be there. */
function changed(files, changes, before = '') {
  return {
    name: 'changed',
    setup: ({ onLoad }) =>
      onLoad({ filter: files }, ({ path }) => {
        let contents = readFileSync(path, 'utf8')
        for (const [own, ours] of Object.entries(changes[basename(path)])) {
          if (!contents.includes(own)) throw new Error(`${basename(path)} no longer says: ${own}`)
          contents = contents.replaceAll(own, () => ours)
        }
        return { contents: before + contents }
      }),
  }
}

function pdfReaderApart() {
  return {
    name: 'pdf-reader-apart',
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/read-pdf\.ts$/ }, () => ({ path: './read-pdf.cjs', external: true })),
  }
}

/** What threads of a pool run, by the names of their files: they load the stages when the first task comes. */
function tasks() {
  const functions = threadTasks.map(
    (name) => `${JSON.stringify(name)}: (task) => require('./stages.cjs')[${JSON.stringify(name)}].runTask(task)`,
  )
  return `module.exports = { ${functions.join(', ')} }\n`
}

function writeDist() {
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist)
  const stagesText = toAscii(stages.outputFiles[0].text)
  const hash = createHash('sha256').update(stagesText).digest('hex').slice(0, 16)
  const write = (name, text) => writeFileSync(join(dist, name), text)
  // The package is of ES modules; these are not.
  write('package.json', '{ "type": "commonjs" }\n')
  write('briefwright.cjs', `#!/usr/bin/env node\n${versionCheck()}\n${command.outputFiles[0].text}`)
  chmodSync(join(dist, 'briefwright.cjs'), 0o755)
  write('stages.cjs', readFileSync(join(root, 'src/command/load-cached.cjs'), 'utf8').replace('BUNDLE_HASH', hash))
  write(`stages-${hash}.js`, stagesText)
  write('index.mjs', formatIndex(hash))
  cpSync(join(root, 'src/api/index.d.mts'), join(dist, 'index.d.mts'))
  write('read-pdf.cjs', pdfReader.outputFiles[0].text)
  write('worker.js', poolWorker.outputFiles[0].text)
  write('tasks.cjs', tasks())
  write('rasterize-worker.cjs', rasterizer.outputFiles[0].text)
  // pdfkit reads the colour profile of PDF/A from beside its own code.
  cpSync(join(root, 'node_modules/pdfkit/js/data', colorProfile), join(dist, 'data', colorProfile))
  // libwebp, which the stages read when they meet a picture of its kind.
  cpSync(join(root, 'node_modules/@jsquash/webp/codec/dec', webpDecoder), join(dist, 'data', webpDecoder))
  for (const grammar of ['vega', 'vega-lite']) write(`data/${grammar}-schema.json`, formatSchema(grammar))
  writeHyphenation()
  const packages = bundledPackages([command, stages, pdfReader, rasterizer, poolWorker].map(({ metafile }) => metafile))
  write('THIRD-PARTY-NOTICES.txt', formatNotices(root, packages))
  write('bom.json', formatBillOfMaterials(root, packages))
}

/** What a program imports as `briefwright`: the stages as they are, without the loader, which sets V8 up for the command. */
function formatIndex(hash) {
  return `import stages from './stages-${hash}.js'\n\nexport const { build, renderChart, verify } = stages['src/api/api.ts']\n`
}

/** Says which Node is needed before anything runs that an older one lacks. In the words of any Node. */
function versionCheck() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [major, minor] = /(\d+)\.(\d+)/.exec(engines.node).slice(1).map(Number)
  return `(function () {
  var own = process.versions.node.split('.').map(Number)
  if (own[0] > ${major} || (own[0] === ${major} && own[1] >= ${minor})) return
  process.stderr.write('error: Node ' + process.versions.node + ' is too old for briefwright: it needs Node ${major}.${minor} or later\\n')
  process.exit(2)
})()`
}

/** A file for the patterns of each language, read when its words are parted. */
function writeHyphenation() {
  const names = JSON.parse(readFileSync(join(root, 'src/layout/text/hyphenation-patterns.json'), 'utf8'))
  const require = createRequire(import.meta.url)
  // A tenth of the time of the best, for a tenth more bytes.
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  mkdirSync(join(dist, 'hyphenation'))
  for (const name of new Set(Object.values(names))) {
    const patterns = JSON.stringify(require(`hyphen/patterns/${name}.js`))
    writeFileSync(join(dist, `hyphenation/${name}.json.br`), brotliCompressSync(patterns, quick))
  }
}

/** A grammar's JSON Schema without its documentation, which is most of it. */
function formatSchema(grammar) {
  const text = readFileSync(join(root, `node_modules/${grammar}/build/${grammar}-schema.json`), 'utf8')
  const isWords = (name, value) => ['description', 'title', 'default'].includes(name) && typeof value !== 'object'
  return JSON.stringify(JSON.parse(text, (name, value) => (isWords(name, value) ? undefined : value)))
}

/** The loader reads the bundle as Latin-1, which is faster; esbuild writes escapes in texts, but leaves regular expressions as they are. */
function toAscii(script) {
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A first build, of the repository's own report, so that the code cache of this Node is there with all that a report may need. The package is shipped without one. */
function warmUp() {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
  try {
    const run = (...args) =>
      execFileSync(process.execPath, [join(dist, 'briefwright.cjs'), ...args], { stdio: 'pipe', timeout: 60_000 })
    run('build', root, '--out', folder)
  } catch (error) {
    // The bundle is right without it, and its tests say more than a failed install could.
    console.error(`no code cache made: ${error.stderr ?? error.message}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
