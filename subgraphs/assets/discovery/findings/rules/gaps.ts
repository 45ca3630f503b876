import { counted } from '../../words.ts';
import type { Rule } from '../rule.ts';
import { finances, sightings } from './use.ts';

/** Known, used, and entered without the identity provider: who leaves the company keeps the account. */
export const identityGap: Rule = (profile) => {
  const { facts, judged, label, users } = profile;
  if (!judged.external || !judged.governed || judged.activity !== 'RECENT' || facts.seenBy.size === 0) return [];
  const sso = facts.identities.some(({ hasSso }) => hasSso);
  if (sso) return [];
  const known = facts.identities.length > 0;
  return [
    {
      severity: known ? 'INFO' : 'WARNING',
      title: known ? `People sign in to ${label} without single sign-on` : `The identity provider does not know ${label}`,
      detail: `It is governed and used${users > 0 ? ` by ${counted(users, 'person', 'people')}` : ''}, and nobody signs in to it with single sign-on: who leaves keeps the account.`,
      evidence: [
        ...facts.identities
          .slice(0, 5)
          .map(({ record, name }) => ({ plane: 'IDP' as const, record, says: `${name} is there without single sign-on` })),
        ...sightings(profile),
      ],
      remedy: 'Connect it to the identity provider with single sign-on, and have accounts provided and taken away by SCIM.',
    },
  ];
};

/** Used without a contract, or paid without a trace of use. */
export const financeGap: Rule = (profile) => {
  const { facts, judged, label } = profile;
  if (judged.external && judged.activity === 'RECENT' && judged.governed && judged.governedBy === null && facts.finance.length === 0)
    return [
      {
        about: 'UNPAID',
        severity: 'INFO',
        title: `${label} is used, and nothing says who pays for it`,
        detail: 'No contract and no payment is on record: it is free, or paid by a card that nobody reports.',
        evidence: sightings(profile),
        remedy: 'Find its contract or its plan; put it under a contract if it holds the company’s data.',
      },
    ];
  const paid = finances(profile);
  if (judged.activity === 'NONE' && paid.length > 0)
    return [
      {
        about: 'UNSEEN',
        severity: 'WARNING',
        title: `${label} is paid for, and nothing has ever seen it used`,
        detail: `${counted(paid.length, 'financial record')} say that money goes on being paid; no sensor and no log-in knows it.`,
        evidence: paid,
        remedy: 'Ask who ordered it. If nobody uses it, give notice; if somebody does, connect what would see it.',
      },
    ];
  return [];
};
