import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../kernel/database/database.ts';
import type { Logger } from '../../kernel/telemetry/logger.ts';
import type { ActionRequest, Judgement } from './governor.ts';

const FLUSH_AFTER_MS = 300;
const RETRY_AFTER_MS = 2_000;
/** Rows of one statement. */
const BATCH = 1_000;
/** Beyond it the oldest are lost, and that is said. */
const MAX_WAITING = 100_000;

/** What is written down. */
export interface Noted extends Omit<ActionRequest, 'complexity'>, Judgement {
  /** null: it was screened, not judged. */
  complexity: ActionRequest['complexity'] | null;
  findings: readonly string[];
}

interface Decision extends Noted {
  id: string;
  at: string;
}

/** Writes judgements down, many at once, soon after they were made. */
export class DecisionLog {
  readonly #deps: { database: Database; logger: Logger; clock: () => Date };
  #waiting: Decision[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #lost = 0;

  constructor(deps: { database: Database; logger: Logger; clock: () => Date }) {
    this.#deps = deps;
  }

  note(noted: Noted): void {
    this.#waiting.push({ ...noted, id: randomUUID(), at: this.#deps.clock().toISOString() });
    if (this.#waiting.length > MAX_WAITING) {
      this.#waiting.splice(0, BATCH);
      this.#lost += BATCH;
    }
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS).unref();
  }

  /** Resolves when everything noted by now is written, or could not be: then it is tried again later. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    return (this.#writing = this.#writing.then(() => this.#write()));
  }

  async close(): Promise<void> {
    await this.flush();
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#waiting.length > 0)
      this.#deps.logger.error({ decisions: this.#waiting.length }, 'judgements of agents were not written down');
  }

  async #write(): Promise<void> {
    if (this.#lost > 0) {
      this.#deps.logger.error({ decisions: this.#lost }, 'judgements of agents were lost: they could not be written down for too long');
      this.#lost = 0;
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    const byTenant = Map.groupBy(waiting, ({ tenantId }) => tenantId);
    for (const [tenantId, decisions] of byTenant)
      for (let from = 0; from < decisions.length; from += BATCH) {
        const batch = decisions.slice(from, from + BATCH);
        try {
          await this.#insert(tenantId, batch);
        } catch (error) {
          this.#deps.logger.warn({ err: error }, 'judgements of agents cannot be written down yet');
          this.#waiting = [...batch, ...this.#waiting];
          this.#timer ??= setTimeout(() => void this.flush(), RETRY_AFTER_MS).unref();
        }
      }
  }

  /** Writing the same ones again changes nothing: whether a commit came through is not always known. */
  #insert(tenantId: string, decisions: readonly Decision[]): Promise<void> {
    const rows = decisions.map(({ agentId, runId, amountMicros, at, ...decision }) => ({
      ...decision,
      agent_id: agentId,
      run_id: runId,
      amount_micros: amountMicros,
      decided_at: at,
    }));
    return this.#deps.database.unitOfWork(tenantId, async (unit) => {
      await sql`insert into governance_decision (id, tenant_id, agent_id, run_id, path, action, complexity, amount_micros, verdict, rule, reason,
          version, findings, decided_at)
        select id, ${tenantId}::uuid, agent_id, run_id, path, action, complexity, amount_micros, verdict, rule, reason, version, findings, decided_at
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, agent_id uuid, run_id uuid, path text, action text, complexity int,
          amount_micros bigint, verdict text, rule text, reason text, version int, findings jsonb, decided_at timestamptz)
        on conflict (id) do nothing`.execute(unit.sql);
    });
  }
}
