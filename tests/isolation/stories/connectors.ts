import type { Story } from './story.ts';

/** Sources: connecting them is the settling itself. */
export const connectors: Story = {
  name: 'connectors',
  live: () => Promise.resolve(),
  recipes: ({ uploadId, notes }, known) => ({
    // Of many connections the crawl looks at the first: this one has tables that name each other.
    'Query.connection.id': [notes.get('published'), ...known.of('Connection.id')],
    'Mutation.syncConnection.id': known.of('Connection.id'),
    'Mutation.removeConnection.id': known.of('Connection.id'),
    'Mutation.changeConnectionPassword.id': known.of('Connection.id').slice(0, 2),
    'Mutation.changeConnectionPassword.password': ['another password'],
    'ConnectFilesInput.uploadId': [uploadId],
    'ConnectFilesInput.folder': [],
    'ConnectFilesInput.name': [],
  }),
  exempt: {
    'SourceForeignKey.target': 'a table, which is probed itself; tried in connectors/files/discover.test.ts',
    'Mutation.connectVendor': 'names nothing of anybody; tried in vendors/connect-vendor.test.ts',
    'Mutation.connectPostgres': 'names nothing of anybody: an address and a login of the caller’s own; tried in postgres.test.ts',
    ConnectionPasswordChanged: 'as changing it',
    ServerFolder: 'the operator’s folders, no tenant’s; that the product’s own are not among them is tried in data-folder.test.ts',
    ServerEntry: 'as ServerFolder',
  },
};
