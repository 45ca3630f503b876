import { transliterate } from './transliterate.ts';

const ENTITY = /&(?:#(\d{2,5})|#x([0-9a-f]{2,4})|(amp|quot|apos|lt|gt|nbsp));/giu;
const NAMED: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };
// UTF-8 read as Latin-1: a lead byte and its continuation, which some exports tear apart by spaces.
const TORN = /\s?([Â-ß])\s?([\u0080-\u00bf])\s?/gu;
const MISREAD = /[Â-ß]\s?[\u0080-\u00bf]/u;
const POSSESSIVE = /[\s\\]*['’`´_]\s?s(?![\p{L}\p{N}])/gu;
const INNER_APOSTROPHE = /(?<=\p{L})['’`´](?=\p{L})/gu;

/** The text as it was meant, in small Latin letters: entities and twice encoded letters decoded, accents and apostrophes gone. */
export function fold(text: string): string {
  let meant = text;
  if (meant.includes('&')) meant = meant.replace(ENTITY, decodeEntity);
  if (MISREAD.test(meant)) meant = repair(meant);
  return transliterate(meant).replace(POSSESSIVE, 's').replace(INNER_APOSTROPHE, '');
}

/** Letters and digits alone. */
export function squash(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, '');
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  return String.fromCharCode(decimal === undefined ? Number.parseInt(hex ?? '20', 16) : Number(decimal));
}

function repair(text: string): string {
  const letter = (_: string, lead: string, next: string): string =>
    String.fromCharCode((((lead.codePointAt(0) ?? 0) & 0x1f) << 6) | ((next.codePointAt(0) ?? 0) & 0x3f));
  return text.replace(TORN, (whole, lead: string, next: string) => {
    // Spaces around a torn letter are kept only where the letter was whole.
    const torn = /\s/u.test(whole.slice(1, -1));
    const mended = letter(whole, lead, next);
    return torn ? mended : `${/^\s/u.test(whole) ? ' ' : ''}${mended}${/\s$/u.test(whole) ? ' ' : ''}`;
  });
}
