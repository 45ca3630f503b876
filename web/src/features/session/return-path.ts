/** Pages for those who are not logged in. */
const BEFORE = /^\/(?:login|welcome|register|forgot-password|reset-password|invitation|closed)\b/;

/** Where to go after log-in: only an address inside the client, never another site's. */
export function returnPath(search: URLSearchParams): string {
  const to = search.get('to') ?? '/';
  return /^\/(?![/\\])/.test(to) && !BEFORE.test(to) ? to : '/';
}
