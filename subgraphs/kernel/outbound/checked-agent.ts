import { LRUCache } from 'lru-cache';
import { Agent } from 'undici';
import { type AllowedAddress, assertAllowedAddress, type OutboundRules } from './allowed-address.ts';

/** What a service at an address that a person gave may take of us. */
export interface OutboundLimits {
  /** Connections to it at a time. */
  connections: number;
  /** Bytes of one reply. */
  maxReplyBytes: number;
  /** How long a connection may take to stand, in milliseconds. */
  connectMs: number;
}

/** Addresses whose connections are kept; those least lately used are closed. */
const MAX_AGENTS = 100;
const agents = new LRUCache<string, Agent>({ max: MAX_AGENTS, dispose: (agent) => void agent.close().catch(() => undefined) });

/**
 * Connections to a host that a person gave. It is looked up and held against the rules each time, and what was checked is what is reached, whatever its
 * name means a moment later; connections are shared by all who reach the same address under the same limits. Retries and breakers are the caller's.
 * @throws HOST_NOT_FOUND, ADDRESS_NOT_ALLOWED
 */
export async function checkedAgent(host: string, rules: OutboundRules, limits: OutboundLimits): Promise<Agent> {
  return agentTo(await assertAllowedAddress(host, rules), limits);
}

/** Connections to an address that was checked. */
export function agentTo({ address, family }: AllowedAddress, limits: OutboundLimits): Agent {
  const key = JSON.stringify([address, limits.connections, limits.maxReplyBytes, limits.connectMs]);
  const known = agents.get(key);
  if (known !== undefined) return known;
  const agent = new Agent({
    connections: limits.connections,
    maxResponseSize: limits.maxReplyBytes,
    connect: {
      timeout: limits.connectMs,
      lookup: (_name, { all }, done) => (all === true ? done(null, [{ address, family }]) : done(null, address, family)),
    },
  });
  agents.set(key, agent);
  return agent;
}
