/** What the server asks of a password. */
export const LEAST_PASSWORD = 10;
/** From here on length alone makes guessing hopeless. */
const LONG = 16;

/** Says plainly what would make a password better; no score, because length and being nowhere else are what counts. Empty: nothing typed yet. */
export function passwordHint(password: string, about: readonly string[] = []): string {
  const lower = password.toLowerCase();
  if (password === '') return `At least ${LEAST_PASSWORD} characters. A few words you can remember are better than one odd word.`;
  if (password.length < LEAST_PASSWORD) {
    const missing = LEAST_PASSWORD - password.length;
    return `${missing} more ${missing === 1 ? 'character' : 'characters'} to go.`;
  }
  if (new Set(lower).size < 5) return 'The same few characters again and again are guessed first. Use different words.';
  if (about.some((each) => each.length > 3 && lower.includes(each.toLowerCase())))
    return 'It holds your name or address, which are tried first. Use words that have nothing to do with you.';
  if (password.length < LONG) return 'Long enough. One more word makes it much harder to guess.';
  return 'Long. Use it nowhere else.';
}
