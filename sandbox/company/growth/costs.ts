import type { Company } from '../company.ts';
import { costsOn } from '../costs.ts';
import type { Random } from '../random.ts';
import { changed, nextIndex, without } from './change.ts';
import type { Grown } from './next-day.ts';

/** Bills come in and are paid; payroll runs; a bill that came twice is taken out. */
export function growCosts(company: Company, random: Random): Grown {
  const { today } = company;
  const paid = changed(company.costs, (one) => (one.status === 'Open' && random.chance(0.06) ? { ...one, status: 'Paid In Full' as const } : one)); // prettier-ignore
  const kept = random.chance(0.06) ? without(paid, ({ status }) => status === 'Open', random) : null;
  const first = nextIndex(company.costs);
  return {
    costs: [...(kept?.left ?? paid), ...costsOn(today, random).map((line, n) => ({ ...line, index: first + n }))],
    removed: kept === null ? company.removed : [...company.removed, { kind: 'cost', index: kept.gone.index, at: today }],
  };
}
