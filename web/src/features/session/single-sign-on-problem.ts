import type { Problem } from '../../graph/problem.ts';

/** What the server says with /login?problem=CODE when a single sign-on has come back without a session; null when it says nothing. */
export function problemOfAddress(search: URLSearchParams): Problem | null {
  const code = search.get('problem');
  if (code === null || !/^[A-Z][A-Z_]{2,60}$/.test(code)) return null;
  return {
    code,
    message: 'Single sign-on did not work.',
    todo: 'Try it again. If it goes on, tell an administrator of your company the code below, or log in with your password.',
    retry: false,
  };
}
