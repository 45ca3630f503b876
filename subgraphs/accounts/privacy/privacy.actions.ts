import { defineActions } from '../../kernel/permissions/actions.ts';

const KEEPERS = ['OWNER', 'ADMIN'] as const;

export const privacyActions = defineActions({
  'privacy.read': {
    description: 'reading the privacy centre',
    audience: KEEPERS,
    covers: [
      'Query.personalDataReport',
      'Query.personalDataPolicies',
      'Query.retentionRules',
      'Query.consents',
      'Query.erasureRequests',
      'Query.erasureRequest',
      'Query.erasureCertificate',
      'Query.personExports',
      'PersonalDataFinding',
      'PersonalDataFindingConnection',
      'PersonalDataFindingEdge',
      'PersonalDataPolicy',
      'RetentionRule',
      'Consent',
      'ConsentConnection',
      'ConsentEdge',
      'ConsentEvent',
      'ErasureRequest',
      'ErasureRequestConnection',
      'ErasureRequestEdge',
      'ErasureCertificate',
      'FoundPlace',
      'MaskedIdentifier',
      'PersonExport',
      'PersonExportConnection',
      'PersonExportEdge',
    ],
  },
  'privacy.configure': {
    description: 'deciding about personal data and how long things are kept',
    audience: KEEPERS,
    covers: [
      'Mutation.setPersonalDataPolicy',
      'PersonalDataPolicyChanged',
      'Mutation.setRetentionRule',
      'RetentionRuleChanged',
      'Mutation.runRetention',
      'RetentionStarted',
    ],
  },
  'privacy.consent': {
    description: 'recording what people agreed to',
    audience: KEEPERS,
    covers: ['Mutation.recordConsent', 'Mutation.withdrawConsent', 'ConsentRecorded'],
  },
  'privacy.persons': {
    description: 'forgetting a person, or handing out what is known about one',
    audience: KEEPERS,
    inPerson: true,
    covers: [
      'Mutation.requestErasure',
      'Mutation.confirmErasure',
      'Mutation.cancelErasure',
      'ErasureChanged',
      'Mutation.exportPerson',
      'PersonExportStarted',
    ],
  },
});
