import type { Cache } from './cache/cache.ts';
import type { Config } from './config/config.ts';
import type { DataAccess } from './data-access/data-access.ts';
import type { AgentDoor } from './door/agent-door.ts';
import type { EventTail } from './events/event-tail.ts';
import type { EventTransport } from './events/event-transport.ts';
import type { RateLimiter } from './limits/rate-limiter.ts';
import type { UsageMeter } from './limits/usage-meter.ts';
import type { Flags } from './flags/flags.ts';
import type { Journal } from './journal/journal.ts';
import type { JournalKey } from './journal/journal-key.ts';
import type { Locks } from './locks/locks.ts';
import type { ActionList } from './permissions/actions.ts';
import type { Database } from './database/database.ts';
import type { PrivacyRegistry } from './privacy/privacy-registry.ts';
import type { DurableRuns } from './runs/durable-runs.ts';
import type { Logger } from './telemetry/logger.ts';
import type { Metrics } from './telemetry/metrics.ts';
import type { VaultKey } from './vault/vault.ts';
import type { WorkerPool } from './worker/worker-pool.ts';

/** What every subgraph is built from: one explicit object, no container. */
export interface System {
  config: Config;
  /** Which topology runs; only for what differs by nature, such as the owner key of a personal machine. */
  topology: 'embedded' | 'scaled';
  /** Folders that people may connect; resolved, absolute. */
  filesRoots: readonly string[];
  database: Database;
  logger: Logger;
  metrics: Metrics;
  workers: WorkerPool;
  /** Starts, tells, cancels and resumes durable runs. */
  runs: DurableRuns;
  /** Where subgraphs keep personal data, and for how long. */
  privacy: PrivacyRegistry;
  /** The way of agents into the graph. */
  door: AgentDoor;
  /** What each tenant has switched on or off. */
  flags: Flags;
  /** Where requests are noted. */
  journal: Journal;
  /** Seals the journal's chains. */
  journalKey: JournalKey;
  /** How the events of all processes' relays get to all processes. */
  eventTransport: EventTransport;
  /** The event log as this process follows it. */
  events: EventTail;
  /** What data viewers may see. */
  dataAccess: DataAccess;
  /** For what can be made again; shared by the processes where Redis is configured. */
  cache: Cache;
  /** Leases among the processes that share Redis, or within this one. */
  locks: Locks;
  /** Counts calls against limits; shared by the processes where Redis is configured. */
  limiter: RateLimiter;
  /** Counts what tenants use of their plans. */
  usage: UsageMeter;
  secrets: Secrets;
  /** The actions of all subgraphs, as printed to schema/permissions.json. */
  actions: ActionList;
  clock: () => Date;
  /** What fills the demo company's workspace; left out where nothing does. */
  demo?: DemoCompany;
}

export interface Secrets {
  /** Signs the sessions of people. */
  session: Uint8Array;
  /** Signs the viewer between gateway and subgraphs. */
  viewer: Uint8Array;
  /** Seals what tenants' sources are opened with. */
  vault: VaultKey;
  /** Held by the operating-system user that runs an embedded server; null elsewhere. */
  ownerKey: string | null;
}

/** Told after a demo workspace was made, and before it is removed. */
export interface DemoCompany {
  /** Returns at once; filling goes on in the background and does nothing when it is filled already. */
  wanted(): void;
  /** Resolves when nothing of it is being written any more. */
  unwanted(): Promise<void>;
}
