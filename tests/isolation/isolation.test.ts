import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { NOBODY } from './askers.ts';
import { changed, crawl, faultsOf, leaks, notRefused, title } from './examine.ts';
import { followAll, leaveMark, subscriptionsOf } from './following.ts';
import { readableFields, type Knowledge } from './knowledge.ts';
import { madeUpProbes, probesOf, type Probe } from './probes.ts';
import { coordinatesOf } from './selection.ts';
import { report } from './report.ts';
import { EXEMPT, FLEETING, LAST, NOT_DONE, recipesOf } from './stories/index.ts';
import { liar, refusedAtTheDoor, refusedBySubgraphs } from './strangers.ts';
import { UUID } from './uuid.ts';
import { GATEWAY, SOCKET, openWorld, type World } from './world.ts';

const TIMEOUT_MS = 1_500_000;
/** So many questions about things of B show, at every door, that they find B. */
const FEW = 20;

let world: World;
/** What B sees of itself, and every question that showed it. */
let known: Knowledge;
let queries: Probe[];
let controls: ExecutionResult[];
beforeAll(async () => {
  world = await openWorld();
  ({ known, queries, controls } = await crawl(world, world.b));
}, TIMEOUT_MS);
afterAll(async () => {
  const fields = graphFields();
  await report({ fields: fields.length, probed: fields.filter((field) => asked.has(field) || known.saw(field)).length, leaks: leaked });
  await world[Symbol.asyncDispose]();
});
vi.setConfig({ testTimeout: TIMEOUT_MS, hookTimeout: TIMEOUT_MS });

let leaked = 0;
/** `Type.field` of all that strangers asked for. */
const asked = new Set<string>();
function noteAsked(probes: readonly Probe[]): void {
  for (const { selection } of probes) for (const coordinate of coordinatesOf(selection)) asked.add(coordinate);
}

/** What goes wrong while strangers ask, lines of the log that hold something of B among it. */
async function wrongs(probes: readonly Probe[], asking: () => Promise<string[]>): Promise<string[]> {
  noteAsked(probes);
  world.logged();
  const faults = await asking();
  const lines = world.logged().split('\n');
  faults.push(...lines.filter((line) => line.includes(world.b.canary)).map((line) => `a line of the log holds B: ${line}`));
  leaked += faults.length;
  return faults;
}

/** Every field of the graph, once. */
const graphFields = (): string[] => [...new Set(world.doors.flatMap(({ schema }) => readableFields(schema)))];

const overSockets = (): Probe[] => queries.filter(({ door }) => door === GATEWAY).map((probe) => ({ ...probe, door: SOCKET }));

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
    const a = await world.as(world.a.viewer);
    expect(await wrongs(queries, () => faultsOf(world, known, queries, a))).toEqual([]);
  });

  test('nor by saying to be B in headers', async () => {
    const asker = await liar(world);
    expect(await wrongs(queries, () => faultsOf(world, known, queries, asker))).toEqual([]);
  });

  test('nor over a WebSocket', async () => {
    for (const asker of [await world.as(world.a.viewer), NOBODY])
      expect(await wrongs(overSockets(), () => faultsOf(world, known, overSockets(), asker))).toEqual([]);
  });

  test('nobody learns nothing', async () => {
    expect(await wrongs(queries, () => faultsOf(world, known, queries, NOBODY))).toEqual([]);
  });
});

describe('turned away', () => {
  test('at the public door, over HTTP and WebSocket: who holds what is no session of B, or none any more', async () => {
    const probes = [...queries.filter(({ door }) => door === GATEWAY), ...overSockets()];
    for (const asker of await refusedAtTheDoor(world))
      expect(await wrongs(probes, () => notRefused(world, known, probes, asker))).toEqual([]);
  });

  test('by every subgraph: whom no gateway vouches for', async () => {
    const probes = queries.filter(({ door }) => door !== GATEWAY);
    for (const asker of refusedBySubgraphs(world)) expect(await wrongs(probes, () => notRefused(world, known, probes, asker))).toEqual([]);
  });
});

/** Every mutation there is something to say to. */
const mutations = (): Probe[] =>
  world.doors
    .filter(({ name }) => name !== 'gateway')
    .flatMap((door) => probesOf(door, 'mutation', known, recipesOf(world.b, known)))
    .filter(({ about }) => !(about in EXEMPT));

