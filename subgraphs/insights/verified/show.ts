import { User } from '../dashboards/dashboard.type.ts';
import type { Verification } from './preferred.ts';
import { VerifiedAnswer } from './verified.type.ts';

/** A verified answer as the graph shows it. */
export function verifiedShown({ id, question, persona, note, verifiedBy, verifiedAt, stale }: Verification): VerifiedAnswer {
  return Object.assign(new VerifiedAnswer(), {
    id,
    question,
    persona,
    note,
    stale,
    verifiedBy: Object.assign(new User(), { id: verifiedBy }),
    verifiedAt,
  });
}
