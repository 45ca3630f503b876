import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ANONYMOUS, type Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { EXEMPT } from './exemptions.ts';
import { Knowledge, readableFields } from './knowledge.ts';
import { probesOf, type Probe, type Recipes } from './probes.ts';
import { openWorld, type Inhabitant, type World } from './world.ts';

const MAX_ROUNDS = 6;
const AT_ONCE = 8;
const TIMEOUT_MS = 240_000;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

let world: World;
/** What B sees of itself, and every question that showed it. */
let known: Knowledge;
let queries: Probe[];
let controls: ExecutionResult[];
beforeAll(async () => {
  world = await openWorld();
  ({ known, queries, controls } = await crawl(world.b));
});
afterAll(() => world[Symbol.asyncDispose]());
vi.setConfig({ testTimeout: TIMEOUT_MS, hookTimeout: TIMEOUT_MS });

function recipesOf({ canary, uploadId }: Inhabitant, known: Knowledge): Recipes {
  return {
    'Query.ask.question': [
      'How many accounts do we have?',
      'What is our revenue by industry?',
      'revenue in November 2025 compared to October 2025',
      'Where do the wugs flurb?',
      'What is our churn?',
    ],
    'Query.answer.id': known.of('Answer.id'),
    'Mutation.decideApproval.id': known.of('Approval.id'),
    'Mutation.syncConnection.id': known.of('Connection.id'),
    'Mutation.removeConnection.id': known.of('Connection.id'),
    'Query.suggest.text': ['rev', canary.slice(0, 5)],
    'Query.assets.filter': [{ search: canary.slice(0, 5) }, { removed: true }, { withoutOwner: true }],
    'ConnectFilesInput.uploadId': [uploadId],
    'ConnectFilesInput.folder': [],
    'ConnectFilesInput.name': [],
    'AcceptMappingInput.changes': known
      .of('TableMapping.id')
      .slice(0, 2)
      .flatMap((tableId) =>
        known
          .of('FieldMapping.id')
          .slice(0, 2)
          .map((fieldId) => [{ tableId, fieldId, attribute: 'no name at all' }]),
      ),
  };
}

/** Asks everything that can be asked as this tenant, with everything seen so far as arguments, until nothing new is seen. */
async function crawl(who: Inhabitant): Promise<{ known: Knowledge; queries: Probe[]; controls: ExecutionResult[] }> {
  const known = new Knowledge();
  const asked = new Map<string, { probe: Probe; reply: ExecutionResult }>();
  for (let round = 0, before = -1; round < MAX_ROUNDS && known.size > before; round++) {
    before = known.size;
    const fresh = world.doors
      .flatMap((door) => probesOf(door, 'query', known, recipesOf(who, known)))
      .map((probe) => [JSON.stringify([probe.door, probe.query, probe.variables]), probe] as const)
      .filter(([name]) => !asked.has(name));
    const replies = await sideBySide(fresh, ([, probe]) => world.ask(probe, who.viewer));
    for (const [index, [name, probe]] of fresh.entries()) {
      const reply = replies[index] ?? {};
      asked.set(name, { probe, reply });
      known.learn(probe.selection, { __typename: 'Query', ...reply.data });
    }
  }
  const all = [...asked.values()];
  return { known, queries: all.map(({ probe }) => probe), controls: all.map(({ reply }) => reply) };
}

/** What a reply shows of B that the question did not say itself. */
function leaks(probe: Probe, reply: ExecutionResult, ofB: ReadonlySet<string>): string[] {
  const said = JSON.stringify(probe.variables);
  let shown = JSON.stringify(reply);
  for (const value of said.match(/"[^"]{4,}"/g) ?? []) shown = shown.replaceAll(value.slice(1, -1), '‹said›');
  const found = [...ofB].filter((id) => shown.includes(id));
  return shown.toLowerCase().includes(world.b.canary) ? [world.b.canary, ...found] : found;
}

/** The same probe about things that are nobody's, and how to read both replies alike. */
function withRandomIds(probe: Probe): { probe: Probe; names: Map<string, string> } {
  const names = new Map<string, string>();
  const variables = JSON.parse(
    JSON.stringify(probe.variables).replaceAll(UUID, (id) => {
      if (!names.has(id)) names.set(id, randomUUID());
      return names.get(id) ?? id;
    }),
  ) as Record<string, unknown>;
  return { probe: { ...probe, variables }, names };
}

function withoutIds(reply: ExecutionResult, ids: Iterable<string>): string {
  let text = JSON.stringify({ data: reply.data, errors: reply.errors?.map(({ message, extensions }) => [message, extensions['code']]) });
  for (const id of ids) text = text.replaceAll(id, '‹id›');
  return text;
}

const title = ({ door, about, variables }: Probe): string => `${door} ${about} ${JSON.stringify(variables)}`;

/** Asks all these as somebody else and gives what went wrong, a line each. */
async function faultsOf(probes: readonly Probe[], viewer: Viewer): Promise<string[]> {
  // Ids of answers and galaxies say what they are about and are the same for everybody who asks; all others hold a UUID.
  const ofB = new Set([...known.ids()].filter((id) => id.search(UUID) !== -1));
  const faults = await sideBySide(probes, async (probe) => {
    const reply = await world.ask(probe, viewer);
    const leaked = leaks(probe, reply, ofB);
    if (leaked.length > 0) return `${title(probe)} shows ${leaked.join(', ')}`;
    const random = withRandomIds(probe);
    if (random.names.size === 0) return null;
    const theirs = withoutIds(reply, random.names.keys());
    const nobodys = withoutIds(await world.ask(random.probe, viewer), random.names.values());
    return theirs === nobodys ? null : `${title(probe)} tells B’s from nobody’s: ${theirs} and ${nobodys}`;
  });
  return faults.filter((fault) => fault !== null);
}

/** Results of `work` in the order of the items, a few at a time. */
async function sideBySide<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  return results;
}

