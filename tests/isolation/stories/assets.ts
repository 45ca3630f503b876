import type { Story } from './story.ts';

/** What runs: known from the connections that were made. */
export const assets: Story = {
  name: 'assets',
  live: () => Promise.resolve(),
  recipes: ({ canary, viewer }, known) => ({
    'Mutation.assignOwner.assetId': known.of('Asset.id').slice(0, 1),
    'Mutation.assignOwner.userId': [viewer.userId],
    'Query.assets.filter': [{ search: canary.slice(0, 5) }, { removed: true }, { withoutOwner: true }],
  }),
};
