import { getLanguage, type Language } from '../../../locale/languages.ts'

/** The few words of a drafted report that come from no text, nor stand in every report. */
export interface DraftWords {
  draft: string
  figures: string
  ranking: string
  course: string
  /** The unit of what is only counted. */
  count: string
  /** What a figure is called whose text does not say what it is of. */
  unnamed(paragraph: number): string
  part(number: number): string
}

const words: Readonly<Record<Language, DraftWords>> = {
  en: {
    draft: 'Draft: every figure is to be confirmed',
    figures: 'The figures',
    ranking: 'Figures beside each other',
    course: 'The course over time',
    count: 'number',
    unnamed: (paragraph) => `Figure of paragraph ${paragraph}`,
    part: (number) => `part ${number}`,
  },
  zh: {
    draft: '草稿：各项数据待核对',
    figures: '主要数据',
    ranking: '数据比较',
    course: '历年数据',
    count: '数量',
    unnamed: (paragraph) => `第${paragraph}段数据`,
    part: (number) => `第${number}部分`,
  },
  fr: {
    draft: 'Brouillon : chaque chiffre est à confirmer',
    figures: 'Les chiffres',
    ranking: 'Chiffres en comparaison',
    course: 'Évolution',
    count: 'nombre',
    unnamed: (paragraph) => `Chiffre du paragraphe ${paragraph}`,
    part: (number) => `partie ${number}`,
  },
  de: {
    draft: 'Entwurf: jede Zahl ist zu prüfen',
    figures: 'Die Zahlen',
    ranking: 'Zahlen im Vergleich',
    course: 'Verlauf',
    count: 'Anzahl',
    unnamed: (paragraph) => `Zahl aus Absatz ${paragraph}`,
    part: (number) => `Teil ${number}`,
  },
  es: {
    draft: 'Borrador: cada cifra está por confirmar',
    figures: 'Las cifras',
    ranking: 'Cifras en comparación',
    course: 'Evolución',
    count: 'número',
    unnamed: (paragraph) => `Cifra del párrafo ${paragraph}`,
    part: (number) => `parte ${number}`,
  },
}

export function draftWords(language: string): DraftWords {
  return words[getLanguage(language) ?? 'en']
}
