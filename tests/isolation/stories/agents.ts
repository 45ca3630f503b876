import type { Story } from './story.ts';

const FAILED_RUN = 'a failed run';

/** Runs, approvals and the feed: they follow from the sources. */
export const agents: Story = {
  name: 'agents',
  async live({ run, notes }) {
    const { runs } = await run<{ runs: { nodes: { id: string; canResume: boolean }[] } }>(
      '{ runs(first: 50, status: FAILED) { nodes { id canResume } } }',
    );
    notes.set(FAILED_RUN, runs.nodes.find(({ canResume }) => canResume)?.id ?? '');
  },
  recipes: ({ notes }, known) => ({
    // Not the one that is decided together with others.
    'Mutation.decideApproval.id': known.of('Approval.id').filter((id) => id !== notes.get('an approval among others')),
    'Mutation.cancelRun.id': known.of('Run.id'),
    'Mutation.resumeRun.id': [notes.get(FAILED_RUN)],
    'Query.feed.after': known.of('FeedEvent.cursor').slice(0, 2),
    'Run.events.after': known.of('RunEvent.cursor').slice(0, 2),
    'Subscription.runEvents.after': known.of('RunEvent.cursor').slice(0, 2),
    'Subscription.runEvents.fromStart': [true],
    'Subscription.tenantFeed.after': known.of('FeedEvent.cursor').slice(0, 2),
  }),
  restless: { 'Query.agentVitals': 'counts what happens meanwhile' },
  fleeting: { 'Run.estimatedFinishAt': 'a time, and only while work is under way; nothing of anybody can be in it' },
};
