/** Words as an id for links: letters and digits of any script in lower case, hyphens between: `urban-rural-gap`. */
export function slug(words: string): string {
  const id = words
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return id === '' ? 'section' : id
}