describe('reading', () => {
  test('the owner’s own questions are answered', () => {
    const failed = queries.flatMap((probe, index) => {
      const errors = controls[index]?.errors ?? [];
      return errors.length === 0 || 'after' in probe.variables
        ? []
        : [`${title(probe)}: ${errors.map(({ message }) => message).join('; ')}`];
    });
    expect(failed).toEqual([]);
    expect(controls.filter((reply) => JSON.stringify(reply).includes(world.b.canary)).length).toBeGreaterThan(50);
  });

  test('another tenant learns nothing: no canary, no id, and no difference between what is B’s and what is nobody’s', async () => {
    expect(await faultsOf(queries, world.a.viewer)).toEqual([]);
  });

  test('nobody learns nothing', async () => {
    expect(await faultsOf(queries, ANONYMOUS)).toEqual([]);
  });
});

describe('writing', () => {
  const mutations = (): Probe[] =>
    world.doors
      .filter(({ name }) => name !== 'gateway')
      .flatMap((door) => probesOf(door, 'mutation', known, recipesOf(world.b, known)))
      .filter(({ about }) => !(about in EXEMPT));

  test('every mutation is probed, but for those with a reason', () => {
    const probed = new Set(mutations().map(({ about }) => about));
    const all = [...new Set(world.doors.flatMap(({ schema }) => readableFields(schema)))].filter((each) => each.startsWith('Mutation.'));
    expect(all.filter((each) => !probed.has(each) && !(each in EXEMPT))).toEqual([]);
  });

  test('another tenant and nobody change nothing of B’s, and cannot tell it from nobody’s', async () => {
    const about = mutations().filter(({ variables }) => JSON.stringify(variables).search(UUID) !== -1);
    expect(about.length).toBeGreaterThan(3);
    expect(await faultsOf(about, world.a.viewer)).toEqual([]);
    expect(await faultsOf(about, ANONYMOUS)).toEqual([]);
    const after = await crawl(world.b);
    expect(after.queries.map(title)).toEqual(queries.map(title));
    for (const [index, probe] of queries.entries())
      expect([title(probe), withoutIds(after.controls[index] ?? {}, [])]).toEqual([title(probe), withoutIds(controls[index] ?? {}, [])]);
  });

  test('files cannot be sent to B’s upload, nor can it be told from nobody’s', async () => {
    const put = async (id: string, token: string): Promise<[number, string]> => {
      const response = await fetch(`${world.gatewayUrl}/uploads/${id}/x.csv`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}` },
        body: 'a,b\n1,2\n',
      });
      return [response.status, await response.text()];
    };
    const foreign = await put(world.b.uploadId, world.a.token);
    expect(foreign).toEqual(await put(randomUUID(), world.a.token));
    expect(foreign[0]).toBe(404);
    expect((await put(world.b.uploadId, world.b.token))[0]).toBe(201);
  });

  test('B itself may do every one of them', async () => {
    const done = new Map<string, string[]>();
    // What takes something away comes last.
    for (const probe of mutations().toSorted((one, two) => rank(one) - rank(two))) {
      if ((done.get(probe.about) ?? []).length > 0) continue;
      const reply = await world.ask(probe, world.b.viewer);
      const outcome = JSON.stringify(reply);
      const refused = reply.errors !== undefined || outcome.includes('InputRefused');
      done.set(probe.about, [...(done.get(probe.about) ?? []), ...(refused ? [] : [outcome])]);
      known.learn(probe.selection, { __typename: 'Mutation', ...reply.data });
    }
    expect([...done].filter(([, outcomes]) => outcomes.length === 0).map(([about]) => about)).toEqual([]);
  });
});

// After everything else: what mutations reply counts too.
describe('coverage', () => {
  test('the owner of the data sees every field of every subgraph, or the probe would prove nothing', () => {
    const fields = world.doors
      .filter(({ name }) => name !== 'gateway')
      .flatMap(({ schema }) => readableFields(schema))
      .filter((coordinate) => !coordinate.startsWith('Mutation.'))
      .filter((coordinate) => !(coordinate in EXEMPT) && !((coordinate.split('.')[0] ?? '') in EXEMPT));
    expect([...new Set(fields)].filter((coordinate) => !known.saw(coordinate)).toSorted()).toEqual([]);
  });

  test('no exemption is left over', () => {
    const fields = new Set(world.doors.flatMap(({ schema }) => readableFields(schema)));
    const types = new Set([...fields].map((coordinate) => coordinate.split('.')[0]));
    expect(Object.keys(EXEMPT).filter((each) => !fields.has(each) && !types.has(each))).toEqual([]);
    expect(Object.keys(EXEMPT).filter((each) => known.saw(each))).toEqual([]);
  });
});

describe('the probes themselves', () => {
  test('find B at every door when it is B who asks: finding nothing as another means something', async () => {
    const found = new Set((await faultsOf(queries, world.b.viewer)).map((fault) => fault.split(' ')[0] ?? ''));
    expect([...found].toSorted()).toEqual(world.doors.map(({ name }) => name).toSorted());
  });
});

function rank({ about }: Probe): number {
  return about.startsWith('Mutation.remove') ? 1 : 0;
}
