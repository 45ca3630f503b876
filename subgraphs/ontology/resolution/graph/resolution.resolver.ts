import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import { inputProblem, inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { type ConnectionOf, connectionFrom, pageOf } from '../../../kernel/pagination/page.ts';
import type { System } from '../../../kernel/system.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { guardFor, modelOf, recordById } from '../../catalogue/catalogue.loader.ts';
import type { CatalogueService } from '../../catalogue/catalogue.service.ts';
import { EntityType, entityTypeOf } from '../../catalogue/entity-type.type.ts';
import { Run, refer } from '../../catalogue/stubs.type.ts';
import { isGolden } from '../../golden/tables.ts';
import { ontologyErrors } from '../../ontology.errors.ts';
import { setPolicy } from '../policy/set-policy.ts';
import { resolutionErrors } from '../resolution.errors.ts';
import { startResolving } from '../resolve.workflow.ts';
import { changes } from '../steward/history.ts';
import type { ResolveService } from '../work/resolve.service.ts';
import { type ResolutionChange, ResolutionChangeConnection, changeOf } from './change.type.ts';
import { overviewOf } from './overview.ts';
import { EntityResolution } from './resolution.type.ts';
import {
  ResolutionPolicyInput,
  ResolutionPolicySet,
  ResolutionStarted,
  ResolveNowResult,
  SetResolutionPolicyResult,
} from './results.type.ts';

/** What the resolvers work with. */
export interface ResolutionParts {
  readonly system: System;
  readonly catalogue: CatalogueService;
  readonly resolver: ResolveService;
  readonly republish: (tenantId: string) => Promise<unknown>;
}

@Resolver(() => EntityType)
export class ResolutionResolver {
  private readonly parts: ResolutionParts;

  constructor(parts: ResolutionParts) {
    this.parts = parts;
  }

  @FieldResolver(() => EntityResolution, { description: 'How its records are found to be the same thing.' })
  async resolution(@Root() { model }: EntityType, @Ctx() { viewer, loaders }: GraphContext): Promise<EntityResolution> {
    const user = requireUser(viewer);
    const loader = loaders.get<EntityResolution>(`ontology.resolution-${model.name}`, async (keys) => {
      const overview = await overviewOf(this.parts, user.tenantId, model, await guardFor(loaders, this.parts.catalogue, user));
      return keys.map(() => overview);
    });
    const overview = await loader.load(model.name);
    if (overview === null) throw new Error('the resolution of an entity type was not loaded');
    return overview;
  }

  @Query(() => ResolutionChangeConnection, {
    description: 'What became of golden records, of one or of all of an entity type, newest first.',
  })
  async resolutionHistory(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('entityType', () => String, { nullable: true, description: 'Name of an entity type.' }) entityType?: string | null,
    @Arg('recordId', () => ID, { nullable: true, description: 'Id of a golden record; also one that has ended.' }) recordId?: string | null,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<ResolutionChange>> {
    const { catalogue, resolver, system } = this.parts;
    const user = requireUser(viewer);
    const page = pageOf(first, after);
    const none = connectionFrom<ResolutionChange>(page, [], 0, () => ['']);
    const record = recordId == null ? null : await recordById(loaders, catalogue, user, recordId);
    const guard = await guardFor(loaders, catalogue, user);
    // Whoever may not see all records of a type sees the history of those that can be seen, one by one.
    const entity = entityType == null ? null : await this.entity(loaders, user, entityType);
    if ((recordId != null && record === null) || (recordId == null && (entity === null || guard.access.restricted))) return none;
    if (!(await resolver.tables.exist(user.tenantId))) return none;
    const of = record === null ? { entity: entity?.name ?? '' } : { golden: record.id };
    const found = await system.database.unitOfWork(user.tenantId, (unit) => unit.asTenant((db) => changes(db, of, page)));
    const edges = found.edges.map(({ node, cursor }) => ({ node: changeOf(node), cursor }));
    return { ...found, edges, nodes: edges.map(({ node }) => node) };
  }

  @Mutation(() => SetResolutionPolicyResult, {
    description:
      'Sets how records of an entity type are resolved, and has all of them gone through by it. Problems: ENTITY_TYPE_UNKNOWN, RESOLUTION_THRESHOLDS.',
  })
  async setResolutionPolicy(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('input', () => ResolutionPolicyInput, { description: 'The policy.' }) input: ResolutionPolicyInput,
  ): Promise<ResolutionPolicySet | InputRefused> {
    const user = requireUser(viewer);
    const entity = await this.entity(loaders, user, input.entityType);
    if (entity === null) return unknownType();
    const { system, resolver, republish, catalogue } = this.parts;
    const { enabled = null, withinSource, oneEach = null, matchThreshold = null, possibleThreshold = null } = input;
    const policy = { enabled, withinSource: withinSource ?? 'PROPOSE', oneEach, matchThreshold, possibleThreshold };
    const result = await setPolicy({ system, tables: resolver.tables, republish }, user, entity, policy);
    if (Array.isArray(result)) return inputRefused(result);
    const run = result.runId === null ? null : refer(Run, result.runId);
    return Object.assign(new ResolutionPolicySet(), { entityType: entityTypeOf(entity, catalogue.describe(entity)), run });
  }

  @Mutation(() => ResolveNowResult, {
    description:
      'Learns anew and goes through all records of an entity type. Problems: ENTITY_TYPE_UNKNOWN, RESOLUTION_OFF. Errors: QUOTA_EXCEEDED.',
  })
  async resolveNow(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('entityType', () => String, { description: 'Name of the entity type.' }) entityType: string,
  ): Promise<ResolutionStarted | InputRefused> {
    const user = requireUser(viewer);
    const entity = await this.entity(loaders, user, entityType);
    if (entity === null) return unknownType();
    if (!isGolden(entity)) return inputRefused([inputProblem(resolutionErrors.RESOLUTION_OFF({ name: entity.name }), 'entityType')]);
    const { system } = this.parts;
    const runId = await system.database.unitOfWork(user.tenantId, (unit) =>
      startResolving(system, unit, entity, { userId: user.userId, relearn: true }),
    );
    return Object.assign(new ResolutionStarted(), { run: refer(Run, runId) });
  }

  private async entity(loaders: GraphContext['loaders'], user: ReturnType<typeof requireUser>, name: string): Promise<ModelEntity | null> {
    const { entities } = await modelOf(loaders, this.parts.catalogue, user);
    return entities.find((entity) => entity.name === name) ?? null;
  }
}

function unknownType(): InputRefused {
  return inputRefused([inputProblem(ontologyErrors.ENTITY_TYPE_UNKNOWN({}), 'entityType')]);
}
