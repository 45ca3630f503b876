import type { Story } from './story.ts';

const ASSIGN =
  'mutation ($assetId: ID!, $userId: ID) { assignOwner(assetId: $assetId, userId: $userId) { ... on OwnerAssigned { asset { id } } } }';

/** What runs: known from the connections that were made; somebody answers for it. */
export const assets: Story = {
  name: 'assets',
  async live({ run, viewer: { userId } }) {
    const { assets: found } = await run<{ assets: { nodes: { id: string }[] } }>('{ assets(first: 1) { nodes { id } } }');
    await run(ASSIGN, { assetId: found.nodes[0]?.id, userId });
  },
  recipes: ({ canary, viewer }, known) => ({
    'Mutation.assignOwner.assetId': known.of('Asset.id').slice(0, 1),
    'Mutation.assignOwner.userId': [viewer.userId],
    'Query.assets.filter': [
      { search: canary.slice(0, 5) },
      { removed: true },
      { withoutOwner: true },
      { kind: 'APPLICATION' },
      { admitted: false },
    ],
  }),
};
