/** More bytes than any table of figures has; `export` makes none that `import` would not read. */
export const mostTableBytes = 50_000_000

/** XML of a workbook, which is read cell by cell: some 120,000 rows. */
export const mostSheetXml = 100_000_000
