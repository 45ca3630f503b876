import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { CatalogueService } from './catalogue.service.ts';
import type { CanonicalRecord } from './record.type.ts';

const ONLY = 'model';

/** The tenant's model, read once per request. */
export async function modelOf(loaders: LoaderScope, catalogue: CatalogueService, { tenantId }: UserViewer): Promise<SemanticModel> {
  const model = await loaders
    .get<SemanticModel>('ontology.model', async (keys) => {
      const found = await catalogue.model(tenantId);
      return keys.map(() => found);
    })
    .load(ONLY);
  return model ?? { version: 1, entities: [] };
}

/** One record, however it is asked for; null when there is none that the viewer may see. */
export async function recordById(
  loaders: LoaderScope,
  catalogue: CatalogueService,
  viewer: UserViewer,
  id: string,
): Promise<CanonicalRecord | null> {
  const guard = await guardFor(loaders, catalogue, viewer);
  return catalogue.record(viewer.tenantId, id, await modelOf(loaders, catalogue, viewer), guard);
}

/** What the viewer may see of the tenant's model, found out once per request. */
export async function guardFor(loaders: LoaderScope, catalogue: CatalogueService, viewer: UserViewer): Promise<Guard> {
  const guard = await loaders
    .get<Guard>('ontology.guard', async (keys) => {
      const found = await catalogue.guard(viewer, await modelOf(loaders, catalogue, viewer));
      return keys.map(() => found);
    })
    .load(ONLY);
  if (guard === null) throw new Error('every viewer has a guard');
  return guard;
}

/** How many records the viewer sees of each entity type, by name. */
export function recordCountLoader(loaders: LoaderScope, catalogue: CatalogueService, viewer: UserViewer) {
  return loaders.get<number>('ontology.record-count', async (names) => {
    const { entities } = await modelOf(loaders, catalogue, viewer);
    const known = entities.filter((entity) => names.includes(entity.name));
    const counts = await catalogue.countRecords(viewer.tenantId, known, await guardFor(loaders, catalogue, viewer));
    return names.map((name) => counts[known.findIndex((entity) => entity.name === name)] ?? 0);
  });
}
