import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { commonErrors } from '../errors/common.errors.ts';
import { DomainError } from '../errors/domain-error.ts';
import { startLoop } from '../outbox/loop.ts';
import type { Logger } from '../telemetry/logger.ts';
import { openSecret, sealSecret, type VaultKey } from '../vault/vault.ts';
import { idempotencyErrors } from './idempotency.errors.ts';
import { claimKey, pruneKeys, releaseClaim, renewClaim, settleClaim, type Claim, type KeyOwner, type KnownKey } from './records.ts';

const MAX_KEY_CHARACTERS = 255;
/** Longer replies are not kept; what was carried out is carried out once all the same. */
const MAX_REPLY_CHARACTERS = 1024 * 1024;
const LOST = 'lost';

export interface OnceCall extends KeyOwner {
  /** Everything that makes this request what it is. */
  request: string;
}

/**
 * What came of a request. KEEP: `reply` is what it is answered with for good. FORGET: nothing was carried out, and the same request may be sent again. DOUBT: it may have
 * been carried out, and nobody knows.
 */
export type OnceOutcome<T> = { value: T } & ({ fate: 'KEEP'; reply: string } | { fate: 'FORGET' | 'DOUBT' });

/** Carries things out once per key. */
export interface Idempotency {
  /**
   * What `work` comes to, or the reply of the call which was first with this key: later ones get the same, concurrent ones wait for it.
   * @param work is told the claim under which it is carried out
   * @param read makes of a reply what it was made of
   * @throws IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_BUSY, IDEMPOTENCY_IN_DOUBT, IDEMPOTENCY_REPLY_LOST, UNAVAILABLE, what `work` throws
   */
  once<T>(
    call: OnceCall,
    work: (claim: string) => Promise<OnceOutcome<T>>,
    read: (reply: string) => T,
  ): Promise<{ value: T; replayed: boolean }>;
  close(): Promise<void>;
}

export interface IdempotencyTimes {
  /** How long a claim outlives its process. */
  leaseMs: number;
  /** How long a caller waits for what another process does under its key. */
  patienceMs: number;
  /** How often it looks. */
  lookMs: number;
  pruneMs: number;
}

const TIMES: IdempotencyTimes = { leaseMs: 30_000, patienceMs: 45_000, lookMs: 100, pruneMs: 10 * 60_000 };
/** Tries to write down a reply before the caller gets it anyway. */
const SETTLE_TRIES = 4;
const SETTLE_REST_MS = 100;

interface UnderWay {
  hash: string;
  /** The reply for good; null: it is for others to try. */
  reply: Promise<string | null>;
}

/**
 * @param deps `vault` seals replies: they may hold secrets. `receipts`: whoever carries things out leaves a receipt in the transaction of each effect; then
 * what broke off without one was not carried out, cannot be any more, and may be tried again. Left out: nobody knows of what broke off.
 */
