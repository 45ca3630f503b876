import type { System } from '../../kernel/system.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import type { UserService } from '../user/user.service.ts';
import { AuditEntryResolver, JournalEntryResolver } from './entry.resolver.ts';
import { exportRoute } from './export.route.ts';
import { JournalResolver } from './journal.resolver.ts';
import { JournalService } from './journal.service.ts';

/** What was asked of the tenant and what changed in it, for its owners. */
export function createJournal(system: System, users: UserService): Feature {
  const service = new JournalService(system);
  return {
    resolvers: [new JournalResolver(service), new JournalEntryResolver(service, users), new AuditEntryResolver(service, users)],
    routes: [exportRoute(service)],
  };
}
