import { buildSubgraph, type BuiltSubgraph } from '../subgraphs/kernel/federation/build-subgraph.ts';
import { loadConfig } from '../subgraphs/kernel/config/config.ts';
import type { System } from '../subgraphs/kernel/system.ts';
import { PrivacyRegistry } from '../subgraphs/kernel/privacy/privacy-registry.ts';
import { journalKey } from '../subgraphs/kernel/journal/journal-key.ts';
import { DurableRuns } from '../subgraphs/kernel/runs/durable-runs.ts';
import { createLogger } from '../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../subgraphs/kernel/telemetry/metrics.ts';
import { vaultKey } from '../subgraphs/kernel/vault/vault.ts';
import { subgraphFactories } from './subgraphs.ts';

/** A system to build subgraphs from that only describes them: whatever would act (database, threads) throws when it is used. */
export function describeSystem(): System {
  return {
    config: loadConfig({}),
    topology: 'embedded',
    filesRoots: [],
    database: unusable('the database'),
    logger: createLogger('silent'),
    metrics: createMetrics({ processMetrics: false }),
    workers: unusable('worker threads'),
    runs: new DurableRuns(),
    privacy: new PrivacyRegistry(),
    door: unusable('the door of agents'),
    flags: unusable('feature flags'),
    journal: unusable('the journal'),
    journalKey: journalKey(new Uint8Array(32)),
    eventTransport: unusable('the event transport'),
    events: unusable('the event log'),
    dataAccess: unusable('the data rules'),
    cache: unusable('the cache'),
    locks: unusable('the locks'),
    limiter: unusable('the limiter'),
    usage: unusable('the usage meter'),
    secrets: { session: new Uint8Array(32), viewer: new Uint8Array(32), vault: vaultKey(new Uint8Array(32)), ownerKey: null },
    actions: {},
    clock: () => new Date(),
  };
}

/** All subgraphs of the product as they describe themselves, without a database. @throws when one of them needs one to be made */
export function describeSubgraphs(): Promise<BuiltSubgraph[]> {
  const system = describeSystem();
  return Promise.all(subgraphFactories.map(({ create }) => buildSubgraph(create(system))));
}

/** Stands in for something that acts, and says who used it too early. */
function unusable(what: string): never {
  return new Proxy(
    {},
    {
      get(_target, property) {
        throw new Error(`making a subgraph used ${what} (${String(property)}): leave that to start() and to requests`);
      },
    },
  ) as never;
}
