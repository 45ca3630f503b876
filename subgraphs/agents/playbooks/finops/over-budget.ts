import { type Analysis, type Examined, lacking } from '../analysis.ts';
import { cents, counted, keyOf, money, monthBefore, numberOf, textOf } from '../reading/cells.ts';
import { dayFrom } from '../reading/look.ts';
import { filled, groupsOf, within } from '../reading/plans.ts';
import type { Cell, Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';

/** Complete months that are looked at. */
const MONTHS = 3;
/** What is over by less, of the budget or in money a month, is not told. */
const LEAST_SHARE = 0.1;
const LEAST_PER_MONTH = 100;
const HIGH_SHARE = 0.25;
const LINKS: Link[] = [
  { kind: 'ENTITY', id: 'Cost', label: 'Cost entries' },
  { kind: 'METRIC', id: 'overspend', label: 'Overspend' },
];

/** Vendors that cost clearly more than was planned for them. */
export const overBudget: Analysis = {
  name: 'finops.over-budget',
  pilot: 'FINOPS',
  records: true,
  title: 'Over budget',
  description: 'Vendors that cost at least a tenth more than was planned for them in the last three complete months.',
  async run(look) {
    const needs = (await look.model()).lacks('Cost', ['amount', 'date', 'vendor', 'budget']);
    if (needs.length > 0) return lacking(...needs);
    const today = dayFrom(look.now);
    const { rows, complete } = await groupsOf(look, {
      entity: 'Cost',
      by: [{ field: 'vendor' }],
      measures: [{ function: 'SUM', of: 'amount' }, { function: 'SUM', of: 'budget' }, { function: 'COUNT' }],
      filters: [filled('budget'), within('date', `${monthBefore(today, MONTHS)}-01`, `${today.slice(0, 7)}-01`)],
    });
    return judgeOverBudget(rows, complete);
  },
};

/** @param rows [vendor, money, planned money, bills] of the last months, of bills that have a budget */
export function judgeOverBudget(rows: readonly (readonly Cell[])[], complete: boolean): Examined {
  const vendors = new Map<string, { name: string; most: number; spent: number; planned: number; bills: number }>();
  for (const [vendor, spent, planned, bills] of rows) {
    const name = textOf(vendor);
    if (name === null) continue;
    const known = vendors.get(keyOf(name)) ?? { name, most: 0, spent: 0, planned: 0, bills: 0 };
    if ((numberOf(bills) ?? 0) > known.most) Object.assign(known, { name, most: numberOf(bills) });
    known.spent += numberOf(spent) ?? 0;
    known.planned += numberOf(planned) ?? 0;
    known.bills += numberOf(bills) ?? 0;
    vendors.set(keyOf(name), known);
  }
  const findings = [...vendors].flatMap(([key, { name, spent, planned, bills }]): Found[] => {
    const over = cents((spent - planned) / MONTHS);
    const share = planned <= 0 ? 0 : (spent - planned) / planned;
    if (share < LEAST_SHARE || over < LEAST_PER_MONTH) return [];
    const percent = Math.round(share * 100);
    const reasons = [
      `${counted(bills, 'bill')} of the last ${MONTHS} months come to ${money(spent)}; ${money(planned)} were planned.`,
      `That is ${percent} % more than planned, ${money(over)} a month.`,
    ];
    return [
      {
        key,
        title: `${name} is ${percent} % over budget`,
        detail: `${name} costs ${money(over)} a month more than was planned.`,
        reasons,
        severity: share >= HIGH_SHARE ? 'HIGH' : 'MEDIUM',
        measure: { label: 'Over budget', value: over, unit: 'MONEY_PER_MONTH' },
        evidence: {
          columns: [
            { label: 'Vendor', unit: null },
            { label: `Paid in ${MONTHS} months`, unit: 'MONEY' },
            { label: 'Planned', unit: 'MONEY' },
            { label: 'Over', unit: 'PERCENT' },
          ],
          rows: [[name, cents(spent), cents(planned), percent]],
        },
        links: LINKS,
        proposal: ticketAbout({
          intent: `Open a ticket to bring ${name} back to its budget, or to plan for what it costs`,
          title: `${name}: ${money(over)} a month over budget`,
          text: [...reasons, 'Find out what drives it; use less, renegotiate, or change the budget.'].join('\n'),
          benefit: { value: over, unit: 'MONEY_PER_MONTH' },
          touches: 1,
          links: LINKS,
        }),
      },
    ];
  });
  return { findings, complete, examined: rows.length, needs: [] };
}
