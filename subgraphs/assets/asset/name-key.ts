/** Cursors carry the key, so it is kept short; equal beginnings are told apart by the id. */
const MAX_NAME_KEY_CHARACTERS = 200;

/** What lists of assets are in the order of: the name in lower case. */
export function nameKeyOf(name: string): string {
  return name.toLowerCase().slice(0, MAX_NAME_KEY_CHARACTERS);
}
