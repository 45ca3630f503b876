import { defineActions, MEMBERS, OPERATORS } from '../../kernel/permissions/actions.ts';

/** What may be done with how time and money are counted. */
export const settingsActions = defineActions({
  'insights-settings.read': {
    description: 'reading how time and money are counted',
    audience: MEMBERS,
    covers: ['Query.insightsSettings', 'InsightsSettings'],
  },
  'insights-settings.write': {
    description: 'setting how time and money are counted',
    audience: OPERATORS,
    covers: ['Mutation.saveInsightsSettings', 'InsightsSettingsSaved'],
  },
});
