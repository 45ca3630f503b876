import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { AuditFilter, JournalFilter, KnownHeadInput } from './journal.input.ts';
import type { JournalService } from './journal.service.ts';
import {
  AuditEntryConnection,
  JournalChain,
  JournalEntryConnection,
  JournalVerification,
  type AuditEntry,
  type JournalEntry,
} from './journal.type.ts';

const PAGE = 'How many, 1 to 500.';
const AFTER = 'Where the last page ended.';

@Resolver()
export class JournalResolver {
  private readonly service: JournalService;

  constructor(service: JournalService) {
    this.service = service;
  }

  @Query(() => JournalEntryConnection, {
    description: 'Every request of the tenant, newest first. Of more than 10 000 only so many are counted.',
  })
  journal(
    @Ctx() { viewer }: GraphContext,
    @Arg('filter', () => JournalFilter, { nullable: true, description: 'Which; all when left out.' }) filter: JournalFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, description: PAGE }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
  ): Promise<ConnectionOf<JournalEntry>> {
    return this.service.requests(requireUser(viewer), filter ?? {}, pageOf(first, after));
  }

  @Query(() => AuditEntryConnection, {
    description: 'Every change of state in the tenant, before and after, newest first. Of more than 10 000 only so many are counted.',
  })
  auditTrail(
    @Ctx() { viewer }: GraphContext,
    @Arg('filter', () => AuditFilter, { nullable: true, description: 'Which; all when left out.' }) filter: AuditFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, description: PAGE }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
  ): Promise<ConnectionOf<AuditEntry>> {
    return this.service.changes(requireUser(viewer), filter ?? {}, pageOf(first, after));
  }

  @Query(() => JournalVerification, {
    description:
      'Goes along a chain, 20 000 entries a step: whether each is what was written after the one before it. Names the first that is not.',
  })
  verifyJournal(
    @Ctx() { viewer }: GraphContext,
    @Arg('chain', () => JournalChain, { defaultValue: JournalChain.REQUESTS, description: 'Which chain.' }) chain: JournalChain,
    @Arg('after', () => Int, { defaultValue: 0, description: 'Where the last step ended: its `next`.' }) after: number,
    @Arg('known', () => KnownHeadInput, { nullable: true, description: 'An end that was seen before: it still has to be in the chain.' })
    known: KnownHeadInput | null | undefined,
  ): Promise<JournalVerification> {
    return this.service.verify(requireUser(viewer), chain, after, known ?? null);
  }
}
