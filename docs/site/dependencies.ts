import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Why a package is here, who keeps it up, and what was tried or weighed in its place. */
interface Note {
  why: string
  keptBy: string
  instead: string
}

const note = (why: string, keptBy: string, instead: string): Note => ({ why, keptBy, instead })

/** A note for each dependency of package.json. */
export const dependencyNotes: Readonly<Record<string, Note>> = {
  '@expo-google-fonts/arimo': note(
    'The font that documents are set in where a report names none: as wide as Arial, letter by letter.',
    'Expo, from Google Fonts',
    'Liberation Sans: the same outlines, in no npm package that is kept up',
  ),
  '@expo-google-fonts/caladea': note(
    'The font of the theme for print: a serif as wide as Cambria, letter by letter, with figures of one height.',
    'Expo, from Google Fonts',
    'Gelasio, as wide as Georgia: its figures stand at several heights, which tables cannot have',
  ),
  '@hyzyla/pdfium': note(
    'Draws pages of finished PDFs as pictures, by the reader that Chrome has.',
    'one author; PDFium itself is Google’s',
    'pdf.js needs a canvas, which needs a program for each kind of machine',
  ),
  '@resvg/resvg-js': note(
    'Draws charts and slides as PNG: the picture beside an SVG in PowerPoint, --to png.',
    'yisibl; resvg is the Linebender project’s',
    'sharp is far larger, and draws text with the machine’s fonts',
  ),
  '@jsquash/webp': note(
    'Reads WebP pictures: libwebp, compiled to WebAssembly.',
    'Jamie Sinclair; libwebp is Google’s',
    '@cwasm/webp holds a libwebp of 2019; @napi-rs/image and sharp bring a large program for each kind of machine',
  ),
  '@aws-sdk/client-s3': note(
    'Brings documents of a queue’s workers to a bucket.',
    'Amazon',
    'signing requests by hand; smaller clients check no sums',
  ),
  '@biomejs/biome': note(
    'Formats and lints, in seconds.',
    'the Biome project',
    'ESLint with Prettier: two tools, a minute',
  ),
  '@expo-google-fonts/noto-emoji': note('Tests of emoji.', 'Expo, from Google Fonts', 'none'),
  '@expo-google-fonts/noto-sans-arabic': note('Tests of text from right to left.', 'Expo, from Google Fonts', 'none'),
  '@expo-google-fonts/noto-sans-sc': note(
    'The first report’s Chinese edition, and tests.',
    'Expo, from Google Fonts',
    'Debian’s Noto .ttc: a collection, slower to open',
  ),
  '@xmldom/xmldom': note(
    'The second reader that tests hold ours of XML against.',
    'the xmldom organisation',
    'fast-xml-parser loses the order of mixed content',
  ),
  ajv: note('The second opinion on schemas of Vega-Lite, in tests.', 'the Ajv project', 'none: it is the reference'),
  'bidi-js': note(
    'The order of text that runs from right to left (UAX #9).',
    'lojjic',
    'writing it: 200 rules, and Unicode’s test file',
  ),
  bullmq: note(
    'The queue of batch --queue and worker: retries, takeover, priorities, rates.',
    'Taskforce.sh',
    'a queue of our own; pg-boss wants a database, SQS and Pub/Sub one company',
  ),
  chokidar: note(
    'Watches files on every system alike, for --watch and the preview.',
    'paulmillr',
    'fs.watch alone: events twice, or never, by system',
  ),
  commander: note('Reads command lines.', 'tj and others', 'node:util parseArgs: no help, no suggestions'),
  'decimal.js': note('Exact decimals of any length.', 'MikeMcl', 'BigInt with a scale: roots and powers are missing'),
  diff: note(
    'Differences of two sequences, for diff and verify.',
    'kpdecker and others',
    'writing Myers’ algorithm again',
  ),
  esbuild: note('Bundles the command.', 'evanw', 'rollup: slower, and no CommonJS without a plug-in'),
  'fastest-levenshtein': note('The nearest name to a mistyped one.', 'ka-weihe; finished', 'ten lines by hand, slower'),
  fflate: note(
    'Unpacks git’s archives; the second zip that tests hold ours against. Our own writer (src/opc/) makes the same bytes each time, and refuses bombs.',
    '101arrowz; finished',
    'JSZip: slower, and dates of its own',
  ),
  fontkit: note(
    'Opens fonts, shapes and measures text, makes subsets; pdfkit has it anyway.',
    'foliojs; little is released',
    'opentype.js lacks shaping; HarfBuzz in WebAssembly pdfkit cannot use',
  ),
  handlebars: note(
    'Parses templates. Our interpreter runs them: its own prints nothing for an unknown name.',
    'the Handlebars project; finished',
    'Liquid, Nunjucks: no place of a name in the tree',
  ),
  hucre: note(
    'Workbooks of import and export, with styles and protected cells. No build loads it, and every cell that it reads is read again by our dataset’s reader, so that its faults cannot pass a check.',
    'one company, young',
    'ExcelJS: no release for years, 20 MB; SheetJS: not on npm any more; writing it on src/opc/ is what we would do if it were given up',
  ),
  hyphen: note('Patterns by which words are parted, 44 languages.', 'ytiurin, from TeX’s', 'Hypher: fewer languages'),
  ioredis: note('The connection of the queue to Valkey or Redis.', 'Redis', 'node-redis: BullMQ was made on ioredis'),
  'jsonc-parser': note('Reads specs with the place of each value.', 'Microsoft', 'JSON.parse knows no places'),
  knip: note('Finds unused code.', 'webpro', 'ts-prune: given up'),
  linebreak: note('Where a line may end (UAX #14).', 'foliojs', 'Intl.Segmenter finds words, not line ends'),
  'mdast-util-directive': note('Blocks of templates as a tree.', 'unified', 'markdown-it has no tree with places'),
  'mdast-util-from-markdown': note('Markdown as a tree with places.', 'unified', 'markdown-it has no tree with places'),
  'mdast-util-gfm-footnote': note('Footnotes.', 'unified', 'as above'),
  'mdast-util-gfm-table': note('Tables.', 'unified', 'as above'),
  'micromark-extension-cjk-friendly': note(
    'Emphasis that touches Chinese punctuation.',
    'tats-u',
    'a rule of our own in the tokenizer',
  ),
  'micromark-extension-directive': note('Blocks of templates.', 'unified', 'as above'),
  'micromark-extension-gfm-footnote': note('Footnotes.', 'unified', 'as above'),
  'micromark-extension-gfm-table': note('Tables.', 'unified', 'as above'),
  'micromark-util-types': note('Types of the above.', 'unified', 'none'),
  'oxc-parser': note(
    'Reads our own imports, to hold them to the map of the rooms.',
    'the Oxc project',
    'dependency-cruiser: a tool and a configuration more',
  ),
  'pdfjs-dist': note(
    'The reader of verify: texts, structure and alternative texts of finished PDFs. PDFium, the other reader, draws them, and knows no structure tree in JavaScript.',
    'Mozilla',
    'PDFium alone: no structure tree',
  ),
  pdfkit: note(
    'Writes PDF: tagged, archival, with embedded fonts.',
    'foliojs and others',
    'pdf-lib: no tagged PDF, no release for years',
  ),
  piscina: note(
    'A pool of threads for batches.',
    'the Piscina project',
    'node:worker_threads by hand: queue, limits and errors',
  ),
  pngjs: note(
    'Reads and writes PNG.',
    'pngjs; finished',
    'fast-png: slower, and leaves palettes and 16 bits to its caller',
  ),
  pptxgenjs: note(
    'Makes decks that others would, for tests of --reference and verify.',
    'gitbrent',
    'see the note on it',
  ),
  stemmer: note('Stems of English words, for words that are held to figures.', 'wooorm; finished', 'none needed'),
  typescript: note('Checks types; nothing is emitted.', 'Microsoft', 'none'),
  vega: note(
    'Runs charts.',
    'the Vega project',
    'Observable Plot: no JSON specs; ECharts: no grammar that can be read',
  ),
  'vega-lite': note('Compiles specs. 6.4, as 6.5 wants Node 22.', 'the Vega project', 'as above'),
  vitest: note('Runs tests.', 'the Vitest project', 'node:test: no workers that share imports'),
  yaml: note('Reads what is not plain YAML, and writes into it in place.', 'eemeli', 'js-yaml: no places, no comments'),
  zod: note(
    'Holds files to their schemas, and prints these for editors.',
    'colinhacks',
    'Ajv: errors that name no branch',
  ),
}

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  peerDependencies: z.record(z.string(), z.string()),
})
const lock = z.object({ packages: z.record(z.string(), z.object({ license: z.string().optional() })) })

/** The rows of the table: each dependency with what its own package says, types of others left out. */
export function dependencyRows(): string[] {
  const own = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const { packages } = lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const names = Object.keys({ ...own.dependencies, ...own.devDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  )
  return names.map((name) => {
    const found = dependencyNotes[name]
    if (!found) throw new Error(`no note on ${name}: docs/site/dependencies.ts`)
    const license = packages[`node_modules/${name}`]?.license ?? 'in its text'
    const how = own.dependencies[name]
      ? 'installed'
      : own.peerDependencies[name]
        ? byUser
        : 'bundled, or for development'
    return `| \`${name}\` | ${found.why} | ${found.keptBy} | ${license} | ${how} | ${found.instead} |`
  })
}

const byUser = 'by who uses a queue'
