import type { Story } from './story.ts';

/** Files that are watched: each tenant's own connection. */
export const sources: Story = {
  name: 'sources',
  live: () => Promise.resolve(),
  recipes: (_, known) => ({
    'Mutation.setWatching.connectionId': known.of('Connection.id'),
    'Mutation.setWatching.watching': [true],
  }),
};
