import type DataLoader from 'dataloader';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { FabricPlaneRow } from './plane.entities.ts';
import type { PlaneService } from './plane.service.ts';

/** Planes by id, batched within a request. */
export const planeLoader = ({ viewer, loaders }: GraphContext, planes: PlaneService): DataLoader<string, FabricPlaneRow | null> =>
  loaders.get('connectors.plane', (ids) => planes.load(requireUser(viewer), ids));
