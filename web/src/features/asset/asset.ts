import type { AssetDetailQuery } from '../../gql/graphql.ts';

/** One asset with all that its page shows at first. */
export type Asset = NonNullable<AssetDetailQuery['asset']>;
