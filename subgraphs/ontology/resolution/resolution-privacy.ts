import type { PrivacyPart } from '../../kernel/privacy/privacy-registry.ts';
import { resolutionRetention } from './retention.ts';

/** Where resolution keeps words of people's records: in what it learned. All else of it is ids and numbers. */
export const resolutionPrivacy: PrivacyPart = {
  places: [
    { scope: 'TENANT', table: 'resolution_state', kind: 'MODEL', title: 'what was learned of records that are the same', erase: 'VALUES' },
  ],
  retention: [resolutionRetention],
};