export function openIdempotency(
  deps: { database: Database; vault: VaultKey; logger: Logger; receipts?: boolean },
  given: Partial<IdempotencyTimes> = {},
): Idempotency {
  const { database, vault, logger, receipts = false } = deps;
  const times = { ...TIMES, ...given };
  const underWay = new Map<string, UnderWay>();
  const pruning = startLoop({
    round: async () => (await pruneKeys(database)) > 0,
    idleMs: times.pruneMs,
    failed: (error) => logger.warn({ err: error }, 'old idempotency records could not be deleted'),
  });

  const settle = async (claim: Claim, outcome: OnceOutcome<unknown>): Promise<void> => {
    const kept = outcome.fate === 'KEEP' ? sealed(outcome.reply, vault, claim) : null;
    for (let attempt = 1; ; attempt++) {
      try {
        return await (outcome.fate === 'FORGET' ? releaseClaim(database, claim) : settleClaim(database, claim, kept, receipts));
      } catch (error) {
        if (attempt === SETTLE_TRIES)
          return logger.error({ err: error, tenantId: claim.tenantId }, 'what came of an idempotency key was not kept');
        await pause(SETTLE_REST_MS * attempt);
      }
    }
  };
  const carryOut = async <T>(claim: Claim, work: (claim: string) => Promise<OnceOutcome<T>>): Promise<OnceOutcome<T>> => {
    const renewing = setInterval(() => {
      renewClaim(database, claim).catch((error: unknown) => logger.warn({ err: error }, 'a claim could not be renewed'));
    }, times.leaseMs / 3);
    try {
      const outcome = await work(claim.claim);
      await settle(claim, outcome);
      return outcome;
    } catch (error) {
      await settle(claim, { value: null, fate: 'DOUBT' });
      throw error;
    } finally {
      clearInterval(renewing);
    }
  };
  const replyOf = (owner: KeyOwner, { requestHash, status, sealedReply }: KnownKey, hash: string): string | null => {
    if (requestHash !== hash) throw idempotencyErrors.IDEMPOTENCY_KEY_REUSED({});
    if (status === 'IN_DOUBT') throw idempotencyErrors.IDEMPOTENCY_IN_DOUBT({});
    if (status === 'CLAIMED') return null;
    const text = sealedReply === null ? LOST : openSecret(sealedReply, vault, contextOf(owner));
    if (text === LOST) throw idempotencyErrors.IDEMPOTENCY_REPLY_LOST({});
    return text.slice(1);
  };
  /** Claims the key and works under it, or waits for whoever does. */
  const inTurn = async <T>(
    call: OnceCall,
    hash: string,
    work: (claim: string) => Promise<OnceOutcome<T>>,
  ): Promise<OnceOutcome<T> | { reply: string }> => {
    const claim: Claim = { ...call, requestHash: hash, claim: randomUUID(), leaseMs: times.leaseMs };
    const deadline = performance.now() + times.patienceMs;
    for (;;) {
      const known = await claimKey(database, claim, receipts).catch(unavailable);
      if (known === null) return carryOut(claim, work);
      const reply = replyOf(call, known, hash);
      if (reply !== null) return { reply };
      if (performance.now() > deadline) throw idempotencyErrors.IDEMPOTENCY_KEY_BUSY({});
      await pause(times.lookMs);
    }
  };
  return {
    async once(call, work, read) {
      const { tenantId, actorId, key } = call;
      if (key.length < 1 || key.length > MAX_KEY_CHARACTERS || key.includes('\0')) throw idempotencyErrors.IDEMPOTENCY_KEY_INVALID({});
      const hash = createHash('sha256').update(call.request).digest('hex');
      const name = `${tenantId} ${actorId} ${key}`;
      for (let other = underWay.get(name); other !== undefined; other = underWay.get(name)) {
        if (other.hash !== hash) throw idempotencyErrors.IDEMPOTENCY_KEY_REUSED({});
        const reply = await other.reply;
        if (reply !== null) return { value: read(reply), replayed: true };
      }
      const turn = inTurn(call, hash, work).finally(() => underWay.delete(name));
      const reply = turn.then((settled) => ('reply' in settled ? settled.reply : null));
      // Whoever waits for it is told; perhaps nobody does.
      reply.catch(() => undefined);
      underWay.set(name, { hash, reply });
      const settled = await turn;
      return 'value' in settled ? { value: settled.value, replayed: false } : { value: read(settled.reply), replayed: true };
    },
    close: () => pruning.stop(),
  };
}

function sealed(reply: string, vault: VaultKey, owner: KeyOwner): string {
  return sealSecret(reply.length > MAX_REPLY_CHARACTERS ? LOST : `=${reply}`, vault, contextOf(owner));
}

/** Replies cannot be exchanged for one another, nor for anything else that is sealed. */
function contextOf({ tenantId, actorId, key }: KeyOwner): { tenantId: string; purpose: string } {
  return { tenantId, purpose: `idempotency:${actorId}:${key}` };
}

/** Nothing was carried out yet. */
function unavailable(cause: unknown): never {
  throw cause instanceof DomainError ? cause : commonErrors.UNAVAILABLE({ what: 'The database' }, { cause });
}
