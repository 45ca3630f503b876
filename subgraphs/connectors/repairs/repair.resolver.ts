import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type InputProblem, type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { repairLoader } from './repair.loader.ts';
import { byId } from '../id.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { ConnectionService } from '../connections/connection.service.ts';
import { Connection, User } from '../connections/connection.type.ts';
import { Drift } from '../drift/drift.type.ts';
import type { DriftRow } from '../drift/drift.entity.ts';
import { connectionLoader, objectLoader } from '../loaders.ts';
import type { SourceObjectService } from '../objects/source-object.service.ts';
import { SourceObject } from '../objects/source-object.type.ts';
import { Run } from '../syncs/sync-run.type.ts';
import type { RepairPreview } from './preview.ts';
import type { RepairReader } from './repair-reader.ts';
import type { RepairRow, StoredChange } from './repair.entity.ts';
import { RepairChangeInput, RepairFilter } from './repair.input.ts';
import type { RepairService } from './repair.service.ts';
import {
  Approval,
  RepairChange,
  RepairDecided,
  RepairPreviewView,
  RepairProposal,
  RepairProposalConnection,
  RepairResult,
} from './repair.type.ts';

interface Deps {
  repairs: RepairService;
  reader: RepairReader;
  connections: ConnectionService;
  objects: SourceObjectService;
}

const decided = (result: RepairRow | InputProblem[]): RepairDecided | InputRefused =>
  Array.isArray(result) ? inputRefused(result) : Object.assign(new RepairDecided(), { repair: result });

@Resolver(() => RepairProposal)
export class RepairResolver {
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  @Query(() => RepairProposalConnection, { description: 'Repairs of how objects are read, newest first.' })
  repairs(
    @Ctx() { viewer }: GraphContext,
    @Arg('filter', () => RepairFilter, { nullable: true, description: 'Which ones.' }) filter: RepairFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<RepairRow>> {
    const { connectionId = null, objectId = null, statuses = null } = filter ?? {};
    return this.deps.reader.page(requireUser(viewer), { connectionId, objectId, statuses }, pageOf(first, after));
  }

  @Query(() => RepairProposal, { nullable: true, description: 'One repair; null when there is no such one.' })
  repair(@Ctx() context: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<RepairRow | null> {
    return byId(id, () => repairLoader(context, this.deps.reader).load(id));
  }

  @Mutation(() => RepairResult, {
    description:
      'Applies a repair, with changes where they are given: the object is read so from now on, and what waits in quarantine lands. Problems: REPAIR_NOT_FOUND, REPAIR_DECIDED, REPAIR_OUTDATED, REPAIR_INCOMPLETE, REPAIR_COLUMN_UNKNOWN, REPAIR_FIELD_UNKNOWN.',
  })
  async acceptRepair(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The repair’s id.' }) id: string,
    @Arg('changes', () => [RepairChangeInput], { nullable: true, description: 'What is to be read otherwise.' }) changes:
      | RepairChangeInput[]
      | null,
  ): Promise<RepairDecided | InputRefused> {
    const edits = (changes ?? []).map(({ column, from, separator, factor, values, leaveOut }) => ({
      column, from: from ?? [], separator: separator ?? null, factor: factor ?? null, values: values ?? [], leaveOut,
    })); // prettier-ignore
    return decided(await this.deps.repairs.accept(requireUser(viewer), id, edits));
  }

  @Mutation(() => RepairResult, {
    description: 'Turns a repair down; the records of its object go on waiting. Problems: REPAIR_NOT_FOUND, REPAIR_DECIDED.',
  })
  async rejectRepair(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The repair’s id.' }) id: string,
  ): Promise<RepairDecided | InputRefused> {
    return decided(await this.deps.repairs.reject(requireUser(viewer), id));
  }

  @Mutation(() => RepairResult, {
    description:
      'Takes a repair back: the object is read as before it, and the values that it changed are restored. Problems: REPAIR_NOT_FOUND, REPAIR_DECIDED, REPAIR_NOT_LAST.',
  })
  async rollBackRepair(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The repair’s id.' }) id: string,
  ): Promise<RepairDecided | InputRefused> {
    return decided(await this.deps.repairs.rollBack(requireUser(viewer), id));
  }

  @FieldResolver(() => Connection, { description: 'The connection it is about.' })
  connection(@Root() repair: RepairProposal, @Ctx() context: GraphContext): Promise<Connection | null> {
    return connectionLoader(context, this.deps.connections).load(repair.connectionId);
  }

  @FieldResolver(() => SourceObject, { description: 'The object that is read so.' })
  object(@Root() repair: RepairProposal, @Ctx() context: GraphContext): Promise<SourceObject | null> {
    return objectLoader(context, this.deps.objects).load(repair.objectId);
  }

  @FieldResolver(() => [Drift], { description: 'The drifts that it answers.' })
  drifts(@Root() repair: RepairProposal, @Ctx() { viewer }: GraphContext): Promise<DriftRow[]> {
    return this.deps.reader.drifts(requireUser(viewer), repair.id);
  }

  @FieldResolver(() => [RepairChange], { description: 'What it does about each column.' })
  changes(@Root() repair: RepairProposal): StoredChange[] {
    return repair.changes;
  }

  @FieldResolver(() => [String], { description: 'What speaks for it; none for those whom rules about data restrict.' })
  async evidence(@Root() repair: RepairProposal, @Ctx() { viewer }: GraphContext): Promise<string[]> {
    if (!(await this.deps.objects.seesRawValues(requireUser(viewer)))) return [];
    return repair.changes.flatMap(({ column, evidence }) => evidence.map((said) => `${column}: ${said}`));
  }

  @FieldResolver(() => [RepairPreviewView], {
    description: 'Up to 20 records as they are and as it would have them; none for those whom rules about data restrict.',
  })
  async preview(@Root() repair: RepairProposal, @Ctx() { viewer }: GraphContext): Promise<RepairPreview[]> {
    const user = requireUser(viewer);
    return (await this.deps.objects.seesRawValues(user)) ? this.deps.reader.preview(user, repair.id) : [];
  }

  @FieldResolver(() => Approval, { nullable: true, description: 'The approval that asks for it; null when nobody was asked.' })
  approval(@Root() repair: RepairProposal): Approval | null {
    return repair.approvalId == null ? null : Object.assign(new Approval(), { id: repair.approvalId });
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that brings in what waited, or puts back what was; null before.' })
  run(@Root() repair: RepairProposal): Run | null {
    return repair.replayRunId == null ? null : Object.assign(new Run(), { id: repair.replayRunId });
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who decided; null when nobody did.' })
  decidedBy(@Root() repair: RepairProposal): User | null {
    return repair.decidedBy == null ? null : Object.assign(new User(), { id: repair.decidedBy });
  }
}
