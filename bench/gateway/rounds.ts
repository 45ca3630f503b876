import { GRAPH_PATH, type Entrant, type Ground } from './ground.ts';
import { measure, type Measured } from './measure.ts';
import type { BenchOperation } from './operations.ts';
import { checkSameReplies } from './same-replies.ts';

const WARM_UP_MS = 1_500;

/** How much is measured. */
export interface Effort {
  rounds: number;
  /** Milliseconds of load for each gateway in each round. */
  milliseconds: number;
  connections: number;
}

/** What the rounds on one operation gave: for each gateway by its name, one measurement a round, in the order of the rounds. */
export interface Outcome {
  operation: BenchOperation;
  replyBytes: number;
  rounds: ReadonlyMap<string, readonly Measured[]>;
}

/**
 * Puts the same load on one gateway after the other, again and again, so that whatever else the machine does meets them alike;
 * each round begins with another one. They all gave the same reply before.
 */
export async function runRounds(ground: Ground, operation: BenchOperation, effort: Effort): Promise<Outcome> {
  const { entrants, load } = ground;
  const replyBytes = await checkSameReplies(entrants, operation);
  const body = JSON.stringify({ query: operation.query });
  const { connections } = effort;
  const one = ({ contestant, origin, pid }: Entrant, milliseconds: number): Promise<Measured> =>
    measure(load, { origin, path: GRAPH_PATH, body, connections, milliseconds, bytes: replyBytes.get(contestant.name) ?? 0 }, pid);
  for (const entrant of entrants) await one(entrant, WARM_UP_MS);
  const rounds = new Map<string, Measured[]>(entrants.map(({ contestant }) => [contestant.name, []]));
  for (let round = 0; round < effort.rounds; round++) {
    const from = round % entrants.length;
    for (const entrant of [...entrants.slice(from), ...entrants.slice(0, from)]) {
      rounds.get(entrant.contestant.name)?.push(await one(entrant, effort.milliseconds));
    }
  }
  return { operation, replyBytes: Math.max(...replyBytes.values()), rounds };
}
