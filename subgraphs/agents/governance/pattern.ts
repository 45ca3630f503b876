/** A name, a name that ends in `*`, or `*`: words of letters, digits, `-` and `_` with dots between. */
const PATTERN = /^(?:\*|[A-Za-z0-9][\w-]*(?:\.[\w-]+)*(?:\.\*|\*)?)$/;
const MAX_CHARACTERS = 120;

/** Whether it can be the name of an action or a pattern of names. */
export const isPattern = (text: string): boolean => text.length <= MAX_CHARACTERS && PATTERN.test(text);

/** Whether an action is meant by a pattern. */
export function meets(pattern: string, action: string): boolean {
  return pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : action === pattern;
}

/** Whether an action is meant by one of the patterns. */
export const meetsAny = (patterns: readonly string[], action: string): boolean => patterns.some((pattern) => meets(pattern, action));
