import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that take seconds each, and why they do. `npm run test:quick`, half a minute on two cores, leaves them out. */
const slow = [
  // They run the command, most as it is shipped, in processes of its own.
  'test/cli/*.test.ts',
  'test/docs/pages.test.ts',
  'test/examples.test.ts',
  'test/report/documents.test.ts',
  // They run batches of the command as it is shipped, and interrupt them.
  'test/batch/*.test.ts',
  // Programs of their own: git, and the compiler on a copy of the house.
  'test/files/open-version.test.ts',
  'test/rooms/*.test.ts',
  // They build a report many times: cold beside warm, after each of many saves, with each figure, mark, caption or script changed.
  'test/status-marks.test.ts',
  'test/every-script.test.ts',
  'test/reports/*.test.ts',
  'test/warm-build.test.ts',
  'test/many-saves.test.ts',
  'test/build/*.test.ts',
  'test/feeds/*.test.ts',
  'test/preview/*.test.ts',
  'test/compare/each-figure.test.ts',
  'test/edition/*.test.ts',
  'test/trust/heads/*.test.ts',
  'test/trust/charts/*.test.ts',
  'test/trust/evidence/draft/*.test.ts',
  // They read and check a report with each of some hundred faults, misprints or sentences.
  'test/dataset/faults.test.ts',
  'test/dataset/check/published-errors.test.ts',
  'test/dataset/check/plausible/real.test.ts',
  'test/fuzz/*.test.ts',
  'test/trust/mutations.test.ts',
  'test/trust/words/{constructs,corpus,other-figures}.test.ts',
  // They build a large report, and read it back or edit it in dozens of ways.
  'test/trust/verify/*.test.ts',
  'test/build/base/*.test.ts',
  'test/living/corpus.test.ts',
  'test/living/adopt/*.test.ts',
  'test/living/refresh/*.test.ts',
  'test/exchange/*.test.ts',
  'test/reference/reference.test.ts',
  'test/render/pptx/lint/*.test.ts',
  // They draw each of more than a hundred sample charts, all of the report's, or some that never end.
  'test/chart/*.test.ts',
  'test/chart/named/*.test.ts',
  'test/chart/shown/*.test.ts',
  'test/report/charts.test.ts',
  'test/render/native-chart/native-deck.test.ts',
  'test/render/pptx/charts/write-charts.test.ts',
  // They lay out and render whole documents, some hundreds of them, each a little longer than the one before.
  'test/document/split-markdown.test.ts',
  'test/graphics/canvas/pdf-canvas.test.ts',
  'test/layout/*.test.ts',
  'test/layout/{pages,slides}/*.test.ts',
  'test/render/*.test.ts',
  'test/theme/font-fault.test.ts',
]

/** They take longest: begun last, one of them would go on alone on one core. */
const longest = [
  'compare/each-figure.test.ts',
  'docs/pages.test.ts',
  'warm-build.test.ts',
  'trust/mutations.test.ts',
  'many-saves.test.ts',
  'living/corpus.test.ts',
  'cli/chart.test.ts',
  'trust/words/corpus.test.ts',
].map((name) => `/test/${name}`)

/** By size, which is all that a fresh clone knows of them, but for those. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification) =>
      project.name === 'slow' ? (longest.some((name) => moduleId.endsWith(name)) ? 1 : 2) : 0
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}

/** Tests that need a Valkey server: `npm run test:queue`. */
const queue = ['test/batch/queue/*.test.ts']

/** As `src/command/load-cached.cjs` does: Node 20 spends up to half of a first build on optimizing it, and of the hundredth a tenth. */
const optimizeLate = Number.parseInt(process.versions.node, 10) < 22 ? ['--interrupt-budget=1000000'] : []

/** Of this house, and no file of tests. */
const ours = new RegExp(
  `^${fileURLToPath(new URL('.', import.meta.url)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:src|test)/.*(?<!\\.test)\\.ts$`,
)

export default defineConfig({
  test: {
    // All cores: vitest would leave one to a watch, which on two is half of them.
    maxWorkers: '100%',
    // Some tests run whole processes, on machines that may be busy with others: a limit is for what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Files of one worker share what they import. So a test leaves nothing behind: environment (vi.stubEnv), folders, open servers.
    isolate: false,
    // Node loads what is tested, and what tests share: through vite's own loader each call of an imported function goes by way of an object, which
    // takes half as long again. For one run, not a watch: vite does not know these files.
    server: { deps: { external: [ours] } },
    execArgv: [...optimizeLate, `--import=${new URL('test/load-typescript.mjs', import.meta.url)}`],
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'quick', include: ['test/**/*.test.ts'], exclude: [...slow, ...queue] } },
      { extends: true, test: { name: 'slow', include: slow } },
      { extends: true, test: { name: 'queue', include: queue } },
    ],
  },
})
