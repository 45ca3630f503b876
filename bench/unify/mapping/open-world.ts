import { loadCanonicalOntology } from '../../../subgraphs/ontology/canonical/load.ts';
import { choiceFacts } from '../../../subgraphs/ontology/matching/calibration.ts';
import { MAPPING_THRESHOLD, rankColumns } from '../../../subgraphs/ontology/matching/match-columns.ts';
import { createMatcher } from '../../../subgraphs/ontology/matching/matcher.ts';
import type { LogisticCase } from '../../../subgraphs/ontology/matching/fit-logistic.ts';
import { normalWords } from '../../../subgraphs/ontology/matching/words.ts';
import { loadVendorMappings } from '../../../subgraphs/ontology/vendors/load.ts';
import { nameOnly } from './tables.ts';

/** A field that took an attribute of the shipped ontology, and what its vendor’s file says it is. */
export interface OpenCase extends LogisticCase {
  readonly vendor: string;
  readonly told: string;
}

/**
 * Fields of the shipped vendors’ files against the shipped ontology by their names alone, the files themselves unread: here most attributes are
 * no field’s, and a field that is a link has none.
 */
export function openCases(): OpenCase[] {
  const ontology = loadCanonicalOntology();
  const vendors = loadVendorMappings(ontology);
  const matcher = createMatcher(ontology, []);
  return vendors.flatMap((file) => {
    const prepared = matcher.entities.find(({ entity }) => entity.name === file.entity);
    if (prepared === undefined) return [];
    const columns = file.mappings.map(({ field }, index) => nameOnly(field, index));
    return rankColumns(prepared, columns, [normalWords(file.object)], MAPPING_THRESHOLD).flatMap((ranked, index): OpenCase[] => {
      const best = ranked.pairs[ranked.chosen];
      if (best === undefined || best.score < MAPPING_THRESHOLD) return [];
      const { field, to } = file.mappings[index] ?? { field: '', to: '' };
      const told = `${file.vendor} ${file.object}.${field} → ${to}, answered ${best.attribute.name}`;
      return [{ vendor: file.vendor, facts: choiceFacts(ranked), right: best.attribute.name === to, told }];
    });
  });
}
