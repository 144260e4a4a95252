import type { Command } from 'commander'
import type { Log } from './log.ts'

/** A command line without `briefwright`, and what it does. */
export type Example = readonly [line: string, does: string]

/** Two or more of them. */
export type Examples = readonly [Example, Example, ...Example[]]

/** Takes a command's answer: text, or a file's bytes. */
export interface AnswerStream {
  write(content: string | Uint8Array): unknown
}

/** What a command is given by the program that it is part of. */
export interface CommandSetting {
  /** Adds a command with the options that all have; its help ends with the examples. */
  command(usage: string, description: string, examples: Examples): Command
  stdout: AnswerStream
  log: Log
  environment: NodeJS.ProcessEnv
  /** Takes the exit code: 0 done, 1 failed on its input, 2 misused. */
  finish(code: number): void
}

/** Adds a command to the program. What it does is loaded when it runs, for what is small must start at once. */
export type AddCommand = (setting: CommandSetting) => void

/** Writes a command's answer, and ends it; undefined: it failed, which is reported already. */
export function answer(said: string | undefined, { stdout, finish }: CommandSetting): void {
  if (said !== undefined) stdout.write(said)
  finish(said === undefined ? 1 : 0)
}
