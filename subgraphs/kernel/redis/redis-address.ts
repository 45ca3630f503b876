import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { RedisOptions } from 'ioredis';
import { RedisRefused } from './redis-refused.ts';

/** Where Redis is, and whom to trust there. */
export interface RedisAddress {
  /** `redis://` or `rediss://` with user, password, host, port and database number. */
  url: string;
  /** PEM file of the authority that signed the server's certificate; null trusts the system's authorities. */
  caFile: string | null;
}

const DEFAULT_PORT = 6379;

/**
 * The address as the client takes it. Over TLS the certificate's chain and its host name are always verified.
 * @throws RedisRefused when the authority's file cannot be read
 */
export function connectionOptions({ url, caFile }: RedisAddress): RedisOptions {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const database = Number(pathname.slice(1) || '0');
  return {
    host,
    port: Number(port || DEFAULT_PORT),
    db: Number.isInteger(database) ? database : 0,
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:'
      ? { tls: { host, ...(isIP(host) === 0 ? { servername: host } : {}), ...(caFile === null ? {} : { ca: readAuthority(caFile) }) } }
      : {}),
  };
}

function readAuthority(file: string): string {
  const text = readText(file);
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw new RedisRefused('REDIS_CA_UNREADABLE', `${file} holds no PEM certificate`);
  return text;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RedisRefused('REDIS_CA_UNREADABLE', `REDIS_CA_FILE cannot be read: ${reason}`, { cause });
  }
}
