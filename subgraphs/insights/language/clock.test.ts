import { expect, test } from 'vitest';
import { indexModel } from '../model/model-index.ts';
import { testEntity, testModel, testProfile } from '../model.testkit.ts';
import { clockOf } from './clock.ts';

const events = (name: string, days: string[]) =>
  testEntity({
    name,
    plural: `${name}s`,
    canonical: false,
    title: null,
    attributes: [['date', 'Date', 'DATE', 'DATE']],
    records: days.map((date) => ({ date })),
  });
const clock = (...company: ReturnType<typeof events>[]) => clockOf(indexModel(testModel(company)), testProfile(company), '2025-11-01');

test('data of long ago end on the last day of the month in which most of them do', () => {
  expect(clock(events('Call', ['2024-01-03', '2024-09-12']), events('Bill', ['2024-01-05', '2024-09-28']))).toEqual({
    today: '2024-09-28',
    past: '2024-10-01',
    byData: true,
  });
});

test('figures of months stand for the whole of the last', () => {
  expect(clock(events('Figure', ['2024-01-01', '2024-09-01']))).toEqual({ today: '2024-09-30', past: '2024-10-01', byData: true });
});
