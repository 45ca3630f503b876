import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import { InputProblem, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { referTo, Run, User } from '../asset/stubs.type.ts';
import { feedLoader } from '../intake/feed.loader.ts';
import type { IntakeService } from '../intake/intake.service.ts';
import { TelemetryFeed } from '../intake/telemetry-feed.type.ts';
import { DiscoveryPolicy } from '../policy/discovery-policy.type.ts';
import type { PolicyService } from '../policy/policy.service.ts';
import { scanFilesLoader, scanLoader } from './scan.loader.ts';
import type { ScanService } from './scan.service.ts';
import { Scan, ScanConnection, ScanFile, type ScanProblem, ScanProblemConnection, ScanStarted, StartScanInput, StartScanResult, UnfetchedFeed } from './scan.type.ts'; // prettier-ignore

@Resolver(() => Scan)
export class ScanResolver {
  private readonly service: ScanService;
  private readonly policies: PolicyService;

  constructor(scans: ScanService, policies: PolicyService) {
    this.service = scans;
    this.policies = policies;
  }

  @Query(() => ScanConnection, { description: 'The scans, newest first.' })
  scans(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Scan>> {
    return this.service.page(requireUser(viewer), pageOf(first, after));
  }

  @Query(() => Scan, { nullable: true, description: 'One scan; null when there is none with this id.' })
  scan(@Ctx() context: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Scan | null> {
    return scanLoader(context, this.service).load(id);
  }

  @Mutation(() => StartScanResult, {
    description:
      'Scans the telemetry now, as a durable run. Errors: SCAN_RUNNING, NO_TELEMETRY, SCAN_NOT_FOUND and SCAN_NOT_FINISHED of a replay.',
  })
  startScan(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => StartScanInput, { nullable: true, description: 'How.' }) input: StartScanInput | null,
  ): Promise<ScanStarted | InputRefused> {
    const start = async () => Object.assign(new ScanStarted(), { scan: await this.service.start(requireUser(viewer), input ?? {}) });
    return refusalAsResult(start, ({ code }) => (code.startsWith('SCAN_NOT') ? 'replayOf' : null));
  }

  @Mutation(() => Scan, { description: 'Cancels a scan that runs; what was recorded stays. Errors: SCAN_NOT_FOUND, SCAN_NOT_RUNNING.' })
  cancelScan(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The scan.' }) id: string): Promise<Scan> {
    return this.service.cancel(requireUser(viewer), id);
  }

  @FieldResolver(() => Run, { description: 'The durable run that does it, with its steps and how far it is.' })
  run(@Root() { id }: Scan): Run {
    return referTo(Run, id);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who started it.' })
  startedByUser(@Root() { startedBy }: Scan): User | null {
    return startedBy == null ? null : referTo(User, startedBy);
  }

  @FieldResolver(() => Scan, { nullable: true, description: 'The scan that it repeats; null when it repeats none.' })
  replay(@Root() { replayOf }: Scan, @Ctx() context: GraphContext): Promise<Scan | null> | null {
    return replayOf == null ? null : scanLoader(context, this.service).load(replayOf);
  }

  @FieldResolver(() => DiscoveryPolicy, { description: 'The policy it goes by.' })
  async policy(@Root() { policyVersion }: Scan, @Ctx() { viewer, loaders }: GraphContext): Promise<DiscoveryPolicy | null> {
    return loaders
      .get('assets.policy', (versions) => Promise.all(versions.map((each) => this.policies.read(requireUser(viewer), Number(each)))))
      .load(String(policyVersion));
  }

  @FieldResolver(() => [ScanFile], { description: 'The files it goes by, in the order it reads them.' })
  async files(@Root() { id }: Scan, @Ctx() context: GraphContext): Promise<ScanFile[]> {
    return (await scanFilesLoader(context, this.service).load(id)) ?? [];
  }

  @FieldResolver(() => ScanProblemConnection, {
    description: 'Records kept out of the graph: the first thousand; `recordsRefused` counts all.',
  })
  problems(
    @Root() { id }: Scan,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<ScanProblem>> {
    return this.service.problems(requireUser(viewer), id, pageOf(first, after));
  }

  @FieldResolver(() => InputProblem, { nullable: true, description: 'Why it came to no end, and what to do; null otherwise.' })
  problem(@Root() { problem }: Scan): InputProblem | null {
    return problem == null ? null : Object.assign(new InputProblem(), { field: null, ...problem });
  }
}

@Resolver(() => ScanFile)
export class ScanFileResolver {
  private readonly intake: IntakeService;

  constructor(intake: IntakeService) {
    this.intake = intake;
  }

  @FieldResolver(() => TelemetryFeed, { description: 'The feed it came from.' })
  feed(@Root() { feedId }: ScanFile, @Ctx() context: GraphContext): Promise<TelemetryFeed | null> {
    return feedLoader(context, this.intake).load(feedId);
  }
}

@Resolver(() => UnfetchedFeed)
export class UnfetchedFeedResolver {
  private readonly intake: IntakeService;

  constructor(intake: IntakeService) {
    this.intake = intake;
  }

  @FieldResolver(() => TelemetryFeed, { description: 'The feed.' })
  feed(@Root() { feedId }: UnfetchedFeed, @Ctx() context: GraphContext): Promise<TelemetryFeed | null> {
    return feedLoader(context, this.intake).load(feedId);
  }
}
