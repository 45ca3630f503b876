import type DataLoader from 'dataloader';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { UserRow } from './user.entity.ts';
import type { UserService } from './user.service.ts';

/** Users by id as seen from the viewer's tenant, batched within a request; a request that opens another workspace sees from two. */
export function userLoader(loaders: LoaderScope, users: UserService, viewer: UserViewer): DataLoader<string, UserRow | null> {
  return loaders.get(`accounts.user-${viewer.tenantId}`, (ids) => users.load(viewer, ids));
}
