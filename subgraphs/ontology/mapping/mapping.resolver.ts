import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DataAccess } from '../../kernel/data-access/data-access.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { SourceObject, refer } from '../catalogue/stubs.type.ts';
import type { AcceptanceService } from './acceptance.service.ts';
import { fieldLoader, fieldsLoader, proposalLoader, tableLoader, tablesLoader } from './mapping.loader.ts';
import { changeOf } from './changes.ts';
import { AcceptMappingInput, ReviseMappingInput } from './mapping.input.ts';
import {
  FieldMapping,
  MappingProposal,
  MappingProposalConnection,
  TableMapping,
  fieldMappingOf,
  proposalOf,
  tableMappingOf,
} from './mapping.type.ts';
import { AcceptMappingResult, MappingAccepted, MappingRevised, ReviseMappingResult } from './results.type.ts';
import type { ProposalService } from './proposal.service.ts';

/** A person changes tables and columns by hand: more than this is a program's mistake. */
const MAX_CHANGES = 2_000;

@Resolver(() => MappingProposal)
export class MappingResolver {
  private readonly proposals: ProposalService;
  private readonly acceptance: AcceptanceService;
  private readonly access: Pick<DataAccess, 'of'>;

  constructor(proposals: ProposalService, acceptance: AcceptanceService, access: Pick<DataAccess, 'of'>) {
    this.proposals = proposals;
    this.acceptance = acceptance;
    this.access = access;
  }

  @Query(() => MappingProposalConnection, { description: 'Mapping proposals, newest first.' })
  async mappingProposals(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many to read, at most.' }) first: number,
    @Arg('connectionId', () => ID, { nullable: true, description: 'Only those of this connection.' }) connectionId?: string | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the item to go on after.' }) after?: string | null,
  ): Promise<ConnectionOf<MappingProposal>> {
    const page = await this.proposals.page(requireUser(viewer).tenantId, connectionId ?? null, pageOf(first, after));
    return {
      ...page,
      nodes: page.nodes.map(proposalOf),
      edges: page.edges.map(({ node, cursor }) => ({ node: proposalOf(node), cursor })),
    };
  }

  @Query(() => MappingProposal, { nullable: true, description: 'One mapping proposal; null when there is none of this id.' })
  async mappingProposal(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the proposal.' }) id: string,
  ): Promise<MappingProposal | null> {
    const row = await proposalLoader(loaders, this.proposals, requireUser(viewer)).load(id);
    return row === null ? null : proposalOf(row);
  }

  @Query(() => FieldMapping, { nullable: true, description: 'The mapping of one column; null when there is none of this id.' })
  async fieldMapping(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the field mapping.' }) id: string,
  ): Promise<FieldMapping | null> {
    const user = requireUser(viewer);
    const row = await fieldLoader(loaders, this.proposals, user).load(id);
    return row === null ? null : fieldMappingOf(row, await this.access.of(user));
  }

  @FieldResolver(() => [TableMapping], { description: 'What each table becomes.' })
  async tables(@Root() { id }: MappingProposal, @Ctx() { viewer, loaders }: GraphContext): Promise<TableMapping[]> {
    const user = requireUser(viewer);
    const rows = await tablesLoader(loaders, this.proposals, user).load(id);
    const access = await this.access.of(user);
    return (rows ?? []).map((row) => tableMappingOf(row, access));
  }

  @Mutation(() => AcceptMappingResult, { description: 'Accepts a proposal, with changes, and has it published.' })
  async acceptMapping(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => AcceptMappingInput, { description: 'Which proposal, and what to change.' }) input: AcceptMappingInput,
  ): Promise<MappingAccepted | InputRefused> {
    const changes = (input.changes ?? []).map(changeOf);
    if (changes.length > MAX_CHANGES) return tooMany();
    const result = await this.acceptance.accept(requireUser(viewer), input.proposalId, changes);
    if (result.kind === 'refused') return inputRefused(result.problems);
    return Object.assign(new MappingAccepted(), { proposal: proposalOf(result.proposal) });
  }

  @Mutation(() => ReviseMappingResult, {
    description:
      'Changes a proposal that waits for a decision without taking it: rejects single columns (`leaveOut`), chooses other targets. The rest is proposed anew with that. Problems: MAPPING_NOT_FOUND, MAPPING_SUPERSEDED, MAPPING_DECIDED, MAPPING_CHANGED, MAPPING_NOTHING_LEFT, and those of `acceptMapping` about changes.',
  })
  async reviseMapping(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('input', () => ReviseMappingInput, { description: 'Which proposal, and what to change.' }) input: ReviseMappingInput,
  ): Promise<MappingRevised | InputRefused> {
    if (input.changes.length > MAX_CHANGES) return tooMany();
    const { tenantId, userId, role } = requireUser(viewer);
    const reviser = { tenantId, userId, by: role === 'AGENT' ? ('AGENT' as const) : ('PERSON' as const) };
    const result = await this.acceptance.revise(reviser, input.proposalId, input.changes.map(changeOf));
    loaders.forget();
    if (result.kind === 'refused') return inputRefused(result.problems);
    return Object.assign(new MappingRevised(), { proposal: proposalOf(result.proposal) });
  }
}

function tooMany(): InputRefused {
  return inputRefused([inputProblem(commonErrors.INVALID_INPUT({ reason: `More than ${MAX_CHANGES} changes.` }), 'changes')]);
}

@Resolver(() => TableMapping)
export class TableMappingResolver {
  private readonly proposals: ProposalService;
  private readonly access: Pick<DataAccess, 'of'>;

  constructor(proposals: ProposalService, access: Pick<DataAccess, 'of'>) {
    this.proposals = proposals;
    this.access = access;
  }

  @FieldResolver(() => [FieldMapping], { description: 'What each column becomes, in the order of the columns.' })
  async fields(@Root() { id }: TableMapping, @Ctx() { viewer, loaders }: GraphContext): Promise<FieldMapping[]> {
    const user = requireUser(viewer);
    const rows = await fieldsLoader(loaders, this.proposals, user).load(id);
    const access = await this.access.of(user);
    return (rows ?? []).map((row) => fieldMappingOf(row, access));
  }
}

@Resolver(() => FieldMapping)
export class FieldMappingResolver {
  private readonly proposals: ProposalService;

  constructor(proposals: ProposalService) {
    this.proposals = proposals;
  }

  @FieldResolver(() => SourceObject, { description: 'The table or file the column is of.' })
  async object(@Root() { tableId }: FieldMapping, @Ctx() { viewer, loaders }: GraphContext): Promise<SourceObject> {
    const table = await tableLoader(loaders, this.proposals, requireUser(viewer)).load(tableId);
    if (table === null) throw commonErrors.NOT_FOUND({ what: 'table mapping' });
    return refer(SourceObject, table.objectId);
  }
}
