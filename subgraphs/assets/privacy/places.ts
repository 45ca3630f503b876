import { sql } from 'kysely';
import type { PrivacyPart } from '../../kernel/privacy/privacy-registry.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';
import { versionRetention } from './version-retention.ts';

/** Where people stand in what is known of applications – owners, who granted and signed what, remarks –, and how long what is over is kept. */
export const assetsPrivacy: PrivacyPart = {
  places: [
    { scope: 'PLATFORM', table: 'kept_evidence', kind: 'RAW', title: 'records that scans go on from', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'scan_asset', kind: 'RAW', title: 'what a scan has gathered so far', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'asset_fact', kind: 'RAW', title: 'what is known of applications', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'asset_judgement', kind: 'OTHER', title: 'what is thought of applications', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'asset', kind: 'OTHER', title: 'the inventory', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'owner_suggestion', kind: 'OTHER', title: 'who may own applications', erase: 'ROW' },
    { scope: 'PLATFORM', table: 'asset_relation', kind: 'OTHER', title: 'relations of applications', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'finding', kind: 'OTHER', title: 'findings about assets, and remarks on them', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'telemetry_feed', kind: 'OTHER', title: 'names of telemetry', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'discovery_policy', kind: 'OTHER', title: 'rules about what runs, and remarks on them', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'posture_day', kind: 'OTHER', title: 'how departments stood', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'scan', kind: 'RUNS', title: 'scans', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'scan_file', kind: 'RUNS', title: 'files that scans read', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'scan_problem', kind: 'RUNS', title: 'records that scans kept out', erase: 'VALUES' },
  ],
  retention: [
    {
      name: 'SCANS',
      ...pruneTables([
        {
          scope: 'PLATFORM', table: 'scan', column: 'finished_at',
          // The last one says what is known now; files and problems go with their scan.
          and: sql`exists (select 1 from scan later where later.tenant_id = t.tenant_id and later.number > t.number and later.status = 'SUCCEEDED')`,
        },
        { scope: 'PLATFORM', table: 'posture_day', column: 'day' },
        { scope: 'PLATFORM', table: 'finding', column: 'resolved_at', and: sql`t.status = 'RESOLVED' and not t.present` },
      ]),
    },
    versionRetention,
  ],
}; // prettier-ignore
