import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Kysely } from 'kysely';
import type { EventPayload, Topic } from '../../../schema/events/events.ts';
import type { TenantTables } from '../tenancy/landing.ts';
import { tenantSchemaName } from '../tenancy/tenant-names.ts';
import { AuditNotes, type AuditNote } from '../audit/audit-note.ts';
import { shownFields } from '../audit/shown-fields.ts';
import { APP_LOGIN } from './roles.ts';

/** One event written in the transaction of the change it tells of. */
export interface EmittedEvent<T extends Topic = Topic> {
  topic: T;
  payload: EventPayload<T>;
}

/** One transaction of one tenant: its own SQL only. */
export class UnitOfWork {
  readonly tenantId: string;
  /** MikroORM under the tenant's row-level security; platform tables. */
  readonly em: EntityManager;
  /** Events to be written when the work is done, in order. */
  readonly emitted: EmittedEvent[] = [];
  /** What it has changed; rows that MikroORM writes are noted by themselves. */
  readonly audited: AuditNotes;

  constructor(tenantId: string, em: EntityManager, audited: AuditNotes = new AuditNotes()) {
    this.tenantId = tenantId;
    this.em = em;
    this.audited = audited;
  }

  /** Writes an event to the outbox in this transaction; consumers see it after the commit, in order. */
  emit<T extends Topic>(topic: T, payload: EventPayload<T>): void {
    this.emitted.push({ topic, payload });
  }

  /** Has a change that was made with SQL in the audit trail, with this transaction. Never hand in a secret, under whatever name. */
  audit({ action, subject, before, after }: AuditNote): void {
    const shown = (fields: AuditNote['before']): AuditNote['before'] => (fields === null ? null : shownFields(fields));
    this.audited.add({ action, subject, before: shown(before), after: shown(after) });
  }

  /** Kysely on this transaction, for platform tables that are better written as SQL; row-level security holds. */
  get sql(): Kysely<Record<string, never>> {
    return kyselyOf(this.em);
  }

  /**
   * Enters the tenant's role and schema for as long as `work` takes. Only generated SQL may run here: never text from a person.
   * Platform tables are out of reach inside.
   */
  async asTenant<T>(work: (db: Kysely<TenantTables>) => Promise<T>): Promise<T> {
    const db = kyselyOf<TenantTables>(this.em);
    const name = tenantSchemaName(this.tenantId);
    await become(db, name, name);
    const result = await work(db).catch(async (error: unknown) => {
      // After an error of the database nothing can be set any more, nor need be: the transaction is over, and its settings with it.
      await leaveTenant(db).catch(() => undefined);
      throw error;
    });
    await leaveTenant(db);
    return result;
  }
}

const leaveTenant = (db: Kysely<TenantTables>): Promise<void> => become(db, APP_LOGIN, 'public');

/** Role and schema until the transaction ends or becomes somebody else; in one statement, because every read of a tenant's tables begins and ends with it. */
async function become(db: Kysely<TenantTables>, role: string, schema: string): Promise<void> {
  await sql`select set_config('role', ${role}, true), set_config('search_path', ${`"${schema}", extensions`}, true)`.execute(db);
}

/** The open transaction of an entity manager as Kysely. */
export function kyselyOf<Tables>(em: EntityManager): Kysely<Tables> {
  const transaction = em.getTransactionContext();
  if (transaction === undefined) throw new Error('there is no open transaction');
  return transaction;
}
