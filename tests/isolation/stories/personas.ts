import type { Story } from './story.ts';

const SAVE = 'mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { __typename } }';
const SHORT = 'of data that goes back far enough only; tried in insights/galaxy/galaxy.test.ts';

/** What each persona looks at first: their questions and numbers, and a dashboard of their own. */
export const personas: Story = {
  name: 'personas',
  async live({ canary, run }) {
    const widgets = [
      { title: `${canary} revenue`, kind: 'DONUT', question: 'What is our revenue by account?', layout: { x: 0, y: 0, w: 3, h: 3 } },
    ];
    await run(SAVE, { input: { title: `${canary} of the CFO`, sentence: '', persona: 'CFO', widgets } });
  },
  recipes: () => ({
    'Query.personaHome.persona': ['CFO', 'CTO'],
    'PersonaHome.alerts.first': [5],
    'PersonaHome.dashboards.first': [5],
    'Answer.galaxy.first': [12],
  }),
  fleeting: {
    'PersonaHome.alerts': 'once a watch has found something about a metric of theirs; tried in insights/watch/watch.test.ts',
    'Headline.delta': SHORT,
    'Headline.trend': SHORT,
    'Headline.period': SHORT,
    'GalaxyNode.delta': SHORT,
    'GalaxyEdge.correlation': SHORT,
    Correlation: SHORT,
    'Declined.id': 'of a question that was read as words; tried in insights/verified/verified.test.ts',
    'ChartEncoding.series': 'of answers by two things; tried in insights/dashboards/refine/chart-kinds.test.ts',
    'WidgetView.series': 'of results with two things to group by; tried in insights/dashboards/operations/operations.test.ts',
  },
};
