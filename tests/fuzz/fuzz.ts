import { randomFrom } from '../chaos/random.ts';
import { fuzzHttp, type FuzzTarget } from './fuzz-http.ts';
import { Findings } from './fuzz-result.ts';
import { fuzzSockets } from './fuzz-sockets.ts';
import { dribble } from './raw-request.ts';

const SLOW_MS = 500;
const DRIBBLING = 20;

/** Throws hostile requests and messages at a server; the same seed throws the same. */
export async function fuzz(
  target: FuzzTarget,
  options: { seed: number; requests: number; messages: number; width: number },
  say: (line: string) => void,
): Promise<Findings> {
  const random = randomFrom(options.seed);
  const findings = new Findings(SLOW_MS);
  const slow = dribble(target, DRIBBLING);
  const progress = setInterval(() => say(`${findings.result.requests} requests, ${findings.result.messages} messages`), 5_000);
  try {
    await fuzzHttp(target, random, options.requests, options.width, findings);
    await fuzzSockets(target, random, options.messages, options.width, findings);
  } finally {
    clearInterval(progress);
    say(`${slow()} of ${DRIBBLING} dribbling connections were closed by the server`);
  }
  for (const [outcome, count] of [...findings.outcomes].toSorted(([one], [other]) => (one < other ? -1 : 1))) say(`${outcome}: ${count}`);
  const alive = await fetch(`${target.url}/health/live`)
    .then((reply) => reply.ok)
    .catch(() => false);
  if (!alive) findings.result.crashes++;
  return findings;
}
