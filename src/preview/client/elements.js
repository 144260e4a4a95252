export const byId = (id) => document.getElementById(id)

export function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

export function pageId({ document, number }) {
  return `${document}-${number}`
}

export function pageName(page) {
  return `${pageWord(page)} ${page.number}: ${page.title}`
}

export function pageWord({ document }) {
  return document === 'deck' ? 'Slide' : 'Page'
}
