import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { userLoader } from '../user/user.loader.ts';
import type { UserService } from '../user/user.service.ts';
import { User } from '../user/user.type.ts';
import { originOf, type JournalService } from './journal.service.ts';
import { AuditEntry, JournalEntry } from './journal.type.ts';

const USER = 'The user; null when they are gone, or it was nobody.';

/** From a request to who it was and what it changed. */
@Resolver(() => JournalEntry)
export class JournalEntryResolver {
  private readonly service: JournalService;
  private readonly users: UserService;

  constructor(service: JournalService, users: UserService) {
    this.service = service;
    this.users = users;
  }

  @FieldResolver(() => User, { nullable: true, description: USER })
  user(@Root() { userId }: JournalEntry, @Ctx() context: GraphContext): Promise<User | null> {
    return userOf(this.users, userId, context);
  }

  @FieldResolver(() => [AuditEntry], { description: 'What it changed, also in the background since, oldest first; at most 20.' })
  async changes(@Root() entry: JournalEntry, @Ctx() { viewer, loaders }: GraphContext): Promise<AuditEntry[]> {
    const loader = loaders.get('accounts.journal-changes', (origins: readonly string[]) =>
      this.service.changesOf(requireUser(viewer), origins),
    );
    return (await loader.load(originOf(entry))) ?? [];
  }
}

/** From a change to who made it and what was asked. */
@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  private readonly service: JournalService;
  private readonly users: UserService;

  constructor(service: JournalService, users: UserService) {
    this.service = service;
    this.users = users;
  }

  @FieldResolver(() => User, { nullable: true, description: USER })
  user(@Root() { userId }: AuditEntry, @Ctx() context: GraphContext): Promise<User | null> {
    return userOf(this.users, userId, context);
  }

  @FieldResolver(() => [JournalEntry], { description: 'The requests it came of; at most 20.' })
  async requests(@Root() entry: AuditEntry, @Ctx() { viewer, loaders }: GraphContext): Promise<JournalEntry[]> {
    const loader = loaders.get('accounts.audit-requests', (origins: readonly string[]) =>
      this.service.requestsOf(requireUser(viewer), origins),
    );
    return (await loader.load(originOf(entry))) ?? [];
  }
}

async function userOf(users: UserService, userId: string | null, { viewer, loaders }: GraphContext): Promise<User | null> {
  return userId === null ? null : userLoader(loaders, users, requireUser(viewer)).load(userId);
}
