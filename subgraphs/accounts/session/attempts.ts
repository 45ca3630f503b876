import { createHmac } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { kyselyOf } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import { sessionErrors } from './session.errors.ts';

/** How many attempts are free, and how long the next ones have to wait: first delay, doubled with each, up to the longest. */
export interface AttemptPolicy {
  free: number;
  firstDelayMs: number;
  longestDelayMs: number;
  /** Without attempts for so long, counting starts anew. */
  windowMs: number;
}

/** Something that attempts are counted by. */
export interface Counted {
  name: string;
  policy: AttemptPolicy;
  /** Whether others are counted by it, too: then one who succeeds takes back their own attempt only. */
  shared: boolean;
}

const KEPT_MS = 24 * 60 * 60_000;
const MAX_KEPT = 200_000;
/** At a time; more than come in between two clearings. */
const MAX_CLEARED = 5_000;
/** Old counts are cleared once in so many attempts. */
const CLEARED_EVERY = 64;

const untilSchema = z.array(z.object({ blocked_until: z.coerce.date() }));

/**
 * Counts attempts before they are made, in the database, so that a thousand at once over many processes are a thousand. What is kept is
 * bounded in time and number, and names nobody: digests under the server's key.
 */
export class Attempts {
  readonly #system: Pick<System, 'database' | 'clock' | 'secrets'>;

  constructor(system: Pick<System, 'database' | 'clock' | 'secrets'>) {
    this.#system = system;
  }

  /** Counts one attempt under each of these, or under none when any has to wait. @throws TOO_MANY_ATTEMPTS */
  async take(counted: readonly Counted[]): Promise<void> {
    const { database, clock } = this.#system;
    const now = clock();
    if (Math.random() * CLEARED_EVERY < 1) await this.#clear(now);
    await database.sessionWork({}, async (em) => {
      const db = kyselyOf<Record<string, never>>(em);
      const named = this.#inOrder(counted);
      const waits = await Promise.all(named.map(({ hash }) => waitOf(db, hash, now)));
      // Thrown within the transaction: what was counted until then is not.
      const refuse = (waitMs: number) => sessionErrors.TOO_MANY_ATTEMPTS({ seconds: Math.ceil(waitMs / 1_000) });
      if (Math.max(0, ...waits) > 0) throw refuse(Math.max(...waits));
      for (const { hash, policy } of named) if (!(await count(db, hash, policy, now))) throw refuse(policy.firstDelayMs);
    });
  }

  /** Takes back what an attempt that succeeded was counted as. */
  async succeeded(counted: readonly Counted[]): Promise<void> {
    await this.#system.database.sessionWork({}, async (em) => {
      const db = kyselyOf<Record<string, never>>(em);
      for (const { hash, shared } of this.#inOrder(counted)) {
        if (shared) await sql`update attempt_count set attempts = greatest(attempts - 1, 0) where name_hash = ${hash}`.execute(db);
        else await sql`delete from attempt_count where name_hash = ${hash}`.execute(db);
      }
    });
  }

  /** In one order for everybody, so that two who count the same do not wait for one another. */
  #inOrder(counted: readonly Counted[]): (Counted & { hash: string })[] {
    return counted.map((each) => ({ ...each, hash: this.#hashOf(each.name) })).toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
  }

  #hashOf(name: string): string {
    return createHmac('sha256', this.#system.secrets.session).update('attempts').update(name).digest('base64url');
  }

  async #clear(now: Date): Promise<void> {
    const before = new Date(now.getTime() - KEPT_MS);
    await this.#system.database.sessionWork({}, async (em) => {
      const db = kyselyOf<Record<string, never>>(em);
      // Rows that somebody counts on this moment are left: whoever waits for another here would keep people waiting.
      await sql`delete from attempt_count where name_hash in
        (select name_hash from attempt_count where touched_at < ${before} order by touched_at limit ${MAX_CLEARED} for update skip locked)`.execute(
        db,
      );
      await sql`delete from attempt_count where name_hash in
        (select name_hash from attempt_count order by touched_at desc offset ${MAX_KEPT} limit ${MAX_CLEARED} for update skip locked)`.execute(
        db,
      );
    });
  }
}

async function waitOf(db: Kysely<Record<string, never>>, hash: string, now: Date): Promise<number> {
  const { rows } = await sql`select blocked_until from attempt_count where name_hash = ${hash}`.execute(db);
  const [known] = untilSchema.parse(rows);
  return known === undefined ? 0 : known.blocked_until.getTime() - now.getTime();
}

/**
 * A free attempt blocks nobody, not even one whose clock was read a moment before.
 * @returns whether it was counted; false when another attempt has made it wait meanwhile
 */
async function count(db: Kysely<Record<string, never>>, hash: string, policy: AttemptPolicy, now: Date): Promise<boolean> {
  const { free, firstDelayMs, longestDelayMs, windowMs } = policy;
  const fresh = new Date(now.getTime() - windowMs);
  const { rows } = await sql`
    insert into attempt_count as known (name_hash, attempts, blocked_until, touched_at) values (${hash}, 1, 'epoch', ${now})
    on conflict (name_hash) do update set (attempts, blocked_until, touched_at) = (
      select n, case when n <= ${free}::int then 'epoch' else ${now}::timestamptz + make_interval(secs =>
        least(${longestDelayMs}::float8, ${firstDelayMs}::float8 * power(2, least(n - ${free}::int - 1, 30))) / 1000) end, ${now}::timestamptz
      from (select case when known.touched_at < ${fresh} then 1 else known.attempts + 1 end as n) as counted)
    where known.blocked_until <= ${now}
    returning attempts`.execute(db);
  return rows.length > 0;
}
