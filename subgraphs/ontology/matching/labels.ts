import { expand, labelOf, words } from './words.ts';

/** Variants that are unified to compare names; what people read keeps the source's own spelling. */
const SPELLINGS = new Set([
  'organization', 'licence', 'cancelled', 'cancelation', 'centre', 'colour', 'catalogue', 'fulfilment', 'postcode', 'zip', 'zipcode',
  'identifier', 'percentage', 'webpage', 'telephone', 'street',
]); // prettier-ignore
const ACRONYM = /^\p{Lu}{2,5}$/u;

/**
 * A label for words that were taken from a name: abbreviations written out, accents and acronyms as the source writes them.
 * `Avg. CPC` → Average CPC, `Eröffnet_am` → Eröffnet am, `address.street` → Address street.
 */
export function labelFrom(tokens: readonly string[], name: string): string {
  const written = writtenForms(name);
  const label = labelOf(tokens.flatMap((token) => writtenOut(token)).map((token) => written.get(token) ?? token));
  // A letter and its number stay together where they do in the name: `Q1`, `CO2`.
  return label.replace(/(?<![\p{L}\d])(\p{L}{1,2}) (\d+)(?!\d)/gu, (apart, letters: string, digits: string) =>
    name.toLowerCase().includes(`${letters}${digits}`.toLowerCase()) ? `${letters}${digits}` : apart,
  );
}

function writtenOut(token: string): string[] {
  return SPELLINGS.has(token) ? [token] : expand([token]);
}

/** The words of a name by what {@link words} makes of them, where that differs: accents, and capitals that stand out from the rest. */
function writtenForms(name: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const mixed = /\p{Ll}/u.test(name);
  for (const piece of name.normalize('NFC').split(/[^\p{L}\p{M}\d]+/u)) {
    const plain = words(piece);
    const parts = piece.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2').split(' '); // prettier-ignore
    if (plain.length !== parts.length) continue;
    for (const [index, part] of parts.entries()) {
      const token = plain[index] ?? '';
      const form = mixed && ACRONYM.test(part) ? part : part.toLowerCase();
      if (form !== token) forms.set(token, form);
    }
  }
  return forms;
}
