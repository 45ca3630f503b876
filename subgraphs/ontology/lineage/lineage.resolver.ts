import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf } from '../../kernel/pagination/page.ts';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import { type UserViewer, requireUser } from '../../kernel/viewer/viewer.ts';
import { guardFor, modelOf, recordById, recordOfSource } from '../catalogue/catalogue.loader.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import { attributeOf, entityTypeOf } from '../catalogue/entity-type.type.ts';
import { traceOf } from '../catalogue/record-trace.type.ts';
import { CanonicalRecord } from '../catalogue/record.type.ts';
import { Connection, SourceObject, refer } from '../catalogue/stubs.type.ts';
import { fieldLoader } from '../mapping/mapping.loader.ts';
import { FieldMapping, fieldMappingOf } from '../mapping/mapping.type.ts';
import type { ProposalService } from '../mapping/proposal.service.ts';
import type { DataAccess } from '../../kernel/data-access/data-access.ts';
import { type GraphDraft, LAYERS, type LineageItem, keyOf } from './lineage-graph.ts';
import type { GoldenService } from '../golden/golden.service.ts';
import type { LineageService } from './lineage.service.ts';
import { Lineage, LineageEdge, LineageNode, LineageSubject, Metric } from './lineage.type.ts';
import { addValue } from './value-lineage.ts';
import { LineageDirection, walk } from './walk.ts';

/** Steps from a connection to a metric. */
const ALL_THE_WAY = 6;

interface Services {
  readonly catalogue: CatalogueService;
  readonly proposals: ProposalService;
  readonly lineage: LineageService;
  readonly golden: Pick<GoldenService, 'provenance'>;
  readonly access: Pick<DataAccess, 'of'>;
}

@Resolver(() => LineageNode)
export class LineageResolver {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  @Query(() => Lineage, {
    description: 'Where a number, an attribute or a single value comes from, or what a column, a table or a whole source is made into.',
  })
  async lineage(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('of', () => LineageSubject, { description: 'What is looked at.' }) { kind, id }: LineageSubject,
    @Arg('direction', () => LineageDirection, { defaultValue: LineageDirection.BOTH, description: 'Which way to look.' })
    direction: LineageDirection,
    @Arg('depth', () => Int, {
      defaultValue: ALL_THE_WAY,
      description: 'How many steps at most, 1 to 500; 6 lead from a source to a metric.',
    })
    depth: number,
  ): Promise<Lineage> {
    const user = requireUser(viewer);
    const steps = pageOf(depth, null).limit;
    const { catalogue, lineage } = this.#services;
    const model = await modelOf(loaders, catalogue, user);
    const graph = await lineage.graph(user.tenantId, model);
    const start = await this.#withValues(graph, model, { kind, id }, { viewer: user, loaders });
    const walked = walk(graph, start, direction, steps);
    const nodes = walked.items.map((item) => nodeOf(item, model, catalogue));
    const edges = walked.links.map((link) => Object.assign(new LineageEdge(), link));
    return Object.assign(new Lineage(), { nodes, edges, truncated: walked.truncated });
  }

  /** Adds the values that are asked about, or that a record of a source gives. @returns the key to begin at */
  async #withValues(
    graph: GraphDraft,
    model: SemanticModel,
    { kind, id }: LineageSubject,
    { viewer, loaders }: { viewer: UserViewer; loaders: LoaderScope },
  ): Promise<string> {
    const start = keyOf(kind, id);
    if (kind !== 'VALUE' && kind !== 'RECORD') return start;
    const { catalogue, golden } = this.#services;
    const at = id.indexOf(':');
    const [place, name] = [id.slice(0, Math.max(0, at)), id.slice(at + 1)];
    const guard = await guardFor(loaders, catalogue, viewer);
    const record =
      kind === 'VALUE'
        ? await recordById(loaders, catalogue, viewer, place)
        : await recordOfSource(loaders, catalogue, viewer, { objectId: place, key: name });
    if (record === null) return start;
    const [values = []] = await golden.provenance({ tenantId: viewer.tenantId, model, guard }, [record]);
    if (kind === 'VALUE') {
      const value = values.find(({ attribute }) => attribute === name);
      return value === undefined ? start : addValue(graph, record, value);
    }
    for (const value of values) if (value.member?.object.id === place && value.member.key === name) addValue(graph, record, value);
    return start;
  }

  @FieldResolver(() => FieldMapping, { nullable: true, description: 'The mapping, when it is one.' })
  async mapping(@Root() { kind, id }: LineageNode, @Ctx() { viewer, loaders }: GraphContext): Promise<FieldMapping | null> {
    if (kind !== 'MAPPING') return null;
    const user: UserViewer = requireUser(viewer);
    const row = await fieldLoader(loaders, this.#services.proposals, user).load(id);
    return row === null ? null : fieldMappingOf(row, await this.#services.access.of(user));
  }

  @FieldResolver(() => CanonicalRecord, { nullable: true, description: 'The unified record whose value it is.' })
  record(@Root() { kind, id }: LineageNode, @Ctx() { viewer, loaders }: GraphContext): Promise<CanonicalRecord | null> | null {
    return kind === 'VALUE' ? recordById(loaders, this.#services.catalogue, requireUser(viewer), id.slice(0, id.indexOf(':'))) : null;
  }
}

function nodeOf(item: LineageItem, { entities }: SemanticModel, catalogue: CatalogueService): LineageNode {
  const { kind, id, label, detail } = item;
  const before = id.slice(0, Math.max(0, id.indexOf(':')));
  const entity = kind === 'ATTRIBUTE' ? entities.find(({ attributes }) => attributes.some((one) => one.id === id)) : undefined;
  const attribute = entity?.attributes.find((one) => one.id === id);
  const object = kind === 'OBJECT' ? id : kind === 'FIELD' || kind === 'RECORD' ? before : null;
  return Object.assign(new LineageNode(), {
    key: keyOf(kind, id),
    kind,
    id,
    label,
    detail,
    layer: LAYERS[kind],
    connection: kind === 'CONNECTION' ? refer(Connection, id) : null,
    object: object === null ? null : refer(SourceObject, object),
    attribute: entity === undefined || attribute === undefined ? null : attributeOf(entity, attribute),
    entityType: entity === undefined ? null : entityTypeOf(entity, catalogue.describe(entity)),
    trace: kind === 'RECORD' ? traceOf(id) : null,
    metric: kind === 'METRIC' ? Object.assign(new Metric(), { name: id }) : null,
  });
}
