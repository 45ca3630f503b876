import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { MaskMode } from '../../kernel/data-access/mask-mode.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, connectionFrom, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { FieldMapping, fieldMappingOf } from '../mapping/mapping.type.ts';
import { feedingLoader } from '../mapping/mapping.loader.ts';
import type { ProposalService } from '../mapping/proposal.service.ts';
import { CanonicalEntity, canonicalEntityOf } from './canonical-entity.type.ts';
import { guardFor, modelOf, nearMatchLoader, recordById, recordCountLoader, recordsOf, relationCountsLoader } from './catalogue.loader.ts';
import type { CatalogueService, RelationCounts } from './catalogue.service.ts';
import {
  Attribute,
  EntityType,
  EntityTypeConnection,
  NearMatch,
  Relation,
  attributeOf,
  entityTypeOf,
  relationOf,
} from './entity-type.type.ts';
import { CanonicalRecord, CanonicalRecordConnection } from './record.type.ts';
import { Connection, refer } from './stubs.type.ts';

const FIRST = 'How many to read, at most.';
const AFTER = 'Cursor of the item to go on after.';

@Resolver(() => EntityType)
export class EntityTypeResolver {
  private readonly catalogue: CatalogueService;
  private readonly ontology: CanonicalOntology;

  constructor(catalogue: CatalogueService, ontology: CanonicalOntology) {
    this.catalogue = catalogue;
    this.ontology = ontology;
  }

  @Query(() => EntityTypeConnection, { description: "Entity types of the tenant's published ontology, by name." })
  async entityTypes(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 100, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
  ): Promise<ConnectionOf<EntityType>> {
    const page = pageOf(first, after);
    const { entities } = await modelOf(loaders, this.catalogue, requireUser(viewer));
    const sorted = entities.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const from = page.after === null ? '' : String(page.after[0]);
    const rest = sorted.filter((entity) => entity.name > from).slice(0, page.limit + 1);
    return connectionFrom(
      page,
      rest.map((entity) => this.show(entity)),
      sorted.length,
      (type) => [type.name],
    );
  }

  @Query(() => EntityType, { nullable: true, description: 'One entity type; null when the tenant has none of this name.' })
  async entityType(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('name', () => String, { description: 'Name, such as Account.' }) name: string,
  ): Promise<EntityType | null> {
    const { entities } = await modelOf(loaders, this.catalogue, requireUser(viewer));
    const entity = entities.find((candidate) => candidate.name === name);
    return entity === undefined ? null : this.show(entity);
  }

  @Query(() => [CanonicalEntity], { description: 'What the shipped ontology offers.' })
  canonicalEntities(): CanonicalEntity[] {
    return this.ontology.entities.map(canonicalEntityOf);
  }

  @Query(() => CanonicalRecord, { nullable: true, description: 'One record; null when there is none of this id.' })
  async record(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the record.' }) id: string,
  ): Promise<CanonicalRecord | null> {
    return recordById(loaders, this.catalogue, requireUser(viewer), id);
  }

  @FieldResolver(() => [Attribute], { description: 'Properties of its records.' })
  attributes(@Root() { model }: EntityType): Attribute[] {
    return model.attributes.map((attribute) => attributeOf(model, attribute));
  }

  @FieldResolver(() => [Relation], { description: 'Links of its records to others.' })
  relations(@Root() { model }: EntityType): Relation[] {
    return model.relations.map((relation) => relationOf(model, relation));
  }

  @FieldResolver(() => Int, { description: 'How many records there are.' })
  async recordCount(@Root() { name }: EntityType, @Ctx() { viewer, loaders }: GraphContext): Promise<number> {
    return (await recordCountLoader(loaders, this.catalogue, requireUser(viewer)).load(name)) ?? 0;
  }

  @FieldResolver(() => [String], {
    description: 'Names of the rules that leave records of it out for you; empty when you see all of them.',
  })
  async limitedBy(@Root() { model }: EntityType, @Ctx() { viewer, loaders }: GraphContext): Promise<string[]> {
    return [...(await guardFor(loaders, this.catalogue, requireUser(viewer))).rowRules(model)];
  }

  @FieldResolver(() => [Connection], { description: 'Connections that feed it.' })
  connections(@Root() { model }: EntityType): Connection[] {
    return [...new Set(model.sources.map((source) => source.connectionId))].map((id) => refer(Connection, id));
  }

  @FieldResolver(() => CanonicalRecordConnection, { description: 'Its records, in the order of their ids.' })
  async records(
    @Root() { model }: EntityType,
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
  ): Promise<ConnectionOf<CanonicalRecord>> {
    return recordsOf(loaders, this.catalogue, requireUser(viewer), { entity: model, page: pageOf(first, after) });
  }

  private show(entity: ModelEntity): EntityType {
    return entityTypeOf(entity, this.catalogue.describe(entity));
  }
}

