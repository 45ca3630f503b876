import type DataLoader from 'dataloader';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { RepairReader } from './repair-reader.ts';
import type { RepairRow } from './repair.entity.ts';

/** Repairs by id, batched within a request. */
export const repairLoader = ({ viewer, loaders }: GraphContext, repairs: RepairReader): DataLoader<string, RepairRow | null> =>
  loaders.get('connectors.repair', (ids) => repairs.load(requireUser(viewer), ids));
