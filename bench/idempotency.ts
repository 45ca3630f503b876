import { randomUUID } from 'node:crypto';
import { logIn } from '../cli/server/connect.ts';
import { newDataFolder, startProduct } from '../tests/journeys/support/product.ts';
import type { Bench } from './bench.ts';

/** Keys under way at the same time, each with all of its callers. */
const KEYS_AT_ONCE = 8;
const SAVE = `mutation Save($input: SaveDashboardInput!) { saveDashboard(input: $input) {
  __typename ... on DashboardSaved { dashboard { id version title } } ... on InputRefused { problems { code } } } }`;
const COUNT = '{ dashboards(first: 1) { totalCount } }';

/** A dashboard that nothing has to be known for. */
const inputOf = (title: string): object => ({
  title,
  sentence: title,
  widgets: [{ kind: 'KPI', title, question: title, layout: { x: 0, y: 0, w: 3, h: 2 } }],
});

/** Many callers send the same mutation under the same key at the same time, to the whole product: each key has one effect, and one reply. */
export const idempotency: Bench = {
  summary: 'keys sent by many callers at once: effects, and replies that differ from the first',
  options: {
    keys: { kind: 'NUMBER', fallback: 1_000, minimum: 1, about: 'keys' },
    callers: { kind: 'NUMBER', fallback: 50, minimum: 1, about: 'callers of each key, at once' },
    database: { kind: 'TEXT', fallback: 'embedded', about: '`embedded`, or the URL of a PostgreSQL' },
  },
  async run({ number, text, say }) {
    const { dataFolder, discard } = newDataFolder();
    Object.assign(process.env, { AUTONOMOS_DEMO: 'off', RATE_LIMITS: 'off' });
    const [keys, callers] = [number('keys'), number('callers')];
    try {
      await using product = await startProduct(dataFolder, '--database', text('database') ?? 'embedded');
      const { token } = await logIn(product, dataFolder);
      const send = async (body: object, key: string | null): Promise<string> => {
        const headers = {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          ...(key === null ? {} : { 'idempotency-key': key }),
        };
        const response = await fetch(`${product.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
        return response.text();
      };
      const effects = async (): Promise<number> =>
        (JSON.parse(await send({ query: COUNT }, null)) as { data: { dashboards: { totalCount: number } } }).data.dashboards.totalCount;
      const before = await effects();
      const started = performance.now();
      let [next, wrongReplies] = [0, 0];
      const work = async (): Promise<void> => {
        while (next < keys) {
          const name = `Board ${++next}`;
          const key = randomUUID();
          const body = { query: SAVE, variables: { input: inputOf(name) } };
          const replies = await Promise.all(Array.from({ length: callers }, () => send(body, key)));
          const right = replies.find((reply) => reply.includes(`"title":"${name}"`));
          wrongReplies += replies.filter((reply) => reply !== right).length;
          if (next % 100 === 0) say(`${next} keys`);
        }
      };
      await Promise.all(Array.from({ length: KEYS_AT_ONCE }, work));
      const seconds = (performance.now() - started) / 1_000;
      return { keys, callers, effects: (await effects()) - before, wrongReplies, requests_per_s: Math.round((keys * callers) / seconds) };
    } finally {
      discard();
    }
  },
};
