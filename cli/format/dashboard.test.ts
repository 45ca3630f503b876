import { expect, test } from 'vitest';
import { dashboardJson } from '../commands/dashboard-json.ts';
import type { Dashboard, Widget } from '../graph/dashboard.ts';
import { dashboardText } from './dashboard.ts';
import { style } from './style.ts';

const answer = {
  __typename: 'Answer' as const,
  text: 'Revenue in 2017 was 49,000.50.',
  value: 49_000.5,
  unit: 'MONEY',
  formattedValue: '49,000.50',
  delta: { absolute: 9_000, relative: 0.225, versus: '2016', previousValue: 40_000.5 },
  trend: { direction: 'IMPROVING' as const, change: 0.225 },
  columns: [{ name: 'm0', label: 'Revenue', unit: 'MONEY', type: 'MONEY' }],
  rows: [[49_000.5]],
  truncated: false,
  confidence: { score: 0.95, tier: 'HIGH' as const },
};
const widget = (over: Partial<Widget>): Widget => ({
  id: 'w1',
  title: 'Revenue',
  kind: 'KPI',
  question: 'revenue in 2017',
  layout: { x: 0, y: 0, w: 6, h: 2 },
  operation: { query: 'query WidgetAnswer { ask }', variables: { question: 'revenue in 2017' }, operationName: 'WidgetAnswer' },
  result: answer,
  ...over,
});
const dashboard: Dashboard = {
  __typename: 'Dashboard',
  id: 'd1',
  title: '2017 results',
  sentence: '2017 results',
  persona: null,
  text: 'Revenue in 2017 was 49,000.50.',
  widgets: [
    widget({}),
    widget({
      id: 'w2',
      title: 'Revenue by sector',
      kind: 'BAR',
      question: 'revenue by sector in 2017',
      result: {
        ...answer,
        columns: [{ name: 'd0', label: 'Sector', unit: null, type: 'TEXT' }, ...answer.columns],
        rows: [
          ['retail\u001B[2J', 30_000.5],
          ['courier', 19_000],
        ],
      },
    }),
    widget({ id: 'w3', title: 'Churn', result: { __typename: 'Declined', text: 'Churn cannot be computed.' } }),
  ],
};

test('a dashboard is its numbers in one table, then each breakdown; data cannot write on the terminal', () => {
  expect(dashboardText(dashboard, style(false))).toMatchInlineSnapshot(`
    "2017 results

    Revenue in 2017 was 49,000.50.

      Number                       Value  Change                          Confidence
      ───────  ─────────────────────────  ──────────────────────────────  ──────────
      Revenue                  49,000.50  +22.5 % versus 2016, improving  high
      Churn    Churn cannot be computed.

    Revenue by sector  revenue by sector in 2017
      Sector        Revenue
      ──────────  ─────────
      retail [2J  30,000.50
      courier     19,000.00"
  `);
});

test('its JSON has the numbers of each widget beside it, and null with the reason where there are none', () => {
  const { widgets } = dashboardJson(dashboard) as { widgets: Record<string, unknown>[] };
  expect(widgets[0]).toMatchObject({
    id: 'w1',
    kind: 'KPI',
    value: 49_000.5,
    formattedValue: '49,000.50',
    rows: [[49_000.5]],
    layout: { w: 6 },
  });
  expect(widgets[0]?.['operation']).toMatchObject({ operationName: 'WidgetAnswer' });
  expect(widgets[2]).toMatchObject({ value: null, formattedValue: null, rows: [], text: 'Churn cannot be computed.' });
});
