import { z } from 'zod';
import { type Analysis, lacking } from '../analysis.ts';
import { NO_CONNECTION } from '../dataops/connections.ts';
import type { Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';

const FIRST = 100;
const assetSchema = z.object({
  id: z.string(),
  name: z.string(),
  recordCount: z.number().nullable(),
  firstSeenAt: z.string(),
  connection: z.object({ id: z.string() }).nullable(),
});
export type AssetSeen = z.infer<typeof assetSchema>;
const replySchema = z.object({
  all: z.object({ totalCount: z.number() }),
  assets: z.object({ nodes: z.array(assetSchema), pageInfo: z.object({ hasNextPage: z.boolean() }) }),
});
const DOCUMENT = `query ($first: Int!) { all: assets(first: 1, filter: { kind: CONNECTION }) { totalCount }
  assets(first: $first, filter: { kind: CONNECTION, withoutOwner: true }) { pageInfo { hasNextPage }
  nodes { id name recordCount firstSeenAt connection { id } } } }`;

/** Connected systems that nobody answers for. */
export const ownerless: Analysis = {
  name: 'secops.ownerless',
  pilot: 'SECOPS',
  records: false,
  title: 'Systems without an owner',
  description: 'Connected systems that nobody answers for, because whoever connected them is gone.',
  async run(look) {
    const { all, assets } = replySchema.parse(await look.ask(DOCUMENT, { first: FIRST }));
    if (all.totalCount === 0) return lacking(NO_CONNECTION);
    return { findings: assets.nodes.map(judgeOwnerless), complete: !assets.pageInfo.hasNextPage, examined: all.totalCount, needs: [] };
  },
};

export function judgeOwnerless({ id, name, recordCount, firstSeenAt, connection }: AssetSeen): Found {
  const links: Link[] = [
    { kind: 'ASSET', id, label: name },
    ...(connection === null ? [] : [{ kind: 'CONNECTION' as const, id: connection.id, label: name }]),
  ];
  const reasons = ['Whoever connected it does not belong to the company any more.'];
  return {
    key: id,
    title: `Nobody answers for ${name}`,
    detail: 'When it breaks or has to be given up, nobody will be asked.',
    reasons,
    severity: 'MEDIUM',
    measure: { label: 'Systems without an owner', value: 1, unit: 'COUNT' },
    evidence: {
      columns: [{ label: 'System', unit: null }, { label: 'Since', unit: null }, { label: 'Records', unit: 'COUNT' }], // prettier-ignore
      rows: [[name, firstSeenAt.slice(0, 10), recordCount]],
    },
    links,
    proposal: ticketAbout({
      intent: `Open a ticket to name somebody who answers for ${name}`,
      title: `Name an owner of ${name}`,
      text: reasons.join('\n'),
      touches: 1,
      links,
    }),
  };
}
