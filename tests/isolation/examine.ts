import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { Knowledge } from './knowledge.ts';
import { probesOf, type Probe, type Recipes } from './probes.ts';
import type { Inhabitant } from './story.ts';
import type { World } from './world.ts';

const MAX_ROUNDS = 6;
const AT_ONCE = 8;
/** What an id that belongs to one tenant holds. */
export const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Arguments that nothing a tenant reads would tell. */
export function recipesOf({ canary, uploadId }: Inhabitant, known: Knowledge): Recipes {
  return {
    'Query.ask.question': [
      'How many accounts do we have?',
      'What is our revenue by industry?',
      'revenue in November 2025 compared to October 2025',
      'Where do the wugs flurb?',
      'What is our churn?',
    ],
    'Query.ask.persona': ['CFO'],
    'Query.answer.id': known.of('Answer.id'),
    'Mutation.decideApproval.id': known.of('Approval.id'),
    'Mutation.cancelRun.id': known.of('Run.id'),
    'Mutation.resumeRun.id': known.of('Run.id'),
    'Query.feed.after': known.of('FeedEvent.cursor').slice(0, 2),
    'Run.events.after': known.of('RunEvent.cursor').slice(0, 2),
    'Subscription.runEvents.after': known.of('RunEvent.cursor').slice(0, 2),
    'Subscription.runEvents.fromStart': [true],
    'Subscription.tenantFeed.after': known.of('FeedEvent.cursor').slice(0, 2),
    'Mutation.syncConnection.id': known.of('Connection.id'),
    'Mutation.removeConnection.id': known.of('Connection.id'),
    'Query.suggest.text': ['rev', canary.slice(0, 5)],
    'Query.assets.filter': [{ search: canary.slice(0, 5) }, { removed: true }, { withoutOwner: true }],
    'ConnectFilesInput.uploadId': [uploadId],
    'ConnectFilesInput.folder': [],
    'ConnectFilesInput.name': [],
    'Query.generateDashboard.sentence': ['overview', 'Where do the wugs flurb?'],
    'Query.generateDashboard.persona': ['CFO'],
    'SaveDashboardInput.id': known.of('Dashboard.id').filter((id) => id.search(UUID) === 0),
    'SaveDashboardInput.title': ['Ours'],
    'SaveDashboardInput.sentence': ['overview'],
    'SaveDashboardInput.widgets': [[{ title: 'Orders', kind: 'KPI', question: 'orders', layout: { x: 0, y: 0, w: 3, h: 2 } }]],
    'Mutation.deleteDashboard.id': known.of('Dashboard.id').filter((id) => id.search(UUID) === 0),
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

export interface Crawl {
  known: Knowledge;
  queries: Probe[];
  /** What each of the queries showed. */
  controls: ExecutionResult[];
}

/** Asks everything that can be asked as this tenant, with everything seen so far as arguments, until nothing new is seen. */
export async function crawl(world: World, who: Inhabitant): Promise<Crawl> {
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
export function withoutIds(reply: ExecutionResult, ids: Iterable<string>): string {
  let text = JSON.stringify({ data: reply.data, errors: reply.errors?.map(({ message, extensions }) => [message, extensions['code']]) });
  for (const id of ids) text = text.replaceAll(id, '‹id›');
  return text;
}

/** Names a probe in a failure. */
export const title = ({ door, about, variables }: Probe): string => `${door} ${about} ${JSON.stringify(variables)}`;

/** Asks all these, which are about B, as somebody else, and gives what went wrong, a line each. */
export async function faultsOf(world: World, known: Knowledge, probes: readonly Probe[], viewer: Viewer): Promise<string[]> {
  // Ids of answers and galaxies say what they are about and are the same for everybody who asks; all others hold a UUID.
  const ofB = [...known.ids()].filter((id) => id.search(UUID) !== -1);
  const faults = await sideBySide(probes, async (probe) => {
    const reply = await world.ask(probe, viewer);
    const leaked = leaks(probe, reply, world.b.canary, ofB);
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
