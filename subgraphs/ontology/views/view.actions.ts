import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

/** Who may read saved views, and who may change them. What each sees of records is up to rules about data. */
export const viewActions = defineActions({
  'views.read': {
    description: 'reading saved views of records',
    audience: MEMBERS,
    covers: [
      'Query.entityViews',
      'Query.entityView',
      'EntityView',
      'EntityViewConnection',
      'EntityViewEdge',
      'EntityViewField',
      'EntityViewCondition',
      'EntityViewParameter',
      'EntityViewOrder',
      'EntityViewRow',
      'EntityViewRowConnection',
      'EntityViewRowEdge',
    ],
  },
  'views.write': {
    description: 'saving and removing views of records',
    audience: OPERATORS,
    covers: ['Mutation.saveEntityView', 'Mutation.removeEntityView', 'EntityViewSaved'],
  },
});
