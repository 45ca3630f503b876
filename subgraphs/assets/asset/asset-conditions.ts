import type { FilterQuery } from '@mikro-orm/core';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { AssetRow } from './asset.entity.ts';
import type { AssetFilter } from './asset.input.ts';

const MAX_SEARCH_CHARACTERS = 200;

/** The rows that a filter wants. @throws INVALID_INPUT */
export function conditionsOf(tenantId: string, filter: AssetFilter): FilterQuery<AssetRow> {
  const { kind, search, withoutOwner, removed, admitted, admissions, classes, reasons, activity, governed, external, minRisk } = filter;
  const needle = search?.trim().toLowerCase() ?? '';
  if (needle.length > MAX_SEARCH_CHARACTERS) {
    throw commonErrors.INVALID_INPUT({ reason: `\`search\` is longer than ${MAX_SEARCH_CHARACTERS} characters.` });
  }
  return {
    tenantId,
    removedAt: removed === true ? { $ne: null } : null,
    admitted: admitted !== false,
    ...(kind == null ? {} : { kind }),
    ...(withoutOwner == null ? {} : { ownerId: withoutOwner ? null : { $ne: null } }),
    ...(needle === '' ? {} : { searchKey: { $like: `%${needle.replaceAll(/[%_\\]/g, String.raw`\$&`)}%` } }),
    ...(classes == null ? {} : { class: { $in: classes } }),
    ...(admissions == null ? {} : { admission: { $in: admissions } }),
    ...(reasons == null ? {} : { reasons: { $contains: reasons } }),
    ...(activity == null ? {} : { activity }),
    ...(governed == null ? {} : { governed }),
    ...(external == null ? {} : { external }),
    ...(minRisk == null ? {} : { risk: { $gte: minRisk } }),
  };
}
