import { Buffer } from 'node:buffer'

/** A text as a PDF's hexadecimal digits: UTF-16, big end first. */
export function hexText(text: string): string {
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')
}
