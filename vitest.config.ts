import { defineConfig } from 'vitest/config'

/** Tests that take seconds each, and why they do. `npm run test:quick` leaves them out. */
const slow = [
  // They start the command as it is shipped, in processes of its own.
  'test/cli/*.test.ts',
  'test/docs/pages.test.ts',
  'test/examples.test.ts',
  'test/report/documents.test.ts',
  // They run batches of the command as it is shipped, and interrupt them.
  'test/batch/batch.test.ts',
  // It builds, checks and verifies a report for each of several regions, again and again.
  'test/build/variants.test.ts',
  // Programs of their own: in other time zones and languages, and git.
  'test/chart/determinism.test.ts',
  'test/render/pptx.test.ts',
  'test/files/open-version.test.ts',
  // They build a report many times: cold beside warm, after each of many saves, with each figure, mark or script changed.
  'test/status-marks.test.ts',
  'test/every-script.test.ts',
  'test/reports/languages.test.ts',
  'test/warm-build.test.ts',
  'test/thousand-saves.test.ts',
  'test/compare/each-figure.test.ts',
  // It reads and checks a report with each of some four hundred misprints.
  'test/trust/mutations.test.ts',
  // They build a large report, and read it back or edit it in dozens of ways.
  'test/trust/verify/*.test.ts',
  'test/build/base/*.test.ts',
  'test/living/corpus.test.ts',
  'test/living/adopt/*.test.ts',
  'test/living/refresh/*.test.ts',
  'test/exchange/exchange.test.ts',
  // They draw each of more than a hundred sample charts, or all of the report's.
  'test/chart/gallery.test.ts',
  'test/chart/native-values.test.ts',
  'test/chart/named/gallery.test.ts',
  'test/report/charts.test.ts',
  'test/render/native-chart/native-deck.test.ts',
  'test/render/pptx/charts/write-charts.test.ts',
  // They set hundreds of texts and documents, each a little longer than the one before.
  'test/layout/fit.test.ts',
  'test/layout/pages/pages.test.ts',
]

/** Tests that need a Valkey server: `npm run test:queue`. */
const queue = ['test/batch/queue/*.test.ts']

/** As `src/command/load-cached.cjs` does: Node 20 spends up to half of a first build on optimizing it, and of the hundredth a tenth. */
const optimizeLate = Number.parseInt(process.versions.node, 10) < 22 ? ['--interrupt-budget=1000000'] : []

export default defineConfig({
  test: {
    // All cores: vitest would leave one to a watch, which on two is half of them.
    maxWorkers: '100%',
    // Some tests run whole processes, on machines that may be busy with others: a limit is for what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Files of one worker share what they import. So a test leaves nothing behind: environment (vi.stubEnv), folders, open servers.
    isolate: false,
    execArgv: optimizeLate,
    projects: [
      { extends: true, test: { name: 'quick', include: ['test/**/*.test.ts'], exclude: [...slow, ...queue] } },
      { extends: true, test: { name: 'slow', include: slow } },
      { extends: true, test: { name: 'queue', include: queue } },
    ],
  },
})
