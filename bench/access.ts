import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { logIn } from '../cli/server/connect.ts';
import { newDataFolder, startProcess, type Product } from '../tests/journeys/support/product.ts';
import { keyViewerUs } from './access/key-viewer.ts';
import { permissionCheckUs } from './access/permission-check.ts';
import type { Bench } from './bench.ts';

const MAKE = `mutation ($name: String!) { createApiKey(input: { name: $name, scopes: ["tenant.*", "records.*"] }) {
  ... on ApiKeyMade { secret key { id } } } }`;
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(id: $id) }';
const WHO = '{ viewer { role } }';
const ASK_EVERY_MS = 2;
const PATIENCE_MS = 30_000;

/** What access costs: a permission check, a viewer from a key that is known, and how long a revoked key works on at any door. */
export const access: Bench = {
  summary: 'a permission check, a viewer from a cached key, and the time until a revoked key is refused at every door',
  options: {
    keys: { kind: 'NUMBER', fallback: 20, minimum: 1, about: 'keys that are revoked, one after the other' },
    database: {
      kind: 'TEXT',
      fallback: 'embedded',
      about: 'embedded: one door; the URL of a PostgreSQL: two gateways in processes of their own',
    },
    redis: {
      kind: 'TEXT',
      fallback: null,
      about: 'with a PostgreSQL: what carries events between processes; without it each looks every 250 ms',
    },
  },
  async run({ number, text, say }) {
    const [check, viewer] = [permissionCheckUs(), await keyViewerUs()];
    say(`a permission check ${check.toFixed(2)} µs, a viewer from a known key ${viewer.toFixed(2)} µs`);
    const { dataFolder, discard } = newDataFolder();
    Object.assign(process.env, { AUTONOMOS_DEMO: 'off', RATE_LIMITS: 'off' });
    const database = text('database') ?? 'embedded';
    const redis = text('redis');
    const own = ['--port', '0', '--database', database, ...(redis === null ? [] : ['--redis', redis])];
    try {
      await using product = await startProcess(dataFolder, [database === 'embedded' ? 'up' : 'topology', ...own]);
      const { token } = await logIn(product, dataFolder);
      if (token === null) throw new Error('nobody is logged in');
      const doors = doorsOf(product);
      say(`${doors.length} ${doors.length === 1 ? 'door' : 'doors'}: ${doors.join(', ')}`);
      const times: number[] = [];
      for (let i = 0; i < number('keys'); i++) times.push(await revokedAfter(doors, token));
      return {
        permissionCheckUs: round(check),
        keyViewerUs: round(viewer),
        revokedEverywhereMs: Math.round(Math.max(...times)),
        doors: doors.length,
      };
    } finally {
      discard();
    }
  },
};

/** Makes a key, uses it at every door, revokes it at the first, and asks until every door refuses. @returns from the reply on, milliseconds */
async function revokedAfter(doors: readonly string[], token: string): Promise<number> {
  const [first = ''] = doors;
  const made = await ask(first, token, MAKE, { name: randomUUID() });
  const { secret, key } = (made as { data: { createApiKey: { secret: string; key: { id: string } } } }).data.createApiKey;
  for (const door of doors) if (await isRefused(door, secret)) throw new Error(`a fresh key is refused at ${door}`);
  await ask(first, token, REVOKE, { id: key.id });
  const revoked = performance.now();
  const ends = doors.map(async (door) => {
    while (!(await isRefused(door, secret))) {
      if (performance.now() - revoked > PATIENCE_MS) throw new Error(`a revoked key still works at ${door}`);
      await wait(ASK_EVERY_MS);
    }
    return performance.now() - revoked;
  });
  return Math.max(...(await Promise.all(ends)));
}

async function isRefused(door: string, secret: string): Promise<boolean> {
  const reply = await ask(door, secret, WHO, {});
  return 'errors' in reply;
}

async function ask(door: string, bearer: string, query: string, variables: object): Promise<object> {
  const response = await fetch(`${door}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as object;
}

/** The doors that the product says it has. */
function doorsOf(product: Product): string[] {
  const [line = ''] = product.output().match(/^.*\bAddresses\b.*$/m) ?? [];
  const said = line.match(/https?:\/\/[\w.-]+:\d+/g) ?? [];
  return [...new Set([product.url, ...said])];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
