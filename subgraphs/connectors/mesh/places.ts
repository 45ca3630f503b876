import type { PrivacyPart } from '../../kernel/privacy/privacy-registry.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';

/** Where messages about connections are kept: a folder or a host in them may be called after somebody. */
export const meshPrivacy: PrivacyPart = {
  places: [
    { scope: 'PLATFORM', table: 'connection_health', kind: 'RUNS', title: 'how connections are', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'health_change', kind: 'RUNS', title: 'how connections were', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'reconciliation', kind: 'RUNS', title: 'comparisons of sources', erase: 'VALUES' },
  ],
  retention: [{ name: 'RUNS', ...pruneTables([{ scope: 'PLATFORM', table: 'health_change', column: 'at' }]) }],
};
