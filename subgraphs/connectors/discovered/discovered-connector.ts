import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import type { Connector, FoundTable, SourceRef } from '../kit/connector.ts';
import type { SourceOwner } from '../kit/health.ts';
import { screened } from '../vendors/vendor-connector.ts';
import { profileFields } from '../vendors/records/profile.ts';
import type { JsonRecord } from '../vendors/records/read-value.ts';
import { toPageRecords } from '../vendors/records/to-page-record.ts';
import { APPLICATION_FIELDS, recordOf } from './application-record.ts';
import { type ApplicationPage, applicationsAfter } from './applications.ts';
import { discoveredErrors } from './discovered.errors.ts';

const PATH = 'applications';
/** Applications looked at to know what the columns hold. */
const SAMPLE = 2_000;
const cursorSchema = z.object({ after: z.string(), line: z.int().nonnegative() });

/** What scans found, asked of the graph itself: a table of applications, read anew each time. */
export function createDiscoveredConnector(system: System): Connector {
  const pages = async function* (source: SourceRef, from: string | null, signal: AbortSignal): AsyncGenerator<ApplicationPage> {
    for (let after = from; ;) {
      const page = await applicationsAfter(system, ownerOf(source), after, signal);
      yield page;
      if (page.next === null) return;
      after = page.next;
    }
  };
  return {
    kind: 'DISCOVERED',
    async discover(source, { signal }) {
      const sample: JsonRecord[] = [];
      let count = 0;
      for await (const page of pages(source, null, signal)) {
        sample.push(...page.applications.map(recordOf));
        ({ count } = page);
        if (sample.length >= SAMPLE) break;
      }
      return [{ path: PATH, name: 'application', found: await tableOf(sample, count) }];
    },
    async *pages(source, table, { signal }) {
      const begun = table.from === null ? null : cursorSchema.parse(table.from);
      let line = begun?.line ?? 0;
      for await (const { applications, count, next } of pages(source, begun?.after ?? null, signal)) {
        const page = await toPageRecords(applications.map(recordOf), APPLICATION_FIELDS, table.key, line + 1);
        line += applications.length;
        const cursor = next === null ? null : { after: next, line };
        yield {
          ...(await screened(system, page, table.screening, signal)),
          cursor,
          watermark: null,
          progress: Math.min(1, line / Math.max(1, count)),
        };
      }
    },
  };
}

/** Looks whether there is anything. @returns its one table. @throws DISCOVERED_NOTHING and what asking throws */
export async function tryDiscovered(system: System, source: SourceRef, signal: AbortSignal): Promise<string[]> {
  const { count } = await applicationsAfter(system, ownerOf(source), null, signal);
  if (count === 0) throw discoveredErrors.DISCOVERED_NOTHING({});
  return [PATH];
}

function ownerOf({ owner = null }: SourceRef): SourceOwner {
  if (owner === null) throw new Error('what scans found is read for a tenant only');
  return owner;
}

async function tableOf(sample: readonly JsonRecord[], count: number): Promise<FoundTable> {
  const whole = sample.length >= count;
  return {
    kind: 'TABLE',
    columns: await profileFields(APPLICATION_FIELDS, sample, whole),
    rowCount: count,
    quarantinedCount: 0,
    primaryKey: { columns: ['id'], evidence: ['an asset keeps its id for good'] },
    foreignKeys: [],
    incremental: null,
    evidence: [whole ? 'all of its records were looked at' : `its first ${sample.length} records were looked at`],
    plan: {},
    contentHash: null,
  };
}
