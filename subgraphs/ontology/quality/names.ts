import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { keyOf } from '../model/names.ts';

/** What people call an attribute or relation of an entity type that is stored by its key; the key when it has gone. */
export const nameOf = ({ attributes, relations }: ModelEntity, key: string): string =>
  [...attributes, ...relations].find((part) => keyOf(part) === key)?.name ?? key;
