import type DataLoader from 'dataloader';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { AssetService } from './asset.service.ts';
import type { Asset } from './asset.type.ts';

/** Assets by id, batched within a request. */
export function assetLoader(loaders: LoaderScope, assets: AssetService, viewer: UserViewer): DataLoader<string, Asset | null> {
  return loaders.get('assets.asset', (ids) => assets.load(viewer, ids));
}
