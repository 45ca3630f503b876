import type { Judgement } from './judgement.ts';
import type { ScanCounts } from './scan.type.ts';

/** How many applications of each class there are; classes count only what is admitted. */
export function countJudgements(judgements: readonly Pick<Judgement, 'admitted' | 'class'>[]): ScanCounts {
  const counts: ScanCounts = { found: judgements.length, admitted: 0, shadow: 0, zombie: 0, parked: 0, clean: 0 };
  const column = { SHADOW: 'shadow', ZOMBIE: 'zombie', PARKED: 'parked', CLEAN: 'clean' } as const;
  for (const { admitted, class: as } of judgements) {
    if (!admitted) continue;
    counts.admitted += 1;
    counts[column[as]] += 1;
  }
  return counts;
}
