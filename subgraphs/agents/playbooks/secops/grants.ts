import { z } from 'zod';
import type { Analysis } from '../analysis.ts';
import { counted } from '../reading/cells.ts';
import type { Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';

const FIRST = 200;
/** So many owners, and such a share of all people, are too many; one alone is too few where there are others. */
const MOST_OWNERS = 3;
const MOST_MIGHTY_SHARE = 0.5;
const LEAST_MEMBERS = 4;
const memberSchema = z.object({ id: z.string(), displayName: z.string(), role: z.string() });
export type MemberSeen = z.infer<typeof memberSchema>;
const replySchema = z.object({
  tenant: z.object({ members: z.object({ nodes: z.array(memberSchema), pageInfo: z.object({ hasNextPage: z.boolean() }) }) }),
});
const DOCUMENT = `query ($first: Int!) { tenant { members(first: $first) { pageInfo { hasNextPage } nodes { id displayName role } } } }`;

/** Rights that are given too widely, or hang on one person. */
export const grants: Analysis = {
  name: 'secops.grants',
  pilot: 'SECOPS',
  records: false,
  title: 'Risky grants',
  description: 'Too many owners, too many people who may nearly everything, or one owner alone.',
  async run(look) {
    const { nodes, pageInfo } = replySchema.parse(await look.ask(DOCUMENT, { first: FIRST })).tenant.members;
    return { findings: judgeGrants(nodes), complete: !pageInfo.hasNextPage, examined: nodes.length, needs: [] };
  },
};

/** What is wrong with who may what; each thing at most once. */
export function judgeGrants(members: readonly MemberSeen[]): Found[] {
  const owners = members.filter(({ role }) => role === 'OWNER');
  const mighty = members.filter(({ role }) => role === 'OWNER' || role === 'ADMIN');
  const findings: Found[] = [];
  if (owners.length > MOST_OWNERS)
    findings.push(
      about('owners', owners, {
        title: `${counted(owners.length, 'person', 'people')} own the workspace`,
        reason: `${counted(owners.length, 'person', 'people')} may do everything, also close the workspace; ${MOST_OWNERS} are enough.`,
        value: owners.length - MOST_OWNERS,
        order: 'take the role OWNER from those who do not need it',
        severity: 'HIGH',
      }),
    );
  if (owners.length === 1 && members.length >= LEAST_MEMBERS)
    findings.push(
      about('one-owner', owners, {
        title: 'One person alone owns the workspace',
        reason: `Of ${counted(members.length, 'person', 'people')} only one may do everything: nobody can act when that person is away.`,
        value: 1,
        order: 'make a second person OWNER',
        severity: 'MEDIUM',
      }),
    );
  if (members.length >= LEAST_MEMBERS && mighty.length / members.length > MOST_MIGHTY_SHARE)
    findings.push(
      about('mighty', mighty, {
        title: `${Math.round((mighty.length / members.length) * 100)} % of all people are owner or administrator`,
        reason: `${counted(mighty.length, 'person', 'people')} of ${members.length} may nearly everything.`,
        value: mighty.length,
        order: 'give people the least role that they need',
        severity: 'MEDIUM',
      }),
    );
  return findings;
}

function about(
  key: string,
  people: readonly MemberSeen[],
  { title, reason, value, order, severity }: { title: string; reason: string; value: number; order: string; severity: Found['severity'] },
): Found {
  const links = people.slice(0, 10).map(({ id, displayName }): Link => ({ kind: 'USER', id, label: displayName }));
  return {
    key,
    title,
    detail: reason,
    reasons: [reason],
    severity,
    measure: { label: 'People', value, unit: 'COUNT' },
    evidence: {
      columns: [{ label: 'Person', unit: null }, { label: 'Role', unit: null }], // prettier-ignore
      rows: people.slice(0, 24).map(({ displayName, role }) => [displayName, role]),
    },
    links,
    proposal: ticketAbout({ intent: `Open a ticket to ${order}`, title, text: reason, touches: people.length, links }),
  };
}
