import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import { counted } from '../reading/cells.ts';
import type { Found, Link } from '../report.ts';

const countSchema = z.object({
  code: z.string(),
  reason: z.string(),
  records: z.number(),
  object: z.object({ id: z.string(), name: z.string(), rowCount: z.number(), connection: z.object({ id: z.string(), name: z.string() }) }),
}); // prettier-ignore
export type QuarantineSeen = z.infer<typeof countSchema>;
const replySchema = z.object({ quarantineCounts: z.array(countSchema) });
const DOCUMENT = `query { quarantineCounts { code reason records object { id name rowCount connection { id name } } } }`;

const HIGH_RECORDS = 100;
const HIGH_SHARE = 0.05;

/** Records that were set aside and do not count. */
export const quarantine: Analysis = {
  name: 'dataops.quarantine',
  pilot: 'DATAOPS',
  records: false,
  title: 'Quarantine',
  description: 'Records that were set aside because they could not be read, and that no answer counts.',
  async run(look) {
    const { quarantineCounts } = replySchema.parse(await look.ask(DOCUMENT));
    return { findings: judgeQuarantine(quarantineCounts), complete: true, examined: quarantineCounts.length, needs: [] };
  },
};

/** One finding for each source object: its quarantine is replayed as a whole. */
export function judgeQuarantine(counts: readonly QuarantineSeen[]): Found[] {
  return [...Map.groupBy(counts, ({ object }) => object.id)].flatMap(([objectId, own]): Found[] => {
    const [first] = own;
    const records = own.reduce((sum, each) => sum + each.records, 0);
    if (first === undefined || records === 0) return [];
    const { object } = first;
    const what = `${object.name} of ${object.connection.name}`;
    const links: Link[] = [
      { kind: 'CONNECTION', id: object.connection.id, label: object.connection.name },
      { kind: 'SOURCE_OBJECT', id: objectId, label: object.name },
    ];
    return [
      {
        key: objectId,
        title: `${counted(records, 'record')} of ${what} ${records === 1 ? 'is' : 'are'} set aside`,
        detail: 'They are kept, and no answer counts them.',
        reasons: own.slice(0, 10).map((each) => `${counted(each.records, 'record')}: ${each.reason}`.slice(0, 500)),
        severity: records >= HIGH_RECORDS || records >= object.rowCount * HIGH_SHARE ? 'HIGH' : 'MEDIUM',
        measure: { label: 'Records set aside', value: records, unit: 'COUNT' },
        evidence: {
          columns: [{ label: 'Why', unit: null }, { label: 'Code', unit: null }, { label: 'Records', unit: 'COUNT' }], // prettier-ignore
          rows: own.slice(0, 24).map((each) => [each.reason.slice(0, 500), each.code, each.records]),
        },
        links,
        proposal: {
          action: 'REPLAY_QUARANTINE',
          intent: `Try ${counted(records, 'record')} of ${what} again, as the mapping is now`,
          benefit: { value: records, unit: 'COUNT' },
          touches: records,
          reversible: true,
          payload: { objectId },
        },
      },
    ];
  });
}
