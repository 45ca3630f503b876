import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import { type InputProblem, inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { modelOf } from '../../catalogue/catalogue.loader.ts';
import type { CatalogueService } from '../../catalogue/catalogue.service.ts';
import { CanonicalRecord } from '../../catalogue/record.type.ts';
import { resolutionErrors } from '../resolution.errors.ts';
import { decideOn, merge, never, split, undo } from '../steward/decisions.ts';
import type { Found, Finder } from '../steward/finder.ts';
import type { PairsService } from '../steward/pairs.service.ts';
import { Refusal, refuse } from '../steward/refused.ts';
import type { Decided, Deciding, StewardService } from '../steward/steward.service.ts';
import type { Reclustered } from '../work/recluster.ts';
import { changeOf } from './change.type.ts';
import { PairDecision } from './pair.type.ts';
import { RecordVerified, ResolutionDone, ResolutionResult, VerifyRecordResult } from './results.type.ts';

/** Golden records, members or pairs of one decision, at most. */
const MAX_IDS = 200;

@Resolver(() => CanonicalRecord)
export class StewardResolver {
  private readonly steward: StewardService;
  private readonly pairs: PairsService;
  private readonly catalogue: CatalogueService;
  private readonly finder: Finder;

  constructor(parts: { steward: StewardService; pairs: PairsService; catalogue: CatalogueService; finder: Finder }) {
    this.steward = parts.steward;
    this.pairs = parts.pairs;
    this.catalogue = parts.catalogue;
    this.finder = parts.finder;
  }

  @Mutation(() => ResolutionResult, {
    description:
      'Says of a pair whether it is one thing. Problems: RESOLUTION_PAIR_UNKNOWN, RESOLUTION_BOTH_VERIFIED, RESOLUTION_NEVER, RESOLUTION_KEPT_APART.',
  })
  decidePair(
    @Ctx() context: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the pair.' }) id: string,
    @Arg('decision', () => PairDecision, { description: 'Whether they are one.' }) decision: PairDecision,
  ): Promise<ResolutionDone | InputRefused> {
    return this.decidePairs(context, [id], decision);
  }

  @Mutation(() => ResolutionResult, {
    description:
      'Says the same of several pairs of one entity type, as one change; all or none. Problems: as decidePair, RESOLUTION_TOO_MANY.',
  })
  decidePairs(
    @Ctx() context: GraphContext,
    @Arg('ids', () => [ID], { description: 'Ids of the pairs, 200 at most.' }) ids: string[],
    @Arg('decision', () => PairDecision, { description: 'Whether they are one.' }) decision: PairDecision,
  ): Promise<ResolutionDone | InputRefused> {
    return this.carriedOut(context, async () => {
      bounded(ids, 'ids');
      const user = requireUser(context.viewer);
      const model = await modelOf(context.loaders, this.catalogue, user);
      const rows = await this.pairs.load(user, model, ids);
      const names = new Set(rows.map((row) => row?.entity ?? ''));
      const entity = model.entities.find(({ name }) => name === rows[0]?.entity);
      if (entity === undefined || names.size > 1) refuse(resolutionErrors.RESOLUTION_PAIR_UNKNOWN({}), 'id');
      return { entity, work: (deciding) => decideOn(deciding, [...new Set(ids)], decision) };
    });
  }

  @Mutation(() => ResolutionResult, {
    description:
      'Makes golden records one, and confirms it. Problems: RESOLUTION_RECORD_UNKNOWN, RESOLUTION_TYPES_DIFFER, RESOLUTION_OFF, RESOLUTION_TOO_FEW, RESOLUTION_BOTH_VERIFIED, RESOLUTION_NEVER, RESOLUTION_KEPT_APART.',
  })
  mergeRecords(
    @Ctx() context: GraphContext,
    @Arg('ids', () => [ID], { description: 'Ids of golden records of one entity type, two or more.' }) ids: string[],
  ): Promise<ResolutionDone | InputRefused> {
    return this.carriedOut(context, async () => {
      const { entity, ids: goldens } = await this.several(context, ids);
      return { entity, work: (deciding) => merge(deciding, goldens, requireUser(context.viewer).userId) };
    });
  }

  @Mutation(() => ResolutionResult, {
    description:
      'Takes members out of a golden record; they become one of their own, and stay apart from the rest. Problems: RESOLUTION_RECORD_UNKNOWN, RESOLUTION_OFF, RESOLUTION_TOO_FEW, RESOLUTION_TOO_MANY.',
  })
  splitRecord(
    @Ctx() context: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the golden record.' }) id: string,
    @Arg('members', () => [ID], { description: 'Ids of the records of sources that leave it.' }) members: string[],
  ): Promise<ResolutionDone | InputRefused> {
    return this.carriedOut(context, async () => {
      bounded(members, 'members');
      const { entity, ids } = await this.finder.find(context, [id], 'id');
      return { entity, work: (deciding) => split(deciding, ids[0] ?? '', [...new Set(members)]) };
    });
  }

  @Mutation(() => ResolutionResult, {
    description:
      'Declares that golden records are never to be one. Problems: RESOLUTION_RECORD_UNKNOWN, RESOLUTION_TYPES_DIFFER, RESOLUTION_OFF, RESOLUTION_TOO_FEW, RESOLUTION_TOO_MANY.',
  })
  neverMerge(
    @Ctx() context: GraphContext,
    @Arg('ids', () => [ID], { description: 'Ids of golden records of one entity type, two or more.' }) ids: string[],
  ): Promise<ResolutionDone | InputRefused> {
    return this.carriedOut(context, async () => {
      const { entity, ids: goldens } = await this.several(context, ids);
      return { entity, work: (deciding) => never(deciding, goldens) };
    });
  }

  @Mutation(() => ResolutionResult, {
    description:
      'Takes a change back: golden records are as they were before it, ids included. Problems: RESOLUTION_CHANGE_UNKNOWN, RESOLUTION_UNDONE, RESOLUTION_CHANGED_SINCE, RESOLUTION_TOO_MANY.',
  })
  undoResolution(
    @Ctx() context: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the change, from `resolutionHistory`.' }) id: string,
  ): Promise<ResolutionDone | InputRefused> {
    return this.carriedOut(context, async () => {
      const { entity, change } = await this.finder.change(context, id);
      return { entity, work: (deciding) => undo(deciding, change, requireUser(context.viewer).userId) };
    });
  }

  @Mutation(() => VerifyRecordResult, {
    description:
      'Confirms a golden record, so that it is never merged with another confirmed one; or takes that back. Problems: RESOLUTION_RECORD_UNKNOWN, RESOLUTION_OFF.',
  })
  async verifyRecord(
    @Ctx() context: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the golden record.' }) id: string,
    @Arg('verified', () => Boolean, { defaultValue: true, description: 'Whether it is confirmed.' }) verified: boolean,
  ): Promise<RecordVerified | InputRefused> {
    try {
      const { entity, ids } = await this.finder.find(context, [id], 'id');
      await this.finder.verify(requireUser(context.viewer), entity, ids[0] ?? '', verified);
      context.loaders.forget();
      return Object.assign(new RecordVerified(), { verified });
    } catch (error) {
      return refusalOf(error);
    }
  }

  @FieldResolver(() => Boolean, { description: 'Whether a person has confirmed what it is made of.' })
  async verified(@Root() { id, entity }: CanonicalRecord, @Ctx() { viewer, loaders }: GraphContext): Promise<boolean> {
    const user = requireUser(viewer);
    if (typeof entity.sourceTable !== 'string') return false;
    return (await loaders.get<boolean>('ontology.verified', (ids) => this.finder.verified(user, ids)).load(id)) ?? false;
  }

  private async several(context: GraphContext, ids: readonly string[]): Promise<Found> {
    bounded(ids, 'ids');
    const found = await this.finder.find(context, ids, 'ids');
    if (found.ids.length < 2) refuse(resolutionErrors.RESOLUTION_TOO_FEW({}), 'ids');
    return found;
  }

  private async carriedOut(
    context: GraphContext,
    prepare: () => Promise<{ entity: ModelEntity; work: (deciding: Deciding) => Promise<Reclustered> }>,
  ): Promise<ResolutionDone | InputRefused> {
    try {
      const { entity, work } = await prepare();
      const decided: Decided = await this.steward.act(requireUser(context.viewer), entity, work);
      context.loaders.forget();
      if (decided.kind === 'refused') return inputRefused(decided.problems);
      return Object.assign(new ResolutionDone(), { change: changeOf(decided.change) });
    } catch (error) {
      return refusalOf(error);
    }
  }
}

function bounded(ids: readonly string[], field: string): void {
  if (ids.length > MAX_IDS) refuse(resolutionErrors.RESOLUTION_TOO_MANY({ most: MAX_IDS }), field);
}

function refusalOf(error: unknown): InputRefused {
  if (error instanceof Refusal) return inputRefused(error.problems satisfies InputProblem[]);
  throw error;
}
