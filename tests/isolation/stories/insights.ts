import type { Story } from './story.ts';

/** Questions and a kept dashboard. */
export const insights: Story = {
  name: 'insights',
  async live({ canary, run, notes }) {
    const SAVE = 'mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id } } } }';
    const { saveDashboard } = await run<{ saveDashboard: { dashboard: { id: string } } }>(SAVE, {
      input: {
        title: `${canary} board`,
        sentence: `${canary} overview`,
        persona: 'CFO',
        widgets: [
          { title: `${canary} orders`, kind: 'KPI', question: `orders of ${canary} account 1`, layout: { x: 0, y: 0, w: 3, h: 2 } },
        ],
      },
    });
    notes.set('board', saveDashboard.dashboard.id);
  },
  recipes: ({ canary, notes }, known) => ({
    'Query.ask.question': [
      // Alone it is asked back which number is meant; after an answer it is a whole question.
      'and in 2025?',
      'How many accounts do we have?',
      'What is our revenue by industry?',
      'revenue in November 2025 compared to October 2025',
      'Where do the wugs flurb?',
      'What is our churn?',
      'Do we have more than 3 accounts?',
    ],
    'Query.ask.persona': ['CFO'],
    'Query.ask.after': known.of('Answer.id').slice(0, 2),
    'Query.answer.id': known.of('Answer.id'),
    'Query.suggest.text': ['rev', canary.slice(0, 5)],
    'Query.generateDashboard.sentence': ['overview', 'Where do the wugs flurb?'],
    'Query.generateDashboard.persona': ['CFO'],
    'SaveDashboardInput.id': [notes.get('board') ?? ''],
    'SaveDashboardInput.title': ['Ours'],
    'SaveDashboardInput.sentence': ['overview'],
    'SaveDashboardInput.widgets': [[{ title: 'Orders', kind: 'KPI', question: 'orders', layout: { x: 0, y: 0, w: 3, h: 2 } }]],
  }),
  restless: {
    'Query.generateDashboard': 'what it is made of changes as probes change the records',
    'Query.dashboard': 'the same, by the id of a generated one; kept ones are compared as Query.dashboards shows them',
    Dashboard: 'the same, asked for as an entity',
  },
  exempt: { DashboardConflict: 'only for an older version of one’s own; tried in dashboards.test.ts' },
};
