import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subgraphFactories } from '../../embedded/subgraphs.ts';
import { ErasureRequestRow } from '../../subgraphs/accounts/privacy/erasure/erasure.entity.ts';
import { createErasureWorkflow } from '../../subgraphs/accounts/privacy/erasure/erasure.workflow.ts';
import { sealIdentifiers } from '../../subgraphs/accounts/privacy/erasure/sealed-identifiers.ts';
import type { StepContext, StepHandle } from '../../subgraphs/kernel/runs/workflow.ts';
import { startTestSystem, type TestSystem } from '../testkit/test-system.ts';
import { Company, PERSON } from './company.testkit.ts';

const TIMEOUT_MS = 240_000;
let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem(subgraphFactories);
}, TIMEOUT_MS);
afterAll(() => t[Symbol.asyncDispose]());

class Killed extends Error {}

/** A request as it is when it has just been made. */
async function newRequest(company: Company): Promise<string> {
  const id = randomUUID();
  const { tenantId, userId } = company.owner;
  const identifiers = [{ kind: 'EMAIL' as const, value: PERSON.email, table: null, related: false }];
  await t.system.database.unitOfWork(tenantId, ({ em }) =>
    em
      .persist(
        em.create(ErasureRequestRow, {
          id, tenantId, status: 'SEARCHING', treatment: 'PSEUDONYMISE', subject: [], reason: '', includeRelated: true, preview: null, done: null,
          identifiers: sealIdentifiers(identifiers, t.system.secrets.vault, { tenantId, purpose: `erasure:${id}` }),
          requestedBy: userId, requestedAt: new Date(), confirmedBy: company.admin.userId, confirmedAt: new Date(), finishedAt: null,
          certificate: null, certificateHash: null,
        }), // prettier-ignore
      )
      .flush(),
  );
  return id;
}

/** Does the steps as a worker does, but dies before or after these commits and begins again with what was kept. @returns how many commits it took */
async function eraseWithKills(company: Company, id: string, killAt: (commit: number) => 'BEFORE' | 'AFTER' | null): Promise<number> {
  const { tenantId } = company.owner;
  let commits = 0;
  for (const step of createErasureWorkflow(t.system).steps) {
    if (step.kind !== 'WORK') continue;
    let checkpoint: unknown = null;
    const context = (): StepContext => ({
      tenantId, runId: id, epoch: 1, subject: {}, checkpoint, signal: new AbortController().signal,
      commit: async (work) => {
        const kill = killAt(++commits);
        if (kill === 'BEFORE') throw new Killed();
        let kept: unknown = checkpoint;
        const handle: StepHandle = { checkpoint: (value) => void (kept = structuredClone(value)), progress: () => undefined, park: () => undefined };
        const value = await t.system.database.unitOfWork(tenantId, (unit) => work(unit, handle));
        checkpoint = kept;
        if (kill === 'AFTER') throw new Killed();
        return value;
      },
      load: (work) => t.system.database.bulk.work(tenantId, work),
    }); // prettier-ignore
    for (let done = false; !done;) {
      done = await step.run(context()).then(
        () => true,
        async (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          // Died behind its last commit: whoever takes it up finds the request done.
          return (await statusOf(company, id)) === 'DONE';
        },
      );
    }
  }
  return commits;
}

const statusOf = (company: Company, id: string): Promise<string | undefined> =>
  t.system.database.unitOfWork(company.owner.tenantId, async (unit) => {
    const { rows } = await sql<{ status: string }>`select status from erasure_request where id = ${id}`.execute(unit.sql);
    return rows[0]?.status;
  });

test(
  'killed at any commit, forgetting goes on where it stopped, and nothing is left of the person',
  async () => {
    for (const offset of [0, 1, 2]) {
      const company = await Company.found(t);
      await company.connect();
      await company.unify();
      const id = await newRequest(company);
      const kills = new Set<number>();
      const commits = await eraseWithKills(company, id, (at) => {
        if (at % 3 !== offset || kills.has(at)) return null;
        kills.add(at);
        return at % 2 === 0 ? 'BEFORE' : 'AFTER';
      });
      expect(commits).toBeGreaterThan(6);
      expect(kills.size).toBeGreaterThan(1);
      expect(await statusOf(company, id)).toBe('DONE');
      expect(await company.traces([PERSON.email, '5550103'])).toEqual({});
      await company.sync(true);
      expect(await company.traces([PERSON.email, '5550103'])).toEqual({});
    }
  },
  TIMEOUT_MS,
);
