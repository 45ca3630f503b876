import { type Analysis, lacking } from '../analysis.ts';
import { cents, dayOf, keyOf, money, numberOf, textOf } from '../reading/cells.ts';
import { dayFrom, daysBetween } from '../reading/look.ts';
import { equals, listOf, within } from '../reading/plans.ts';
import type { Cell, Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';

const AHEAD_DAYS = 60;
const YEARLY = ['year', 'yearly', 'annual', 'annually', '12 months', 'p1y'];
const LINKS: Link[] = [{ kind: 'ENTITY', id: 'Subscription', label: 'Subscriptions' }];

/** Yearly contracts of customers that end or renew soon. */
export const customerRenewals: Analysis = {
  name: 'revops.renewals',
  pilot: 'REVOPS',
  records: true,
  title: 'Renewals ahead',
  description: 'Yearly contracts of customers that renew or end within sixty days.',
  async run(look) {
    const model = await look.model();
    const needs = model.lacks('Subscription', ['renewalDate', 'billingPeriod', 'state']);
    if (needs.length > 0) return lacking(...needs);
    const today = dayFrom(look.now);
    const columns = ['id', 'renewalDate', 'billingPeriod', 'mrr', 'account.name', 'externalId'];
    const known = columns.filter((name) => model.has('Subscription', name));
    const { rows, complete } = await listOf(look, {
      entity: 'Subscription',
      columns: known,
      filters: [equals('state', ['ACTIVE', 'PAST_DUE']), within('renewalDate', today, dayFrom(look.now, AHEAD_DAYS))],
    });
    const contracts = rows.map((row) => Object.fromEntries(known.map((name, at) => [name, row[at] ?? null])));
    return { findings: judgeContracts(contracts, today), complete, examined: rows.length, needs: [] };
  },
};

/** Contracts that renew soon; those that are not yearly renew all the time and are passed over. */
export function judgeContracts(contracts: readonly Readonly<Record<string, Cell>>[], today: string): Found[] {
  return contracts.flatMap((contract): Found[] => {
    const name = textOf(contract['account.name']) ?? textOf(contract['id']);
    const day = dayOf(contract['renewalDate']);
    if (name === null || day === null || !YEARLY.includes(keyOf(textOf(contract['billingPeriod']) ?? ''))) return [];
    const days = daysBetween(today, day);
    const mrr = numberOf(contract['mrr']);
    const worth = mrr === null ? '' : ` ${money(cents(mrr))} a month depend on it.`;
    const reasons = [`The yearly contract renews on ${day}, in ${days} days.`];
    return [
      {
        key: `${keyOf(textOf(contract['externalId']) ?? name)}:${day}`,
        title: `${name} renews on ${day}`,
        detail: `Talk to them before.${worth}`,
        reasons,
        severity: days <= 30 ? 'MEDIUM' : 'LOW',
        measure: { label: 'Contracts to renew', value: 1, unit: 'COUNT' },
        evidence: {
          columns: [{ label: 'Customer', unit: null }, { label: 'Renews on', unit: null }, { label: 'MRR', unit: 'MONEY_PER_MONTH' }], // prettier-ignore
          rows: [[name, day, mrr]],
        },
        links: LINKS,
        proposal: ticketAbout({
          intent: `Open a ticket to prepare the renewal of ${name} on ${day}`,
          title: `Renewal of ${name} on ${day}`,
          text: [...reasons, `Prepare the renewal.${worth}`].join('\n'),
          benefit: mrr === null ? null : { value: cents(mrr), unit: 'MONEY_PER_MONTH' },
          touches: 1,
          links: LINKS,
        }),
      },
    ];
  });
}
