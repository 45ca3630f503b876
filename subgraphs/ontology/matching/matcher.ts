import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import type { VendorMapping } from '../vendors/vendor-file.ts';
import { vocabularyOf } from './match-columns.ts';
import { type PreparedEntity, prepareEntity } from './prepared-entity.ts';

/** Matching, prepared once for the shipped ontology. */
export interface Matcher {
  readonly entities: readonly PreparedEntity[];
  readonly vendors: readonly VendorMapping[];
  readonly vocabulary: ReadonlySet<string>;
}

/** Prepares the shipped ontology and vendors' files for matching. */
export function createMatcher(ontology: CanonicalOntology, vendors: readonly VendorMapping[]): Matcher {
  const vocabulary = vocabularyOf(ontology.entities);
  return { entities: ontology.entities.map((entity) => prepareEntity(entity, vocabulary)), vendors, vocabulary };
}
