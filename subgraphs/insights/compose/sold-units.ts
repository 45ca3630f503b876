import { mainTime } from '../model/time-axis.ts';
import type { MeasureChoice } from './attempt.ts';
import type { Context } from './context.ts';
import { factsOf, quantityOf } from './facts.ts';
import { countOf, unitsSold } from './measure-choices.ts';

/** Tables looked at, nearest first. */
const MAX_FACTS = 4;
/** Tables whose every record is one sold line. */
const LINES = /\b(?:item|detail|line|sale|order|transaction|purchase|rental|booking)s?$/i;

export interface SoldUnits {
  measure: MeasureChoice;
  hops: number;
  note: string;
}

/**
 * How much was sold of an entity's records: the quantity of the dated records that lead to it, else how many of them there are when they
 * are lines. Tables without any date (stock, catalogues) sell nothing.
 */
export function linesOf(context: Context, entity: string): SoldUnits[] {
  return factsOf(context, entity)
    .filter((fact) => mainTime(context.model, fact.entity) !== null)
    .slice(0, MAX_FACTS)
    .flatMap((fact): SoldUnits[] => {
      const { label, pluralLabel } = context.model.entity(fact.entity);
      const quantity = quantityOf(context, fact.entity);
      if (quantity !== null)
        return [
          {
            measure: unitsSold(context, fact.entity, quantity.of, quantity.label),
            hops: fact.path.length,
            note: `Units are the sum of ${quantity.label} of ${pluralLabel}`,
          },
        ];
      if (!LINES.test(label)) return [];
      return [{ measure: countOf(context, fact.entity), hops: fact.path.length, note: `Each of the ${pluralLabel} is one unit` }];
    });
}
