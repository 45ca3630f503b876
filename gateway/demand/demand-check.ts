import type { GraphQLSchema } from 'graphql';
import type { OperationCheck } from '../plugins/operation-checks.ts';
import { demandErrors } from './demand.errors.ts';
import type { DemandControl } from './demand-control.ts';

/**
 * Refuses what costs more than the caller's role may ask for at once. @param controlOf the control of a generation's schema; null: none is wanted
 * @param noted is told every cost and what it may be
 */
export function demandCheck(
  controlOf: (schema: GraphQLSchema) => DemandControl | null,
  noted: (context: object, cost: number, maximum: number) => void,
): OperationCheck {
  return ({ document, operation, variables, schema, context }) => {
    const control = controlOf(schema);
    if (control === null || control.options.mode === 'OFF') return null;
    const { cost, unsliced } = control.estimate(document, operation, variables);
    const maximum = control.maximumOf(context.grants.role);
    noted(context, cost, maximum);
    if (control.options.mode === 'MEASURE') return null;
    if (unsliced !== null)
      return demandErrors.SLICING_ARGUMENT_REQUIRED({
        field: unsliced.field,
        names: unsliced.names.map((name) => `\`${name}\``).join(', '),
      });
    if (cost <= maximum) return null;
    return demandErrors.OPERATION_TOO_EXPENSIVE({ cost, maximum, field: control.dearest(document, operation, variables) });
  };
}
