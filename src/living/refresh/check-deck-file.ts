import { basename, extname } from 'node:path'
import { type Diagnostic, plainError, plainWarning } from '../../diagnostic.ts'
import { statPath } from '../../files/read-file.ts'
import { checkFirstBytes } from '../../opc/first-bytes.ts'
import { type OpenedPackage, openPackage } from '../../opc/open-package.ts'
import { mainPart } from '../../opc/opened-deck.ts'
import { isUnreadable, UnreadableFile } from '../../opc/unreadable-file.ts'
import { childNamed, descendants } from '../../opc/xml.ts'

/** What prevents a refresh or adoption, such as a password or signature, and what to know, such as macros. */
export function checkDeckFile(file: string, bytes: Uint8Array, verb: 'refresh' | 'adopt' = 'refresh'): Diagnostic[] {
  try {
    if (checkFirstBytes(bytes) === 'pdf') throw new UnreadableFile('a PDF, not a deck')
    const opened = openPackage(bytes)
    return [...signatures(file, opened, verb), ...macros(file, opened), ...protections(file, opened)]
  } catch (cause) {
    if (!isUnreadable(cause)) throw cause
    return [plainError(`cannot ${verb} ${file}: ${cause.message}`)]
  }
}

/** What prevents writing a refreshed deck: an unwritable file, or a name of another kind, which would not open. */
export function checkDeckTarget(file: string, target: string): Diagnostic[] {
  const found = statPath(target)
  const [own, other] = [extname(file).toLowerCase(), extname(target).toLowerCase()]
  const error = (message: string, hint: string): Diagnostic => plainError(message, { hint })
  return [
    ...(found && (found.mode & 0o222) === 0
      ? [error(`read-only: ${target}`, 'name another file with --out, or make this one writable')]
      : []),
    ...(own !== other
      ? [error(`not the kind of deck that ${file} is: ${target}`, `name it ${basename(target, extname(target))}${own}`)]
      : []),
  ]
}

/** Who adopts a deck writes nothing into it, so that its signature holds until it is refreshed. */
function signatures(file: string, { names }: OpenedPackage, verb: 'refresh' | 'adopt'): Diagnostic[] {
  if (!names.some((name) => name.startsWith('/_xmlsignatures/'))) return []
  const hint = 'take the signature off in PowerPoint (File, Info, View Signatures), refresh, and sign again'
  return verb === 'refresh'
    ? [plainError(`cannot refresh ${file}: signed, and a signature holds for what was signed only`, { hint })]
    : [plainWarning(`${file} is signed: it is adopted as it is, but not refreshed`, { hint })]
}

function macros(file: string, { names }: OpenedPackage): Diagnostic[] {
  if (!names.some((name) => /vbaProject/i.test(name))) return []
  return [plainWarning(`${file} holds macros: they are kept as they are, and not run`)]
}

/** Marks by which a deck asks not to be edited; they bind nobody, and are kept. */
function protections(file: string, opened: OpenedPackage): Diagnostic[] {
  const isLocked = childNamed(mainPart(opened)?.xml, 'p:modifyVerifier') !== undefined
  const [custom] = opened.related('/', 'custom-properties')
  const properties = opened.xml(custom)
  const isFinal =
    properties && descendants(properties, 'property').some(({ attributes }) => attributes.name === '_MarkAsFinal')
  return [
    ...(isLocked
      ? [plainWarning(`${file} is protected by a password against changes in PowerPoint: it stays so`)]
      : []),
    ...(isFinal ? [plainWarning(`${file} is marked as final: it stays so`)] : []),
  ]
}
