import { digestOf, identifierProblem, type Identifier, masked, normalised } from '../../../kernel/privacy/subject/identifier.ts';

/** A person as consents keep them. */
export interface ConsentSubject {
  digest: string;
  shown: string;
}

/** Takes an identifier for what it looks like: an address, a number, a name, else a key. */
export function subjectOf(key: Uint8Array, text: string): ConsentSubject {
  const kinds = ['EMAIL', 'PHONE', 'NAME'] as const;
  const identifier = (kind: Identifier['kind']): Identifier => ({ kind, value: text, table: null, related: false });
  const fits = (kind: Identifier['kind']): boolean =>
    (kind !== 'PHONE' || /^[+()\d\s./-]+$/u.test(text.trim())) && identifierProblem(identifier(kind)) === null;
  const found = identifier(kinds.find(fits) ?? 'KEY');
  return { digest: digestOf(key, found.kind, normalised(found)), shown: masked(found).shown };
}
