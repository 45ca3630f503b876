import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import { kyselyOf } from '../database/unit-of-work.ts';
import { openBell, type Bell } from './bell.ts';
import { outboxTransport } from './outbox-transport.ts';

let t: TestKernel;
beforeAll(async () => {
  t = await openTestKernel();
});
afterAll(() => t[Symbol.asyncDispose]());

function bell(): Bell {
  const opened = openBell(t.urlFor('autonomos_app'), t.logger);
  onTestFinished(() => opened.close());
  return opened;
}

/** Rings until it is heard: a bell that is being opened hears nothing yet. */
const untilHeard = (what: string, from: Bell, heard: () => boolean): Promise<void> =>
  eventually(what, async () => {
    await from.ring().catch(() => undefined);
    return heard();
  });

test('what one process rings all others hear', async () => {
  const [one, other, third] = [bell(), bell(), bell()];
  const heard = [0, 0];
  other.listen(() => (heard[0] = (heard[0] ?? 0) + 1));
  third.listen(() => (heard[1] = (heard[1] ?? 0) + 1));
  await untilHeard('both hear it', one, () => heard.every((times) => times > 1));
  expect(Math.min(...heard)).toBeGreaterThan(1);
});

test('a connection that is lost is made anew', async () => {
  // The embedded database has no connections of its own that could be ended.
  if (t.oneBackend) return;
  const [one, other] = [bell(), bell()];
  let heard = 0;
  other.listen(() => (heard += 1));
  await untilHeard('it is heard', one, () => heard > 1);
  const { rows } = await t.database.sessionWork({}, (em) =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query ilike '%autonomos_events'
      and datname = current_database()`.execute(kyselyOf(em)),
  );
  expect(rows.length).toBeGreaterThan(0);
  heard = 0;
  await untilHeard('it is heard again', one, () => heard > 1);
});

test('processes that look for events once an hour hear of them at once', async () => {
  const hour = 3_600_000;
  const [mine, theirs] = [bell(), bell()];
  const [publishing, hearing] = [outboxTransport(hour, mine), outboxTransport(hour, theirs)];
  let looks = 0;
  await hearing.listen({ entries: () => undefined, gap: () => (looks += 1) });
  await eventually('it looks', async () => {
    await publishing.publish([]);
    return looks > 1;
  });
  await Promise.all([publishing.close(), hearing.close()]);
  expect(looks).toBeGreaterThan(1);
});
