import { expect, test } from 'vitest';
import { STALLED_DAYS } from './opportunities.ts';
import { SEED, companyAsOf } from './company.ts';
import { addDays } from './calendar.ts';
import { mrrOf } from './subscriptions.ts';

const DAY = new Date('2026-11-21T15:00:00Z');
const company = companyAsOf(DAY);
const sum = <T>(rows: readonly T[], of: (row: T) => number): number => Math.round(rows.reduce((total, row) => total + of(row), 0));

test('the same day gives the same company, to the cent', () => {
  expect(companyAsOf(DAY)).toEqual(company);
  const counts = Object.fromEntries(Object.entries(company).flatMap(([name, rows]) => (Array.isArray(rows) ? [[name, rows.length]] : [])));
  expect({
    ...counts,
    mrrCents: sum(company.subscriptions, (one) => mrrOf(one, company.today)),
    invoicedCents: sum(company.invoices, (one) => one.subtotal),
    wonDollars: sum(company.opportunities, (one) => (one.stage === 'Closed Won' ? (one.amount ?? 0) : 0)),
    costDollars: sum(company.costs, (one) => one.amount),
    usage: sum(company.usage, (one) => one.quantity),
  }).toMatchInlineSnapshot(`
    {
      "accounts": 413,
      "contacts": 810,
      "costDollars": 28687005,
      "costs": 1138,
      "health": 3626,
      "incidents": 126,
      "invoicedCents": 2660079200,
      "invoices": 7017,
      "mrrCents": 134679100,
      "opportunities": 1500,
      "people": 19,
      "removed": 0,
      "subscriptions": 456,
      "tickets": 4000,
      "usage": 1320922668,
      "vendors": 23,
      "wonDollars": 11114550,
    }
  `);
});

test('another seed gives another company', () => {
  expect(companyAsOf(DAY, `${SEED}2`).accounts[0]?.name).not.toEqual(company.accounts[0]?.name);
});

test('nothing happens after today, and this month has something of everything', () => {
  const month = company.today.toISOString().slice(0, 7);
  const dates = {
    opportunities: company.opportunities.map(({ created }) => created),
    invoices: company.invoices.map(({ created }) => created),
    tickets: company.tickets.map(({ created }) => created),
    costs: company.costs.map(({ date }) => date),
    usage: company.usage.map(({ month: first }) => first),
    health: company.health.map(({ month: first }) => first),
  };
  for (const [name, of] of Object.entries(dates)) {
    expect
      .soft(
        of.filter((date) => date > addDays(company.today, 1)),
        name,
      )
      .toEqual([]);
    expect.soft(of.filter((date) => date.toISOString().startsWith(month)).length, name).toBeGreaterThan(10);
  }
});

test('its stories can be found in it: the cloud is over budget, deals are at risk, unhappy customers leave', () => {
  const cloud = company.costs.filter(({ vendor }) => vendor?.toLowerCase() === 'nimbus cloud');
  expect(sum(cloud, ({ amount }) => amount)).toBeGreaterThan(1.1 * sum(cloud, ({ budget }) => budget ?? 0));
  const open = company.opportunities.filter(({ stage }) => !stage.startsWith('Closed'));
  expect(open.filter(({ close }) => close < company.today).length).toBeGreaterThan(30);
  expect(open.filter(({ lastActivity }) => lastActivity < addDays(company.today, -STALLED_DAYS)).length).toBeGreaterThan(30);
  const moods = (left: boolean): number[] =>
    company.subscriptions.filter(({ end }) => (end !== null) === left).map(({ account }) => company.accounts[account]?.mood ?? 0);
  const mean = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0) / list.length;
  expect(mean(moods(true))).toBeLessThan(mean(moods(false)) - 0.2);
});