@Resolver(() => Attribute)
export class AttributeResolver {
  private readonly catalogue: CatalogueService;
  private readonly proposals: ProposalService;

  constructor(catalogue: CatalogueService, proposals: ProposalService) {
    this.catalogue = catalogue;
    this.proposals = proposals;
  }

  @FieldResolver(() => EntityType, { description: 'The entity type it belongs to.' })
  entityType(@Root() { entity }: Attribute): EntityType {
    return entityTypeOf(entity, this.catalogue.describe(entity));
  }

  @FieldResolver(() => MaskMode, { nullable: true, description: 'How much you see of its values; null when you see them as they are.' })
  async mask(@Root() { entity, name }: Attribute, @Ctx() { viewer, loaders }: GraphContext): Promise<MaskMode | null> {
    return (await guardFor(loaders, this.catalogue, requireUser(viewer))).maskOf(entity, name);
  }

  @FieldResolver(() => [FieldMapping], { description: 'Published columns that feed it.' })
  async mappings(@Root() { entity, name }: Attribute, @Ctx() { viewer, loaders }: GraphContext): Promise<FieldMapping[]> {
    const user = requireUser(viewer);
    const key = entity.attributes.find((attribute) => attribute.name === name)?.key ?? name;
    // Mappings know types and attributes by their keys; tables of merged types keep the name of theirs.
    const types = new Set([entity.key ?? entity.name, ...(entity.formerNames ?? [])]);
    const feeding = feedingLoader(loaders, this.proposals, user);
    const rows = (await Promise.all([...types].map((type) => feeding.load(`${type}.${key}`)))).flatMap((found) => found ?? []);
    const { access } = await guardFor(loaders, this.catalogue, user);
    return rows.map((row) => fieldMappingOf(row, access));
  }
}

@Resolver(() => Relation)
export class RelationResolver {
  private readonly catalogue: CatalogueService;

  constructor(catalogue: CatalogueService) {
    this.catalogue = catalogue;
  }

  @FieldResolver(() => EntityType, { description: 'The entity type whose records are linked.' })
  from(@Root() { entity }: Relation): EntityType {
    return entityTypeOf(entity, this.catalogue.describe(entity));
  }

  @FieldResolver(() => EntityType, { description: 'The entity type they are linked to.' })
  async to(@Root() { relation }: Relation, @Ctx() { viewer, loaders }: GraphContext): Promise<EntityType> {
    const { entities } = await modelOf(loaders, this.catalogue, requireUser(viewer));
    const target = entities.find((candidate) => candidate.name === relation.target);
    if (target === undefined) throw commonErrors.NOT_FOUND({ what: 'entity type' });
    return entityTypeOf(target, this.catalogue.describe(target));
  }

  @FieldResolver(() => Int, { description: 'How many records are linked.' })
  async resolvedCount(@Root() root: Relation, @Ctx() context: GraphContext): Promise<number> {
    return (await this.counts(root, context)).resolved;
  }

  @FieldResolver(() => Int, { description: 'How many of them are linked although the value is written differently.' })
  async nearCount(@Root() root: Relation, @Ctx() context: GraphContext): Promise<number> {
    return (await this.counts(root, context)).near;
  }

  @FieldResolver(() => Int, { description: 'How many records carry a value that names no record.' })
  async unresolvedCount(@Root() root: Relation, @Ctx() context: GraphContext): Promise<number> {
    return (await this.counts(root, context)).unresolved;
  }

  @FieldResolver(() => [NearMatch], { description: 'Values written differently from the record they mean, those of most records first.' })
  async nearMatches(
    @Root() { entity, relation }: Relation,
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
  ): Promise<NearMatch[]> {
    const loader = nearMatchLoader(loaders, this.catalogue, requireUser(viewer), pageOf(first, null).limit);
    const rows = (await loader.load({ entity, relation })) ?? [];
    return rows.map(({ value, matched, similarity, records, evidence }) =>
      Object.assign(new NearMatch(), { value, matched, similarity, records, evidence }),
    );
  }

  private async counts({ entity, relation }: Relation, { viewer, loaders }: GraphContext): Promise<RelationCounts> {
    const counts = await relationCountsLoader(loaders, this.catalogue, requireUser(viewer)).load({ entity, relation });
    return counts ?? { resolved: 0, unresolved: 0, near: 0 };
  }
}

@Resolver(() => CanonicalRecord)
export class CanonicalRecordResolver {
  private readonly catalogue: CatalogueService;

  constructor(catalogue: CatalogueService) {
    this.catalogue = catalogue;
  }

  @FieldResolver(() => EntityType, { description: 'The entity type it is a record of.' })
  entityType(@Root() { entity }: CanonicalRecord): EntityType {
    return entityTypeOf(entity, this.catalogue.describe(entity));
  }
}
