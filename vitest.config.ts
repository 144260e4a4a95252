import { defineConfig } from 'vitest/config'

// Some tests run whole processes, on machines that may be busy with others: a limit is for what hangs.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } })
