/** A name as it was meant: without the quotes around it. */
export function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^["“”'‘](.*)["“”'’]$/, '$1')
    .trim();
}

/** Words that mean the whole dashboard, or all of its widgets. */
const WHOLE =
  /^(?:it all|everything|all|all (?:of )?(?:it|them|widgets|charts|of it)|the (?:whole |entire )?(?:dashboard|board|page)|(?:this|my|our) (?:dashboard|board|page)|dashboard|the whole thing|every widget|each widget|all the widgets)$/i;

/** What the words point at; null for the whole dashboard. */
export function targetOf(words: string): string | null {
  const text = words.trim();
  return text === '' || WHOLE.test(text) ? null : text;
}
