import { Field, ObjectType } from 'type-graphql';
import type { Descriptor } from '../kit/descriptor.ts';

const MAX_SHOWN_CHARACTERS = 2_000;

@ObjectType({ description: 'One of the values that a connection was made with.', simpleResolvers: true })
export class ConnectionSetting {
  @Field(() => String, { description: 'The form’s field.' })
  name!: string;

  @Field(() => String, { description: 'What people read.' })
  label!: string;

  @Field(() => String, { description: 'Its value as text.' })
  value!: string;
}

/** The settings that stand in the form; nothing that is SECRET, and nothing that a connector keeps for itself. */
export function settingsShown({ form }: Descriptor, settings: object | null): ConnectionSetting[] {
  const kept = new Map<string, unknown>(Object.entries(settings ?? {}));
  return form.flatMap(({ name, label, kind }) => {
    const value = kept.get(name);
    if (kind === 'SECRET' || value === undefined || value === null) return [];
    const text = (typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : JSON.stringify(value)).slice(0, MAX_SHOWN_CHARACTERS); // prettier-ignore
    return [Object.assign(new ConnectionSetting(), { name, label, value: text })];
  });
}
