import { type Analysis, lacking } from '../analysis.ts';
import { counted } from '../reading/cells.ts';
import { daysBetween } from '../reading/look.ts';
import type { Entity } from '../reading/model.ts';
import type { Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';
import { type ConnectionSeen, connectionsSeen, NO_CONNECTION } from './connections.ts';

/** A link is told when it fails for so many records, and for such a share. */
const LEAST_UNRESOLVED = 5;
const LEAST_SHARE = 0.05;
const HIGH_SHARE = 0.25;
/** A proposed mapping waits long after so many days. */
const LONG_DAYS = 2;

/** What is connected and not, or not wholly, part of the business model. */
export const mappingGaps: Analysis = {
  name: 'dataops.mapping-gaps',
  pilot: 'DATAOPS',
  records: false,
  title: 'Mapping gaps',
  description: 'Mappings that nobody decides about, and links between records that lead nowhere.',
  async run(look) {
    const [{ connections, complete }, model] = await Promise.all([connectionsSeen(look), look.model()]);
    if (connections.length === 0) return lacking(NO_CONNECTION);
    const waiting = connections.flatMap((connection) => judgeWaiting(connection, look.now));
    const links = model.entities.flatMap(judgeLinks);
    return { findings: [...waiting, ...links], complete, examined: connections.length + model.entities.length, needs: [] };
  },
};

/** A mapping that has waited for long. */
export function judgeWaiting({ id, name, mappingProposal }: ConnectionSeen, now: Date): Found[] {
  if (mappingProposal?.status !== 'PROPOSED') return [];
  const days = daysBetween(mappingProposal.createdAt, now);
  if (days < LONG_DAYS) return [];
  const links: Link[] = [{ kind: 'CONNECTION', id, label: name }];
  const reasons = [`Its mapping has been proposed for ${days} days, and nobody has decided.`];
  return [
    {
      key: `waiting:${id}`,
      title: `The mapping of ${name} waits for a decision`,
      detail: `Until then no answer counts what ${name} holds.`,
      reasons,
      severity: 'MEDIUM',
      measure: { label: 'Days it waits', value: days, unit: 'DAYS' },
      evidence: {
        columns: [
          { label: 'Connection', unit: null },
          { label: 'Days', unit: 'DAYS' },
        ],
        rows: [[name, days]],
      },
      links,
      proposal: ticketAbout({
        intent: `Open a ticket to decide about the mapping of ${name}`,
        title: `Decide about the mapping of ${name}`,
        text: reasons.join('\n'),
        touches: 1,
        links,
      }),
    },
  ];
}

/** Relations of an entity type of which many records name something that is not there. */
export function judgeLinks({ name: entity, pluralLabel, relations }: Entity): Found[] {
  return relations.flatMap(({ name, label, to, resolvedCount, unresolvedCount }): Found[] => {
    const share = unresolvedCount / Math.max(1, resolvedCount + unresolvedCount);
    if (unresolvedCount < LEAST_UNRESOLVED || share < LEAST_SHARE) return [];
    const percent = Math.round(share * 100);
    const links: Link[] = [
      { kind: 'ENTITY', id: entity, label: pluralLabel },
      { kind: 'ENTITY', id: to.name, label: to.name },
    ];
    const reasons = [`${counted(unresolvedCount, 'record')} of ${pluralLabel} name a ${label.toLowerCase()} that is not known, ${percent} % of those that name one.`]; // prettier-ignore
    return [
      {
        key: `link:${entity}.${name}`,
        title: `${percent} % of ${pluralLabel} lead to no ${label.toLowerCase()}`,
        detail: `Numbers of ${pluralLabel} by ${label.toLowerCase()} leave these out.`,
        reasons,
        severity: share >= HIGH_SHARE ? 'HIGH' : 'MEDIUM',
        measure: { label: 'Links that lead nowhere', value: unresolvedCount, unit: 'COUNT' },
        evidence: {
          columns: [{ label: 'Link', unit: null }, { label: 'Found', unit: 'COUNT' }, { label: 'Not found', unit: 'COUNT' }], // prettier-ignore
          rows: [[`${entity}.${name} → ${to.name}`, resolvedCount, unresolvedCount]],
        },
        links,
        proposal: ticketAbout({
          intent: `Open a ticket to find what ${counted(unresolvedCount, 'record')} of ${pluralLabel} belong to`,
          title: `${pluralLabel} that lead to no ${label.toLowerCase()}`,
          text: [...reasons, `Load more of ${to.name}, change the mapping of ${name}, or decide which records are the same.`].join('\n'),
          benefit: { value: unresolvedCount, unit: 'COUNT' },
          touches: unresolvedCount,
          links,
        }),
      },
    ];
  });
}
