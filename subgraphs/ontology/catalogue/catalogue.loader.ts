import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ConnectionOf, Page } from '../../kernel/pagination/page.ts';
import type { NearMatchRow } from '../publishing/publication.entity.ts';
import type { CatalogueService, RelationCounts, RelationOf } from './catalogue.service.ts';
import type { SourcePlace } from './find-records.ts';
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
  const loader = loaders.get<CanonicalRecord>('ontology.record', async (ids) => {
    const guard = await guardFor(loaders, catalogue, viewer);
    return catalogue.recordsById(viewer.tenantId, ids, await modelOf(loaders, catalogue, viewer), guard);
  });
  return loader.load(id);
}

/** What a record of a source became; null when it became nothing that the viewer may see. */
export function recordOfSource(
  loaders: LoaderScope,
  catalogue: CatalogueService,
  viewer: UserViewer,
  place: SourcePlace,
): Promise<CanonicalRecord | null> {
  const loader = loaders.getOf<SourcePlace, CanonicalRecord>('ontology.record-of-source', JSON.stringify, async (places) => {
    const guard = await guardFor(loaders, catalogue, viewer);
    return catalogue.recordsOfSources(viewer.tenantId, places, await modelOf(loaders, catalogue, viewer), guard);
  });
  return loader.load(place);
}

/** A page of an entity type's records, read once however often a request meets the type. @throws BAD_CURSOR */
export async function recordsOf(
  loaders: LoaderScope,
  catalogue: CatalogueService,
  viewer: UserViewer,
  { entity, page }: { entity: ModelEntity; page: Page },
): Promise<ConnectionOf<CanonicalRecord>> {
  const name = `ontology.records-${JSON.stringify(page)}`;
  const loader = loaders.getOf<ModelEntity, ConnectionOf<CanonicalRecord>>(
    name,
    (each) => each.name,
    async (entities) => {
      const guard = await guardFor(loaders, catalogue, viewer);
      return Promise.all(entities.map((each) => catalogue.records(viewer.tenantId, each, page, guard)));
    },
  );
  const loaded = await loader.load(entity);
  if (loaded === null) throw new Error('a page of records was not loaded');
  return loaded;
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

/** How many records relations link, for all relations of a request at once. */
export function relationCountsLoader(loaders: LoaderScope, catalogue: CatalogueService, viewer: UserViewer) {
  return loaders.getOf<RelationOf, RelationCounts>('ontology.relation-counts', nameOf, async (relations) =>
    catalogue.relationCounts(viewer.tenantId, relations, await guardFor(loaders, catalogue, viewer)),
  );
}

/** Near matches, for all relations of a request at once. */
export function nearMatchLoader(loaders: LoaderScope, catalogue: CatalogueService, viewer: UserViewer, first: number) {
  return loaders.getOf<RelationOf, NearMatchRow[]>(`ontology.near-matches-${first}`, nameOf, async (relations) =>
    catalogue.nearMatches(viewer.tenantId, relations, first, await guardFor(loaders, catalogue, viewer)),
  );
}

const nameOf = ({ entity, relation }: RelationOf): string => `${entity.name}.${relation.name}`;
