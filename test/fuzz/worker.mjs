// Runs inputs one after the other in a process that can be killed: the command as it is bundled, without a new process for each.
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'

const { main } = createRequire(import.meta.url)(process.argv[2])

// What fails after the command has ended would end the process.
let late = ''
process.on('uncaughtException', (error) => {
  late += `\nthrown where nobody waits for it, by this input or the one before: ${error?.stack ?? error}`
})

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
  // The command sets V8 up for one run; here functions stay hot.
  setFlagsFromString('--interrupt-budget=67584')
  await new Promise((resolve) => setTimeout(resolve, 1))
  said += late
  late = ''
  process.send({ code, said, memory: process.resourceUsage().maxRSS / 1024 })
})
