import { access } from './access.ts';
import { agents } from './agents/agents.ts';
import { ask } from './ask/ask.ts';
import type { Bench } from './bench.ts';
import { readArguments, usage } from './command-line.ts';
import { discovery } from './discovery/discovery.ts';
import { drift } from './drift/drift.ts';
import { fuzzing } from './fuzz.ts';
import { gateway } from './gateway/gateway.ts';
import { ingest } from './ingest/ingest.ts';
import { idempotency } from './idempotency.ts';
import { landing } from './landing.ts';
import { mapping } from './unify/mapping/mapping.ts';
import { pii } from './pii/pii.ts';
import { resolution } from './unify/resolution.ts';
import { resolveOne } from './unify/resolve-one/resolve-one.ts';
import { subscribers } from './subscribers.ts';
import { web } from './web/web.ts';

/** Every benchmark there is, by the name it is asked for; each declares its own options. */
const BENCHES: Readonly<Record<string, Bench>> = {
  landing,
  gateway,
  subscribers,
  idempotency,
  fuzz: fuzzing,
  access,
  pii,
  drift,
  discovery,
  ingest,
  resolution,
  'resolve-one': resolveOne,
  mapping,
  ask,
  web,
  agents,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(usage(BENCHES));
  process.exit(2);
}
const given = (() => {
  try {
    return readArguments(bench, args, (line) => console.error(line));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage({ [name]: bench })}`);
    return process.exit(2);
  }
})();
// The last line is the result, for programs.
console.log(JSON.stringify(await bench.run(given)));
