import { GraphQLError, type ASTVisitor, type ValidationContext, type ValidationRule } from 'graphql';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { doorErrors } from './door.errors.ts';
import { shapeOf } from './document-shape.ts';

/** How large and how nested documents may be. Fragments count as often as they are used. */
export interface ShapeLimits {
  tokens: number;
  /** Levels of fields. */
  depth: number;
  /** Levels below `__schema` and `__type`, which are deep by nature. */
  introspectionDepth: number;
  aliases: number;
  directives: number;
  /** Fields of one operation's root. */
  rootFields: number;
  /** `__schema` and `__type` of one operation: each may be answered with the whole schema. */
  introspectionFields: number;
  /** Fields of one operation once its fragments are followed. */
  selections: number;
}

export const SHAPE_LIMITS: ShapeLimits = {
  tokens: 2_000,
  depth: 16,
  introspectionDepth: 20,
  aliases: 60,
  directives: 60,
  rootFields: 60,
  introspectionFields: 8,
  selections: 5_000,
};

/** Errors that one validation reports at most; what is shown of a reply is no more than that. */
export const MAX_VALIDATION_ERRORS = 3;

/**
 * A validation rule that refuses documents whose shape alone could hurt, before any other rule looks into them. Takes time in proportion
 * to the document, whatever its fragments unfold to.
 */
export function shapeLimits(limits: ShapeLimits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => ({
    Document(document) {
      const refusal = excess(shapeOf(document), limits);
      if (refusal === null) return;
      const error = new GraphQLError(refusal.message, { extensions: { ...refusal.extensions }, originalError: refusal });
      // Past the last error that is reported validation ends: the rules that compare fields with each other are not to see this document.
      for (let reported = 0; reported <= MAX_VALIDATION_ERRORS; reported++) context.reportError(error);
    },
  });
}

function excess(shape: ReturnType<typeof shapeOf>, limits: ShapeLimits): DomainError | null {
  if (shape.depth > limits.depth) return doorErrors.OPERATION_TOO_DEEP({ maximum: limits.depth, fields: 'fields' });
  if (shape.introspectionDepth > limits.introspectionDepth)
    return doorErrors.OPERATION_TOO_DEEP({ maximum: limits.introspectionDepth, fields: 'introspection' });
  if (shape.aliases > limits.aliases) return doorErrors.TOO_MANY_ALIASES({ maximum: limits.aliases });
  if (shape.directives > limits.directives) return doorErrors.TOO_MANY_DIRECTIVES({ maximum: limits.directives });
  if (shape.rootFields > limits.rootFields) return doorErrors.TOO_MANY_ROOT_FIELDS({ maximum: limits.rootFields, fields: 'root fields' });
  if (shape.introspectionFields > limits.introspectionFields)
    return doorErrors.TOO_MANY_ROOT_FIELDS({ maximum: limits.introspectionFields, fields: '`__schema` and `__type` fields' });
  if (shape.selections > limits.selections) return doorErrors.TOO_MANY_SELECTIONS({ maximum: limits.selections });
  return null;
}
