import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { referTo, User } from '../asset/stubs.type.ts';
import type { IntakeService } from './intake.service.ts';
import { AddTelemetryFeedInput, AddTelemetryFeedResult, TelemetryFeed, TelemetryFeedAdded, TelemetryFeedConnection } from './telemetry-feed.type.ts'; // prettier-ignore

/** Which part of the input a refusal is about. */
const FIELDS: Readonly<Record<string, string>> = { FEED_NAME_INVALID: 'name', FEED_FOLDER_REFUSED: 'folder', FEED_EMPTY: 'uploadId' };

@Resolver(() => TelemetryFeed)
export class IntakeResolver {
  private readonly intake: IntakeService;

  constructor(intake: IntakeService) {
    this.intake = intake;
  }

  @Query(() => TelemetryFeedConnection, { description: 'Where telemetry comes from, the newest feed first.' })
  telemetryFeeds(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<TelemetryFeed>> {
    return this.intake.page(requireUser(viewer), pageOf(first, after));
  }

  @Mutation(() => AddTelemetryFeedResult, {
    description:
      'Adds telemetry that scans read. Errors: FEED_NAME_INVALID, FEED_SOURCE_AMBIGUOUS, FEED_EMPTY, FEED_FOLDER_REFUSED, TOO_MANY_FEED_FILES.',
  })
  async addTelemetryFeed(
    @Ctx() { viewer, localOwner }: GraphContext,
    @Arg('input', () => AddTelemetryFeedInput, { description: 'The feed.' }) input: AddTelemetryFeedInput,
  ): Promise<TelemetryFeedAdded | InputRefused> {
    try {
      return Object.assign(new TelemetryFeedAdded(), { feed: await this.intake.add(requireUser(viewer), input, localOwner) });
    } catch (error) {
      if (error instanceof DomainError) return inputRefused([inputProblem(error, FIELDS[error.code] ?? null)]);
      throw error;
    }
  }

  @Mutation(() => Boolean, {
    description: 'Has scans read a feed no more, and removes the files that were sent to it. Errors: FEED_NOT_FOUND.',
  })
  async removeTelemetryFeed(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The feed.' }) id: string,
  ): Promise<boolean> {
    await this.intake.remove(requireUser(viewer), id);
    return true;
  }

  @FieldResolver(() => User, { description: 'Who added it.' })
  addedBy(@Root() { createdBy }: TelemetryFeed): User {
    return referTo(User, createdBy);
  }
}
