/**
 * Whether a document may link to an address: http, https and mailto may.
 * `javascript:`, files and programs may not, nor mail addresses that add headers (%0a).
 */
export function isLinkAddress(address: string): boolean {
  return /^(https?:\/\/|mailto:)./i.test(address) && !/^mailto:.*(%0[ad]|[\r\n])/i.test(address)
}
