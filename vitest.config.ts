import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // All cores: vitest would leave one to a watch, which on two is half of them.
    maxWorkers: '100%',
    // Some tests run whole processes, on machines that may be busy with others: a limit is for what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
