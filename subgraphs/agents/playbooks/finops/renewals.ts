import { type Analysis, lacking } from '../analysis.ts';
import { cents, median, money } from '../reading/cells.ts';
import { dayFrom, daysBetween } from '../reading/look.ts';
import type { Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';
import { type VendorSpend, vendorSpend } from './vendor-spend.ts';

/** Months between payments that tell a contract which renews. */
const CADENCES = [12, 6, 3] as const;
/** A renewal is told when it is at most so far ahead, or so overdue. */
const AHEAD_DAYS = 60;
const BEHIND_DAYS = 15;
const LEAST_MONEY = 500;
const LINKS: Link[] = [{ kind: 'ENTITY', id: 'Cost', label: 'Cost entries' }];

/** What is paid every three, six or twelve months, and is due soon. */
export const vendorRenewals: Analysis = {
  name: 'finops.renewals',
  pilot: 'FINOPS',
  records: true,
  title: 'Renewal calendar',
  description: 'Contracts that are paid every quarter, half-year or year and are due within sixty days.',
  async run(look) {
    const needs = (await look.model()).lacks('Cost', ['amount', 'date', 'vendor']);
    if (needs.length > 0) return lacking(...needs);
    const { vendors, complete, examined } = await vendorSpend(look);
    return { findings: judgeRenewals(vendors, dayFrom(look.now)), complete, examined, needs: [] };
  },
};

/** Vendors whose payments lie evenly apart and whose next one is near. */
export function judgeRenewals(vendors: readonly VendorSpend[], today: string): Found[] {
  return vendors.flatMap((vendor): Found[] => {
    const months = [...vendor.months.keys()];
    const gaps = months.slice(1).map((month, at) => monthsApart(months[at] ?? month, month));
    const last = months.at(-1);
    const cadence = CADENCES.find((each) => gaps.length > 0 && gaps.every((gap) => gap === each));
    if (cadence === undefined || last === undefined) return [];
    const due = `${addMonths(last, cadence)}-01`;
    const days = daysBetween(today, due);
    const amount = cents(median([...vendor.months.values()]));
    if (days > AHEAD_DAYS || days < -BEHIND_DAYS || amount < LEAST_MONEY) return [];
    return [foundRenewal(vendor, { cadence, due, days, amount })];
  });
}

function foundRenewal(
  { key, name, months }: VendorSpend,
  { cadence, due, days, amount }: { cadence: number; due: string; days: number; amount: number },
): Found {
  const month = due.slice(0, 7);
  const reasons = [`It was paid every ${cadence} months, ${money(amount)} each time.`, `So the next payment is due in ${month}.`];
  return {
    key: `${key}:${month}`,
    title: `${name} renews in ${month} for about ${money(amount)}`,
    detail: `Decide before it renews whether ${name} is still needed, and at which price.`,
    reasons,
    severity: days <= 30 ? 'HIGH' : 'MEDIUM',
    measure: { label: 'Renewal', value: amount, unit: 'MONEY' },
    evidence: {
      columns: [
        { label: 'Month', unit: null },
        { label: 'Paid', unit: 'MONEY' },
      ],
      rows: [...months].slice(-12).map(([at, value]) => [at, cents(value)]),
    },
    links: LINKS,
    proposal: ticketAbout({
      intent: `Open a ticket to decide about the renewal of ${name} in ${month}`,
      title: `${name} renews in ${month} for about ${money(amount)}`,
      text: [...reasons, 'Decide whether it is still needed; negotiate or give notice in time.'].join('\n'),
      benefit: { value: amount, unit: 'MONEY' },
      touches: 1,
      links: LINKS,
    }),
  };
}

function monthsApart(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

function addMonths(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}
