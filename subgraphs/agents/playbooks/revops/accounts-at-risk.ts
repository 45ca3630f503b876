import { type Analysis, lacking } from '../analysis.ts';
import { cents, keyOf, money, monthBefore } from '../reading/cells.ts';
import { dayFrom, type Look } from '../reading/look.ts';
import type { Model } from '../reading/model.ts';
import { equals, groupsOf, type Rows, within } from '../reading/plans.ts';
import type { Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';
import { type Signal, billingSignals, healthSignals, named, supportSignals, usageSignals } from './signals.ts';

/** Days that are looked back. */
const DAYS = 60;
/** So many of the four kinds of signals make an account at risk. */
const LEAST_SIGNALS = 2;
const LINKS: Link[] = [{ kind: 'ENTITY', id: 'Account', label: 'Accounts' }];
const BY_ACCOUNT = [{ field: 'account.id', entity: 'Account' }] as const;

/** Customers whose health, support, billing and usage together say that they may leave. */
export const accountsAtRisk: Analysis = {
  name: 'revops.accounts-at-risk',
  pilot: 'REVOPS',
  records: true,
  title: 'Accounts at risk',
  description: 'Customers of whom at least two of health, support, billing and usage look bad.',
  async run(look) {
    const model = await look.model();
    const sources = SOURCES.filter(({ entity, fields }) => model.lacks(entity, ['account.id', ...fields]).length === 0);
    if (sources.length < LEAST_SIGNALS)
      return lacking({
        what: 'At least two of: health scores, tickets with service levels, invoices, usage, each by account',
        todo: 'Connect the systems that hold them, and map their account.',
      });
    const told = await Promise.all(sources.map(async (source) => ({ source, ...(await source.read(look)) })));
    const signals = told.flatMap(({ source, rows }) => source.judge(rows));
    const worth = await monthlyRevenue(look, model);
    return {
      findings: judgeAccounts(signals, worth),
      complete: told.every(({ complete }) => complete),
      examined: new Set(told.flatMap(({ rows }) => rows.map(([account]) => account))).size,
      needs: [],
    };
  },
};

interface Source {
  entity: string;
  fields: readonly string[];
  read(look: Look): Promise<Rows>;
  judge(rows: Rows['rows']): [string, Signal][];
}

const SOURCES: readonly Source[] = [
  {
    entity: 'Health',
    fields: ['score', 'date'],
    read: (look) =>
      groupsOf(look, { entity: 'Health', by: BY_ACCOUNT, measures: [{ function: 'AVERAGE', of: 'score' }], filters: [within('date', dayFrom(look.now, -DAYS), null)] }), // prettier-ignore
    judge: healthSignals,
  },
  {
    entity: 'Ticket',
    fields: ['slaBreached', 'openedAt'],
    read: (look) =>
      groupsOf(look, { entity: 'Ticket', by: BY_ACCOUNT, measures: [{ function: 'COUNT' }], filters: [equals('slaBreached', [true]), within('openedAt', dayFrom(look.now, -DAYS), null)] }), // prettier-ignore
    judge: (rows) => supportSignals(rows, DAYS),
  },
  {
    entity: 'Revenue',
    fields: ['settlement', 'amount'],
    read: (look) =>
      groupsOf(look, { entity: 'Revenue', by: BY_ACCOUNT, measures: [{ function: 'SUM', of: 'amount' }, { function: 'COUNT' }], filters: [equals('settlement', ['OVERDUE'])] }), // prettier-ignore
    judge: billingSignals,
  },
  {
    entity: 'Usage',
    fields: ['quantity', 'date'],
    // Complete months: usage often comes by the month, and a month that runs is always less.
    read: (look) => {
      const month = (back: number): string => `${monthBefore(dayFrom(look.now), back)}-01`;
      const of = (from: number, to: number) =>
        ({ function: 'SUM', of: 'quantity', filters: [within('date', month(from), month(to))] }) as const;
      return groupsOf(look, {
        entity: 'Usage',
        by: BY_ACCOUNT,
        measures: [of(2, 0), of(4, 2)],
        filters: [within('date', month(4), month(0))],
      });
    },
    judge: usageSignals,
  },
];

async function monthlyRevenue(look: Look, model: Model): Promise<ReadonlyMap<string, number>> {
  if (model.lacks('Subscription', ['account.id', 'mrr', 'state']).length > 0) return new Map();
  const running = equals('state', ['ACTIVE', 'PAST_DUE']);
  const { rows } = await groupsOf(look, {
    entity: 'Subscription',
    by: BY_ACCOUNT,
    measures: [{ function: 'SUM', of: 'mrr' }],
    filters: [running],
  });
  return new Map(named(rows).map(({ account, numbers: [mrr] }) => [keyOf(account), mrr ?? 0]));
}

/** @param worth monthly recurring revenue by key of the account */
export function judgeAccounts(signals: readonly (readonly [string, Signal])[], worth: ReadonlyMap<string, number>): Found[] {
  const accounts = Map.groupBy(signals, ([account]) => keyOf(account));
  return [...accounts].flatMap(([key, own]): Found[] => {
    const kinds = new Map(own.map(([, signal]) => [signal.kind, signal.reason]));
    const name = own[0]?.[0];
    if (name === undefined || kinds.size < LEAST_SIGNALS) return [];
    const mrr = cents(worth.get(key) ?? 0);
    const reasons = [...kinds.values()];
    const stake = mrr > 0 ? ` ${money(mrr)} a month are at stake.` : '';
    return [
      {
        key,
        title: `${name} may leave`,
        detail: `${reasons.length} of health, support, billing and usage look bad.${stake}`,
        reasons,
        severity: kinds.size >= 3 ? 'HIGH' : 'MEDIUM',
        measure: { label: 'Bad signals', value: kinds.size, unit: 'COUNT' },
        evidence: {
          columns: [
            { label: 'Signal', unit: null },
            { label: 'Why', unit: null },
          ],
          rows: [...kinds].map(([kind, reason]) => [kind, reason]),
        },
        links: LINKS,
        proposal: ticketAbout({
          intent: `Open a ticket for somebody to look after ${name}`,
          title: `Look after ${name}`,
          text: [...reasons, ...(mrr > 0 ? [stake.trim()] : []), 'Call them, and agree on what is to change.'].join('\n'),
          benefit: mrr > 0 ? { value: mrr, unit: 'MONEY_PER_MONTH' } : null,
          touches: 1,
          links: LINKS,
        }),
      },
    ];
  });
}
