import { beforeAll, describe, expect, test } from 'vitest';
import { everyFailure, noFailures } from '../../../../sandbox/failures/failure.ts';
import { type Bench, type Faults, type KnownTable, Landed, openBench } from './bench.testkit.ts';
import type { ConformanceCase } from './case.testkit.ts';
import { emptied, forbidding, odd } from './odd-vendors.testkit.ts';

/** Cursors of a table that a read is taken up at, spread over its pages. */
const RESUMED_AT = 5;
/** Of tables with more pages than that only their middle is tried. */
const MANY_PAGES = 20;
const DAYS = 2;

/** What every connector of a vendor has to do, against a server that fails in every way it can. */
export function describeConformance(of: ConformanceCase): void {
  describe(`${of.kind} conforms`, () => {
    /** What a calm server has: the truth. */
    const truth = new Map<string, Landed>();
    let known: KnownTable[] = [];
    beforeAll(async () => {
      await using calm = await openBench(of);
      known = await calm.tables();
      for (const table of known) truth.set(table.path, await new Landed().all(calm.pages(table)));
    });
    const failing = (seed: string): Promise<Bench> => openBench(of, { failures: everyFailure(`${of.kind} ${seed}`) });
    const faults = (landed: Landed, { path }: KnownTable): Faults => landed.faults(truth.get(path) ?? new Landed());

    test('has tables with keys of their own, records in some of them, and nothing that cannot be read', () => {
      expect(known.length).toBeGreaterThan(0);
      expect([...truth.values()].some(({ records }) => records.size > 0)).toBe(true);
      for (const { found } of known) expect(found.primaryKey?.columns.every((name) => found.columns.some((one) => one.name === name))).toBe(true); // prettier-ignore
      for (const { bad, repeated } of truth.values()) expect([bad, repeated]).toEqual([[], 0]);
    });

    test('loses nothing and doubles nothing while the server fails in every way', async () => {
      await using bench = await failing('whole');
      expect(pathsOf(await bench.tables())).toEqual(pathsOf(known));
      for (const table of known) expect(faults(await new Landed().all(bench.pages(table)), table)).toEqual(NONE);
      expect(Object.keys(bench.sandbox.failed()).length).toBeGreaterThan(3);
    });

    test('goes on at the cursor of any page', async () => {
      await using bench = await failing('resumed');
      for (const table of known) {
        const { cursors } = truth.get(table.path) ?? new Landed();
        const step = Math.max(1, Math.ceil(cursors.length / (cursors.length > MANY_PAGES ? 1 : RESUMED_AT)));
        for (let at = Math.floor(step / 2); at < cursors.length; at += step) {
          const landed = new Landed();
          let page = 0;
          for await (const one of bench.pages(table)) {
            landed.take(one);
            if (page++ === at) break;
          }
          await landed.all(bench.pages(table, { from: landed.cursors.at(-1) }));
          expect(faults(landed, table)).toEqual(NONE);
        }
      }
    });

    test('brings what is new, and knows what is gone', async () => {
      await using bench = await openBench(of);
      const before = new Map<string, Landed>();
      for (const table of known) before.set(table.path, await new Landed().all(bench.pages(table)));
      if (bench.grows) bench.sandbox.controls.advance(DAYS);
      for (const table of known.filter(({ found }) => found.incremental !== null)) {
        const landed = before.get(table.path) ?? new Landed();
        const whole = await new Landed().all(bench.pages(table));
        bench.sandbox.controls.fail(null, everyFailure('incremental'));
        await landed.all(bench.pages(table, { since: landed.watermark }));
        const keys = await bench.keys(table);
        bench.sandbox.controls.heal();
        if (keys !== null) {
          expect([...keys].toSorted()).toEqual([...whole.records.keys()].toSorted());
          for (const key of landed.records.keys()) if (!keys.has(key)) landed.records.delete(key);
        } else if (!of.descriptor.capabilities.deletes) for (const key of landed.records.keys()) if (!whole.records.has(key)) landed.records.delete(key); // prettier-ignore
        expect(landed.faults(whole)).toEqual(NONE);
      }
    });

    test('is not taken in by a server that always lies about the end', async () => {
      for (const lie of ['LYING_END', 'LYING_MORE'] as const) {
        await using bench = await openBench(of, { failures: { ...noFailures, seed: lie, rates: { [lie]: 1 } } });
        for (const table of known) {
          const landed = new Landed();
          const code = await landed.all(bench.pages(table)).then(() => null, (error: { code?: string; message?: string }) => error.code ?? error.message); // prettier-ignore
          expect([null, 'VENDOR_PAGES_ENDLESS']).toContain(code);
          expect(faults(landed, table)).toEqual(NONE);
        }
      }
    });

    test('tells wrong secrets, none, and rights that were taken away', async () => {
      await using bench = await failing('secrets');
      for (const secret of of.wrong) await expect(bench.connector.discover(bench.source(secret), options())).rejects.toMatchObject({ code: 'VENDOR_SECRET_REFUSED' }); // prettier-ignore
      await expect(bench.connector.discover({ ...bench.source(), secret: null }, options())).rejects.toMatchObject({ code: 'VENDOR_SECRET_MISSING' }); // prettier-ignore
      await using closed = await openBench(of, { over: forbidding });
      await expect(closed.objects()).rejects.toMatchObject({ code: expect.stringMatching(/^VENDOR_(?:FORBIDDEN|SECRET_REFUSED)$/u) });
    });

    test('takes empty tables for empty, and 500 fields, lists in lists and 10 MB for what they are', async () => {
      await using nothing = await openBench(of, { over: emptied });
      for (const table of known) expect((await new Landed().all(nothing.pages(table))).records.size).toBe(0);
      await using strange = await openBench(of, { over: odd });
      const [table] = known.filter(({ path }) => (truth.get(path)?.records.size ?? 0) > 0);
      if (table === undefined) return;
      const landed = await new Landed().all(strange.pages(table));
      expect(landed.records.size + landed.bad.length).toBe(truth.get(table.path)?.records.size);
      expect(landed.bad.filter((code) => code !== 'FIELD_TOO_LARGE')).toEqual([]);
    });

    test('ends with the signal’s reason', async () => {
      await using bench = await openBench(of);
      const abort = new AbortController();
      const stopped = async (): Promise<void> => {
        const asked = { path: known[0]?.path ?? '', plan: known[0]?.found.plan, key: null, from: null, since: null, screening: null };
        for await (const page of bench.connector.pages(bench.source(), asked, { signal: abort.signal })) if (page.progress >= 0) abort.abort(new Error('stopping')); // prettier-ignore
        abort.signal.throwIfAborted();
      };
      await expect(stopped()).rejects.toThrow('stopping');
    });
  });
}

const pathsOf = (tables: readonly KnownTable[]): string[] => tables.map(({ path }) => path).toSorted();
const NONE: Faults = { lost: [], foreign: [], older: [] };
const options = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(60_000) });
