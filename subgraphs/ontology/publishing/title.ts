import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';

const BY_SEMANTIC = ['NAME', 'PERSON', 'IDENTIFIER', 'EMAIL'] as const;
const CANONICAL_TITLES = ['name', 'subject', 'number'];

/** The attribute that best names a record to people: its canonical name, else a name, a person, an identifier; null when there is none. */
export function titleOf(attributes: readonly ModelAttribute[], canonical: string | null): string | null {
  const texts = attributes.filter((attribute) => attribute.type === 'TEXT' || attribute.semantic === 'IDENTIFIER');
  if (canonical !== null)
    for (const name of CANONICAL_TITLES) {
      const title = texts.find((attribute) => attribute.canonical === name);
      if (title !== undefined) return title.name;
    }
  for (const semantic of BY_SEMANTIC) {
    const meant = texts.filter((attribute) => attribute.semantic === semantic);
    const title = meant.find(({ label }) => /\b(?:name|title)$/iu.test(label)) ?? meant[0];
    if (title !== undefined) return title.name;
  }
  return null;
}
