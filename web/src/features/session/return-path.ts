/** Where to go after log-in: only an address inside the client, never another site's. */
export function returnPath(search: URLSearchParams): string {
  const to = search.get('to') ?? '/';
  return /^\/(?![/\\])/.test(to) && !to.startsWith('/login') && !to.startsWith('/welcome') ? to : '/';
}
