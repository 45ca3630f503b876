import type { PrivacyPart } from '../../kernel/privacy/privacy-registry.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';

/** What insights keeps that a person may stand in. Answers are not kept: an answer's id is its question, asked again. */
export const insightsPrivacy: PrivacyPart = {
  places: [
    { scope: 'PLATFORM', table: 'dashboard', kind: 'QUESTIONS', title: 'saved dashboards and their questions', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'insights_settings', kind: 'MODEL', title: 'how time and money are counted', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'own_metric', kind: 'MODEL', title: 'metrics of your own', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'own_metric_version', kind: 'MODEL', title: 'versions of metrics of your own', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'semantic_model', kind: 'MODEL', title: 'the model that questions are read by', erase: 'VALUES' },
  ],
  retention: [{ name: 'QUESTIONS', ...pruneTables([{ scope: 'PLATFORM', table: 'dashboard', column: 'updated_at' }]) }],
};
