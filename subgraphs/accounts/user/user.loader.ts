import type DataLoader from 'dataloader';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { UserRow } from './user.entity.ts';
import type { UserService } from './user.service.ts';

/** Users by id, batched within a request. */
export function userLoader(loaders: LoaderScope, users: UserService, viewer: UserViewer): DataLoader<string, UserRow | null> {
  return loaders.get('accounts.user', (ids) => users.load(viewer, ids));
}
