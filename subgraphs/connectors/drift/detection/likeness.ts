import { descriptionSimilarity, descriptionWords, type Vocabulary } from './descriptions.ts';
import { leafOf, nameSimilarity, parentOf, wordsOf } from './names.ts';
import { overlapOf, shapeSimilarity } from './sketch.ts';
import { familyOf, typeSimilarity } from './type-family.ts';
import type { FieldFacts } from './types.ts';

/** What speaks for one field being another's successor; each 0…1, null where nothing is known. */
export interface Likeness {
  name: number;
  description: number | null;
  type: number;
  /** Listed values that both have. */
  enumeration: number | null;
  /** Different values that both have, whatever records they are in. */
  overlap: number | null;
  /** One description names the other field. */
  mentioned: boolean;
  /** A flag of a state, and the state itself: `closed` and `status`. */
  stateOfFlag: boolean;
}

/** Compares a field that went with one that is there. */
export function likenessOf(gone: FieldFacts, there: FieldFacts, vocabulary: Vocabulary): Likeness {
  return {
    // What an object is made of often stands in the name of its type: `ref:branding_settings`.
    name: Math.max(nameSimilarity(gone.path, there.path), 0.9 * nameSimilarity(gone.path, referredTo(there.type))),
    description: descriptionSimilarity(gone.description, there.description, vocabulary),
    type: typeSimilarity(gone.type, there.type),
    enumeration: enumerationOverlap(gone, there),
    overlap: valuesInCommon(gone, there),
    mentioned: mentions(gone, there) || mentions(there, gone),
    stateOfFlag: isStateOfFlag(gone, there),
  };
}

function referredTo(type: string): string {
  const [, name = ''] = /ref:([\w.]+)/u.exec(type) ?? [];
  return name;
}

function enumerationOverlap(a: FieldFacts, b: FieldFacts): number | null {
  if (a.enumeration === null || b.enumeration === null || a.enumeration.length === 0) return null;
  const there = new Set(b.enumeration);
  const shared = a.enumeration.filter((value) => there.has(value)).length;
  return shared / Math.min(a.enumeration.length, Math.max(1, b.enumeration.length));
}

function valuesInCommon({ profile: a }: FieldFacts, { profile: b }: FieldFacts): number | null {
  const overlap = overlapOf(a, b);
  // Values that look different are others, however many would be the same by chance.
  return overlap === null ? null : Math.min(overlap, shapeSimilarity(a, b) ?? 1);
}

/** `the precise version of \`percent_off\`` names that field; a name of one common word is only named when it is marked. */
function mentions({ description }: FieldFacts, { path }: FieldFacts): boolean {
  if (description === null) return false;
  const name = leafOf(path);
  if (description.includes(`\`${name}\``)) return true;
  return wordsOf(name).length > 1 && descriptionWords(description).includes(name.toLowerCase());
}

const STATES = new Set(['status', 'state', 'stage', 'phase']);

/** A boolean that says which state a record is in, and a field of that record that holds the state. */
function isStateOfFlag(gone: FieldFacts, there: FieldFacts): boolean {
  if (familyOf(gone.type) !== 'BOOLEAN' || !['TEXT', 'NUMBER'].includes(familyOf(there.type))) return false;
  const flag = wordsOf(leafOf(gone.path)).filter((word) => word !== 'is' && word !== 'has');
  const isState = STATES.has(wordsOf(leafOf(there.path)).at(-1) ?? '') && parentOf(gone.path) === parentOf(there.path);
  return isState && flag.length === 1;
}
