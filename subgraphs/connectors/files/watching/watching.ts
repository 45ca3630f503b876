import type { Feature } from '../../../kernel/federation/feature.ts';
import type { System } from '../../../kernel/system.ts';
import type { Chore } from '../../chores/chores.ts';
import type { SyncService } from '../../syncs/sync.service.ts';
import { FolderWatch } from './folder-watch.ts';
import { WatchingResolver } from './watching.resolver.ts';
import { WatchingService } from './watching.service.ts';

/** Folders that are watched: what changes in them is synced. */
export function createWatching(system: System, syncs: SyncService): { feature: Feature; chore: Chore } {
  const folders = new FolderWatch(system, (changed) => new WatchingService(system, syncs, changed));
  const feature: Feature = {
    resolvers: [new WatchingResolver(folders.service)],
    stop: () => Promise.resolve(folders.stop()),
  };
  return { feature, chore: folders.chore };
}
