/** How a document says what changed since an earlier version of it. */
export interface RevisionWords {
  title: string
  /** Column heads and labels. */
  figure: string
  before: string
  now: string
  /** `the 52nd report`, where the earlier version is of another edition, else `the version before`. */
  earlier(edition: string | undefined): string
  /** `Since the 52nd report`. */
  since(earlier: string): string
  /** `No figure was revised.` */
  none: string
  /** `12 figures are new.` */
  added(count: number): string
  /** `3 figures are no longer there.` */
  dropped(count: number): string
  /** That a level of the past, as this report's change implies it, is not what was printed then. */
  implied(what: string, implied: string, printed: string): string
}

const english: RevisionWords = {
  title: 'What changed',
  figure: 'Figure',
  before: 'Before',
  now: 'Now',
  earlier: (edition) => (edition ? `the ${edition} report` : 'the version before'),
  since: (earlier) => `Figures revised since ${earlier}`,
  none: 'No figure was revised.',
  added: (count) => (count === 1 ? 'One figure is new.' : `${count} figures are new.`),
  dropped: (count) => (count === 1 ? 'One figure is no longer there.' : `${count} figures are no longer there.`),
  implied: (what, implied, printed) =>
    `${what}: the change stated now implies ${implied}; ${printed} was printed then. The source has revised it without saying so.`,
}

const chinese: RevisionWords = {
  title: '变动说明',
  figure: '指标',
  before: '此前',
  now: '现在',
  earlier: (edition) => (edition ? `${edition}报告` : '上一版本'),
  since: (earlier) => `${earlier}以来修订的数据`,
  none: '没有数据被修订。',
  added: (count) => `新增数据${count}项。`,
  dropped: (count) => `减少数据${count}项。`,
  implied: (what, implied, printed) =>
    `${what}：按本次公布的增减推算为${implied}，当时公布为${printed}。来源未说明这一修订。`,
}

/** The words in the language of a BCP 47 tag; in English for a language that has none. */
export function revisionWords(language: string): RevisionWords {
  return language.toLowerCase().startsWith('zh') ? chinese : english
}
