import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { valueOf } from './arguments.ts';
import { type FieldPath, type ViewDefinition, type ViewOperator, type ViewParameter, pathNamed, placeOf } from './definition.ts';
import { viewErrors } from './view.errors.ts';

const MAX_FIELDS = 100;
const MAX_CONDITIONS = 30;
const MAX_ORDERS = 3;
const NAME = /^[a-zA-Z][A-Za-z0-9_]{0,59}$/;
const TEXTUAL: ReadonlySet<ViewOperator> = new Set(['CONTAINS', 'STARTS_WITH']);
const VALUELESS: ReadonlySet<ViewOperator> = new Set(['IS_EMPTY', 'IS_NOT_EMPTY']);

/** A view as somebody writes it, in names. */
export interface WrittenView {
  readonly entityType: string;
  readonly fields: readonly { readonly path: string; readonly name: string | null }[];
  readonly filter: readonly {
    readonly path: string;
    readonly operator: ViewOperator;
    readonly parameter: string | null;
    readonly value: string | null;
  }[];
  readonly parameters: readonly ViewParameter[];
  readonly order: readonly { readonly path: string; readonly descending: boolean }[];
}

/** Checks a view against the model; every fault is told with its place. */
export function readView(written: WrittenView, model: SemanticModel): { definition: ViewDefinition } | { problems: InputProblem[] } {
  const problems: InputProblem[] = [];
  const refuse = (reason: string, field: string): null => {
    problems.push(inputProblem(viewErrors.VIEW_INVALID({ reason }), field));
    return null;
  };
  const entity = model.entities.find(({ name }) => name === written.entityType);
  if (entity === undefined) {
    refuse(`There is no entity type “${written.entityType.slice(0, 60)}”.`, 'entityType');
    return { problems };
  }
  const pathOf = (text: string, field: string): FieldPath | null =>
    pathNamed(model, entity, text) ?? refuse(`“${text.slice(0, 130)}” is no attribute of ${entity.name}, nor of what it leads to.`, field);
  if (written.fields.length === 0 || written.fields.length > MAX_FIELDS) refuse(`A view has 1 to ${MAX_FIELDS} fields.`, 'fields');
  if (written.filter.length > MAX_CONDITIONS) refuse(`A view has ${MAX_CONDITIONS} conditions at most.`, 'filter');
  if (written.order.length > MAX_ORDERS) refuse(`A view is ordered by ${MAX_ORDERS} fields at most.`, 'order');
  if (written.parameters.length > MAX_CONDITIONS) refuse(`A view has ${MAX_CONDITIONS} parameters at most.`, 'parameters');
  if (problems.length > 0) return { problems };

  const fields = written.fields.flatMap(({ path, name }, i) => {
    const found = pathOf(path, `fields.${i}.path`);
    const shown = name ?? path.replace('.', '_');
    if (!NAME.test(shown)) refuse(`“${shown.slice(0, 60)}” is no name for a field.`, `fields.${i}.name`);
    return found === null ? [] : [{ name: shown, path: found }];
  });
  checkTwice(fields, 'fields', refuse);
  checkTwice(written.parameters, 'parameters', refuse);
  for (const [i, { name }] of written.parameters.entries())
    if (!NAME.test(name)) refuse(`“${name.slice(0, 60)}” is no name for a parameter.`, `parameters.${i}.name`);
  const types = new Map(written.parameters.map(({ name, type }) => [name, type]));
  const filter = written.filter.flatMap(({ path, operator, parameter, value }, i) => {
    const found = pathOf(path, `filter.${i}.path`);
    const place = found && placeOf(model, entity.id, found);
    if (found === null || place === null) return [];
    const reason = faultOf({ operator, parameter, value }, place.attribute.type, types);
    if (reason !== null) refuse(reason, `filter.${i}`);
    return [{ path: found, operator, parameter, value }];
  });
  const order = written.order.flatMap(({ path, descending }, i) => {
    const found = pathOf(path, `order.${i}.path`);
    return found === null ? [] : [{ path: found, descending }];
  });
  if (problems.length > 0) return { problems };
  return { definition: { entityId: entity.id, fields, filter, parameters: written.parameters.map((each) => ({ ...each })), order } };
}

function checkTwice(parts: readonly { readonly name: string }[], field: string, refuse: (reason: string, field: string) => null): void {
  const names = parts.map(({ name }) => name);
  for (const [i, name] of names.entries())
    if (names.indexOf(name) !== i) refuse(`“${name.slice(0, 60)}” is there twice.`, `${field}.${i}.name`);
}

function faultOf(
  { operator, parameter, value }: { operator: ViewOperator; parameter: string | null; value: string | null },
  type: ColumnType,
  types: ReadonlyMap<string, ColumnType>,
): string | null {
  if (VALUELESS.has(operator)) return parameter === null && value === null ? null : `${operator} takes no value.`;
  if ((parameter === null) === (value === null)) return 'A condition has a value or a parameter.';
  const wanted = TEXTUAL.has(operator) ? 'TEXT' : type;
  if (TEXTUAL.has(operator) && type !== 'TEXT') return `${operator} is for texts.`;
  if (value !== null) return valueOf(wanted, value) === null ? `“${value.slice(0, 60)}” is no ${wanted}.` : null;
  const given = types.get(parameter ?? '');
  if (given === undefined) return `There is no parameter “${(parameter ?? '').slice(0, 60)}”.`;
  return given === wanted || (isNumber(given) && isNumber(wanted)) ? null : `The parameter is ${given}, the field ${wanted}.`;
}

const isNumber = (type: ColumnType): boolean => ['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT'].includes(type);
