import { expect, test } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

function faultsOf(environment: Record<string, string>): string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').slice(1);
  }
}

test('an empty environment is a usable configuration: this machine only, production', () => {
  expect(loadConfig({})).toMatchObject({
    mode: 'production',
    http: { host: '127.0.0.1', port: 4000 },
    databaseUrl: null,
    filesRoots: null,
  });
});

test('all faults are listed at once, each with its variable', () => {
  const faults = faultsOf({ PORT: '70000', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', MAX_UPLOAD_BYTES: '-1', LOG_PRETTY: 'yes' });
  expect(faults).toHaveLength(5);
  for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'MAX_UPLOAD_BYTES', 'LOG_PRETTY'])
    expect(faults.some((fault) => fault.trim().startsWith(`${name}:`))).toBe(true);
});

test('development refuses to run as production', () => {
  expect(faultsOf({ AUTONOMOS_MODE: 'development', NODE_ENV: 'production' })).toHaveLength(1);
  expect(loadConfig({ AUTONOMOS_MODE: 'development' }).mode).toBe('development');
  expect(loadConfig({ NODE_ENV: 'production' }).mode).toBe('production');
});

test('development mode is for this machine alone, unless it is said otherwise', () => {
  for (const HOST of ['0.0.0.0', '::', '192.0.2.1', 'example.com', '127.0.0.1.example.com'])
    expect(faultsOf({ AUTONOMOS_MODE: 'development', HOST })).toHaveLength(1);
  for (const HOST of ['127.0.0.1', '127.8.0.1', '::1', 'localhost'])
    expect(loadConfig({ AUTONOMOS_MODE: 'development', HOST }).mode).toBe('development');
  expect(loadConfig({ AUTONOMOS_MODE: 'development', HOST: '0.0.0.0', DEVELOPMENT_HOST: 'any' }).mode).toBe('development');
  expect(loadConfig({ HOST: '0.0.0.0' }).mode).toBe('production');
});

test('an unknown mode is not taken for production or development', () => {
  expect(faultsOf({ AUTONOMOS_MODE: 'debug' })).toHaveLength(1);
});

test('folders are separated by colons, empty parts are none', () => {
  expect(loadConfig({ FILES_ROOTS: '/data::/more:' }).filesRoots).toEqual(['/data', '/more']);
});

test.each(['postgres://me@localhost/db', 'postgresql://me@localhost/db'])('%s is a database', (url) => {
  expect(loadConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
});

test('an authority of Redis without TLS is a fault: nobody would ask it', () => {
  expect(faultsOf({ REDIS_URL: 'redis://localhost', REDIS_CA_FILE: '/ca.pem' })).toHaveLength(1);
  expect(faultsOf({ REDIS_CA_FILE: '/ca.pem' })).toHaveLength(1);
  expect(loadConfig({ REDIS_URL: 'rediss://localhost', REDIS_CA_FILE: '/ca.pem' }).redis).toEqual({
    url: 'rediss://localhost',
    caFile: '/ca.pem',
  });
});

test('keys have 32 bytes; shorter ones are named and not shown', () => {
  const names = ['SESSION_KEY', 'VIEWER_KEY', 'LOGINS_KEY', 'VAULT_KEY'];
  const faults = faultsOf(Object.fromEntries(names.map((name) => [name, 'c2hvcnQ='])));
  expect(new Set(faults.map((fault) => fault.trim().split(':')[0]))).toEqual(new Set(names));
  expect(faults.join()).not.toContain('c2hvcnQ=');
  expect(loadConfig({ SESSION_KEY: Buffer.alloc(32, 7).toString('base64') }).keys.session).toEqual(new Uint8Array(32).fill(7));
});
