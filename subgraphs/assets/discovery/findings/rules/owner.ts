import { listed } from '../../words.ts';
import type { Rule } from '../rule.ts';

/** Owners that are less probable than this are none. */
const LEAST_CONFIDENCE = 0.3;

/** Nobody was named, and no record says who it is. */
export const noOwner: Rule = ({ facts, judged, label, owners }, { owned }) => {
  if (owned.has(facts.key) || (owners[0]?.confidence ?? 0) >= LEAST_CONFIDENCE) return [];
  const guesses = owners.map(({ who, confidence }) => `${who} (${Math.round(confidence * 100)} %)`);
  return [
    {
      severity: judged.class === 'PARKED' ? 'INFO' : 'WARNING',
      title: `Nobody owns ${label}`,
      detail:
        guesses.length === 0
          ? 'Nobody was named, and no record says who answers for it.'
          : `Nobody was named; the most that records say is ${listed(guesses)}.`,
      evidence: owners.map(({ record, says }) => ({ plane: 'CMDB' as const, record, says })),
      remedy: 'Name somebody who answers for it: who signed its contract, or uses it most.',
    },
  ];
};
