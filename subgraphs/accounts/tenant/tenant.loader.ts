import type DataLoader from 'dataloader';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { TenantRow } from './tenant.entity.ts';
import type { TenantService } from './tenant.service.ts';

/** Tenants by id, batched within a request. */
export function tenantLoader(loaders: LoaderScope, tenants: TenantService, viewer: UserViewer): DataLoader<string, TenantRow | null> {
  return loaders.get('accounts.tenant', (ids) => tenants.load(viewer, ids));
}
