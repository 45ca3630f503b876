import type { Audience } from '../../kernel/data-access/data-rule.ts';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { dataRuleErrors } from './data-rule.errors.ts';
import type { ColumnMaskInput, RowRuleInput, RuleAudienceInput, UserAttributesInput } from './data-rule.input.ts';

const MAX_NAME_CHARACTERS = 120;
const MAX_WORD_CHARACTERS = 60;
const MAX_VALUE_CHARACTERS = 200;
const MAX_VALUES = 200;
const MAX_GROUPS = 50;
/** Attributes a member has, at most. */
const MAX_ATTRIBUTES = 50;
/** Three relations and an attribute. */
const MAX_STEPS = 4;
const STEP = /^[A-Za-z][A-Za-z0-9_]{0,99}$/;

const invalid = (field: string, reason: string): InputProblem => inputProblem(dataRuleErrors.DATA_RULE_INVALID({ reason }), field);

/** The steps of a path as it is written: `account.region`. */
export const stepsOf = (path: string): string[] => path.trim().split('.');

/** Texts trimmed, each once. */
export const cleaned = (texts: readonly string[]): string[] => [...new Set(texts.map((each) => each.trim()).filter((each) => each !== ''))];

/** An audience as it is kept. */
export function storedAudience({ roles, groups, everybodyBut }: RuleAudienceInput): Audience {
  return { roles: [...new Set(roles)], groups: cleaned(groups), everybodyBut };
}

/** What has to be corrected in a row rule. */
export function rowRuleProblems(input: RowRuleInput): InputProblem[] {
  const steps = stepsOf(input.path);
  const values = cleaned(input.values ?? []);
  const attribute = input.userAttribute?.trim() ?? '';
  return [
    ...text('name', input.name, MAX_NAME_CHARACTERS),
    ...(STEP.test(input.entityType) ? [] : [invalid('entityType', 'An entity type is named by one word, such as Account.')]),
    ...(steps.length <= MAX_STEPS && steps.every((step) => STEP.test(step))
      ? []
      : [invalid('path', `A path is at most ${MAX_STEPS} names with dots between them, such as account.region.`)]),
    ...(attribute === '' ? list('values', values, 1, MAX_VALUES) : text('userAttribute', attribute, MAX_WORD_CHARACTERS)),
    ...(attribute !== '' && values.length > 0
      ? [invalid('values', 'A rule has values of its own or takes those of the member’s attribute, not both.')]
      : []),
    ...audienceProblems(input.audience),
  ];
}

/** What has to be corrected in a mask. */
export function maskProblems(input: ColumnMaskInput): InputProblem[] {
  const { entityType = null, attribute = null, sensitive = null } = input;
  const names = [entityType, attribute].filter((each) => each !== null);
  return [
    ...text('name', input.name, MAX_NAME_CHARACTERS),
    ...((attribute === null) === (sensitive === null)
      ? [invalid('attribute', 'A mask names one attribute or one kind of attributes, not both.')]
      : []),
    ...(attribute !== null && entityType === null ? [invalid('entityType', 'An attribute is one of an entity type: name it.')] : []),
    ...(names.every((each) => STEP.test(each)) ? [] : [invalid('attribute', 'Entity types and attributes are named by one word.')]),
    ...audienceProblems(input.audience),
  ];
}

/** What has to be corrected in what a member is said to be. */
export function userAttributeProblems({ groups, attributes }: UserAttributesInput): InputProblem[] {
  const names = attributes.map(({ name }) => name.trim().toLowerCase());
  return [
    ...list('groups', cleaned(groups), 0, MAX_GROUPS),
    ...(attributes.length > MAX_ATTRIBUTES ? [invalid('attributes', `A member has at most ${MAX_ATTRIBUTES} attributes.`)] : []),
    ...(new Set(names).size < names.length ? [invalid('attributes', 'Each attribute is named once; capital letters do not count.')] : []),
    ...attributes
      .slice(0, MAX_ATTRIBUTES)
      .flatMap(({ name, values }, index) => [
        ...text(`attributes[${index}].name`, name, MAX_WORD_CHARACTERS),
        ...list(`attributes[${index}].values`, cleaned(values), 0, MAX_VALUES),
      ]),
  ];
}

function audienceProblems({ roles, groups, everybodyBut }: RuleAudienceInput): InputProblem[] {
  const nobody = !everybodyBut && roles.length === 0 && cleaned(groups).length === 0;
  return [
    ...(nobody ? [invalid('audience', 'A rule restricts somebody: name roles or groups, or everybody but them.')] : []),
    ...list('audience.groups', cleaned(groups), 0, MAX_GROUPS),
  ];
}

function text(field: string, value: string, max: number): InputProblem[] {
  const { length } = value.trim();
  return length >= 1 && length <= max ? [] : [invalid(field, `${field} has 1 to ${max} characters; it has ${length}.`)];
}

function list(field: string, values: readonly string[], min: number, max: number): InputProblem[] {
  if (values.length < min || values.length > max)
    return [invalid(field, `${field} has ${min} to ${max} entries; it has ${values.length}.`)];
  return values.every((value) => value.length <= MAX_VALUE_CHARACTERS)
    ? []
    : [invalid(field, `An entry of ${field} has at most ${MAX_VALUE_CHARACTERS} characters.`)];
}
