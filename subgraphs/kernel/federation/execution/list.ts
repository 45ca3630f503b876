import { GraphQLError, isNonNullType, locatedError, responsePathAsArray, type GraphQLOutputType, type GraphQLResolveInfo } from 'graphql';
import type { Complete, FieldPlace } from './complete.ts';
import { isPromise, settle, type Place, type Run } from './run.ts';

/** Compiles the completion of lists: an item that fails is null, or makes the list null where its type says so. */
export function completeList(itemType: GraphQLOutputType, complete: Complete, field: FieldPlace): Complete {
  const required = isNonNullType(itemType);
  const failed = (raw: unknown, run: Run, place: Place): null => {
    const error = locatedError(raw, field.nodes, responsePathAsArray(place));
    if (required) throw error;
    run.add(error, place);
    return null;
  };
  const completeItem = (item: unknown, run: Run, place: Place, info: GraphQLResolveInfo | null): unknown => {
    if (isPromise(item))
      return item.then(
        (settled) => completeItem(settled, run, place, info),
        (error: unknown) => failed(error, run, place),
      );
    try {
      const completed = complete(item, run, place, info);
      return isPromise(completed) ? completed.then(undefined, (error: unknown) => failed(error, run, place)) : completed;
    } catch (error) {
      return failed(error, run, place);
    }
  };
  return (value, run, place, info) => {
    if (!isIterableObject(value))
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${field.parent.name}.${field.name}".`);
    const items = Array.isArray(value) ? (value as unknown[]) : [...value];
    const shown: unknown[] = [];
    let pending = false;
    try {
      for (const item of items) {
        const completed = completeItem(item, run, { prev: place, key: shown.length, typename: undefined }, info);
        if (isPromise(completed)) pending = true;
        shown.push(completed);
      }
    } catch (error) {
      // The list is null now; what is under way must not reject unheard.
      for (const left of [...shown, ...items.slice(shown.length)]) if (isPromise(left)) left.then(undefined, () => undefined);
      throw error;
    }
    return pending ? settle(shown) : shown;
  };
}

function isIterableObject(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && typeof (value as Partial<Iterable<unknown>> | null)?.[Symbol.iterator] === 'function';
}
