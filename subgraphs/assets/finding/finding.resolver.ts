import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import type { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { assetLoader } from '../asset/asset.loader.ts';
import type { AssetService } from '../asset/asset.service.ts';
import { Asset } from '../asset/asset.type.ts';
import { referTo, User } from '../asset/stubs.type.ts';
import { AssetFindingFilter, FindingTriaged, TriageFindingResult } from './finding.input.ts';
import { findingLoader } from './finding.loader.ts';
import type { FindingService } from './finding.service.ts';
import { Finding, FindingConnection } from './finding.type.ts';

/** Which part of the input a refusal is about; the finding, where none is named. */
const FIELDS: Readonly<Record<string, string>> = {
  OWNER_UNKNOWN: 'userId',
  FINDING_ACCEPTED_IN_PAST: 'until',
  FINDING_REASON_MISSING: 'reason',
};

@Resolver(() => Finding)
export class FindingResolver {
  private readonly service: FindingService;
  private readonly assets: AssetService;

  constructor(findings: FindingService, assets: AssetService) {
    this.service = findings;
    this.assets = assets;
  }

  @Query(() => FindingConnection, { description: 'What is noteworthy about assets, the gravest first, of those the latest.' })
  assetFindings(
    @Ctx() { viewer }: GraphContext,
    @Arg('filter', () => AssetFindingFilter, { nullable: true, description: 'Which ones; all that are open when left out.' })
    filter: AssetFindingFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Finding>> {
    return this.service.page(requireUser(viewer), filter ?? {}, pageOf(first, after));
  }

  @Query(() => Finding, { nullable: true, description: 'One finding about an asset; null when there is none with this id.' })
  assetFinding(@Ctx() context: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Finding | null> {
    return findingLoader(context, this.service).load(id);
  }

  @Mutation(() => TriageFindingResult, {
    description: 'Names who takes care of a finding. Errors: ASSET_FINDING_NOT_FOUND, OWNER_UNKNOWN.',
  })
  assignFinding(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The finding.' }) id: string,
    @Arg('userId', () => ID, { nullable: true, description: 'One of `tenant.members`; null: nobody.' }) userId: string | null,
  ): Promise<FindingTriaged | InputRefused> {
    return orRefused(() => this.service.assign(requireUser(viewer), id, userId ?? null));
  }

  @Mutation(() => TriageFindingResult, {
    description:
      'Lets a finding be. Errors: ASSET_FINDING_NOT_FOUND, FINDING_ACCEPTED_IN_PAST, FINDING_REASON_MISSING, FINDING_STATUS_CONFLICT.',
  })
  acceptFinding(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The finding.' }) id: string,
    @Arg('reason', () => String, { description: 'Why; 1 to 1,000 characters.' }) reason: string,
    @Arg('until', () => GraphQLDateTime, { nullable: true, description: 'Until when; left out: for good.' }) until: Date | null,
  ): Promise<FindingTriaged | InputRefused> {
    return orRefused(() => this.service.accept(requireUser(viewer), id, until ?? null, reason));
  }

  @Mutation(() => TriageFindingResult, {
    description: 'Says that a finding is done; found again, it opens again. Errors: ASSET_FINDING_NOT_FOUND, FINDING_STATUS_CONFLICT.',
  })
  resolveFinding(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The finding.' }) id: string,
    @Arg('comment', () => String, { nullable: true, description: 'What was done; at most 1,000 characters are kept.' }) comment:
      | string
      | null,
  ): Promise<FindingTriaged | InputRefused> {
    return orRefused(() => this.service.resolve(requireUser(viewer), id, comment ?? null));
  }

  @Mutation(() => TriageFindingResult, {
    description: 'Opens a finding that was accepted or resolved. Errors: ASSET_FINDING_NOT_FOUND, FINDING_STATUS_CONFLICT.',
  })
  reopenFinding(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The finding.' }) id: string,
    @Arg('comment', () => String, { nullable: true, description: 'Why; at most 1,000 characters are kept.' }) comment: string | null,
  ): Promise<FindingTriaged | InputRefused> {
    return orRefused(() => this.service.reopen(requireUser(viewer), id, comment ?? null));
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'What it is about.' })
  asset(@Root() { assetId }: Finding, @Ctx() { viewer, loaders }: GraphContext): Promise<Asset | null> {
    return assetLoader(loaders, this.assets, requireUser(viewer)).load(assetId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who takes care of it; null: nobody.' })
  assignee(@Root() { assigneeId }: Finding): User | null {
    return assigneeId === null ? null : referTo(User, assigneeId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who decided about it last; null: nobody yet.' })
  decider(@Root() { decidedBy }: Finding): User | null {
    return decidedBy === null ? null : referTo(User, decidedBy);
  }
}

function orRefused(change: () => Promise<Finding>): Promise<FindingTriaged | InputRefused> {
  return refusalAsResult(
    async () => Object.assign(new FindingTriaged(), { finding: await change() }),
    ({ code }) => FIELDS[code] ?? 'id',
  );
}
