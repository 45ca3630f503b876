import type { AssetRelationKind, RelationDirection } from '../../gql/graphql.ts';

/** What a relation says, seen from either end. */
export const RELATIONS: Record<AssetRelationKind, Record<RelationDirection, string>> = {
  RUNS_ON: { OUT: 'runs on', IN: 'carries' },
  DEPENDS_ON: { OUT: 'depends on', IN: 'is needed by' },
  AUTHENTICATES_WITH: { OUT: 'is signed in to with', IN: 'signs people in to' },
  PAID_BY: { OUT: 'is paid by', IN: 'pays for' },
  OWNED_BY: { OUT: 'is owned by', IN: 'owns' },
  TALKS_TO: { OUT: 'sends data to', IN: 'hears from' },
  HOLDS_DATA_OF: { OUT: 'can read', IN: 'can be read by' },
};
