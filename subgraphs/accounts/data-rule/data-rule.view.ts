import { randomUUID } from 'node:crypto';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { ColumnMaskRow, RowRuleRow } from '../../kernel/data-access/data-rule.entity.ts';
import { ROLES } from '../../kernel/viewer/viewer.ts';
import { cleaned, stepsOf, storedAudience } from './check-input.ts';
import type { ColumnMaskInput, RowRuleInput } from './data-rule.input.ts';
import { ColumnMask, RowRule, type RuleAudience } from './data-rule.type.ts';
import type { Draft } from './preview.ts';
import { maskProblem, rowRuleProblem } from './rule-problem.ts';

/** The graph's view of a row rule. */
export function rowRuleOf(row: RowRuleRow, model: SemanticModel): RowRule {
  const { id, name, entityType, operator, changedAt, changedBy } = row;
  return Object.assign(new RowRule(), {
    id,
    name,
    entityType,
    operator,
    changedAt,
    changedBy,
    path: row.path.join('.'),
    values: row.listedValues,
    userAttribute: row.userAttribute ?? null,
    audience: audienceOf(row.audience),
    cascade: row.cascades,
    problem: rowRuleProblem(model, row),
  });
}

/** The graph's view of a mask. */
export function columnMaskOf(row: ColumnMaskRow, model: SemanticModel): ColumnMask {
  const { id, name, mode, changedAt, changedBy } = row;
  const names = { entityType: row.entityType ?? null, attribute: row.attribute ?? null, sensitive: row.sensitive ?? null };
  return Object.assign(new ColumnMask(), {
    id,
    name,
    mode,
    changedAt,
    changedBy,
    ...names,
    audience: audienceOf(row.audience),
    problem: maskProblem(model, names),
  });
}

/** Rules as they would be saved. */
export function draftOf(rowRule: RowRuleInput | null, mask: ColumnMaskInput | null): Draft {
  return { rowRule: rowRule && draftedRule(rowRule), mask: mask && draftedMask(mask) };
}

function draftedRule({ id, name, entityType, path, operator, values, userAttribute, audience, cascade }: RowRuleInput): Draft['rowRule'] {
  const own = userAttribute?.trim() ?? '';
  return {
    id: id ?? randomUUID(),
    name,
    entityType,
    path: stepsOf(path),
    operator,
    values: cleaned(values ?? []),
    userAttribute: own === '' ? null : own,
    audience: storedAudience(audience),
    cascade,
  };
}

function draftedMask({ id, name, entityType, attribute, sensitive, mode, audience }: ColumnMaskInput): Draft['mask'] {
  const names = { entityType: entityType ?? null, attribute: attribute ?? null, sensitive: sensitive ?? null };
  return { id: id ?? randomUUID(), name, ...names, mode, audience: storedAudience(audience) };
}

function audienceOf({ roles, groups, everybodyBut }: RowRuleRow['audience']): RuleAudience {
  return { roles: ROLES.filter((role) => roles.includes(role)), groups, everybodyBut };
}
