import type { Story } from './story.ts';

/** Mappings and unified records: accepting is part of the settling. */
export const ontology: Story = {
  name: 'ontology',
  live: () => Promise.resolve(),
  recipes: (_who, known) => ({
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
