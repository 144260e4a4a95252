import { resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import { readBuildDate } from '../build/build-date.ts'
import type { CommandSetting } from '../console/command-setting.ts'
import { languageOption, parseFormats } from '../console/options.ts'
import { hasErrors, plainError } from '../diagnostic.ts'
import { statPath } from '../files/read-file.ts'
import { writeNew } from '../files/write-new.ts'
import {
  type ChartFormat,
  type ChartOrder,
  chartFileFormats,
  folderOfTheme,
  Misuse,
  planTargets,
} from './chart-order.ts'

interface ChartFlags {
  output?: string[]
  to?: ChartFormat[]
  base?: string
  theme: string | boolean
  width?: number
  height?: number
  scale: number
  language?: string
  timeout: number
  memory: number
  eject?: true
}

/** What the file says that it was made where nobody says otherwise: the earliest date that a .pptx can hold. */
const noDate = new Date('1980-01-01T00:00:00Z')

/** Adds the command that draws any spec of Vega-Lite or Vega, without a report. */
export function addChartCommand({ command, log, finish, stdout, environment }: CommandSetting): void {
  command('chart <SPECS...>', 'draw Vega-Lite or Vega specs as PDF, SVG, PNG or PowerPoint; - is the standard input', [
    ['chart plot.vl.json -o plot.pdf', 'one chart, of any Vega-Lite spec'],
    ['chart charts/*.vl.json -o pictures/ --to svg,png', 'many, in two formats'],
  ])
    .option(
      '-o, --output <OUT>',
      'a file, a folder, or - for the standard output; may be given again (default: -)',
      (output: string, before: string[] = []) => [...before, output],
    )
    .option(
      '--to <FORMATS>',
      `what to draw: ${chartFileFormats.join(', ')}, separated by commas`,
      parseFormats(chartFileFormats),
    )
    .option('-b, --base <DIR>', "the folder of data files (default: the spec's own)")
    .option('--theme <FILE>', "fonts and colours, as a report's templates/theme.yaml")
    .option('--no-theme', "Vega's own look")
    .option('--width <N>', "points, in place of the spec's", parseAmount)
    .option('--height <N>', "points, in place of the spec's", parseAmount)
    .option('--scale <N>', 'pixels a point, of PNG', parseAmount, 1)
    .addOption(languageOption("its language (default: the report's, else en)"))
    .option('--timeout <SECONDS>', 'stop a spec that takes longer', parseAmount, 60)
    .option('--memory <MB>', 'stop a spec that needs more', parseAmount, 2048)
    .option('--eject', 'write the spec of a chart by name, such as ranking list="branches", of the report in --base')
    .action(async (specs: string[], flags: ChartFlags) => {
      if (flags.eject) {
        finish(await eject(specs, flags, { log, stdout }))
        return
      }
      const order = toOrder(specs, flags, environment)
      if (typeof order === 'string') {
        log.diagnostic(plainError(order, { hint: 'briefwright chart --help lists what it takes' }))
        finish(2)
        return
      }
      // Dates without a time zone are the same everywhere. Threads that start later have it too.
      environment.TZ = 'UTC'
      const { runCharts } = await import('./run-charts.ts')
      const bytes = await runCharts(order, { timeout: flags.timeout, memory: flags.memory }, log)
      if (bytes && bytes.length > 0) stdout.write(bytes)
      finish(bytes ? 0 : 1)
    })
}

/** Writes the spec of a chart by name to the standard output or a file; the exit code. */
async function eject(
  specs: readonly string[],
  flags: ChartFlags,
  { log, stdout }: Pick<CommandSetting, 'log' | 'stdout'>,
): Promise<number> {
  const [address = '', ...more] = specs
  const [output, ...others] = flags.output ?? []
  if (more.length > 0 || others.length > 0) {
    const hint = 'put the name and its options in quotes: --eject \'ranking list="branches"\''
    log.diagnostic(plainError('--eject takes one chart and one file', { hint }))
    return 2
  }
  const { ejectChart } = await import('./eject-chart.ts')
  const { value, diagnostics } = ejectChart(address, resolve(flags.base ?? '.'), flags.language)
  const unwritten = value !== undefined && output !== undefined && output !== '-' ? writeNew(output, value) : []
  for (const diagnostic of [...diagnostics, ...unwritten]) log.diagnostic(diagnostic)
  if (value === undefined || hasErrors(unwritten)) return 1
  if (output === undefined || output === '-') stdout.write(value)
  return 0
}

/** The order, or what is wrong with the arguments. */
function toOrder(specs: readonly string[], flags: ChartFlags, environment: NodeJS.ProcessEnv): ChartOrder | string {
  const { value: date, diagnostics } = readBuildDate(environment)
  if (diagnostics[0]) return diagnostics[0].message
  try {
    const theme = typeof flags.theme === 'string' ? resolve(flags.theme) : undefined
    return {
      specs: planTargets(specs, flags.output ?? [], flags.to, (path) => statPath(path)?.isDirectory() ?? false),
      base: flags.base === undefined ? undefined : resolve(flags.base),
      theme,
      isThemed: flags.theme !== false,
      themeFolder: theme === undefined ? resolve('.') : folderOfTheme(theme),
      size: {
        ...(flags.width === undefined ? {} : { width: flags.width }),
        ...(flags.height === undefined ? {} : { height: flags.height }),
      },
      ...{ scale: flags.scale, language: flags.language, date: date ?? noDate, now: date?.getTime() },
    }
  } catch (error) {
    if (error instanceof Misuse) return error.message
    throw error
  }
}

function parseAmount(text: string): number {
  const amount = Number(text)
  if (/^\d*\.?\d+$/.test(text) && amount > 0 && amount <= 100_000) return amount
  throw new InvalidArgumentError(`not a number above 0: ${text}`)
}
