import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { Asker } from './askers.ts';
import { Knowledge } from './knowledge.ts';
import { probesOf, type Probe } from './probes.ts';
import { without } from './selection.ts';
import { RESTLESS, recipesOf } from './stories/index.ts';
import type { Inhabitant } from './story.ts';
import { UUID } from './uuid.ts';
import type { World } from './world.ts';

const MAX_ROUNDS = 6;
const AT_ONCE = 8;
/** Characters told of a reply that has changed, and of those before the change. */
const SHOWN = 300;
const NEAR = 100;
export interface Crawl {
  known: Knowledge;
  queries: Probe[];
  /** What each of the queries showed. */
  controls: ExecutionResult[];
}

/** Asks everything that can be asked as this tenant, with everything seen so far as arguments, until nothing new is seen. */
export async function crawl(world: World, who: Inhabitant): Promise<Crawl> {
  const known = new Knowledge();
  const asker = await world.as(who.viewer);
  const asked = new Map<string, { probe: Probe; reply: ExecutionResult }>();
  for (let round = 0, before = -1; round < MAX_ROUNDS && known.size > before; round++) {
    before = known.size;
    const fresh = world.doors
      .flatMap((door) => probesOf(door, 'query', known, recipesOf(who, known)))
      .map((probe) => [JSON.stringify([probe.door, probe.query, probe.variables]), probe] as const)
      .filter(([name]) => !asked.has(name));
    const replies = await sideBySide(fresh, ([, probe]) => world.ask(probe, asker));
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
export function leaks(probe: Probe, reply: ExecutionResult, canary: string, ofB: readonly string[]): string[] {
  const said = JSON.stringify(probe.variables);
  let shown = JSON.stringify(reply);
  const telling = [canary, ...ofB];
  for (const value of (said.match(/"[^"]+"/g) ?? []).map((quoted) => quoted.slice(1, -1)))
    if (telling.some((word) => value.toLowerCase().includes(word))) shown = shown.replaceAll(value, '‹said›');
  const lower = shown.toLowerCase();
  return telling.filter((word) => lower.includes(word));
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

/** A reply as text, with these ids taken out: what is left must not depend on whose they are. */
function withoutIds(reply: ExecutionResult, ids: Iterable<string>): string {
  let text = JSON.stringify({ data: reply.data, errors: reply.errors?.map(({ message, extensions }) => [message, extensions?.['code']]) });
  for (const id of ids) text = text.replaceAll(id, '‹id›');
  return text;
}

/** What a probe shows of whoever asks, but for what changes by itself. */
export function shown(probe: Probe, reply: ExecutionResult): string {
  const data = without(RESTLESS, probe.selection, { __typename: 'Query', ...reply.data });
  return withoutIds({ ...reply, data: data as Record<string, unknown> }, []);
}

/** Asks all these again. @returns those that show something else than before, a line each */
export async function changed(world: World, { queries, controls }: Crawl, asker: Asker): Promise<string[]> {
  const replies = await sideBySide(queries, (probe) => world.ask(probe, asker));
  return queries.flatMap((probe, index) => {
    const [before, after] = [shown(probe, controls[index] ?? {}), shown(probe, replies[index] ?? {})];
    if (before === after || probe.about in RESTLESS) return [];
    let at = 0;
    while (before[at] === after[at]) at++;
    at = Math.max(0, at - NEAR);
    return [`${title(probe)} showed …${before.slice(at, at + SHOWN)}… and shows …${after.slice(at, at + SHOWN)}…`];
  });
}

/** Times two replies are compared before they count as different. */
const LOOKS = 3;

/** Names a probe in a failure. */
export const title = ({ door, about, variables }: Probe): string => `${door} ${about} ${JSON.stringify(variables)}`;

/** Asks all these, which are about B, as somebody else, and gives what went wrong, a line each. */
export async function faultsOf(world: World, known: Knowledge, probes: readonly Probe[], asker: Asker): Promise<string[]> {
  // Ids of answers and galaxies say what they are about and are the same for everybody who asks; all others hold a UUID.
  const ofB = [...known.ids()].filter((id) => id.search(UUID) !== -1);
  const faults = await sideBySide(probes, async (probe) => {
    const reply = await world.ask(probe, asker);
    const leaked = leaks(probe, reply, world.b.canary, ofB);
    if (leaked.length > 0) return `${title(probe)} shows ${leaked.join(', ')}`;
    const random = withRandomIds(probe);
    if (random.names.size === 0) return null;
    let theirs = withoutIds(reply, random.names.keys());
    // What the asker's own tenant shows may change between two questions; what tells B's from nobody's differs every time.
    for (let left = LOOKS; ; left--) {
      const nobodys = withoutIds(await world.ask(random.probe, asker), random.names.values());
      if (theirs === nobodys) return null;
      if (left === 1) return `${title(probe)} tells B’s from nobody’s: ${theirs} and ${nobodys}`;
      theirs = withoutIds(await world.ask(probe, asker), random.names.keys());
    }
  });
  return faults.filter((fault) => fault !== null);
}

/** Asks all these as somebody who has to be turned away before anything is looked at, and gives what went wrong, a line each. */
export async function notRefused(world: World, known: Knowledge, probes: readonly Probe[], asker: Asker): Promise<string[]> {
  const ofB = [...known.ids()].filter((id) => id.search(UUID) !== -1);
  const faults = await sideBySide(probes, async (probe) => {
    const reply = await world.ask(probe, asker);
    if (reply.errors === undefined || reply.data != null) return `${asker.name}: ${title(probe)} is answered`;
    const leaked = leaks(probe, reply, world.b.canary, ofB);
    return leaked.length === 0 ? null : `${asker.name}: ${title(probe)} shows ${leaked.join(', ')}`;
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
