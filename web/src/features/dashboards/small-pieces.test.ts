import { expect, test } from 'vitest';
import { listed } from './list-order.ts';
import { splitsOf } from './menu-offers.ts';
import { readPicks, togglePick, writePicks } from './picks.ts';
import { wishText } from './refine-widget.ts';

test('picks come back from the address as they went; what is none is passed over', () => {
  const picks = [
    { widget: 'a', value: 'EMEA~west' },
    { widget: 'b', value: 'May 2017' },
  ];
  expect(readPicks(writePicks(picks))).toEqual(picks);
  expect(readPicks(['', '~x', 'a~', 'nothing'])).toEqual([]);
});

test('a value picked again is let go of, and another of the same widget takes its place', () => {
  const one = togglePick([], { widget: 'a', value: 'EMEA' });
  expect(togglePick(one, { widget: 'a', value: 'EMEA' })).toEqual([]);
  expect(togglePick(one, { widget: 'a', value: 'APAC' })).toEqual([{ widget: 'a', value: 'APAC' }]);
});

test('a dashboard is found by its name, its sentence, its persona or a widget, with accents or without', () => {
  const board = (title: string, updatedAt: string, who: string, widgets: string[]) => ({
    title,
    sentence: '',
    persona: null,
    updatedAt,
    createdBy: { id: who, displayName: who },
    widgets: widgets.map((each) => ({ title: each })),
  });
  const all = [board('Umsätze', '2026-01-01', 'me', ['Churn']), board('Board', '2026-02-01', 'you', ['MRR', 'ARR'])];
  const find = (search: string, sort = '', mine: string | null = null) => listed(all, { search, sort, mine }).map(({ title }) => title);
  expect(find('umsatze')).toEqual(['Umsätze']);
  expect(find('mrr arr')).toEqual(['Board']);
  expect(find('')).toEqual(['Board', 'Umsätze']);
  expect(find('', 'name')).toEqual(['Board', 'Umsätze']);
  expect(find('', '', 'me')).toEqual(['Umsätze']);
});

test('splits are dimensions of a few values, once each, and those of the calendar', () => {
  const dimensions = [
    { label: 'Account: Region', values: 3 },
    { label: 'Region', values: 3 },
    { label: 'Account: Name', values: 400 },
    { label: 'Currency', values: 1 },
    { label: 'Date', values: null },
  ];
  expect(splitsOf(dimensions)).toEqual(['Region', 'Month', 'Quarter', 'Year']);
});

test('a wish is said so that it can only mean the one widget', () => {
  expect(wishText({ kind: 'split', by: 'Region' }, 'Revenue')).toBe('split "Revenue" by Region');
  expect(wishText({ kind: 'compare', with: null }, 'Revenue')).toBe('remove the comparison');
});
