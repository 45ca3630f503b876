import type DataLoader from 'dataloader';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { TenantRow } from './tenant.entity.ts';
import type { TenantService } from './tenant.service.ts';

/** Tenants by id as seen from within one, batched within a request; a request that opens another workspace sees from within two. */
export function tenantLoader(
  loaders: LoaderScope,
  tenants: TenantService,
  within: Pick<UserViewer, 'tenantId'>,
): DataLoader<string, TenantRow | null> {
  return loaders.get(`accounts.tenant-${within.tenantId}`, (ids) => tenants.load(within, ids));
}
