import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

/** Who may read the history of the business model, and who may change it. */
export const modelActions = defineActions({
  'ontology.versions': {
    description: 'reading versions of the business model',
    audience: MEMBERS,
    covers: ['Query.ontologyVersions', 'OntologyVersion', 'OntologyVersionConnection', 'OntologyVersionEdge', 'OntologyDifference'],
  },
  'ontology.edit': {
    description: 'editing the business model',
    audience: OPERATORS,
    covers: [
      'Query.ontologyDraft',
      'OntologyDraft',
      'OntologyEdited',
      'Mutation.editOntology',
      'Mutation.rebaseOntologyDraft',
      'Mutation.discardOntologyDraft',
    ],
  },
  'ontology.publish': {
    description: 'publishing the business model and going back to earlier versions',
    audience: OPERATORS,
    covers: ['Mutation.publishOntology', 'Mutation.rollBackOntology', 'OntologyPublished'],
  },
});
