import { extname } from 'node:path';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { StepContext } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import { fetchFeeds, storedProblem } from '../intake/fetch-feeds.ts';
import { type FeedFile, feedFolder, filesIn } from '../intake/feed-files.ts';
import { TelemetryArrivalRow } from '../intake/telemetry-arrival.entity.ts';
import { TelemetryFeedRow } from '../intake/telemetry-feed.entity.ts';
import type { Moment } from '../discovery/snapshot/moment.ts';
import { FACTS_FORMAT } from './facts-format.ts';
import { MOST_TOLD } from './gather.worker.ts';
import type { LookedAt } from './look.worker.ts';
import { scanErrors } from './scan.errors.ts';
import { ScanFileRow, ScanProblemRow, ScanRow } from './scan.entity.ts';
import { lastScan } from './scan-store.ts';

const LOOK = new URL(`./look.worker${extname(import.meta.url)}`, import.meta.url);

interface Input extends FeedFile, LookedAt {
  feedId: string;
}

/** Fixes what the scan goes by: its files as they are now, and the moment it judges as of. */
export async function readStep(system: System, context: StepContext): Promise<void> {
  const { tenantId, runId, signal } = context;
  const { feeds, repeated } = await system.database.unitOfWork(tenantId, async ({ em }) => {
    const scan = await em.findOneOrFail(ScanRow, { tenantId, id: runId });
    return {
      feeds: await em.find(TelemetryFeedRow, { tenantId, removedAt: null }, { orderBy: { createdAt: 'asc', id: 'asc' } }),
      repeated:
        scan.replayOf == null ? null : await em.find(ScanFileRow, { tenantId, scanId: scan.replayOf }, { orderBy: { position: 'asc' } }),
    };
  });
  // What is repeated is what was read then.
  const unfetched = repeated === null ? await fetchFeeds(system, feeds.filter(({ kind }) => kind === 'URL'), signal) : []; // prettier-ignore
  const inputs: Input[] = [];
  for (const feed of feeds)
    for (const file of await filesIn(feedFolder(system, feed))) {
      if (repeated !== null && !repeated.some(({ feedId, name }) => feedId === feed.id && name === file.name)) continue;
      inputs.push({
        ...file,
        feedId: feed.id,
        ...(await system.workers.run<{ path: string }, LookedAt>(LOOK, { path: file.path }, { signal })),
      });
    }
  // Files that name applications by ids come before those that cite them.
  inputs.sort((one, other) => Number(other.namesApplications) - Number(one.namesApplications));
  if (inputs.length === 0) throw unfetched[0]?.why ?? scanErrors.NO_TELEMETRY({});
  for (const { feedId, name, checksum } of repeated ?? [])
    if (!inputs.some((input) => input.feedId === feedId && input.name === name && input.checksum === checksum))
      throw scanErrors.SCAN_INPUT_CHANGED({ name });
  await context.commit(async (unit, step) => {
    const scan = await unit.em.findOneOrFail(ScanRow, { tenantId, id: runId });
    const moment = momentOf(await arrivalsIn(unit), inputs, scan);
    scan.asOf = new Date(moment.asOf);
    scan.latestAt = new Date(moment.latest);
    scan.unfetched = unfetched.map(({ feedId, why }) => ({ feedId, ...storedProblem(why) }));
    const known = scan.mode === 'INCREMENTAL' ? await knownFiles(unit, inputs, scan) : null;
    scan.mode = known === null ? 'FULL' : 'INCREMENTAL';
    await unit.em.nativeDelete(ScanFileRow, { tenantId, scanId: runId });
    for (const [position, { feedId, name, bytes, checksum }] of inputs.entries()) {
      const readAgain = known?.has(idOf({ feedId, name })) !== true;
      unit.em.create(ScanFileRow, {
        tenantId,
        scanId: runId,
        position,
        feedId,
        name,
        bytes,
        checksum,
        readAgain,
        format: null,
        whole: true,
        lists: [],
      });
    }
    step.progress(1, `${inputs.length.toLocaleString('en-US')} ${inputs.length === 1 ? 'file' : 'files'}`);
  });
}

const idOf = ({ feedId, name }: { feedId: string; name: string }): string => `${feedId} ${name}`;

/**
 * Files whose records are known from the scan before; null when all has to be read again: what it read is gone or different, it went by another policy,
 * it judged as of a later moment, it refused what may have come to pass meanwhile, or ids that it did not know have names now.
 */
async function knownFiles(unit: UnitOfWork, inputs: readonly Input[], scan: ScanRow): Promise<ReadonlySet<string> | null> {
  const { em, tenantId } = unit;
  const before = await lastScan(unit);
  if (before?.factsFormat !== FACTS_FORMAT) return null;
  if (before.policyVersion !== scan.policyVersion || (before.asOf ?? NEVER) > (scan.asOf ?? NEVER)) return null;
  if (before.recordsRefused > MOST_TOLD || (await em.count(ScanProblemRow, { tenantId, scanId: before.id, code: 'FUTURE_TIME' })) > 0)
    return null;
  const files = await em.find(ScanFileRow, { tenantId, scanId: before.id });
  const now = new Map(inputs.map((input) => [idOf(input), input.checksum]));
  const known = new Set(files.map(idOf));
  if (inputs.some((input) => input.namesApplications && !known.has(idOf(input)))) return null;
  return files.every((file) => now.get(idOf(file)) === file.checksum) ? known : null;
}

const NEVER = new Date(0);

/** When each feed that is fetched or sent last brought something, by its id. */
async function arrivalsIn({ em, tenantId }: UnitOfWork): Promise<ReadonlyMap<string, Date>> {
  const arrivals = await em.find(TelemetryArrivalRow, { tenantId, arrivedAt: { $ne: null } });
  return new Map(arrivals.map(({ feedId, arrivedAt }) => [feedId, arrivedAt ?? NEVER]));
}

/**
 * As asked for; else the latest moment that a file is of: what it says, else when its feed last brought something. Files of folders and uploads that say none
 * may be of any time: with nothing else to go by it is when the scan started.
 */
function momentOf(arrivals: ReadonlyMap<string, Date>, inputs: readonly Input[], { asOf, latestAt, startedAt }: ScanRow): Moment {
  if (asOf != null) return { asOf: asOf.getTime(), latest: (latestAt ?? asOf).getTime() };
  const moments = inputs.flatMap(({ feedId, moment }) => moment ?? momentAt(arrivals.get(feedId)) ?? []);
  return moments.length === 0 ? exactly(startedAt) : moments.reduce((one, other) => (other.latest > one.latest ? other : one));
}

const exactly = (at: Date): Moment => ({ asOf: at.getTime(), latest: at.getTime() });
const momentAt = (at: Date | undefined): Moment | null => (at === undefined ? null : exactly(at));
