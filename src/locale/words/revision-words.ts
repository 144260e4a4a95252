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
