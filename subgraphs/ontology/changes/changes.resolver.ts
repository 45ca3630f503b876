import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { z } from 'zod';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type StreamOpener, throughGateway } from '../../kernel/federation/subscriptions.ts';
import { streamCursor } from '../../kernel/events/stream-cursor.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { encodeCursor } from '../../kernel/pagination/cursor.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { guardFor, modelOf, recordById } from '../catalogue/catalogue.loader.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import { CanonicalRecord } from '../catalogue/record.type.ts';
import { keyOf } from '../model/names.ts';
import { ontologyErrors } from '../ontology.errors.ts';
import { type ChangesService, changeStream } from './changes.service.ts';
import { CanonicalChange, RecordChange, RecordChangeConnection, RecordFilter } from './changes.type.ts';

const FILTER = 'Only records that fit all of these.';
const NAME = 'Name of the entity type, such as Account.';

interface Services {
  readonly catalogue: CatalogueService;
  readonly changes: ChangesService;
}

async function entityOf(
  { viewer, loaders }: GraphContext,
  catalogue: CatalogueService,
  is: (entity: ModelEntity) => boolean,
): Promise<ModelEntity> {
  const { entities } = await modelOf(loaders, catalogue, requireUser(viewer));
  const entity = entities.find(is);
  if (entity === undefined) throw ontologyErrors.ENTITY_TYPE_UNKNOWN({});
  return entity;
}

@Resolver(() => RecordChange)
export class RecordChangeResolver {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  @Query(() => RecordChangeConnection, {
    description:
      'What changed in the records of an entity type, oldest first: the feed for those who keep a copy. The last 200 000 changes are kept. Errors: ENTITY_TYPE_UNKNOWN, ATTRIBUTE_UNKNOWN, CURSOR_EXPIRED.',
  })
  async recordChanges(
    @Ctx() context: GraphContext,
    @Arg('entityType', () => String, { description: NAME }) name: string,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many changes to read, at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('filter', () => [RecordFilter], { defaultValue: [], description: FILTER }) filter: RecordFilter[],
  ): Promise<ConnectionOf<RecordChange>> {
    const { catalogue, changes } = this.#services;
    const user = requireUser(context.viewer);
    const entity = await entityOf(context, catalogue, (each) => each.name === name);
    const guard = await guardFor(context.loaders, catalogue, user);
    return changes.page(user, guard, { entity, filter, page: pageOf(first, after), upTo: null });
  }

  @FieldResolver(() => CanonicalRecord, { nullable: true, description: 'The record as it is now; null when it is gone, and for WHOLE.' })
  record(@Root() { kind, recordId }: RecordChange, @Ctx() { viewer, loaders }: GraphContext): Promise<CanonicalRecord | null> | null {
    return kind === 'REMOVED' || recordId === null ? null : recordById(loaders, this.#services.catalogue, requireUser(viewer), recordId);
  }
}

@Resolver(() => CanonicalChange)
export class CanonicalChangeResolver {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  @Subscription(() => CanonicalChange, {
    ...throughGateway,
    description: 'Told when records of an entity type change, from now on or after a cursor: nothing is left out, nothing comes twice.',
  })
  canonicalChanged(
    @Root() event: DomainEvent<'ontology.records-changed'>,
    @Arg('entityType', () => String, { description: NAME }) _name: string,
    @Arg('filter', () => [RecordFilter], { defaultValue: [], description: FILTER }) filter: RecordFilter[],
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last event that is known already.' }) _after: string | null,
  ): CanonicalChange {
    const { entity, ...told } = event.payload;
    const cursor = streamCursor(changeStream(entity), event.sequence);
    return Object.assign(new CanonicalChange(), { ...told, cursor, at: event.occurredAt, entityKey: entity, filter });
  }

  @FieldResolver(() => String, { description: 'Name of the entity type, as it is called now.' })
  async entityName(@Root() { entityKey }: CanonicalChange, @Ctx() context: GraphContext): Promise<string> {
    return (await entityOf(context, this.#services.catalogue, (each) => keyOf(each) === entityKey)).name;
  }

  @FieldResolver(() => RecordChangeConnection, { description: 'The changes themselves; go on with `recordChanges` after its cursor.' })
  async changes(
    @Root() { entityKey, from, upTo, filter }: CanonicalChange,
    @Ctx() context: GraphContext,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many changes to read, at most.' }) first: number,
  ): Promise<ConnectionOf<RecordChange>> {
    const { catalogue, changes } = this.#services;
    const user = requireUser(context.viewer);
    const entity = await entityOf(context, catalogue, (each) => keyOf(each) === entityKey);
    const guard = await guardFor(context.loaders, catalogue, user);
    return changes.page(user, guard, { entity, filter, page: pageOf(first, encodeCursor([from])), upTo });
  }
}

const following = z.object({ entityType: z.string(), after: z.string().nullish() });

/** What the subscription follows. */
export const changeStreams = (changes: ChangesService): Readonly<Record<string, StreamOpener>> => ({
  canonicalChanged: async (args, { viewer }) => {
    const { entityType, after = null } = following.parse(args);
    return changes.open(requireUser(viewer), entityType, after);
  },
});
