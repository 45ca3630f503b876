import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import { counted } from '../reading/cells.ts';
import type { Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';

const FIRST = 100;
const driftSchema = z.object({
  id: z.string(),
  kind: z.string(),
  severity: z.enum(['INFO', 'WARNING', 'CRITICAL']),
  summary: z.string(),
  detectedAt: z.string(),
  evidence: z.array(z.string()),
  connection: z.object({ id: z.string(), name: z.string() }),
  object: z.object({ id: z.string(), name: z.string() }),
  proposal: z
    .object({ id: z.string(), status: z.string(), affected: z.number(), approval: z.object({ id: z.string(), status: z.string() }).nullable() })
    .nullable(),
}); // prettier-ignore
export type DriftSeen = z.infer<typeof driftSchema>;
const replySchema = z.object({
  drifts: z.object({ totalCount: z.number(), nodes: z.array(driftSchema), pageInfo: z.object({ hasNextPage: z.boolean() }) }),
});
const DOCUMENT = `query ($first: Int!) { drifts(first: $first, filter: { statuses: [OPEN] }) { totalCount pageInfo { hasNextPage } nodes {
  id kind severity summary detectedAt evidence connection { id name } object { id name }
  proposal { id status affected approval { id status } } } } }`;

/** Sources that have changed in a way nobody has decided about. */
export const drift: Analysis = {
  name: 'dataops.drift',
  pilot: 'DATAOPS',
  records: false,
  title: 'Drift',
  description: 'Changes of sources that nobody has decided about; a repair that is proposed waits in the approvals.',
  async run(look) {
    const { nodes, totalCount, pageInfo } = replySchema.parse(await look.ask(DOCUMENT, { first: FIRST })).drifts;
    return { findings: judgeDrifts(nodes), complete: !pageInfo.hasNextPage, examined: totalCount, needs: [] };
  },
};

/** One finding for each source object: what changed together is repaired together. */
export function judgeDrifts(drifts: readonly DriftSeen[]): Found[] {
  return [...Map.groupBy(drifts, ({ object }) => object.id)].flatMap(([objectId, own]): Found[] => {
    const [first] = own;
    if (first === undefined || own.every(({ severity }) => severity === 'INFO')) return [];
    const { connection, object } = first;
    const repair = own.find(({ proposal }) => proposal?.status === 'PROPOSED')?.proposal ?? null;
    const waits = repair?.approval?.status === 'PENDING' ? repair.approval : null;
    const links: Link[] = [
      { kind: 'CONNECTION', id: connection.id, label: connection.name },
      { kind: 'SOURCE_OBJECT', id: objectId, label: object.name },
      ...own.slice(0, 5).map(({ id, summary }): Link => ({ kind: 'DRIFT', id, label: summary.slice(0, 300) })),
      ...(repair === null ? [] : [{ kind: 'REPAIR' as const, id: repair.id, label: 'Proposed repair' }]),
      ...(waits === null ? [] : [{ kind: 'APPROVAL' as const, id: waits.id, label: 'Decision that waits' }]),
    ];
    const reasons = own.slice(0, 10).map(({ summary }) => summary.slice(0, 500));
    const what = `${object.name} of ${connection.name}`;
    return [
      {
        key: objectId,
        title: `${what} has changed`,
        detail:
          waits === null
            ? 'Nobody has decided about it yet.'
            : `A repair of ${counted(repair?.affected ?? 0, 'record')} waits for a decision.`,
        reasons,
        severity: own.some(({ severity }) => severity === 'CRITICAL') ? 'CRITICAL' : 'MEDIUM',
        measure: { label: 'Undecided changes', value: own.length, unit: 'COUNT' },
        evidence: {
          columns: [{ label: 'Change', unit: null }, { label: 'What', unit: null }, { label: 'Since', unit: null }, { label: 'Severity', unit: null }], // prettier-ignore
          rows: own.slice(0, 24).map((each) => [each.kind, each.summary.slice(0, 500), each.detectedAt.slice(0, 10), each.severity]),
        },
        links,
        // A repair is asked about by whoever proposes it; nobody is asked twice.
        proposal:
          waits === null
            ? ticketAbout({ intent: `Open a ticket to decide about the changes of ${what}`, title: `${what} has changed`, text: reasons.join('\n'), touches: own.length, links }) // prettier-ignore
            : null,
      },
    ];
  });
}
