import { createMemory } from '../../../src/memory/memory.ts'
import { corpusDataset, judgeWhole, readCorpus } from './sentences.ts'
const sets = new Map()
const of = (f: string) => { if (!sets.has(f)) sets.set(f, corpusDataset(f)); return sets.get(f) }
for (const lang of ['en','zh','de','fr','es'] as const) {
  const memory = createMemory(); const c = { t: 0, ts: 0, tw: 0, f: 0, fs: 0 }
  for (const s of readCorpus(lang)) {
    const sev = judgeWhole(s.text, of(s.folder), lang, memory).map((d) => d.severity)
    const err = sev.includes('error'), warn = sev.includes('warning')
    if (s.isTrue) { c.t++; if (err) c.ts++; else if (warn) c.tw++ } else { c.f++; if (err) c.fs++ }
    if (s.isTrue ? err || warn : !err) console.log(lang + ' ' + s.isTrue + (err ? ' E ' : ' w ') + s.folder + ': ' + s.text)
  }
  console.log('# ' + lang + ' false ' + c.fs + '/' + c.f + ' true stopped ' + c.ts + '/' + c.t + ' warned ' + c.tw)
}
