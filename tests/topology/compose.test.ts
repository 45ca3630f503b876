import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../../cli/launcher/paths.mjs';
import { SUBGRAPH_NAMES } from '../../embedded/scaled/subgraph-names.ts';
import { CONFIG_VARIABLES, loadConfig } from '../../subgraphs/kernel/config/config.ts';
import { commandLine } from '../support/command-line.ts';

const serviceSchema = z.looseObject({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.looseObject({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }),
  deploy: z.object({ replicas: z.number() }).optional(),
  volumes: z.array(z.string()).default([]),
});
const composeSchema = z.object({ services: z.record(z.string(), serviceSchema), volumes: z.record(z.string(), z.unknown()) });

const KEY = Buffer.alloc(32, 1).toString('base64');
const GIVEN: Record<string, string> = {
  ...Object.fromEntries(['SESSION_KEY', 'VIEWER_KEY', 'LOGINS_KEY', 'VAULT_KEY'].map((name) => [name, KEY])),
  POSTGRES_PASSWORD: 'p',
  REDIS_PASSWORD: 'r',
};

/** As Compose puts values in: `${NAME:?message}` must be given, `${NAME:-default}` may be, `$$` is a dollar sign. */
function interpolate(text: string): string {
  return text.replaceAll(/\$(?:\$|\{(\w+)(?::([?-])([^}]*))?\})/g, (all, name?: string, kind?: string, rest = '') => {
    if (name === undefined) return '$';
    const value = GIVEN[name] ?? (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`${all} is not given`);
    return value;
  });
}

/** Values are put in after the file was read, so they are text whatever they look like. */
function interpolated(value: unknown): unknown {
  if (typeof value === 'string') return interpolate(value);
  if (Array.isArray(value)) return value.map(interpolated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, interpolated(each)]));
}

const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
const { services, volumes } = composeSchema.parse(interpolated(parse(text, { merge: true })));
const ours = Object.entries(services).filter(([, { image }]) => image === 'autonomos');

describe('docker-compose.yml', () => {
  test('runs two gateways, each subgraph and two workers, besides a PostgreSQL with pgvector and Redis', () => {
    const commands = Object.fromEntries(ours.map(([name, { command }]) => [name, command?.join(' ')]));
    expect(commands).toEqual({
      gateway: 'gateway',
      worker: 'worker',
      migrate: 'migrate up',
      ...Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, `subgraph ${name}`])),
    });
    expect([services['gateway']?.deploy?.replicas, services['worker']?.deploy?.replicas]).toEqual([2, 2]);
    expect(services['postgres']?.image).toMatch(/^pgvector\//);
    expect(services['redis']?.image).toMatch(/^redis:/);
  });

  test.for(ours.map(([name]) => name))('%s gets variables that exist, with values the product accepts', (name) => {
    const environment = services[name]?.environment ?? {};
    // Node's own is not read by the product.
    const known = [...CONFIG_VARIABLES, 'NODE_OPTIONS'];
    expect(Object.keys(environment).filter((variable) => !known.includes(variable))).toEqual([]);
    const config = loadConfig(environment);
    expect([config.databaseUrl, config.redis?.url]).not.toContain(null);
    expect(Object.values(config.keys).slice(0, 3)).not.toContain(null);
    expect(config.http.host).toBe('0.0.0.0');
  });

  test('every command of it is one of the command line', async () => {
    for (const [, { command = [] }] of ours) {
      const ended = await commandLine([command[0] ?? '', '--help']);
      expect(ended).toMatchObject({ code: 0 });
      expect(ended.stdout).toContain(`Usage: autonomos ${command[0]}`);
    }
  });

  test('gateways know every subgraph by the name of its service', () => {
    const { subgraphUrls } = loadConfig(services['gateway']?.environment ?? {});
    expect(subgraphUrls).toEqual(Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, `http://${name}:4000/graphql`])));
  });

  test('only what prepares the database has its superuser', () => {
    const privileged = ours.filter(([, { environment }]) => new URL(environment['DATABASE_URL'] ?? '').password !== '');
    expect(privileged.map(([name]) => name)).toEqual(['migrate']);
    expect(ours.filter(([, { environment }]) => loadConfig(environment).migrateOnStart).map(([name]) => name)).toEqual(['migrate']);
  });

  test('everything that serves is asked how it is, and waits for what it needs', () => {
    for (const [name, { healthcheck, depends_on: needs }] of Object.entries(services)) {
      expect(healthcheck.disable === true || (healthcheck.test?.length ?? 0) > 1, name).toBe(true);
      for (const [needed, { condition }] of Object.entries(needs)) {
        expect(services[needed], `${name} needs ${needed}`).toBeDefined();
        if (condition === 'service_healthy') expect(services[needed]?.healthcheck.test, needed).toBeDefined();
      }
    }
    for (const [name, { depends_on: needs }] of ours)
      if (name !== 'migrate') expect(Object.keys(needs).toSorted()).toEqual(['migrate', 'redis']);
  });

  test('uploads lie on a volume that connectors and workers share, and no mount is missing', () => {
    for (const name of ['connectors', 'worker']) expect(services[name]?.volumes).toContain('data:/data');
    for (const mount of Object.values(services).flatMap((service) => service.volumes)) {
      const [source = ''] = mount.split(':');
      expect(source.startsWith('./') ? existsSync(join(ROOT, source)) : source in volumes, mount).toBe(true);
    }
  });

  test('no password or key stands in it', () => {
    for (const line of text.split('\n').filter((each) => /(PASSWORD|_KEY)\b.*:/.test(each))) expect(line).toMatch(/\$\{\w+:[?-]/);
  });
});

test('the image is made from files that are there', () => {
  const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
  expect(copied.length).toBeGreaterThan(1);
  for (const source of copied) expect(existsSync(join(ROOT, source)), source).toBe(true);
});
