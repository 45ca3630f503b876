import { streamCursor } from '../../../subgraphs/kernel/events/stream-cursor.ts';
import { eventually } from '../../testkit/eventually.ts';
import type { Story } from './story.ts';

const RATIO = 'of ratios only; tried in insights/analysis/analysis.test.ts';
const STEADY = 'where a number is not steady; tried in insights/analysis/analysis.test.ts';
const WATCH = { name: 'a watch', metric: 'orders', kind: 'THRESHOLD', direction: 'ABOVE', threshold: 0, grain: 'MONTH' };

/** Answers somebody stands for and says something of, and a metric that is watched and found to stand out. */
export const answers: Story = {
  name: 'answers',
  async live({ run, canary }) {
    const ask = async (question: string): Promise<string> => {
      const { ask: answer } = await run<{ ask: { id: string } }>(
        'query ($question: String!) { ask(question: $question) { ... on Answer { id } } }',
        {
          question,
        },
      );
      return answer.id;
    };
    const verify = (id: string, note: string): Promise<{ verifyAnswer: { verified: { id: string } } }> =>
      run('mutation ($id: ID!, $note: String) { verifyAnswer(id: $id, note: $note) { ... on AnswerVerified { verified { id } } } }', {
        id,
        note,
      });
    await verify(await ask('How many accounts do we have?'), `${canary} stands for it`);
    const gone = await verify(await ask('how many orders in 2025'), canary);
    await run('mutation ($id: ID!) { removeVerifiedAnswer(id: $id) { __typename } }', gone.verifyAnswer.verified);
    const rate = async (question: string, correction: string): Promise<string> => {
      const id = await ask(question);
      const { rateAnswer } = await run<{ rateAnswer: { feedback: { id: string } } }>(
        'mutation ($id: ID!, $c: String) { rateAnswer(id: $id, rating: BAD, correction: $c) { ... on AnswerRated { feedback { id } } } }',
        { id, c: correction },
      );
      return rateAnswer.feedback.id;
    };
    await rate('takings in 2025', 'orders in 2025');
    await run('mutation ($id: ID!) { undoFeedback(id: $id) { __typename } }', { id: await rate('turnover in 2025', 'orders in 2025') });
    const save = (input: object): Promise<{ saveMetricWatch: { watch: { id: string } } }> =>
      run('mutation ($input: SaveMetricWatchInput!) { saveMetricWatch(input: $input) { ... on MetricWatchSaved { watch { id } } } }', {
        input,
      });
    await save({ ...WATCH, name: `${canary} orders` });
    const other = await save({ ...WATCH, name: `${canary} other`, paused: true });
    await run('mutation ($id: ID!) { removeMetricWatch(id: $id) { __typename } }', other.saveMetricWatch.watch);
    await eventually('the watch has found something', async () => {
      const { metricAlerts } = await run<{ metricAlerts: { nodes: unknown[] } }>('{ metricAlerts { nodes { id } } }');
      return metricAlerts.nodes.length > 0;
    });
  },
  recipes: (_who, known) => ({
    'Query.whatIf.input': [
      { metric: 'revenue', changes: [{ metric: 'orders', byPercent: 10 }] },
      { metric: 'no_such_metric', changes: [{ metric: 'orders', byPercent: 10 }] },
    ],
    'Answer.forecast.periods': [2],
    'Answer.forecast.grain': ['MONTH'],
    'Mutation.verifyAnswer.id': known.of('Answer.id').slice(0, 2),
    'Mutation.verifyAnswer.question': ['our orders'],
    'Mutation.verifyAnswer.note': ['ours'],
    'Mutation.removeVerifiedAnswer.id': known.of('VerifiedAnswer.id').slice(0, 2),
    'Mutation.rateAnswer.id': known.of('Answer.id').slice(0, 2),
    'Mutation.rateAnswer.rating': ['GOOD'],
    'Mutation.rateAnswer.correction': ['our orders'],
    'Mutation.undoFeedback.id': known.of('AnswerFeedback.id').slice(0, 2),
    'Query.metricAlerts.watchId': known.of('MetricWatch.id').slice(0, 2),
    'Mutation.saveMetricWatch.input': [
      WATCH,
      ...known
        .of('MetricWatch.id')
        .slice(0, 2)
        .map((id) => ({ ...WATCH, id })),
    ],
    'Mutation.removeMetricWatch.id': known.of('MetricWatch.id').slice(0, 2),
    'Subscription.metricAlerted.after': [streamCursor('metric-alerts', 0)],
    'Subscription.metricChanged.metrics': [['orders', 'revenue']],
    'Subscription.metricChanged.after': [streamCursor('metric-changes', 0)],
  }),
  fleeting: {
    Anomaly: STEADY,
    'Answer.anomalies': STEADY,
    'Contribution.rate': RATIO,
    'Contribution.mix': RATIO,
    'Why.components': 'of metrics with a formula, which the story asks nothing about; tried in insights/analysis/analysis.test.ts',
    'Answer.supposed': 'of questions that suppose something; Query.whatIf shows the same',
  },
};
