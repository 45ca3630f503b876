import type { PrivacyPart } from '../../kernel/privacy/privacy-registry.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';
import { countSnapshots, pruneSnapshots } from './snapshots/snapshot-table.ts';

/** Where dashboards keep what a person may stand in: their versions, templates, and the numbers of snapshots. */
export const dashboardsPrivacy: PrivacyPart = {
  places: [
    { scope: 'PLATFORM', table: 'dashboard_version', kind: 'QUESTIONS', title: 'versions of dashboards', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'dashboard_template', kind: 'QUESTIONS', title: 'templates of dashboards', erase: 'VALUES' },
    { scope: 'TENANT', table: 'dashboard_snapshot', kind: 'QUESTIONS', title: 'snapshots of dashboards', erase: 'VALUES' },
  ],
  retention: [
    { name: 'QUESTIONS', ...pruneTables([{ scope: 'PLATFORM', table: 'dashboard_template', column: 'created_at' }]) },
    // Of earlier versions and schedules the dashboard's own age decides: they go with it.
    { name: 'QUESTIONS', within: 'UNIT', count: countSnapshots, prune: pruneSnapshots },
  ],
};
