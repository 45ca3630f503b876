import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOverview } from './phrase.ts';

const TODAY = '2023-06-01';

test.each<[string, string | null, string | null, string | null, string]>([
  ['2017 results', 'RESULTS', '2017', null, ''],
  ['Show me the results for Q3 2022, please', 'RESULTS', 'Q3 2022', null, ''],
  ['how did we do last year?', 'RESULTS', 'last year', null, ''],
  ['How are we doing?', 'RESULTS', null, null, ''],
  ['how was 2021', 'RESULTS', '2021', null, ''],
  ['how has the business been doing this year', 'RESULTS', 'this year', null, ''],
  ['CFO dashboard', 'DASHBOARD', null, 'CFO', ''],
  ['give me a dashboard for the COO', 'DASHBOARD', null, 'COO', ''],
  ["the CRO's overview of Q2 2021", 'DASHBOARD', 'Q2 2021', 'CRO', ''],
  ['sales overview', 'DASHBOARD', null, null, 'sales'],
  ['a dashboard about win rate by sales agent', 'DASHBOARD', null, null, 'win rate by sales agent'],
  ['Build me a support dashboard for 2022', 'DASHBOARD', '2022', null, 'support'],
  ['our key metrics', 'DASHBOARD', null, null, ''],
  ['sales performance in 2021', 'RESULTS', '2021', null, 'sales'],
  ['Customers', null, null, null, 'Customers'],
  ['what is our win rate?', null, null, null, 'win rate'],
  ['revenue by month', null, null, null, 'revenue by month'],
])('%s', (sentence, head, period, persona, topic) => {
  const phrase = readOverview(sentence, TODAY);
  expect({ head: phrase.head, period: phrase.period?.label ?? null, persona: phrase.persona, topic: phrase.topic }).toEqual({
    head,
    period,
    persona,
    topic,
  });
});

test('what everything is split by is no topic', () => {
  expect(readOverview('2017 results by region', TODAY)).toMatchObject({ head: 'RESULTS', topic: '', by: 'region' });
  expect(readOverview('win rate by agent', TODAY)).toMatchObject({ topic: 'win rate by agent', by: null });
});

test('any text is read without failing, in short time', () => {
  fc.assert(fc.property(fc.string({ maxLength: 1_000 }), (text) => void readOverview(text, TODAY)));
  const started = performance.now();
  for (const text of ['the '.repeat(250), 'of,'.repeat(333), 'how did we '.repeat(90), '   '.repeat(330)]) readOverview(text, TODAY);
  expect(performance.now() - started).toBeLessThan(1_000);
});
