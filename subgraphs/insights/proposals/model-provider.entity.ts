import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** The language model that a company has of its own. */
export const ModelProviderRow = defineEntity({
  name: 'ModelProviderRow',
  tableName: 'model_provider',
  properties: {
    tenantId: p.uuid().primary(),
    baseUrl: p.string(),
    /** In the order in which they are tried. */
    models: p.array(),
    sealedKey: p.string().hidden(),
    /** Dollars for a million tokens, of the dearest of them. */
    inputPrice: p.double().$type<number>().nullable(),
    outputPrice: p.double().$type<number>().nullable(),
    setBy: p.uuid(),
    updatedAt: p.datetime(),
  },
});
export type ModelProviderRow = InferEntity<typeof ModelProviderRow>;
