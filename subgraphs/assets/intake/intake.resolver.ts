import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { referTo, User } from '../asset/stubs.type.ts';
import type { IntakeService } from './intake.service.ts';
import { webhookAddress } from './webhook.route.ts';
import type { WebhookService } from './webhook.service.ts';
import {
  AddTelemetryFeedInput, AddTelemetryFeedResult, ChangeTelemetryFeedInput, ChangeTelemetryFeedResult, TelemetryArrival, TelemetryFeed, TelemetryFeedAdded,
  TelemetryFeedChanged, TelemetryFeedConnection, TelemetryFeedCount,
  TelemetryFeedSecretRotated,
} from './telemetry-feed.type.ts'; // prettier-ignore

/** Which part of the input a refusal is about. */
const FIELDS: Readonly<Record<string, string>> = {
  FEED_NAME_INVALID: 'name',
  FEED_FOLDER_REFUSED: 'folder',
  FEED_EMPTY: 'uploadId',
  FEED_ADDRESS_INVALID: 'url.address',
  FEED_HAS_NO_ADDRESS: 'url',
  HOST_NOT_FOUND: 'url.address',
  ADDRESS_NOT_ALLOWED: 'url.address',
  FEED_HEADER_INVALID: 'url.header',
};

@Resolver(() => TelemetryFeed)
export class IntakeResolver {
  private readonly intake: IntakeService;
  private readonly webhooks: WebhookService;
  private readonly publicUrl: string;

  constructor(intake: IntakeService, webhooks: WebhookService, publicUrl: string) {
    this.intake = intake;
    this.webhooks = webhooks;
    this.publicUrl = publicUrl;
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
      'Adds telemetry that scans read. Errors: FEED_NAME_INVALID, FEED_SOURCE_AMBIGUOUS, FEED_EMPTY, FEED_FOLDER_REFUSED, TOO_MANY_FEED_FILES; of an address FEED_ADDRESS_INVALID, FEED_HEADER_INVALID, HOST_NOT_FOUND, ADDRESS_NOT_ALLOWED.',
  })
  addTelemetryFeed(
    @Ctx() { viewer, localOwner }: GraphContext,
    @Arg('input', () => AddTelemetryFeedInput, { description: 'The feed.' }) input: AddTelemetryFeedInput,
  ): Promise<TelemetryFeedAdded | InputRefused> {
    return orRefused(async () => Object.assign(new TelemetryFeedAdded(), await this.intake.add(requireUser(viewer), input, localOwner))); // prettier-ignore
  }

  @Mutation(() => ChangeTelemetryFeedResult, {
    description:
      'Calls a feed otherwise, or has it fetched from another address or with another secret. Errors: FEED_NOT_FOUND, FEED_NAME_INVALID, FEED_HAS_NO_ADDRESS, FEED_ADDRESS_INVALID, FEED_HEADER_INVALID, HOST_NOT_FOUND, ADDRESS_NOT_ALLOWED.',
  })
  changeTelemetryFeed(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => ChangeTelemetryFeedInput, { description: 'The feed, and what is to be otherwise.' })
    input: ChangeTelemetryFeedInput,
  ): Promise<TelemetryFeedChanged | InputRefused> {
    return orRefused(async () => Object.assign(new TelemetryFeedChanged(), { feed: await this.intake.change(requireUser(viewer), input) }));
  }

  @Mutation(() => TelemetryFeedSecretRotated, {
    description: 'Makes another secret for what is sent to a webhook. Errors: FEED_NOT_FOUND, FEED_IS_NO_WEBHOOK.',
  })
  async rotateTelemetryFeedSecret(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The feed.' }) id: string,
  ): Promise<TelemetryFeedSecretRotated> {
    return Object.assign(new TelemetryFeedSecretRotated(), await this.webhooks.rotate(requireUser(viewer), id));
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

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where it is fetched from, or what others send to, signed with its secret; null of files.',
  })
  address(@Root() { id, kind, location }: TelemetryFeed): string | null {
    if (kind === 'WEBHOOK') return webhookAddress(this.publicUrl, id);
    return kind === 'URL' ? location : null;
  }

  @FieldResolver(() => TelemetryArrival, {
    nullable: true,
    description: 'What came when it was last fetched, or sent; null where nothing was.',
  })
  lastArrival(@Root() { id }: TelemetryFeed, @Ctx() { viewer, loaders }: GraphContext): Promise<TelemetryArrival | null> {
    return loaders.get<TelemetryArrival | null>('assets.feedArrival', (ids) => this.intake.arrivals(requireUser(viewer), ids)).load(id);
  }

  @FieldResolver(() => TelemetryFeedCount, {
    nullable: true,
    description: 'What the last scan counted of it; null when that read nothing of it.',
  })
  lastCount(@Root() { id }: TelemetryFeed, @Ctx() { viewer, loaders }: GraphContext): Promise<TelemetryFeedCount | null> {
    return loaders.get<TelemetryFeedCount | null>('assets.feedCount', (ids) => this.intake.counts(requireUser(viewer), ids)).load(id);
  }
}

async function orRefused<T>(work: () => Promise<T>): Promise<T | InputRefused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) return inputRefused([inputProblem(error, FIELDS[error.code] ?? null)]);
    throw error;
  }
}
