/** The address of `rel="next"` in a Link header (RFC 8288); null when there is none. */
export function nextLink(header: string | string[] | undefined): string | null {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  for (const [, address, parameters = ''] of text.matchAll(/<([^>]{1,4000})>([^<]*)/gu)) {
    if (/;\s*rel="?(?:[^"]*\s)?next(?:\s[^"]*)?"?(?:;|,|\s|$)/iu.test(parameters)) return address ?? null;
  }
  return null;
}
