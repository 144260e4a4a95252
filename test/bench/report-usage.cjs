// node --require: leaves the process's peak memory in kilobytes, and its milliseconds of CPU, as JSON in the file that USAGE_FILE names.
process.on('exit', () => {
  if (!require('node:worker_threads').isMainThread) return
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const usage = { kilobytes: maxRSS, cpu: (userCPUTime + systemCPUTime) / 1000 }
  require('node:fs').writeFileSync(process.env.USAGE_FILE, JSON.stringify(usage))
})
