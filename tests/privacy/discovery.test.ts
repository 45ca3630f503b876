import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subgraphFactories } from '../../embedded/subgraphs.ts';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';
import { assetsPrivacy } from '../../subgraphs/assets/privacy/places.ts';
import { COLLEAGUE, Company, PERSON } from './company.testkit.ts';

const TIMEOUT_MS = 180_000;
let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem(subgraphFactories);
}, TIMEOUT_MS);
afterAll(() => t[Symbol.asyncDispose]());

const snapshotOf = (domains: readonly string[]): string =>
  JSON.stringify({
    meta: { snapshot_as_of: '2026-06-30T00:00:00Z' },
    planes: {
      discovery: {
        observations: domains.flatMap((domain) =>
          ['dns', 'proxy'].map((source) => ({
            observation_id: `${domain} ${source}`, domain, source, observed_at: '2026-06-29T00:00:00Z', user_email: PERSON.email,
          })),
        ),
      },
      cmdb: {
        cis: domains.map((domain, at) => ({
          ci_id: `c${at}`, name: `Desk ${at}`, domain, ci_type: 'app', lifecycle: 'production', owner: PERSON.name, owner_email: at === 0 ? PERSON.email : COLLEAGUE.email,
        })),
      },
    },
  }); // prettier-ignore

async function feed(company: Company, text: string): Promise<string> {
  const uploadId = randomUUID();
  const folder = join(t.system.config.dataFolder, 'uploads', company.owner.tenantId, uploadId);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'snapshot.json'), text);
  const add = 'mutation ($input: AddTelemetryFeedInput!) { addTelemetryFeed(input: $input) { ... on TelemetryFeedAdded { feed { id } } } }';
  const { addTelemetryFeed } = await company.ask<{ addTelemetryFeed: { feed: { id: string } } }>('assets', add, {
    input: { name: 'sensors', uploadId },
  });
  return addTelemetryFeed.feed.id;
}

async function scan(company: Company): Promise<void> {
  await company.ask('assets', 'mutation { startScan { __typename } }');
  await t.settled();
}

async function forget(company: Company, treatment: string): Promise<void> {
  const request = 'mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { ... on ErasureChanged { request { id } } } }';
  const identifiers = [{ kind: 'EMAIL', value: PERSON.email }, { kind: 'NAME', value: PERSON.name }]; // prettier-ignore
  const { requestErasure } = await company.ask<{ requestErasure: { request: { id: string } } }>('accounts', request, {
    input: { treatment, identifiers },
  });
  await t.settled();
  const confirm = 'mutation ($id: ID!) { confirmErasure(id: $id) { __typename } }';
  await company.ask('accounts', confirm, { id: requestErasure.request.id }, company.admin);
  await t.settled();
}

const APPLICATIONS =
  '{ assets(filter: { kind: APPLICATION }) { nodes { name class profile { likelyOwner } ownerSuggestions { who } evidence { totalCount } findings { code } } } }';
const NEEDLES = [PERSON.email, 'wilhelmina', 'quartz'];

test.each(['PSEUDONYMISE', 'ERASE'])(
  'whoever is forgotten (%s) is in nothing that scans know, found or suggest, nor in uploaded telemetry; applications stay readable, also when scanned again',
  async (treatment) => {
    const company = await Company.found(t);
    await feed(company, snapshotOf(['desk.com', 'base.com']));
    await scan(company);
    expect(Object.keys(await company.traces(NEEDLES))).toEqual(expect.arrayContaining(['asset_fact', 'kept_evidence', 'owner_suggestion']));
    await forget(company, treatment);
    expect(await company.traces(NEEDLES)).toEqual({});
    const shown = await company.ask<{ assets: { nodes: { name: string }[] } }>('assets', APPLICATIONS);
    expect(shown.assets.nodes.map(({ name }) => name)).toEqual(['base.com', 'desk.com']);
    expect(Object.keys(await company.traces([COLLEAGUE.email]))).toContain('asset_fact');
    await scan(company);
    expect(await company.traces(NEEDLES)).toEqual({});
    expect(await company.ask('assets', '{ scans(first: 1) { nodes { status } } }')).toEqual({
      scans: { nodes: [{ status: 'SUCCEEDED' }] },
    });
  },
  TIMEOUT_MS,
);

test(
  'old scans and what only they showed are deleted; what holds now, and the last scan, stay however old they are',
  async () => {
    const company = await Company.found(t);
    const { tenantId } = company.owner;
    const first = await feed(company, snapshotOf(['desk.com', 'gone.com']));
    await scan(company);
    await company.ask('assets', 'mutation ($id: ID!) { removeTelemetryFeed(id: $id) }', { id: first });
    await feed(company, snapshotOf(['desk.com']));
    await scan(company);
    const counts = async (): Promise<unknown> => {
      const { rows } = await t.system.database.unitOfWork(tenantId, (unit) =>
        sql`select (select count(*)::int from scan) as scans, (select count(*)::int from scan_file) as files,
          (select count(*)::int from asset_fact where until_scan is null) as facts, (select count(*)::int from asset_fact where until_scan is not null) as past`.execute(
          unit.sql,
        ),
      );
      return rows[0];
    };
    expect(await counts()).toMatchObject({ scans: 2, files: 2, facts: 1 });
    const later = new Date(Date.now() + 86_400_000);
    const prune = async (): Promise<number> => {
      let deleted = 0;
      for (const kind of assetsPrivacy.retention ?? [])
        if (kind.within === 'UNIT') {
          const due = await t.system.database.unitOfWork(tenantId, (unit) => kind.count(unit, later));
          expect(due).toBeGreaterThanOrEqual(0);
          deleted += await t.system.database.unitOfWork(tenantId, (unit) => kind.prune(unit, later, 1_000));
        }
      return deleted;
    };
    expect(await prune()).toBeGreaterThan(1);
    expect(await counts()).toEqual({ scans: 1, files: 1, facts: 1, past: 0 });
    expect(await prune()).toBe(0);
    await scan(company);
    expect(await company.ask('assets', '{ scans(first: 1) { nodes { status } } }')).toEqual({
      scans: { nodes: [{ status: 'SUCCEEDED' }] },
    });
  },
  TIMEOUT_MS,
);