describe('writing', () => {
  test('every mutation is probed, but for those with a reason', () => {
    const probed = new Set(mutations().map(({ about }) => about));
    const all = graphFields().filter((each) => each.startsWith('Mutation.'));
    expect(all.filter((each) => !probed.has(each) && !(each in EXEMPT))).toEqual([]);
  });

  test('another tenant and nobody change nothing of B’s, and cannot tell it from nobody’s', async () => {
    const about = mutations().filter(({ variables }) => JSON.stringify(variables).search(UUID) !== -1);
    expect(about.length).toBeGreaterThan(3);
    for (const asker of [await world.as(world.a.viewer), NOBODY])
      expect(await wrongs(about, () => faultsOf(world, known, about, asker))).toEqual([]);
    expect(await changed(world, { known, queries, controls }, await world.as(world.b.viewer))).toEqual([]);
  });

  test('nor does nobody by what they made up, of what is asked for by a secret or acts on the caller alone', async () => {
    const probes = world.doors.flatMap((door) => madeUpProbes(door, (coordinate) => !asked.has(coordinate)));
    expect(probes.length).toBeGreaterThan(0);
    expect(await wrongs(probes, () => faultsOf(world, known, probes, NOBODY))).toEqual([]);
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
});

describe('following', () => {
  const probes = (): Probe[] => subscriptionsOf(world, known, recipesOf(world.b, known));

  test('B is told what is its own, of every subscription', async () => {
    const told = await followAll(world, probes(), world.b.token, () => leaveMark(world, world.b.token));
    for (const { probe, results } of told)
      for (const { data } of results) known.learn(probe.selection, { __typename: 'Subscription', ...data });
    expect(JSON.stringify(told)).toContain(world.b.canary);
    const all = graphFields().filter((each) => each.startsWith('Subscription.'));
    expect(all.filter((each) => !known.saw(each))).toEqual([]);
  });

  test('another tenant is told nothing of B, and cannot tell B’s runs from nobody’s', async () => {
    const ofB = [...known.ids()].filter((id) => id.search(UUID) !== -1);
    noteAsked(probes());
    const told = await followAll(world, probes(), world.a.token, async () => {
      await leaveMark(world, world.b.token);
      return leaveMark(world, world.a.token);
    });
    expect(told.flatMap(({ results }) => results.filter(({ errors }) => errors !== undefined))).toEqual([]);
    expect(told.flatMap(({ probe, results }) => leaks(probe, { data: { results } }, world.b.canary, ofB))).toEqual([]);
    const runs = told.filter(({ probe }) => probe.about === 'Subscription.runEvents');
    expect(runs.length).toBeGreaterThan(0);
    // Without a cursor; a cursor is looked at first, and says only whether it belongs to the id that came with it.
    for (const { probe, codes, results } of runs.filter(({ probe: { variables } }) => !('after' in variables)))
      expect([title(probe), codes, results]).toEqual([title(probe), ['RUN_NOT_FOUND'], []]);
    const random = runs.map(({ probe }) => ({ ...probe, variables: { runId: randomUUID() } }));
    for (const { codes } of await followAll(world, random.slice(0, 1), world.a.token, null)) expect(codes).toEqual(['RUN_NOT_FOUND']);
  });

  test('nobody is told nothing', async () => {
    for (const { probe, codes, results } of await followAll(world, probes(), null, null))
      expect([title(probe), codes, results]).toEqual([title(probe), ['UNAUTHENTICATED'], []]);
  });
});

describe('the probes themselves', () => {
  test('find B at every door when it is B who asks: finding nothing as another means something', async () => {
    const b = await world.as(world.b.viewer);
    for (const { name } of world.doors) {
      const telling = queries.filter(({ door, variables }) => door === name && JSON.stringify(variables).search(UUID) !== -1);
      expect([name, (await faultsOf(world, known, telling.slice(0, FEW), b)).length > 0]).toEqual([name, true]);
    }
  });
});

describe('B itself', () => {
  test('may do every one of them', async () => {
    const done = new Map<string, string[]>();
    for (const probe of mutations().toSorted((one, two) => rank(one) - rank(two))) {
      if ((done.get(probe.about) ?? []).length > 0) continue;
      const reply = await world.ask(probe, await world.as(world.b.viewer));
      const outcome = JSON.stringify(reply);
      const refused = reply.errors !== undefined || outcome.includes('InputRefused');
      done.set(probe.about, [...(done.get(probe.about) ?? []), ...(refused ? [] : [outcome])]);
      known.learn(probe.selection, { __typename: 'Mutation', ...reply.data });
    }
    const undone = [...done].filter(([, outcomes]) => outcomes.length === 0).map(([about]) => about);
    expect(undone.toSorted()).toEqual(Object.keys(NOT_DONE).toSorted());
  });
});

// After everything else: what mutations reply counts too.
describe('coverage', () => {
  test('the owner of the data sees every field of every subgraph, or the probe would prove nothing', () => {
    const seeable = (coordinate: string): boolean => !(coordinate in EXEMPT) && !((coordinate.split('.')[0] ?? '') in EXEMPT);
    const isFleeting = (coordinate: string): boolean => coordinate in FLEETING || (coordinate.split('.')[0] ?? '') in FLEETING;
    const fields = graphFields().filter((coordinate) => seeable(coordinate) && !(coordinate in NOT_DONE) && !isFleeting(coordinate));
    expect(fields.filter((coordinate) => !known.saw(coordinate)).toSorted()).toEqual([]);
  });

  test('strangers have asked for every field, however it is reached', () => {
    expect(graphFields().filter((field) => !asked.has(field))).toEqual([]);
  });

  test('no exemption is left over', () => {
    const fields = graphFields();
    const names = new Set([...fields, ...fields.map((coordinate) => coordinate.split('.')[0] ?? '')]);
    expect([...Object.keys(EXEMPT), ...Object.keys(FLEETING)].filter((each) => !names.has(each))).toEqual([]);
    expect(Object.keys(EXEMPT).filter((each) => known.saw(each))).toEqual([]);
  });
});

/** What takes something away comes late, and what ends more than that last. */
function rank({ about }: Probe): number {
  const place = LAST.indexOf(about);
  if (place !== -1) return 2 + place;
  return /^Mutation\.(remove|cancel|resume|delete|revoke|withdraw)/.test(about) ? 1 : 0;
}
