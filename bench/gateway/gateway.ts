import type { Bench, Given } from '../bench.ts';
import { APOLLO, HIVE, HIVE_ROUTER, type Contestant } from './contestants.ts';
import { describeMachine } from './machine.ts';
import { writeDocument } from './document.ts';
import { prepareGround } from './ground.ts';
import { installPeers } from './install-peers.ts';
import { OPERATIONS, type BenchOperation } from './operations.ts';
import { buildOurs, LOCAL, OURS, VARIANTS } from './ours.ts';
import { ratio } from './ratios.ts';
import { outcomeTable } from './report.ts';
import { runRounds, type Effort, type Outcome } from './rounds.ts';

/** What a comparison without a word is about; the others get half the time. */
const WEIGHTY: ReadonlySet<string> = new Set(['deep', 'small']);
const HIVES = [HIVE.name, HIVE_ROUTER.name];

/** Ours, over HTTP and in process, against the other gateways for Node. */
export const gateway: Bench = {
  summary: 'the gateway against @apollo/gateway and both engines of Hive Gateway, over four subgraphs',
  options: {
    seconds: { kind: 'NUMBER', fallback: 2, minimum: 1, about: 'of load for each gateway in each round' },
    rounds: { kind: 'NUMBER', fallback: 5, minimum: 1, about: 'in which the gateways take turns' },
    connections: { kind: 'NUMBER', fallback: 50, minimum: 1, about: 'that ask at the same time' },
    only: { kind: 'TEXT', fallback: null, about: 'names of operations and gateways, separated by commas' },
    features: { kind: 'FLAG', about: 'compare ours with itself, each feature of the door off once' },
    write: { kind: 'FLAG', about: 'put the tables into docs/performance.md' },
  },
  async run(given) {
    await installPeers(given.say);
    await buildOurs();
    const outcomes = given.flag('features') ? await compareFeatures(given) : await compareGateways(given);
    return numbers({
      httpVsApollo: ratio(outcomes.get('deep'), OURS.name, [APOLLO.name]),
      httpVsHiveBest: ratio(outcomes.get('deep'), OURS.name, HIVES),
      localVsApolloHttp: ratio(outcomes.get('deep'), LOCAL.name, [APOLLO.name]),
      smallVsApollo: ratio(outcomes.get('small'), OURS.name, [APOLLO.name]),
      smallVsHiveBest: ratio(outcomes.get('small'), OURS.name, HIVES),
    });
  },
};

function compareGateways(given: Given): Promise<Map<string, Outcome>> {
  return compare('gateways', given, [OURS, LOCAL, APOLLO, HIVE, HIVE_ROUTER], APOLLO, OPERATIONS);
}

function compareFeatures(given: Given): Promise<Map<string, Outcome>> {
  const weighty = OPERATIONS.filter(({ name }) => WEIGHTY.has(name));
  return compare('features', given, [OURS, ...VARIANTS], OURS, weighty);
}

async function compare(
  section: string,
  given: Given,
  contestants: readonly Contestant[],
  base: Contestant,
  operations: readonly BenchOperation[],
): Promise<Map<string, Outcome>> {
  const wanted = given.text('only')?.split(',') ?? null;
  const chosen = <Named extends { name: string }>(all: readonly Named[]): readonly Named[] => {
    const named = all.filter(({ name }) => wanted?.includes(name) === true);
    return named.length === 0 ? all : named;
  };
  const effort: Effort = {
    rounds: given.number('rounds'),
    milliseconds: given.number('seconds') * 1_000,
    connections: given.number('connections'),
  };
  const machine = describeMachine(`${effort.connections} connections, ${effort.rounds} rounds`);
  const entering = chosen(contestants);
  const titles = new Map(entering.map(({ name, title }) => [name, title]));
  const outcomes = new Map<string, Outcome>();
  const tables: string[] = [];
  await using ground = await prepareGround(entering, given.say);
  for (const operation of chosen(operations)) {
    given.say(`measuring ${operation.name}`);
    const share = WEIGHTY.has(operation.name) ? 1 : 0.5;
    const outcome = await runRounds(ground, operation, { ...effort, milliseconds: effort.milliseconds * share });
    outcomes.set(operation.name, outcome);
    const table = outcomeTable(outcome, titles, base.name);
    tables.push(table);
    console.log(`\n${table}`);
  }
  console.log(machine);
  if (given.flag('write')) writeDocument(section, `${tables.join('\n')}\n${machine}`);
  return outcomes;
}

function numbers(ratios: Readonly<Record<string, number | null>>): Record<string, number> {
  return Object.fromEntries(Object.entries(ratios).filter((entry): entry is [string, number] => entry[1] !== null));
}
