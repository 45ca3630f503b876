import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { MongoClient } from 'mongodb';
import { kindOfAddress } from '../../kernel/outbound/address-rules.ts';
import type { OutboundRules } from '../../kernel/outbound/allowed-address.ts';
import { outboundErrors } from '../../kernel/outbound/outbound.errors.ts';
import { CONNECT_TIMEOUT_MS, QUERY_TIMEOUT_MS } from './limits.ts';
import { type MongodbAddress, mongodbLocation } from './mongodb-address.ts';

/** Whom to reach; plain data, so that it can go to a worker thread. */
export interface MongodbTarget {
  address: MongodbAddress;
  password: string | null;
  rules: OutboundRules;
}

/** A session with a deployment. */
export interface MongodbSession extends AsyncDisposable {
  client: MongoClient;
}

/**
 * Connects. Every address is checked when it is connected to: those of the hosts that were named, those that DNS names for a cluster, and those of the
 * other members that a server tells of. @throws what the driver throws; ADDRESS_NOT_ALLOWED
 */
export async function openMongodb({ address, password, rules }: MongodbTarget, signal?: AbortSignal): Promise<MongodbSession> {
  const refused: { error: Error | null } = { error: null };
  for (const host of address.srv ? [] : address.hosts) assertAllowed(hostOf(host), rules);
  const login = address.user === null ? {} : { auth: { username: address.user, password: password ?? '' } };
  const client = new MongoClient(mongodbLocation({ ...address, user: null }), {
    ...login,
    appName: 'AutonomOS', serverSelectionTimeoutMS: CONNECT_TIMEOUT_MS, connectTimeoutMS: CONNECT_TIMEOUT_MS, socketTimeoutMS: QUERY_TIMEOUT_MS,
    maxPoolSize: 6, retryReads: true, readPreference: 'primaryPreferred', ...(address.options['readPreference'] === undefined ? {} : { readPreference: address.options['readPreference'] as 'primary' }),
    lookup: guarded(rules, refused),
  }); // prettier-ignore
  client.on('serverOpening', ({ address: member }) => {
    try {
      assertAllowed(hostOf(member), rules);
    } catch (error) {
      refused.error ??= error as Error;
      void client.close(true).catch(() => undefined);
    }
  });
  const breakOff = (): void => void client.close(true).catch(() => undefined);
  signal?.addEventListener('abort', breakOff, { once: true });
  try {
    await client.connect();
  } catch (error) {
    await client.close(true).catch(() => undefined);
    throw refused.error ?? error;
  }
  return {
    client,
    async [Symbol.asyncDispose]() {
      signal?.removeEventListener('abort', breakOff);
      await client.close(true).catch(() => undefined);
    },
  };
}

/** The host of `host:port`, `[::1]:27017`. */
const hostOf = (place: string): string => place.replace(/:\d+$/u, '').replace(/^\[(.*)\]$/u, '$1');

/** An address that is written out is not looked up: it is checked here. @throws ADDRESS_NOT_ALLOWED */
function assertAllowed(host: string, rules: OutboundRules): void {
  if (isIP(host) === 0) return;
  const kind = kindOfAddress(host);
  if (kind === 'FORBIDDEN')
    throw outboundErrors.ADDRESS_NOT_ALLOWED({ host, why: 'it leads to a link-local or reserved address, which is never connected' });
  if (kind === 'PRIVATE' && !rules.allowPrivate)
    throw outboundErrors.ADDRESS_NOT_ALLOWED({ host, why: 'it leads into the private network of the server' });
}

/** Looks a name up and refuses it when any of its addresses may not be reached. */
function guarded(rules: OutboundRules, refused: { error: Error | null }): LookupFunction {
  return (host, options, done) => {
    systemLookup(host, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        done(error, '', 0);
        return;
      }
      try {
        for (const { address } of found) assertAllowed(address, rules);
      } catch (refusal) {
        refused.error ??= refusal as Error;
        done(refusal as Error, '', 0);
        return;
      }
      if (options.all === true) done(null, found);
      else done(null, found[0]?.address ?? '', found[0]?.family ?? 4);
    });
  };
}
