import { addDays } from '../calendar.ts';
import type { Company } from '../company.ts';
import type { Opportunity } from '../opportunities.ts';
import type { Random } from '../random.ts';
import { changed, nextIndex, without } from './change.ts';
import type { Grown } from './next-day.ts';

const STAGES = [['Prospecting', 0.1], ['Qualification', 0.2], ['Proposal', 0.45], ['Negotiation', 0.7]] as const; // prettier-ignore

/** Deals begin, go on to their next stage, are won or lost; what was entered by mistake is deleted. */
export function growDeals(company: Company, random: Random): Grown {
  const { today } = company;
  const moved = changed(company.opportunities, (one) => (one.stage.startsWith('Closed') || !random.chance(0.05) ? one : further(one, today, random))); // prettier-ignore
  const kept = random.chance(0.25) ? without(moved, ({ stage }) => !stage.startsWith('Closed'), random) : null;
  const first = nextIndex(company.opportunities);
  const born = Array.from({ length: random.int(1, 3) }, (_, n) => dealOf(first + n, company, random));
  return {
    opportunities: [...(kept?.left ?? moved), ...born],
    removed: kept === null ? company.removed : [...company.removed, { kind: 'opportunity', index: kept.gone.index, at: today }],
  };
}

function further(one: Opportunity, today: Date, random: Random): Opportunity {
  const next = STAGES[STAGES.findIndex(([stage]) => stage === one.stage) + 1];
  if (next !== undefined && random.chance(0.6)) return { ...one, stage: next[0], probability: next[1], lastActivity: today };
  const won = random.chance(0.35);
  return { ...one, stage: won ? 'Closed Won' : 'Closed Lost', probability: won ? 1 : 0, amount: one.amount ?? 10_000, close: today, lastActivity: today, nextStep: null, lossReason: won ? null : 'Price' }; // prettier-ignore
}

function dealOf(index: number, { accounts, today }: Company, random: Random): Opportunity {
  const account = random.pick(accounts.filter(({ kind }) => kind === 'REAL'));
  const amount = Math.round({ SMB: 7_500, 'Mid-Market': 26_000, Enterprise: 92_000 }[account.segment] * (0.4 + random.next()));
  return {
    index, account: account.index, owner: account.owner, type: random.pick(['New Business', 'Expansion', 'Renewal']), stage: 'Prospecting', amount, probability: 0.1,
    created: today, close: addDays(today, random.int(20, 95)), lastActivity: today, source: account.source, lossReason: null, nextStep: 'Send proposal', test: false,
  }; // prettier-ignore
}
