import type { Story } from './story.ts';

const MOMENT = 'of some steps only; tried in insights/ask/ask-progress.test.ts';

/** Answers and dashboards that are told step by step while they are made. */
export const progress: Story = {
  name: 'progress',
  async live({ run }) {
    // What was made once is there at the first step of the next.
    await run('{ generateDashboard(sentence: "2025 results") { __typename } }');
    await run('{ askProgress(question: "How many accounts do we have?") { stage } }');
  },
  recipes: () => ({
    'Query.dashboardProgress.sentence': ['2025 results', 'wug flurbs of nobody'],
    'Query.dashboardProgress.after': [],
    'Query.askProgress.question': ['How many accounts do we have?', 'What is our revenue by account?'],
    'Query.askProgress.follows': [],
    'Query.askProgress.after': [],
  }),
  fleeting: {
    'DashboardProgress.title': 'once it is known; tried in insights/dashboards/progress.test.ts',
    'DashboardProgress.widgets': 'once they are found; tried in insights/dashboards/progress.test.ts',
    'DashboardProgress.ready': 'of some steps only; tried in insights/dashboards/progress.test.ts',
    'DashboardProgress.dashboard': 'of the last steps only; tried in insights/dashboards/progress.test.ts',
    'DashboardProgress.declined': 'of what cannot be made; tried in insights/dashboards/progress.test.ts',
    WidgetProgress: 'as DashboardProgress.widgets',
    'AskProgress.result': MOMENT,
    'AskProgress.answerId': MOMENT,
    'AskProgress.written': 'where a language model is set up; tried in insights/ask/ask-progress.test.ts',
    'AskProgress.steps': MOMENT,
    AskStep: MOMENT,
  },
  restless: {
    'Query.dashboardProgress': 'tells how far it has come; what it tells is probed as that of `generateDashboard`',
    'Query.askProgress': 'tells how far it has come; what it tells is probed as that of `ask`',
  },
};
