import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys } from '../../../embedded/keys.ts';
import { openGround } from '../../../embedded/open-ground.ts';
import { agentsEntities } from '../../../subgraphs/agents/entities.ts';
import { loadConfig } from '../../../subgraphs/kernel/config/config.ts';
import { startThrowAwayServer } from '../../testkit/postgres-cluster.ts';
import { readOptions, type ChaosOptions } from '../options.ts';
import { randomFrom } from '../random.ts';
import { startEffectService } from './effect-service.ts';
import { RunsChaos } from './runs-chaos.ts';

/** Settings of a server that loses nothing it has said yes to. */
const SAFE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/** Prints one JSON line last. @returns the exit code */
async function runsChaos(
  { kills, seed, database, patience }: Pick<ChaosOptions, 'kills' | 'seed' | 'database' | 'patience'>,
  say: (line: string) => void,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'autonomos-chaos-'));
  const started = database === null ? await startThrowAwayServer(SAFE) : null;
  const url = database ?? started?.url;
  if (url === undefined) throw new Error('PostgreSQL’s server programs are not installed: give a server with --database <url>');
  const random = randomFrom(seed);
  const environment = { ...process.env, DATABASE_URL: url, DATA_FOLDER: folder, LOG_LEVEL: 'warn' };
  await using effects = await startEffectService(() => random.fraction());
  await using ground = await openGround(
    { config: loadConfig(environment), onProgress: () => undefined, logDestination: { write: () => undefined } },
    { topology: 'embedded', entities: agentsEntities, openKeys },
  );
  const crash = started === null ? null : () => started.crash();
  const chaos = new RunsChaos({ system: ground.system, effects, random, environment, folder, crash, say, patienceMs: patience * 1_000 });
  say(`seed ${seed}; ${folder}`);
  if (crash === null) say('the database was given, so only workers are killed');
  let failure: string | null = null;
  try {
    await chaos.run(kills);
  } catch (error) {
    failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    chaos.stop();
  }
  const { examples, damage } = chaos;
  for (const example of examples.slice(0, 20)) say(example);
  if (failure !== null) say(failure);
  const good = failure === null && damage.lost + damage.doubled + damage.stuck === 0 && examples.length === 0;
  if (good) rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${JSON.stringify(damage)}\n`);
  void started?.stop();
  return good ? 0 : 1;
}

process.exitCode = await runsChaos(readOptions(process.argv.slice(2)), (line) => void process.stderr.write(`${line}\n`));
