/** What a key or account is called at most, in characters. */
export const MAX_LABEL_CHARACTERS = 80;

/** Control characters, what turns text around or takes no room, and what is no character: they make one name look like another. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;

/** A name as it is kept: composed (NFC), trimmed, single spaces; null when it may not be one. */
export function labelOf(text: string): string | null {
  if (text.length > 4 * MAX_LABEL_CHARACTERS) return null;
  const label = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const length = [...label].length;
  return length === 0 || length > MAX_LABEL_CHARACTERS || UNSEEN.test(label) ? null : label;
}
