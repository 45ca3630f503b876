import type { EntitySchema } from '@mikro-orm/postgresql';
import { AssetRow } from './asset/asset.entity.ts';
import { PersonRow } from './ownership/person.entity.ts';

/** The tables of this subgraph. */
export const assetsEntities: readonly EntitySchema[] = [AssetRow, PersonRow];
