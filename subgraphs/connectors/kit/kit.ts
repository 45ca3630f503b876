import { type OutboundRules, outboundRules } from '../../kernel/outbound/allowed-address.ts';
import type { System } from '../../kernel/system.ts';
import { ConnectionStates } from '../vendors/http/connection-state.ts';
import { HealthObservers } from './health.ts';
import { type SecretKeeper, nothingKept } from './secret-keeper.ts';
import type { SourceRef } from './connector.ts';
import { DIRECT, type Transport } from './transport.ts';

/** What a server may reach, and where work goes that would hold up the event loop. */
export type KitSystem = Pick<System, 'topology' | 'config' | 'workers'>;

/** What all connectors share. */
export interface Kit {
  readonly system: KitSystem;
  readonly rules: OutboundRules;
  /** Whoever follows how requests to sources go. */
  readonly health: HealthObservers;
  readonly states: ConnectionStates;
  readonly secrets: SecretKeeper;
  /** How long a request that failed waits before it is tried again for the first time, in milliseconds; the usual when left out. */
  readonly firstRetryMs?: number;
  /** The way a source's requests take; set once, before the first of them. */
  transportOf: (source: SourceRef) => Transport;
}

/** The kit of a process. @param secrets keeps secrets that a source replaces; left out: they are kept nowhere */
export function createKit(system: KitSystem, secrets: SecretKeeper = nothingKept, firstRetryMs?: number): Kit {
  const health = new HealthObservers();
  return {
    system,
    rules: outboundRules(system),
    health,
    states: new ConnectionStates(health),
    secrets,
    transportOf: () => DIRECT,
    ...(firstRetryMs === undefined ? {} : { firstRetryMs }),
  };
}
