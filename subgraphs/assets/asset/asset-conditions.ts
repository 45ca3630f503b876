import type { FilterQuery } from '@mikro-orm/core';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { AssetRow } from './asset.entity.ts';
import type { AssetFilter } from './asset.input.ts';

const MAX_SEARCH_CHARACTERS = 200;

/** The rows that a filter wants. @throws INVALID_INPUT */
export function conditionsOf(tenantId: string, filter: AssetFilter): FilterQuery<AssetRow> {
  const { kind, withoutOwner, removed, admitted, admissions, classes, reasons, activity, governed, external, minRisk } = filter;
  const pattern = searchPattern(filter);
  return {
    tenantId,
    removedAt: removed === true ? { $ne: null } : null,
    admitted: admitted !== false,
    ...(kind == null ? {} : { kind }),
    ...(withoutOwner == null ? {} : { ownerId: withoutOwner ? null : { $ne: null } }),
    ...(pattern === null ? {} : { searchKey: { $like: pattern } }),
    ...(classes == null ? {} : { class: { $in: classes } }),
    ...(admissions == null ? {} : { admission: { $in: admissions } }),
    ...(reasons == null ? {} : { reasons: { $contains: reasons } }),
    ...(activity == null ? {} : { activity }),
    ...(governed == null ? {} : { governed }),
    ...(external == null ? {} : { external }),
    ...(minRisk == null ? {} : { risk: { $gte: minRisk } }),
  };
}

/** What `like` finds a filter's text by, none of its characters being a pattern; null: it asks for no text. @throws INVALID_INPUT */
export function searchPattern({ search }: AssetFilter): string | null {
  const needle = search?.trim().toLowerCase() ?? '';
  if (needle.length > MAX_SEARCH_CHARACTERS) {
    throw commonErrors.INVALID_INPUT({ reason: `\`search\` is longer than ${MAX_SEARCH_CHARACTERS} characters.` });
  }
  return needle === '' ? null : `%${needle.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
}
