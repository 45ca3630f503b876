import { MikroORM, type EntityManager, type EntitySchema } from '@mikro-orm/postgresql';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Pool } from 'pg';
import { currentLogContext } from '../telemetry/logger.ts';
import { currentTraceParent } from '../telemetry/span.ts';
import { AuditNotes } from '../audit/audit-note.ts';
import { AuditedEntityManager } from '../audit/audited-entity-manager.ts';
import { auditing } from '../audit/auditing.ts';
import { changeSubscriber } from '../audit/change-notes.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { JournalKey } from '../journal/journal-key.ts';
import { ApiKeyRow } from '../api-keys/api-key.entity.ts';
import { ApprovalRow } from '../approvals/approval.entity.ts';
import { besideKey, leaveReceipt } from '../idempotency/receipt.ts';
import { insertOutboxEntries } from '../outbox/outbox-entry.ts';
import { DurableRunRow } from '../runs/durable-run.entity.ts';
import { PersonalDataFindingRow, PersonalDataPolicyRow } from '../privacy/privacy.entity.ts';
import { DurableStepRow } from '../runs/durable-step.entity.ts';
import { openTenantSchemas, type TenantSchemas } from '../tenancy/tenant-schema.ts';
import { type Bulk, openBulk } from './bulk.ts';
import { reclaimLostConnections } from './reclaim-lost.ts';
import { SYSTEM_ROLE } from './roles.ts';
import { openStatements } from './statements.ts';
import { assertOutsideUnitOfWork, insideUnitOfWork } from './unit-guard.ts';
import { UnitOfWork, kyselyOf } from './unit-of-work.ts';
import { watchQueries, type QueryWatch } from './watch-queries.ts';

const MAX_CONNECTIONS = 10;
/** Tables of the kernel that subgraphs may read. */
const KERNEL_ENTITIES = [ApiKeyRow, ApprovalRow, DurableRunRow, DurableStepRow, PersonalDataFindingRow, PersonalDataPolicyRow];

export interface DatabaseUrls {
  app: string;
  provisioner: string;
}

export interface Database {
  /**
   * Runs `work` as one transaction of this tenant: row-level security is on for its id, events are written with it, and HTTP, models,
   * graph calls and other transactions inside throw. Rolled back when `work` throws.
   */
  unitOfWork<T>(tenantId: string, work: (unit: UnitOfWork) => Promise<T>): Promise<T>;
  /**
   * Runs one statement that is a transaction by itself: one way there and back, on a connection kept for such. It calls a function of ours that puts itself under the tenant;
   * nothing of it is in the audit trail. `emits`: it writes events. @returns its rows
   */
  statement(statement: RawBuilder<unknown>, options: { emits: boolean }): Promise<readonly unknown[]>;
  /** One transaction without a tenant, with these session variables for policies that let one row through (log-in by e-mail). */
  sessionWork<T>(variables: Readonly<Record<string, string>>, work: (em: EntityManager) => Promise<T>): Promise<T>;
  /** One transaction in the system role, which sees the outbox and the tenants' ids and nothing else. */
  systemWork<T>(work: (db: Kysely<Record<string, never>>) => Promise<T>): Promise<T>;
  tenants: TenantSchemas;
  /** Loading much at once. */
  bulk: Bulk;
  /** Called after each commit that wrote events. */
  onEvents(listener: () => void): void;
  /** Resolves when the database answers; rejects with its error otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the app's pool through MikroORM and the provisioner's, both watched. `entities` are those of the subgraphs that this process runs.
 * @param auditKey what units of work change is in the audit trail, sealed with it; null: nowhere
 */
export async function openDatabase(
  urls: DatabaseUrls,
  entities: readonly EntitySchema[],
  watch: QueryWatch,
  auditKey: JournalKey | null = null,
): Promise<Database> {
  const { logger } = watch;
  const warn = (error: Error): void => logger.warn({ err: error }, 'a database connection was lost');
  const orm = await MikroORM.init({
    clientUrl: urls.app,
    entities: [...KERNEL_ENTITIES, ...entities],
    pool: { min: 0, max: MAX_CONNECTIONS },
    allowGlobalContext: false,
    entityManager: AuditedEntityManager,
    subscribers: [changeSubscriber],
    driverOptions: {
      onPoolCreated: (pool: Pool) => {
        watchQueries(pool, watch);
        reclaimLostConnections(pool);
      },
    },
    logger: (line) => logger.debug(line),
  });
  const tenants = openTenantSchemas(urls.provisioner, warn, (pool) => watchQueries(pool, watch));
  const bulk = openBulk(urls.app, warn, (pool) => watchQueries(pool, watch));
  const statements = openStatements(urls.app, warn, (pool) => watchQueries(pool, watch));
  const tenantOwned = [...KERNEL_ENTITIES, ...entities].filter((entity) => 'tenantId' in entity.meta.properties);
  const listeners: (() => void)[] = [];

  const transaction = <T>(
    variables: Readonly<Record<string, string>>,
    work: (em: EntityManager) => Promise<T>,
    prepare: (em: EntityManager) => void = () => undefined,
  ): Promise<T> => {
    assertOutsideUnitOfWork('another transaction');
    const em = orm.em.fork({ session: { variables: { ...variables } } });
    prepare(em);
    return insideUnitOfWork(() => em.transactional((inner) => work(inner)));
  };

  return {
    tenants,
    bulk,
    async unitOfWork(tenantId, work) {
      let wrote = false;
      const result = await transaction(
        { 'app.tenant_id': tenantId },
        async (em) => {
          const notes = new AuditNotes();
          const unit = new UnitOfWork(tenantId, em, notes);
          const value = await auditing(notes, async () => {
            const worked = await work(unit);
            await em.flush();
            return worked;
          });
          wrote = unit.emitted.length > 0;
          const changes = notes.all();
          if (wrote)
            await insertOutboxEntries(kyselyOf(em), tenantId, unit.emitted, currentTraceParent() ?? currentLogContext().traceId ?? null);
          if (wrote || changes.length > 0) await leaveReceipt(kyselyOf(em), tenantId);
          // Last of all: from here on the tenant's other changes wait for this one.
          if (auditKey !== null && changes.length > 0) await writeAudit(kyselyOf(em), auditKey, tenantId, changes);
          return value;
        },
        keepTo(tenantId, tenantOwned),
      );
      if (wrote) for (const listener of listeners) besideKey(listener);
      return result;
    },
    async statement(statement, { emits }) {
      assertOutsideUnitOfWork('another transaction');
      const rows = await statements.run(statement);
      if (emits) for (const listener of listeners) listener();
      return rows;
    },
    sessionWork: transaction,
    systemWork: (work) =>
      transaction({}, async (em) => {
        const db = kyselyOf<Record<string, never>>(em);
        await sql`set local role ${sql.id(SYSTEM_ROLE)}`.execute(db);
        return work(db);
      }),
    onEvents: (listener) => void listeners.push(listener),
    async ping() {
      await orm.em.fork().execute('select 1');
    },
    async close() {
      await Promise.all([tenants.close(), bulk.close(), statements.close(), orm.close(true)]);
    },
  };
}

/** Puts the tenant into every query of these entities, besides row-level security: two fences, each enough alone. */
function keepTo(tenantId: string, entities: readonly EntitySchema[]): (em: EntityManager) => void {
  return (em) => em.addFilter({ name: 'tenant', cond: { tenantId }, entity: [...entities], default: true });
}
