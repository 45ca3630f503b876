/** A PostgreSQL pattern that finds any of the phrases as whole words, also written together. */
export function wordsPattern(phrases: readonly string[]): string {
  const forms = phrases.flatMap((phrase) => (phrase.includes(' ') ? [phrase, phrase.replaceAll(' ', '')] : [phrase]));
  return `\\m(?:${[...new Set(forms)].join('|')})\\M`;
}
