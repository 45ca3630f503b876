import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, Kind, OperationTypeNode, parse } from 'graphql';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { subgraphFactories } from '../embedded/subgraphs.ts';
import { packagePath } from '../subgraphs/kernel/config/package-folder.ts';
import { settle } from './isolation/story.ts';
import { act, close, type Run } from './support/audit-acts.ts';
import { EXEMPT, UNTRIED } from './support/audit-exemptions.ts';
import { startTestGateway } from './testkit/test-gateway.ts';
import { startTestSystem } from './testkit/test-system.ts';

type Entries = z.infer<typeof entriesSchema>;
const entriesSchema = z.array(z.object({ request_id: z.string().nullable(), trace_id: z.string().nullable(), action: z.string() }));
const TIMEOUT_MS = 240_000;

/** Root fields of the mutations in a document; empty for anything else. */
function mutationsIn(query: string): string[] {
  const definitions = parse(query).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION ? [definition] : [],
  );
  return definitions.flatMap(({ selectionSet }) =>
    selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : [])),
  );
}

/** Notes every mutation that is sent from here, with the id of its request. */
function watchMutations(): { sent: { mutation: string; requestId: string }[]; stop: () => void } {
  const { fetch } = globalThis;
  const sent: { mutation: string; requestId: string }[] = [];
  globalThis.fetch = async (...given) => {
    const reply = await fetch(...given);
    const body = given[1]?.body;
    const requestId = reply.headers.get('x-request-id');
    if (typeof body === 'string' && requestId !== null) {
      const asked = z.object({ query: z.string() }).safeParse(body.startsWith('{') ? JSON.parse(body) : null);
      for (const mutation of asked.success ? mutationsIn(asked.data.query) : []) sent.push({ mutation, requestId });
    }
    return reply;
  };
  return { sent, stop: () => void (globalThis.fetch = fetch) };
}

test(
  'every mutation leaves what it changed in the audit trail, or has a reason not to',
  async () => {
    await using t = await startTestSystem(subgraphFactories);
    await using gateway = await startTestGateway(t, 'in process');
    const folder = await mkdtemp(join(tmpdir(), 'autonomos-audit-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const watch = watchMutations();
    onTestFinished(watch.stop);
    const inhabitant = await settle(t, gateway, folder, 'audited');
    const { viewer, token } = inhabitant;
    const run: Run = async (query, variables = {}, authorization = token) => {
      const reply = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization: `Bearer ${authorization}` }) },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await reply.json()) as { data?: Record<string, never>; errors?: { message: string }[] };
      if (errors !== undefined) throw new Error(`${query}: ${JSON.stringify(errors)}`);
      return data ?? {};
    };
    let entries: Entries = [];
    const look = async (): Promise<void> => {
      const found = await t.system.database.systemWork(async (db) =>
        entriesSchema.parse((await sql`select request_id, trace_id, action from audit_entry`.execute(db)).rows),
      );
      entries = [...entries, ...found];
    };
    await act(run, { email: 'audited@example.com', userId: viewer.userId });
    await t.settled();
    await look();
    // With the tenant its trail goes, too: this is the moment between the two.
    await close(run, 'audited inc');
    await look();
    const audited = new Set(entries.flatMap((entry) => [entry.request_id, entry.trace_id]));
    const seen = new Set(watch.sent.filter(({ requestId }) => audited.has(requestId)).map(({ mutation }) => mutation));
    const tried = new Set(watch.sent.map(({ mutation }) => mutation));
    const schema = buildSchema(readFileSync(packagePath('schema', 'api.graphql'), 'utf8'));
    const all = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(all.length).toBeGreaterThan(50);
    const reasons = new Set([...Object.keys(EXEMPT), ...Object.keys(UNTRIED)]);
    expect(
      all.filter((mutation) => !seen.has(mutation) && !reasons.has(mutation)).map((name) => `${name}${tried.has(name) ? ' (tried)' : ''}`),
    ).toEqual([]);
    expect([...reasons].filter((mutation) => !all.includes(mutation))).toEqual([]);
  },
  TIMEOUT_MS,
);
