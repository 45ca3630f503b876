import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { DecideService } from '../../../subgraphs/agents/approval/decide.service.ts';
import type { RunChangeService } from '../../../subgraphs/agents/run/run-change.service.ts';
import { EffectRow } from '../../../subgraphs/agents/tools/effects/effect.entity.ts';
import { EffectService } from '../../../subgraphs/agents/tools/effects/effect.service.ts';
import { ApprovalRow } from '../../../subgraphs/kernel/approvals/approval.entity.ts';
import { DomainError } from '../../../subgraphs/kernel/errors/domain-error.ts';
import { DurableRunRow } from '../../../subgraphs/kernel/runs/durable-run.entity.ts';
import type { System } from '../../../subgraphs/kernel/system.ts';
import type { UserViewer } from '../../../subgraphs/kernel/viewer/viewer.ts';
import type { Random } from '../random.ts';
import { AWAITED, REFUSED } from './mixed.ts';
import { steadily } from './steadily.ts';
import { countingTools } from './tools.ts';

const waitSchema = z.object({ run_id: z.uuid() });
const EVERY_MS = 150;
/** Whoever looks up what became of a call that was cut off lets it come to its end first. */
const QUIET_MS = 400;

interface PeopleParts {
  system: System;
  tenantId: string;
  effectsUrl: string;
  /** Whether an effect happened. */
  happened: (key: string) => boolean;
  changes: RunChangeService;
  random: Random;
}

/**
 * The people of a tenant, and the world around it: they decide what runs ask, say what became of effects in doubt, pause runs for a moment, and have happen
 * what runs wait for.
 */
export class People {
  readonly #parts: PeopleParts;
  readonly #viewer: UserViewer;
  readonly #decisions: DecideService;
  readonly #effects: EffectService;
  readonly #seenAt = new Map<string, number>();
  readonly #told = new Set<string>();
  readonly #paused = new Set<string>();
  readonly #everPaused = new Set<string>();
  readonly #over = new AbortController();
  readonly #rounds: Promise<void>;

  constructor(parts: PeopleParts) {
    const { system, tenantId, effectsUrl } = parts;
    this.#parts = parts;
    this.#viewer = { kind: 'user', tenantId, userId: randomUUID(), role: 'OWNER' };
    this.#decisions = new DecideService(system, countingTools(effectsUrl));
    this.#effects = new EffectService(system);
    this.#rounds = this.#goRound();
    // Whoever stops them is told.
    this.#rounds.catch(() => undefined);
  }

  /** @throws what they stumbled over */
  async stop(): Promise<void> {
    this.#over.abort();
    await this.#rounds;
  }

  async #goRound(): Promise<void> {
    while (!this.#over.signal.aborted) {
      await steadily(() => this.#decide());
      await steadily(() => this.#settle());
      await steadily(() => this.#bring());
      await steadily(() => this.#goOn());
      await steadily(() => this.#pauseOne());
      await pause(EVERY_MS);
    }
  }

  async #decide(): Promise<void> {
    const { system, tenantId } = this.#parts;
    const asked = await system.database.unitOfWork(tenantId, ({ em }) => em.find(ApprovalRow, { tenantId, status: 'PENDING' }));
    for (const { id, intent } of asked) {
      const decision = intent === REFUSED ? ('REJECT' as const) : ('APPROVE' as const);
      await unlessDone(this.#decisions.decide(this.#viewer, id, { decision, comment: null }));
    }
  }

  async #settle(): Promise<void> {
    const { system, tenantId, happened } = this.#parts;
    const doubtful = await system.database.unitOfWork(tenantId, ({ em }) => em.find(EffectRow, { tenantId, status: 'IN_DOUBT' }));
    const now = Date.now();
    for (const { id, key, plannedAt } of doubtful) {
      const seen = `${id} ${plannedAt.getTime()}`;
      const since = this.#seenAt.get(seen) ?? now;
      this.#seenAt.set(seen, since);
      if (now - since < QUIET_MS) continue;
      await unlessDone(this.#effects.settle(this.#viewer, id, happened(key) ? 'HAPPENED' : 'NOT_HAPPENED'));
    }
  }

  /** What they had paused goes on. */
  async #goOn(): Promise<void> {
    for (const id of this.#paused) {
      await unlessDone(this.#parts.changes.resume(this.#viewer, id));
      this.#paused.delete(id);
    }
  }

  /** They change their minds about a run: it is told to pause, and to go on in the next round. */
  async #pauseOne(): Promise<void> {
    const { system, tenantId, random, changes } = this.#parts;
    const open = await system.database.unitOfWork(tenantId, ({ em }) =>
      em.find(DurableRunRow, { tenantId, finishedAt: null }, { fields: ['id'] }),
    );
    // Once each: a run that is paused in every round gets nowhere.
    const others = open.filter(({ id }) => !this.#everPaused.has(id));
    if (others.length === 0) return;
    const { id } = random.pick(others);
    this.#everPaused.add(id);
    this.#paused.add(id);
    await unlessDone(changes.pause(this.#viewer, id));
  }

  /** What a run waits for happens once, after it has begun to wait: nobody may miss it. */
  async #bring(): Promise<void> {
    const { system, tenantId } = this.#parts;
    const told = await system.database.unitOfWork(tenantId, async (unit) => {
      const { rows } = await sql`select run_id from workflow_wait where tenant_id = ${tenantId} and event is null`.execute(unit.sql);
      const waiting = rows.map((row) => waitSchema.parse(row).run_id).filter((id) => !this.#told.has(id));
      for (const id of waiting) unit.emit(AWAITED, { connectionId: id });
      return waiting;
    });
    for (const id of told) this.#told.add(id);
  }
}

/** Somebody else may have been faster, or the answer of what was done got lost. */
async function unlessDone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}
