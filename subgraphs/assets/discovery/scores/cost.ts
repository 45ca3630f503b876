import { scaled } from '../known/currencies.ts';
import { largest, type Sum } from '../profile/money.ts';
import type { Profile } from '../profile/profile.ts';
import { counted, dayText, listed, moneyText } from '../words.ts';
import { magnitude, type Part, type Score, scoreOf } from './score.ts';
import { SPEND, SPEND_PER_USER, WEIGHTS } from './weights.ts';

/** How much an asset costs and how much of it is wasted. Of sums in several currencies the largest counts: they are never added up. */
export function costOf(profile: Profile): Score {
  const { contracted, paid } = profile.money;
  return scoreOf(WEIGHTS.cost, {
    CONTRACT: spend(contracted, (sums) => `Contracts that run come to ${sums} a year.`),
    TRANSACTIONS: spend(paid, (sums) => `${sums} was paid in the last twelve months.`),
    USAGE: usage(profile),
    WASTE: waste(profile),
  });
}

const sumsText = (sums: readonly Sum[]): string => listed(sums.map(({ amount, currency }) => moneyText(amount, currency)));

function spend(sums: readonly Sum[], says: (sums: string) => string): Part {
  const most = largest(sums);
  return most === null
    ? NOTHING
    : { share: magnitude(scaled(most.amount, most.currency), SPEND.least, SPEND.most), says: says(sumsText(sums)) };
}

function usage({ money, activeUsers, usersKnown }: Profile): Part {
  const most = largest([...money.contracted, ...money.paid]);
  if (most === null || !usersKnown) return NOTHING;
  const each = most.amount / Math.max(1, activeUsers);
  const share = magnitude(scaled(each, most.currency), SPEND_PER_USER.least, SPEND_PER_USER.most);
  return { share, says: `That is ${moneyText(each, most.currency)} a year for each of ${counted(activeUsers, 'active user')}.` };
}

/** All that is paid for what is not used any more; else seats that nobody sits on. */
function waste({ money, judged: { activity }, activeUsers, usersKnown, lastAt }: Profile): Part {
  const most = largest([...money.contracted, ...money.paid]);
  if (most === null) return NOTHING;
  const paid = moneyText(most.amount, most.currency);
  if (activity === 'STALE')
    return { share: 1, says: `${paid} a year is paid, and it was used last ${lastAt === null ? 'long ago' : `on ${dayText(lastAt)}`}.` };
  if (!usersKnown || money.seats <= 0) return NOTHING;
  const empty = Math.max(0, money.seats - activeUsers);
  return { share: empty / money.seats, says: `${counted(empty, 'seat')} of ${money.seats} are paid for and not used.` };
}

const NOTHING: Part = { share: 0, says: '' };
