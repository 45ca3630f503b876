import { LRUCache } from 'lru-cache';
import type { Database } from '../database/database.ts';
import { commonErrors } from '../errors/common.errors.ts';
import type { EventTail } from '../events/event-tail.ts';
import type { ActionList } from '../permissions/actions.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { UserViewer } from '../viewer/viewer.ts';
import { apiKeyErrors } from './api-key.errors.ts';
import { findKey, type FoundKey } from './find-key.ts';
import { KeyUses } from './key-uses.ts';
import { isSecretOf, readKey } from './key-text.ts';
import { effectiveScopes } from './scopes.ts';

/** Keys that are kept, and prefixes known to be nobody's. */
const MAX_KEYS = 20_000;
/** How long a key works on when the event log does not tell that it was revoked. */
const KEPT_MS = 15_000;
/** A key that was just made may have been asked for a moment before. */
const UNKNOWN_KEPT_MS = 5_000;
/** Looked up at once; a flood of made-up keys must not take every connection of the database. */
const MAX_LOOKUPS = 50;

/** A key that works, and on whose behalf. */
export interface KnownKey {
  viewer: UserViewer;
  maker: FoundKey['maker'];
  madeAt: Date;
  /** null: it works until it is revoked. */
  expiresAt: Date | null;
  secretHash: Buffer;
}

/** Finds out whose a key is. */
export interface ApiKeys {
  /** @throws API_KEY_REFUSED; UNAVAILABLE when that cannot be found out */
  viewerOf(text: string, from: string | null): KnownKey | Promise<KnownKey>;
  close(): Promise<void>;
}

export interface ApiKeysOptions {
  database: Database;
  events: EventTail;
  logger: Logger;
  actions: ActionList;
  clock: () => Date;
}

/** Keys of all tenants, kept in memory for seconds and forgotten when the event log tells of a change. */
export async function openApiKeys(options: ApiKeysOptions): Promise<ApiKeys> {
  const { database, events, clock } = options;
  const kept = new LRUCache<string, { key: KnownKey; changes: number }>({ max: MAX_KEYS, ttl: KEPT_MS });
  const unknown = new LRUCache<string, true>({ max: MAX_KEYS, ttl: UNKNOWN_KEPT_MS });
  const lookups = new Map<string, Promise<KnownKey | null>>();
  const uses = new KeyUses(options);
  /** Counts what the log told of each tenant, and altogether: what was read before that is not used again. */
  const changes = new Map<string, number>();
  let told = 0;
  const stop = await events.watch(
    ['accounts.access-changed', 'accounts.credentials-revoked', 'accounts.api-key-changed'],
    ({ tenantId }) => {
      told += 1;
      changes.set(tenantId, told);
    },
    clock(),
  );

  const known = (prefix: string): KnownKey | null => {
    const entry = kept.get(prefix);
    return entry === undefined || entry.changes !== (changes.get(entry.key.viewer.tenantId) ?? 0) ? null : entry.key;
  };
  const lookUp = async (prefix: string): Promise<KnownKey | null> => {
    const before = told;
    const found = await findKey(database, prefix).catch((cause: unknown) => {
      options.logger.warn({ err: cause }, 'an API key could not be looked up');
      throw commonErrors.UNAVAILABLE({ what: 'The list of API keys' }, { cause });
    });
    if (found === null) unknown.set(prefix, true);
    const key = found === null ? null : knownKey(found, options.actions);
    if (key !== null && told === before) kept.set(prefix, { key, changes: changes.get(key.viewer.tenantId) ?? 0 });
    return key;
  };
  const shared = (prefix: string): Promise<KnownKey | null> => {
    let lookup = lookups.get(prefix);
    if (lookup === undefined) {
      if (lookups.size >= MAX_LOOKUPS) throw commonErrors.UNAVAILABLE({ what: 'The list of API keys' });
      lookups.set(prefix, (lookup = lookUp(prefix).finally(() => lookups.delete(prefix))));
    }
    return lookup;
  };
  const checked = (key: KnownKey | null, given: Buffer, from: string | null): KnownKey => {
    const now = clock();
    if (key === null || !isSecretOf(given, key.secretHash) || (key.expiresAt !== null && key.expiresAt <= now))
      throw apiKeyErrors.API_KEY_REFUSED({});
    uses.note({ tenantId: key.viewer.tenantId, id: key.viewer.credential?.id ?? '' }, { at: now, address: from });
    return key;
  };

  return {
    viewerOf(text, from) {
      const read = readKey(text);
      if (read === null || unknown.has(read.prefix)) throw apiKeyErrors.API_KEY_REFUSED({});
      const { prefix, secretHash } = read;
      const key = known(prefix);
      return key === null ? shared(prefix).then((found) => checked(found, secretHash, from)) : checked(key, secretHash, from);
    },
    async close() {
      stop();
      await uses.close();
    },
  };
}

function knownKey(found: FoundKey, actions: ActionList): KnownKey {
  const { id, tenantId, userId, role, maker, createdAt, expiresAt, secretHash } = found;
  const viewer = { kind: 'user' as const, tenantId, userId, role, credential: { kind: 'KEY' as const, id } };
  const scopes = effectiveScopes(found.scopes, { account: role, maker: maker.role }, actions);
  return { viewer: scopes === null ? viewer : { ...viewer, scopes }, maker, madeAt: createdAt, expiresAt, secretHash };
}
