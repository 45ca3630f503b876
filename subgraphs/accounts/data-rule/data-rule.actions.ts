import { defineActions } from '../../kernel/permissions/actions.ts';

export const dataRuleActions = defineActions({
  'data-rules.manage': {
    description: 'deciding who sees which data',
    audience: ['OWNER', 'ADMIN'],
    covers: [
      'Query.rowRules',
      'Query.columnMasks',
      'Query.dataAccessPreview',
      'Mutation.saveRowRule',
      'Mutation.saveColumnMask',
      'Mutation.removeDataRule',
      'Mutation.setUserAttributes',
      'Query.userAttributes',
      'RowRule',
      'RowRuleConnection',
      'RowRuleEdge',
      'ColumnMask',
      'ColumnMaskConnection',
      'ColumnMaskEdge',
      'RuleAudience',
      'DataRuleRemoved',
      'MemberAttributes',
      'MemberAttributesConnection',
      'MemberAttributesEdge',
      'UserAttribute',
      'DataAccessPreview',
      'PreviewedType',
      'PreviewedMask',
    ],
  },
});
