import type { Story } from './story.ts';

interface Proposals {
  mappingProposals: { nodes: { id: string; status: string; tables: { id: string; fields: { id: string; column: string }[] }[] }[] };
}
const WAITING = '{ mappingProposals(first: 50) { nodes { id status tables { id fields { id column } } } } }';

/** Mappings and unified records: accepting is part of the settling. Of one that waits, a column is left out. */
export const ontology: Story = {
  name: 'ontology',
  async live({ run }) {
    const { mappingProposals } = await run<Proposals>(WAITING);
    for (const { id: proposalId, status, tables } of mappingProposals.nodes) {
      const [table] = tables;
      const colour = table?.fields.find(({ column }) => column === 'colour');
      if (status !== 'PROPOSED' || table === undefined || colour === undefined) continue;
      const changes = [{ tableId: table.id, fieldId: colour.id, leaveOut: true }];
      await run('mutation ($input: ReviseMappingInput!) { reviseMapping(input: $input) { __typename } }', {
        input: { proposalId, changes },
      });
      return;
    }
  },
  recipes: (_who, known) => ({
    // Nothing to change is a change that may be made of whatever waits.
    'ReviseMappingInput.changes': [[]],
    'AcceptMappingInput.changes': known
      .of('TableMapping.id')
      .slice(0, 2)
      .flatMap((tableId) =>
        known
          .of('FieldMapping.id')
          .slice(0, 2)
          .map((fieldId) => [{ tableId, fieldId, attribute: 'no name at all' }]),
      ),
  }),
  exempt: { 'MappingProposal.problem': 'only when publishing failed, which nothing here can make it do' },
};
