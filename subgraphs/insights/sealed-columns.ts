import type { SealedColumn } from '../kernel/vault/sealed-column.ts';
import { MODEL_PROVIDER_PURPOSE } from './proposals/model-provider.service.ts';

/** What insights keeps sealed for longer than a day; a test finds what is missing. */
export const insightsSealed: readonly SealedColumn[] = [
  { table: 'model_provider', column: 'sealed_key', rowId: [], purposeOf: () => MODEL_PROVIDER_PURPOSE },
];
