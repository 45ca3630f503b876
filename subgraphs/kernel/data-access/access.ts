import { createHash } from 'node:crypto';
import type { Role } from '../viewer/viewer.ts';
import { appliesTo, type ColumnMask, type RowRule, type UserData } from './data-rule.ts';

/** A row rule with the values it has for one viewer. */
export interface AppliedRowRule extends Pick<RowRule, 'id' | 'name' | 'entityType' | 'path' | 'operator' | 'cascade'> {
  /** None: nothing is visible. */
  values: readonly string[];
}
export type AppliedMask = Pick<ColumnMask, 'id' | 'name' | 'entityType' | 'attribute' | 'sensitive' | 'mode'>;

/** What rules leave of a tenant's data for one viewer. */
export interface Access {
  /** Equal for all who see the same; part of the name of everything that is kept across requests. */
  key: string;
  /** Whether any rule applies; what it names need not exist. */
  restricted: boolean;
  rowRules: readonly AppliedRowRule[];
  masks: readonly AppliedMask[];
  /** Secret that pseudonyms are made with, the same for the whole tenant; empty when there is nothing to mask. */
  pseudonymKey: string;
}

/** All of a tenant's rules. */
export interface TenantRules {
  rowRules: readonly RowRule[];
  masks: readonly ColumnMask[];
  pseudonymKey: string;
}

/** Everything: for the product's own work, and for those no rule applies to. */
export const UNRESTRICTED: Access = { key: 'open', restricted: false, rowRules: [], masks: [], pseudonymKey: '' };

/** What a tenant's rules come to for somebody of this role with these groups and attributes. */
export function accessFor(rules: TenantRules, role: Role, data: UserData): Access {
  const rowRules = rules.rowRules
    .filter(({ audience }) => appliesTo(audience, role, data))
    .map(({ id, name, entityType, path, operator, cascade, userAttribute, values }): AppliedRowRule => {
      const own = userAttribute === null ? values : valuesOf(data, userAttribute);
      return { id, name, entityType, path, operator, cascade, values: own };
    });
  const masks = rules.masks
    .filter(({ audience }) => appliesTo(audience, role, data))
    .map(({ id, name, entityType, attribute, sensitive, mode }): AppliedMask => ({ id, name, entityType, attribute, sensitive, mode }));
  if (rowRules.length === 0 && masks.length === 0) return UNRESTRICTED;
  const { pseudonymKey } = rules;
  const key = createHash('sha256')
    .update(JSON.stringify([rowRules, masks, pseudonymKey]))
    .digest('base64url')
    .slice(0, KEY_CHARACTERS);
  return { key, restricted: true, rowRules, masks, pseudonymKey };
}

const KEY_CHARACTERS = 22;

/** Names of user attributes are people's words: case does not count. */
function valuesOf({ attributes }: UserData, name: string): readonly string[] {
  return Object.entries(attributes).flatMap(([known, values]) => (known.toLowerCase() === name.toLowerCase() ? values : []));
}
