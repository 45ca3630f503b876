import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { PrivacyPart } from '../../kernel/privacy/privacy-registry.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';
import type { System } from '../../kernel/system.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { forgetInUploads } from './forget-in-uploads.ts';
import { personalFieldsOfObjects } from './personal-fields.ts';

const groups = {
  column: 'object_id',
  async names({ em }: UnitOfWork, ids: readonly string[]): Promise<Map<string, string>> {
    return new Map((await em.find(SourceObjectRow, { id: { $in: [...ids] } })).map(({ id, name }) => [id, name]));
  },
};

/** By its name, its path, or its path without the ending, in whatever case. */
async function named({ em }: UnitOfWork, name: string): Promise<string[]> {
  const wanted = name.toLowerCase();
  const objects = await em.find(SourceObjectRow, {}, { fields: ['id', 'name', 'path'] });
  const fits = ({ name: own, path }: { name: string; path: string }): boolean =>
    [own, path, path.replace(/\.[^./]+$/u, ''), path.split('/').at(-1) ?? ''].some((each) => each.toLowerCase() === wanted);
  return objects.filter(fits).map(({ id }) => id);
}

/** Where connectors keep what they read, and for how long. */
export const connectorsPrivacy = (system: Pick<System, 'config'>): PrivacyPart => ({
  settle: (touched, signal) => forgetInUploads(system, touched, signal),
  places: [
    {
      scope: 'TENANT', table: 'raw_record', kind: 'RAW', title: 'raw records', erase: 'ROW',
      groups: { ...groups, key: 'record_key', named, personal: personalFieldsOfObjects },
      touch: (runId) => ({ content_hash: 'forgotten', changed_sync_id: runId }),
    },
    { scope: 'TENANT', table: 'quarantined_record', kind: 'QUARANTINE', title: 'records set aside', erase: 'ROW', anywhere: true, groups },
    { scope: 'TENANT', table: 'repair_preview', kind: 'QUARANTINE', title: 'previews of repairs', erase: 'ROW', anywhere: true, groups },
    { scope: 'TENANT', table: 'repair_undo', kind: 'QUARANTINE', title: 'records as they were before a repair', erase: 'ROW', anywhere: true, groups },
    { scope: 'PLATFORM', table: 'source_schema', kind: 'MODEL', title: 'examples and frequent values of columns', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'source_object', kind: 'MODEL', title: 'tables and files', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'sync_run', kind: 'RUNS', title: 'syncs', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'sync_stream', kind: 'RUNS', title: 'objects of syncs', erase: 'VALUES' },
  ],
  retention: [
    {
      name: 'RAW',
      ...pruneTables([{ scope: 'TENANT', table: 'raw_record', column: 'removed_at', and: sql`t.removed_at is not null` }]),
    },
    { name: 'QUARANTINE', ...pruneTables(
        [
          { scope: 'TENANT', table: 'quarantined_record', column: 'created_at' },
          { scope: 'TENANT', table: 'repair_preview', column: 'created_at' },
          { scope: 'TENANT', table: 'repair_undo', column: 'created_at' },
        ],
      ) },
    {
      name: 'RUNS',
      ...pruneTables([
        {
          scope: 'PLATFORM', table: 'sync_run', column: 'finished_at',
          // The last one says how the connection stands.
          and: sql`exists (select 1 from sync_run later where later.connection_id = t.connection_id and later.started_at > t.started_at)`,
        },
      ]),
    },
  ],
}); // prettier-ignore
