import { z } from 'zod';
import { ROLES, type Role } from '../viewer/viewer.ts';

export const RuleOperator = { IN: 'IN', NOT_IN: 'NOT_IN' } as const;
export type RuleOperator = (typeof RuleOperator)[keyof typeof RuleOperator];

/** How much of a masked value is left. */
export const MaskMode = { HIDE: 'HIDE', PSEUDONYM: 'PSEUDONYM', PARTIAL: 'PARTIAL' } as const;
export type MaskMode = (typeof MaskMode)[keyof typeof MaskMode];

/** Kinds of attributes that a mask may name instead of one attribute. */
export const SensitiveKind = { EMAIL: 'EMAIL', PHONE: 'PHONE', SALARY: 'SALARY', PERSON: 'PERSON' } as const;
export type SensitiveKind = (typeof SensitiveKind)[keyof typeof SensitiveKind];

const names = z.array(z.string()).max(500);

/** Whom a rule restricts: who has one of the roles or belongs to one of the groups; with `everybodyBut`, everybody else. */
export const audienceSchema = z.object({ roles: z.array(z.string()), groups: names, everybodyBut: z.boolean() });
export type Audience = z.infer<typeof audienceSchema>;

/** Which records of an entity type those it applies to may see. */
export const rowRuleSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  entityType: z.string(),
  /** To-one relations and, last, an attribute (or a relation, meaning what its source wrote). */
  path: z.array(z.string()).min(1),
  operator: z.enum(RuleOperator),
  values: names,
  /** The viewer's own attribute that holds the values; null: `values` does. */
  userAttribute: z.string().nullable(),
  audience: audienceSchema,
  /** Whether records that lead to a hidden record are hidden with it. */
  cascade: z.boolean(),
});
export type RowRule = z.infer<typeof rowRuleSchema>;

/** Which values those it applies to may not see. Names an attribute of an entity type, or a kind of attribute in one type or all. */
export const columnMaskSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  entityType: z.string().nullable(),
  attribute: z.string().nullable(),
  sensitive: z.enum(SensitiveKind).nullable(),
  mode: z.enum(MaskMode),
  audience: audienceSchema,
});
export type ColumnMask = z.infer<typeof columnMaskSchema>;

/** What a member is, as far as rules ask: groups, and lists of values by attribute. */
export const userDataSchema = z.object({ groups: names, attributes: z.record(z.string(), names) });
export type UserData = z.infer<typeof userDataSchema>;
export const NO_USER_DATA: UserData = { groups: [], attributes: {} };

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Whether an audience takes a member in. Owners are taken in only by rules that name their role. */
export function appliesTo({ roles, groups, everybodyBut }: Audience, role: Role, data: UserData): boolean {
  if (role === 'OWNER') return !everybodyBut && roles.includes('OWNER');
  const named = roles.includes(role) || groups.some((group) => data.groups.some((own) => same(own, group)));
  // A role this version does not know is restricted by everything.
  return !ROLES.includes(role) || named !== everybodyBut;
}
