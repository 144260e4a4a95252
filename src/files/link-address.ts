/** Whether a document may lead to an address: http, https and mailto do; `javascript:`, files and programs don't, nor a mail address that brings headers of its own (%0a). */
export function isLinkAddress(address: string): boolean {
  return /^(https?:\/\/|mailto:)./i.test(address) && !/^mailto:.*(%0[ad]|[\r\n])/i.test(address)
}
