import type { GraphQLSchema } from 'graphql';
import type { OperationCheck } from '../plugins/operation-checks.ts';
import type { DemandControl } from './demand-control.ts';
import { demandErrors } from './demand.errors.ts';

/** Refuses what costs more than the caller's role may ask for at once. @param controlOf the control over the graph of a schema that callers see */
export function demandCheck(controlOf: (schema: GraphQLSchema) => DemandControl): OperationCheck {
  return (checked) => {
    const { document, operation, variables, schema, context } = checked;
    const control = controlOf(schema);
    const { mode } = control.options;
    if (mode === 'OFF') return null;
    const { cost, unsliced } = control.estimate(document, operation, variables);
    const maximum = control.maximumOf(context.grants.role);
    checked.cost = { estimated: cost, maximum, told: mode === 'MEASURE' };
    if (mode === 'MEASURE') return null;
    if (unsliced !== null)
      return demandErrors.SLICING_ARGUMENT_REQUIRED({
        field: unsliced.field,
        names: unsliced.names.map((name) => `\`${name}\``).join(', '),
      });
    if (cost <= maximum) return null;
    return demandErrors.OPERATION_TOO_EXPENSIVE({ cost, maximum, field: control.dearest(document, operation, variables) });
  };
}
