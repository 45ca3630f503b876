import { sql } from 'kysely';
import type { PersonalDataPlace, Touched } from '../../kernel/privacy/place.ts';
import type { PrivacyPart } from '../../kernel/privacy/privacy-registry.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';
import type { Publisher } from '../publishing/publisher.ts';

const model = (table: string, title: string): PersonalDataPlace => ({ scope: 'PLATFORM', table, kind: 'MODEL', title, erase: 'VALUES' });

/** Where the ontology keeps what it learnt of sources; and how unified records follow raw ones from which somebody was taken out. */
export const ontologyPrivacy = (publisher: Publisher): PrivacyPart => ({
  places: [
    model('ontology_source', 'what sources look like'),
    model('mapping_proposal', 'mapping proposals'),
    model('table_mapping', 'mapped tables'),
    model('field_mapping', 'mapped columns with examples'),
    model('past_mapping', 'earlier decisions about columns'),
    model('near_match', 'near matches of references'),
    model('ontology_publication', 'published models'),
    model('ontology_draft', 'edits of the model'),
    model('entity_view', 'saved views'),
  ],
  retention: [
    {
      name: 'MAPPINGS',
      ...pruneTables([{ scope: 'PLATFORM', table: 'mapping_proposal', column: 'decided_at', and: sql`t.status = 'SUPERSEDED'` }]),
    },
  ],
  settle: ({ tenantId, runId, groups }: Touched) => publisher.onRawChanged(tenantId, runId, new Set(groups.get('raw_record'))),
});
