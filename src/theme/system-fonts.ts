import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { recent } from '../memory/derived.ts'

/** Whether a font is named by its file alone: `NotoSansCJK-Regular.ttc`. */
export function isFontName(file: string): boolean {
  return /^[^/\\]+\.(?:ttf|ttc|otf)$/i.test(file)
}

/** Where a font named by file alone is searched, in order: the report's own fonts, then the system's. */
export function fontFolders(reportFolder: string): string[] {
  const home = homedir()
  const system: Partial<Record<NodeJS.Platform, string[]>> = {
    win32: [
      join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'),
      join(home, 'AppData', 'Local', 'Microsoft', 'Windows', 'Fonts'),
    ],
    darwin: [join(home, 'Library', 'Fonts'), '/Library/Fonts', '/System/Library/Fonts'],
  }
  const unix = [
    join(home, '.local', 'share', 'fonts'),
    join(home, '.fonts'),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
  ]
  return [join(reportFolder, 'fonts'), ...(system[process.platform] ?? unix)]
}

/** The path of a font's file below some folders, the first that has it. Throws where none has. */
export function findFontNamed(file: string, folders: readonly string[]): string {
  for (const folder of folders) {
    const found = filesBelow(folder).find((path) => basename(path) === file)
    if (found !== undefined) return join(folder, found)
  }
  throw new Error(`no such font: ${file}`)
}

/** Folders of a system's fonts change while nobody builds. */
const filesBelow = recent(20, (folder): readonly string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  } catch {
    return []
  }
})
