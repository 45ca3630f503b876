import type DataLoader from 'dataloader';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { ScanFileRow, ScanRow } from './scan.entity.ts';
import type { ScanService } from './scan.service.ts';

/** Scans by id, batched within a request. */
export function scanLoader({ viewer, loaders }: GraphContext, scans: ScanService): DataLoader<string, ScanRow | null> {
  return loaders.get('assets.scan', (ids) => scans.load(requireUser(viewer), ids));
}

/** Files by the id of the scan that went by them. */
export function scanFilesLoader({ viewer, loaders }: GraphContext, scans: ScanService): DataLoader<string, ScanFileRow[] | null> {
  return loaders.get('assets.scan-files', (ids) => scans.files(requireUser(viewer), ids));
}
