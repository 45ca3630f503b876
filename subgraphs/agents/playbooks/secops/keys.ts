import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import { daysBetween } from '../reading/look.ts';
import type { Found, Link, Proposal } from '../report.ts';
import { ticketAbout } from '../ticket.ts';

const FIRST = 200;
/** A key that nobody has used for so long is not needed. */
const UNUSED_DAYS = 90;
/** A key that ends within so many days has to be renewed. */
const SOON_DAYS = 14;
const keySchema = z.object({
  id: z.string(),
  name: z.string(),
  start: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  scopes: z.array(z.string()).nullable(),
  account: z.object({ id: z.string(), role: z.string() }).nullable(),
});
export type KeySeen = z.infer<typeof keySchema>;
const replySchema = z.object({ apiKeys: z.object({ nodes: z.array(keySchema), pageInfo: z.object({ hasNextPage: z.boolean() }) }) });
const DOCUMENT = `query ($first: Int!) { apiKeys(first: $first, working: true) { pageInfo { hasNextPage } nodes {
  id name start createdAt expiresAt lastUsedAt scopes account { id role } } } }`;

/** API keys that are not used, end soon, or may everything. */
export const keys: Analysis = {
  name: 'secops.keys',
  pilot: 'SECOPS',
  records: false,
  // Who may see the keys of others.
  audience: ['OWNER', 'ADMIN'],
  title: 'API keys',
  description: 'API keys that nobody uses, that end soon, whose owner is gone, or that never end and may everything.',
  async run(look) {
    const { nodes, pageInfo } = replySchema.parse(await look.ask(DOCUMENT, { first: FIRST })).apiKeys;
    return {
      findings: nodes.flatMap((key) => judgeKey(key, look.now)),
      complete: !pageInfo.hasNextPage,
      examined: nodes.length,
      needs: [],
    };
  },
};

interface Judgement {
  title: string;
  severity: Found['severity'];
  measure: Found['measure'];
  proposal: Proposal;
}

/** The gravest thing about a key, with everything that speaks for it; none of a key that is fine. */
export function judgeKey(key: KeySeen, now: Date): Found[] {
  const links: Link[] = [{ kind: 'API_KEY', id: key.id, label: key.name }];
  const unused = daysBetween(key.lastUsedAt ?? key.createdAt, now);
  const left = key.expiresAt === null ? null : daysBetween(now, key.expiresAt);
  const mighty = key.scopes === null && (key.account?.role === 'OWNER' || key.account?.role === 'ADMIN');
  const reasons = [
    ...(key.account === null ? ['Nobody owns it any more.'] : []),
    ...(unused >= UNUSED_DAYS
      ? [key.lastUsedAt === null ? `It was made ${unused} days ago and never used.` : `It was last used ${unused} days ago.`]
      : []),
    ...(left !== null && left <= SOON_DAYS ? [`It ends in ${Math.max(0, left)} days.`] : []),
    ...(mighty && key.expiresAt === null ? [`It may everything that ${key.account?.role ?? ''} may, and never ends.`] : []),
  ];
  const judged = judgement(key, { unused, left, mighty }, links, reasons);
  if (judged === null) return [];
  return [
    {
      key: key.id,
      detail: `The key begins with ${key.start}.`,
      reasons,
      evidence: {
        columns: [{ label: 'Key', unit: null }, { label: 'Made', unit: null }, { label: 'Last used', unit: null }, { label: 'Ends', unit: null }, { label: 'May', unit: null }], // prettier-ignore
        rows: [[key.name, key.createdAt.slice(0, 10), key.lastUsedAt?.slice(0, 10) ?? null, key.expiresAt?.slice(0, 10) ?? null, key.scopes === null ? 'everything its owner may' : `${key.scopes.length} actions`]], // prettier-ignore
      },
      links,
      ...judged,
    },
  ];
}

function judgement(
  { id, name, account, expiresAt }: KeySeen,
  { unused, left, mighty }: { unused: number; left: number | null; mighty: boolean },
  links: Link[],
  reasons: readonly string[],
): Judgement | null {
  const text = reasons.join('\n');
  if (account === null || unused >= UNUSED_DAYS)
    return {
      title: account === null ? `The API key ${name} belongs to nobody` : `The API key ${name} is not used`,
      severity: mighty || account === null ? 'HIGH' : 'MEDIUM',
      measure: { label: 'Days unused', value: unused, unit: 'DAYS' },
      proposal: {
        action: 'REVOKE_KEY',
        intent: `Revoke the API key ${name}`,
        benefit: null,
        touches: 1,
        reversible: false,
        payload: { keyId: id },
      },
    };
  if (left !== null && left <= SOON_DAYS)
    return {
      title: `The API key ${name} ends in ${Math.max(0, left)} days`,
      severity: 'MEDIUM',
      measure: { label: 'Days until it ends, of 14', value: SOON_DAYS - Math.max(0, left), unit: 'DAYS' },
      proposal: ticketAbout({ intent: `Open a ticket to rotate the API key ${name} before it ends`, title: `Rotate the API key ${name}`, text, touches: 1, links }), // prettier-ignore
    };
  if (mighty && expiresAt === null)
    return {
      title: `The API key ${name} may everything and never ends`,
      severity: 'HIGH',
      measure: { label: 'Unlimited keys', value: 1, unit: 'COUNT' },
      proposal: ticketAbout({ intent: `Open a ticket to limit the API key ${name}`, title: `Limit the API key ${name}`, text, touches: 1, links }), // prettier-ignore
    };
  return null;
}
