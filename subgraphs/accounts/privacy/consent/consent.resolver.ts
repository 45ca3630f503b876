import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { userLoader } from '../../user/user.loader.ts';
import type { UserService } from '../../user/user.service.ts';
import type { ConsentHistory, ConsentService } from './consent.service.ts';
import {
  type Consent,
  ConsentConnection,
  ConsentInput,
  ConsentRecorded,
  RecordConsentResult,
  WithdrawConsentResult,
} from './consent.type.ts';

@Resolver()
export class ConsentResolver {
  private readonly service: ConsentService;
  private readonly users: UserService;

  constructor(consents: ConsentService, users: UserService) {
    this.service = consents;
    this.users = users;
  }

  @Query(() => ConsentConnection, { description: 'What people agreed to, last changed first.' })
  async consents(
    @Ctx() context: GraphContext,
    @Arg('subject', () => String, { nullable: true, description: 'Only of this person: an address, a number or a key.' }) subject:
      | string
      | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Consent>> {
    const page = await this.service.page(requireUser(context.viewer), subject ?? null, pageOf(first, after));
    const nodes = await Promise.all(page.nodes.map((node) => this.shown(context, node)));
    return { ...page, nodes, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index] as Consent })) };
  }

  @Mutation(() => RecordConsentResult, { description: 'Records what a person agreed to; adds to its history.' })
  async recordConsent(
    @Ctx() context: GraphContext,
    @Arg('input', () => ConsentInput, { description: 'What was agreed to.' }) input: ConsentInput,
  ): Promise<ConsentRecorded | InputRefused> {
    return this.recorded(context, await this.service.record(requireUser(context.viewer), input));
  }

  @Mutation(() => WithdrawConsentResult, { description: 'Records that a person took back what they had agreed to; adds to its history.' })
  async withdrawConsent(
    @Ctx() context: GraphContext,
    @Arg('id', () => ID, { description: 'The consent.' }) id: string,
    @Arg('source', () => String, { description: 'Where it was taken back.' }) source: string,
    @Arg('evidence', () => String, { description: 'What proves it.' }) evidence: string,
    @Arg('at', () => GraphQLDateTime, { nullable: true, description: 'When; left out: now.' }) at: Date | null,
  ): Promise<ConsentRecorded | InputRefused> {
    return this.recorded(context, await this.service.withdraw(requireUser(context.viewer), { id, source, evidence, at: at ?? null }));
  }

  private async recorded(context: GraphContext, outcome: ConsentHistory | Parameters<typeof inputRefused>[0]) {
    if (Array.isArray(outcome)) return inputRefused(outcome);
    return Object.assign(new ConsentRecorded(), { consent: await this.shown(context, outcome) });
  }

  private async shown({ viewer, loaders }: GraphContext, { id, events }: ConsentHistory): Promise<Consent> {
    const users = userLoader(loaders, this.users, requireUser(viewer));
    const [latest] = events;
    if (latest === undefined) throw new Error('a consent without a history');
    const { subject, purpose, state, legalBasis } = latest;
    const granted = events.find((event) => event.state === 'GRANTED');
    return {
      id,
      subject,
      purpose,
      state,
      legalBasis,
      grantedAt: granted?.at ?? null,
      withdrawnAt: state === 'WITHDRAWN' ? latest.at : null,
      history: await Promise.all(events.map(async (event) => ({ ...event, recordedBy: await users.load(event.recordedBy) }))),
    };
  }
}
