import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';

/** Who somebody is, for subgraphs of others. They believe it because nobody but the gateway reaches them. */
export function identityOf({ tenantId, userId, role }: UserViewer): Record<string, string> {
  return { 'x-autonomos-tenant': tenantId, 'x-autonomos-user': userId, 'x-autonomos-role': role };
}
