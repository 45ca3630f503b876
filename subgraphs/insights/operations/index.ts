import type { Feature } from '../../kernel/federation/feature.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';
import type { System } from '../../kernel/system.ts';
import { SavedOperationResolver } from './saved-operation.resolver.ts';
import { SavedOperationService } from './saved-operation.service.ts';

/** GraphQL operations that people keep. */
export function createSavedOperations(system: System): Feature {
  return {
    resolvers: [new SavedOperationResolver(new SavedOperationService(system))],
    privacy: {
      places: [{ scope: 'PLATFORM', table: 'saved_operation', kind: 'QUESTIONS', title: 'saved operations', erase: 'VALUES' }],
      retention: [{ name: 'QUESTIONS', ...pruneTables([{ scope: 'PLATFORM', table: 'saved_operation', column: 'updated_at' }]) }],
    },
  };
}
