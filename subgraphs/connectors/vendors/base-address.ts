/** The address without what does not belong into one; null when it is none. Secrets in it are refused. */
export function baseAddress(text: string): string | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null; // prettier-ignore
  return url.href.replace(/\/+$/u, '');
}
