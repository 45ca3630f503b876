import { type Analysis, type Examined, lacking } from '../analysis.ts';
import { dayOf, keyOf, money, numberOf, textOf } from '../reading/cells.ts';
import { dayFrom, daysBetween } from '../reading/look.ts';
import { either, equals, listOf, within } from '../reading/plans.ts';
import type { Cell, Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';

/** An open deal that nobody has touched for longer is stalled, as the metric `deals_at_risk` has it. */
const STALLED_DAYS = 45;
const HIGH_AMOUNT = 50_000;
const LINKS: Link[] = [
  { kind: 'ENTITY', id: 'Opportunity', label: 'Opportunities' },
  { kind: 'METRIC', id: 'deals_at_risk', label: 'Deals at risk' },
];
const COLUMNS = ['id', 'amount', 'closeDate', 'lastActivityDate', 'stage', 'externalId', 'account.name', 'owner.name', 'nextStep'] as const;
type Column = (typeof COLUMNS)[number];
type Deal = Partial<Record<Column, Cell>>;

/** Open deals that are past their close date, or that nobody works on. */
export const dealsAtRisk: Analysis = {
  name: 'revops.deals-at-risk',
  pilot: 'REVOPS',
  records: true,
  title: 'Deals at risk',
  description: 'Open deals that should have closed already, or that nobody has touched for 45 days.',
  async run(look) {
    const model = await look.model();
    const needs = model.lacks('Opportunity', ['outcome', 'closeDate']);
    if (needs.length > 0) return lacking(...needs);
    const today = dayFrom(look.now);
    const columns = COLUMNS.filter((name) => model.has('Opportunity', name));
    const overdue = within('closeDate', null, today);
    const stalled = model.has('Opportunity', 'lastActivityDate')
      ? [within('lastActivityDate', null, dayFrom(look.now, -STALLED_DAYS))]
      : [];
    const { rows, complete } = await listOf(look, {
      entity: 'Opportunity',
      columns,
      filters: [equals('outcome', ['OPEN']), either(overdue, ...stalled)],
      ...(columns.includes('amount') ? { largest: 'amount' } : {}),
    });
    const deals = rows.map((row): Deal => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])));
    return judgeDeals(deals, today, complete);
  },
};

/** Deals that are open, each overdue or stalled or both. */
export function judgeDeals(deals: readonly Deal[], today: string, complete: boolean): Examined {
  const findings = deals.flatMap((deal): Found[] => {
    const name = textOf(deal.id);
    const overdue = daysPast(deal.closeDate, today, 0);
    const stalled = daysPast(deal.lastActivityDate, today, STALLED_DAYS);
    if (name === null || (overdue === null && stalled === null)) return [];
    return [foundDeal(name, deal, { overdue, stalled })];
  });
  return { findings, complete, examined: deals.length, needs: [] };
}

function daysPast(cell: Cell | undefined, today: string, more: number): number | null {
  const day = dayOf(cell);
  const days = day === null ? null : daysBetween(day, today);
  return days !== null && days > more ? days : null;
}

function foundDeal(name: string, deal: Deal, { overdue, stalled }: { overdue: number | null; stalled: number | null }): Found {
  const amount = numberOf(deal.amount);
  const [stage, account, owner] = [textOf(deal.stage), textOf(deal['account.name']), textOf(deal['owner.name'])];
  const what = account === null || name.includes(account) ? name : `${name} (${account})`;
  const reasons = [
    ...(overdue === null ? [] : [`It should have closed ${overdue} days ago, on ${dayOf(deal.closeDate)}.`]),
    ...(stalled === null ? [] : [`Nobody has touched it for ${stalled} days.`]),
    ...(stage === null ? [] : [`It still stands at ${stage}.`]),
    ...('nextStep' in deal && textOf(deal.nextStep) === null ? ['It has no next step.'] : []),
  ];
  const worth = amount === null ? '' : `, worth ${money(amount)}`;
  return {
    key: keyOf(textOf(deal.externalId) ?? name),
    title: `${what} is at risk`,
    detail: `An open deal${worth}${owner === null ? '' : ` of ${owner}`}: ${reasons[0] ?? ''}`,
    reasons,
    severity: (amount ?? 0) >= HIGH_AMOUNT ? 'HIGH' : overdue !== null && stalled !== null ? 'MEDIUM' : 'LOW',
    measure: { label: 'Days overdue or untouched', value: Math.max(overdue ?? 0, stalled ?? 0), unit: 'DAYS' },
    evidence: {
      columns: [
        { label: 'Deal', unit: null },
        { label: 'Amount', unit: 'MONEY' },
        { label: 'Stage', unit: null },
        { label: 'Close date', unit: null },
        { label: 'Last activity', unit: null },
        { label: 'Owner', unit: null },
      ],
      rows: [[name, amount, stage, dayOf(deal.closeDate), dayOf(deal.lastActivityDate), owner]],
    },
    links: LINKS,
    proposal: ticketAbout({
      intent: `Open a ticket for ${owner ?? 'the owner'} to bring ${what} forward, or to close it`,
      title: `Bring forward or close: ${what}`,
      text: [...reasons, 'Agree on a next step and a new date with the customer, or close the deal as lost.'].join('\n'),
      benefit: amount === null ? null : { value: amount, unit: 'MONEY' },
      touches: 1,
      links: LINKS,
    }),
  };
}
