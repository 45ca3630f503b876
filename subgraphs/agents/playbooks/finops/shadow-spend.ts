import type { Analysis, Examined } from '../analysis.ts';
import { lacking } from '../analysis.ts';
import { cents, counted, keyOf, money, monthBefore, numberOf, textOf } from '../reading/cells.ts';
import { dayFrom } from '../reading/look.ts';
import { blank, groupsOf, within } from '../reading/plans.ts';
import type { Cell, Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';

/** Complete months that are looked at. */
const MONTHS = 3;
/** A vendor is told when nothing of it is budgeted and it costs at least so much a month. */
const LEAST_PER_MONTH = 50;
/** Where fewer of a hundred costs have a budget, nobody budgets and nothing is shadow spend. */
const LEAST_BUDGETED = 0.3;
const HIGH_PER_MONTH = 2_000;
const LINKS: Link[] = [
  { kind: 'ENTITY', id: 'Cost', label: 'Cost entries' },
  { kind: 'METRIC', id: 'unplanned_costs', label: 'Unplanned costs' },
];

/** Vendors that are paid though nobody planned for them. */
export const shadowSpend: Analysis = {
  name: 'finops.shadow-spend',
  pilot: 'FINOPS',
  records: true,
  title: 'Shadow spend',
  description: 'Vendors that are paid though no budget plans for them, where other costs have one.',
  async run(look) {
    const needs = (await look.model()).lacks('Cost', ['amount', 'date', 'vendor', 'budget']);
    if (needs.length > 0) return lacking(...needs);
    const today = dayFrom(look.now);
    const { rows, complete } = await groupsOf(look, {
      entity: 'Cost',
      by: [{ field: 'vendor' }],
      measures: [
        { function: 'SUM', of: 'amount' },
        { function: 'COUNT' },
        { function: 'SUM', of: 'amount', filters: [blank('budget')] },
        { function: 'COUNT', filters: [blank('budget')] },
      ],
      filters: [within('date', `${monthBefore(today, MONTHS)}-01`, `${today.slice(0, 7)}-01`)],
    });
    return judgeShadowSpend(rows, complete);
  },
};

interface Vendor {
  /** As it is written on most bills. */
  name: string;
  most: number;
  amount: number;
  bills: number;
  unplanned: number;
  unplannedBills: number;
}

/** @param rows [vendor, money, bills, money without a budget, bills without a budget] of the last months */
export function judgeShadowSpend(rows: readonly (readonly Cell[])[], complete: boolean): Examined {
  const vendors = new Map<string, Vendor>();
  for (const [vendor, amount, bills, unplanned, unplannedBills] of rows) {
    const name = textOf(vendor);
    if (name === null) continue;
    const known = vendors.get(keyOf(name)) ?? { name, most: 0, amount: 0, bills: 0, unplanned: 0, unplannedBills: 0 };
    if ((numberOf(bills) ?? 0) > known.most) Object.assign(known, { name, most: numberOf(bills) });
    known.amount += numberOf(amount) ?? 0;
    known.bills += numberOf(bills) ?? 0;
    known.unplanned += numberOf(unplanned) ?? 0;
    known.unplannedBills += numberOf(unplannedBills) ?? 0;
    vendors.set(keyOf(name), known);
  }
  const all = [...vendors.values()];
  const bills = all.reduce((sum, each) => sum + each.bills, 0);
  const planned = bills - all.reduce((sum, each) => sum + each.unplannedBills, 0);
  if (bills === 0 || planned / bills < LEAST_BUDGETED)
    return lacking({ what: 'Budgets of most cost entries', todo: 'Plan costs in the source, so that what nobody planned stands out.' });
  const findings = [...vendors].flatMap(([key, vendor]): Found[] => {
    const perMonth = cents(vendor.unplanned / MONTHS);
    if (vendor.unplannedBills < vendor.bills || perMonth < LEAST_PER_MONTH) return [];
    return [foundVendor(key, vendor, perMonth, planned / bills)];
  });
  return { findings, complete, examined: bills, needs: [] };
}

function foundVendor(key: string, { name, amount, bills }: Vendor, perMonth: number, budgeted: number): Found {
  const title = `${name} is paid without a budget`;
  const reasons = [
    `${counted(bills, 'bill')} of the last ${MONTHS} months, ${money(amount)} in all, and none of them has a budget.`,
    `${Math.round(budgeted * 100)} % of all bills of those months have one.`,
  ];
  return {
    key,
    title,
    detail: `About ${money(perMonth)} a month goes to ${name}, and nobody planned for it.`,
    reasons,
    severity: perMonth >= HIGH_PER_MONTH ? 'HIGH' : 'MEDIUM',
    measure: { label: 'Unplanned spend', value: perMonth, unit: 'MONEY_PER_MONTH' },
    evidence: {
      columns: [
        { label: 'Vendor', unit: null },
        { label: `Paid in ${MONTHS} months`, unit: 'MONEY' },
        { label: 'Bills', unit: 'COUNT' },
        { label: 'Bills with a budget', unit: 'COUNT' },
      ],
      rows: [[name, cents(amount), bills, 0]],
    },
    links: LINKS,
    proposal: ticketAbout({
      intent: `Open a ticket to decide about ${name}: approve it with a budget and an owner, or cancel it`,
      title: `Decide about ${name}: ${money(perMonth)} a month without a budget`,
      text: [...reasons, 'Approve it with a budget and an owner, or cancel it.'].join('\n'),
      benefit: { value: perMonth, unit: 'MONEY_PER_MONTH' },
      touches: 1,
      links: LINKS,
    }),
  };
}
