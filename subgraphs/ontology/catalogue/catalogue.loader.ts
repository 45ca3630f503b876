import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { CatalogueService } from './catalogue.service.ts';

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

/** How many records each entity type has, by name. */
export function recordCountLoader(loaders: LoaderScope, catalogue: CatalogueService, viewer: UserViewer) {
  return loaders.get<number>('ontology.record-count', async (names) => {
    const { entities } = await modelOf(loaders, catalogue, viewer);
    const known = entities.filter((entity) => names.includes(entity.name));
    const counts = await catalogue.countRecords(viewer.tenantId, known);
    return names.map((name) => counts[known.findIndex((entity) => entity.name === name)] ?? 0);
  });
}
