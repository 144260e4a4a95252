// Runs inputs one after the other in a process that can be killed: the command as it is bundled, without a new process for each.
import { createRequire } from 'node:module'

const { main } = createRequire(import.meta.url)(process.argv[2])

process.on('message', async ({ folder, args, environment }) => {
  let said = ''
  const stream = {
    write: (text) => {
      said += String(text)
    },
  }
  let code
  const own = { ...process.env }
  Object.assign(process.env, environment)
  try {
    process.chdir(folder)
    code = await main(args, { stdout: stream, stderr: stream, environment })
  } catch (error) {
    said += `\nthrown: ${error?.stack ?? error}`
  }
  process.env = own
  process.send({ code, said, memory: process.resourceUsage().maxRSS / 1024 })
})
