import type { OwnerSource } from '../details/record-details.ts';

/** How often what a source says of owners turned out right, and how often wrong. */
export interface TrackRecord {
  right: number;
  wrong: number;
}
export type Reliability = Readonly<Record<OwnerSource, TrackRecord>>;

/**
 * Where every tenant starts: as if people had already decided about twenty suggestions of each source. What they really decide is added, so that after
 * some dozens of decisions a source counts for what it is worth here: the mean of a beta distribution with these as its prior.
 */
export const ASSUMED: Reliability = {
  // Kept by people whose work it is, but not when owners change.
  CMDB: { right: 16, wrong: 4 },
  // Written by those who build the thing.
  TAG: { right: 14, wrong: 6 },
  // Who commits, or is named as code owner, knows it.
  REPOSITORY: { right: 13, wrong: 7 },
  // Who set up single sign-on administers it.
  IDENTITY: { right: 13, wrong: 7 },
  // Who signed often is of procurement.
  CONTRACT: { right: 12, wrong: 8 },
  // Who made a resource is often a pipeline.
  CLOUD: { right: 10, wrong: 10 },
  // Who asked the vendor for papers.
  ATTESTATION: { right: 8, wrong: 12 },
  // Who uses a thing most does not always answer for it.
  LOG_INS: { right: 6, wrong: 14 },
  // Whose device it was seen on, likewise, and less.
  DEVICE: { right: 3, wrong: 17 },
};

/** The track record with what people decided since: suggestions they took, and suggestions they refused. */
export function learned(before: Reliability, decided: Iterable<{ source: OwnerSource; right: boolean }>): Reliability {
  const after = structuredClone(before);
  for (const { source, right } of decided) after[source][right ? 'right' : 'wrong'] += 1;
  return after;
}

/** How probable it is that a source is right. */
export const trust = ({ right, wrong }: TrackRecord): number => (right + wrong === 0 ? 0 : right / (right + wrong));
