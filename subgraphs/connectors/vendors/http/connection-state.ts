import { CircuitState, type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleType } from 'cockatiel';
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Authorisation } from '../../kit/auth/auth.ts';
import type { HealthObservers, SourceOwner } from '../../kit/health.ts';
import { Gate } from './gate.ts';
import { Temporary } from './temporary.ts';

const MAX_STATES = 2_000;
const BREAK_AFTER = 5;
/** An open breaker lets one request through after so long, to see. */
export const BREAK_MS = 10_000;
/** Requests of one connection at once, where its vendor says nothing else. */
export const USUAL_PARALLEL = 4;

/** What all sessions with one connection share: its breaker, its place in the vendor's limits, its token. */
export interface ConnectionState {
  readonly breaker: CircuitBreakerPolicy;
  readonly gate: Gate;
  authorisation: Promise<Authorisation> | null;
}

/** The states of connections in this process, by connection and secret: a changed secret starts anew. */
export class ConnectionStates {
  readonly #states = new LRUCache<string, ConnectionState>({ max: MAX_STATES });
  readonly #health: HealthObservers;

  constructor(health: HealthObservers) {
    this.#health = health;
  }

  /** @param owner null, or without a connection: a state of its own */
  of(owner: SourceOwner | null, location: string, secret: string | null, parallel: number): ConnectionState {
    if (owner?.connectionId == null) return this.#open(owner, parallel);
    const key = `${owner.connectionId} ${hash('sha256', `${location}\n${owner.planeId ?? ''}\n${secret ?? ''}`, 'base64url')}`;
    const known = this.#states.get(key) ?? this.#open(owner, parallel);
    this.#states.set(key, known);
    return known;
  }

  #open(owner: SourceOwner | null, parallel: number): ConnectionState {
    // A limit is no failure: the vendor is well.
    const breaker = circuitBreaker(
      handleType(Temporary, (error) => !error.limited),
      { halfOpenAfter: BREAK_MS, breaker: new ConsecutiveBreaker(BREAK_AFTER) },
    );
    breaker.onStateChange((state) => {
      const told = { [CircuitState.Open]: 'OPEN', [CircuitState.HalfOpen]: 'PROBING', [CircuitState.Closed]: 'CLOSED', [CircuitState.Isolated]: 'OPEN' } as const; // prettier-ignore
      this.#health.tell(owner, { kind: 'BREAKER', state: told[state] });
    });
    return { breaker, gate: new Gate(parallel), authorisation: null };
  }
}
