export const FindingStatus = {
  OPEN: 'OPEN',
  PROPOSED: 'PROPOSED',
  ACCEPTED: 'ACCEPTED',
  REJECTED: 'REJECTED',
  DONE: 'DONE',
  RESOLVED: 'RESOLVED',
} as const;
export type FindingStatus = (typeof FindingStatus)[keyof typeof FindingStatus];

const DAY_MS = 86_400_000;

/** What of a finding its life goes by. */
export interface Standing {
  status: FindingStatus;
  decidedAt: Date | null;
}

/** How a finding stands after it was seen again. What came back is open anew; what was accepted and is not done within a day, too. */
export function seenAgain({ status, decidedAt }: Standing, now: Date): FindingStatus {
  if (status === 'RESOLVED') return 'OPEN';
  const accepted = decidedAt?.getTime() ?? 0;
  return status === 'ACCEPTED' && now.getTime() - accepted > DAY_MS ? 'OPEN' : status;
}

/** How a finding stands after an analysis that looked at everything did not see it. What a person did not want stays refused. */
export function notSeen(status: FindingStatus): FindingStatus {
  return status === 'REJECTED' ? 'REJECTED' : 'RESOLVED';
}

export type Settled = 'APPROVED' | 'EDITED' | 'RESPONDED' | 'REJECTED' | 'EXPIRED' | 'DONE';

/** How a finding stands after a decision or a deed; null: it does not fit, and nothing changes. */
export function settledAs(status: FindingStatus, what: Settled): FindingStatus | null {
  if (what === 'DONE') return status === 'ACCEPTED' ? 'DONE' : null;
  if (status !== 'PROPOSED') return null;
  if (what === 'RESPONDED') return 'OPEN';
  return what === 'APPROVED' || what === 'EDITED' ? 'ACCEPTED' : 'REJECTED';
}
