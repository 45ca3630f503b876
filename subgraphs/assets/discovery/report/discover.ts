import type { AssetFacts, Judged } from '../classify/asset.ts';
import { classify } from '../classify/classify.ts';
import { newReading, readTelemetry } from '../formats/read-telemetry.ts';
import { takeTelemetry, type TelemetryReading } from '../formats/take-telemetry.ts';
import { Gatherer } from '../gather/gatherer.ts';
import { aliasLoopsIn } from '../policy/contradictions.ts';
import type { Policy } from '../policy/policy.ts';
import { type AssetScores, scoreAssets } from '../scores/score-assets.ts';
import type { Moment } from '../snapshot/moment.ts';
import { momentOfSnapshot } from '../snapshot/read-snapshot.ts';

/** Telemetry in a file, of any format. */
export interface Source {
  name: string;
  /** From its beginning. */
  read: () => AsyncIterable<Uint8Array>;
}

/** What is discovered in some files. Assets, judgements and scores are in the same order, that of the keys. */
export interface Discovered {
  policy: Policy;
  moment: Moment;
  readings: readonly (TelemetryReading & { file: string })[];
  /** Aliases of the policy that stand for each other in a circle and are left out. */
  aliasLoops: readonly (readonly string[])[];
  assets: readonly AssetFacts[];
  judged: readonly Judged[];
  scores: readonly AssetScores[];
}

/** Reads, gathers, judges and scores what is in some files, in their order, while it comes in. */
export async function discover(sources: readonly Source[], policy: Policy, moment: Moment): Promise<Discovered> {
  const gatherer = new Gatherer(policy, moment.latest);
  const reading = newReading(moment.asOf);
  const readings: Discovered['readings'][number][] = [];
  for (const { name, read } of sources) {
    const taken = await takeTelemetry(read(), name, reading, (record) => gatherer.take(record));
    readings.push({ file: name, ...taken });
  }
  const assets = gatherer.facts();
  const judged = classify(assets, policy, moment.asOf);
  const scores = scoreAssets(assets, judged, policy, moment.asOf);
  return { policy, moment, readings, aliasLoops: aliasLoopsIn(policy), assets, judged, scores };
}

/** The moment that the latest snapshot among some files says it is of; null where none does. */
export async function momentOfSources(sources: readonly Source[]): Promise<Moment | null> {
  let latest: Moment | null = null;
  for (const { name, read } of sources) {
    const telemetry = await readTelemetry(read(), name, newReading(0));
    const moment = telemetry.kind === 'SNAPSHOT' ? await momentOfSnapshot(telemetry.chunks) : null;
    if (moment !== null && (latest === null || moment.asOf > latest.asOf)) latest = moment;
  }
  return latest;
}
