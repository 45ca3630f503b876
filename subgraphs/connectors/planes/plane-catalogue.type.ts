import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { ConnectionKind } from '../kit/kinds.ts';
import type { PlaneCapability, PlaneCategory } from './plane-kind.ts';
import { FabricPlaneKind, carries, planeKind } from './plane-kinds.ts';

const Category: { readonly [Name in PlaneCategory]: Name } = {
  API_GATEWAY: 'API_GATEWAY', IPAAS: 'IPAAS', EVENT_BUS: 'EVENT_BUS', WAREHOUSE: 'WAREHOUSE', DATA_MOVEMENT: 'DATA_MOVEMENT',
}; // prettier-ignore
registerEnumType(Category, {
  name: 'FabricPlaneCategory',
  description: 'What planes of a kind are for.',
  valuesConfig: {
    API_GATEWAY: { description: 'Requests to vendors’ APIs go through it.' },
    IPAAS: { description: 'An integration platform that sends what it carries to signed webhooks.' },
    EVENT_BUS: { description: 'Its messages are records.' },
    WAREHOUSE: { description: 'Its tables are read with SQL.' },
    DATA_MOVEMENT: { description: 'It brings data by jobs of its own to what is connected.' },
  },
});

const Capability: { readonly [Name in PlaneCapability]: Name } = {
  CARRIES_REQUESTS: 'CARRIES_REQUESTS', DELIVERS_EVENTS: 'DELIVERS_EVENTS', HOLDS_TABLES: 'HOLDS_TABLES', SHOWS_JOBS: 'SHOWS_JOBS',
  LIMITS_TRAFFIC: 'LIMITS_TRAFFIC', TRACES_REQUESTS: 'TRACES_REQUESTS',
}; // prettier-ignore
registerEnumType(Capability, {
  name: 'FabricPlaneCapability',
  description: 'What a plane does for the connections that go through it.',
  valuesConfig: {
    CARRIES_REQUESTS: { description: 'It passes our requests on to the vendor.' },
    DELIVERS_EVENTS: { description: 'Events come from it.' },
    HOLDS_TABLES: { description: 'Tables in it are read.' },
    SHOWS_JOBS: { description: 'Its jobs can be asked for (FabricPlane.jobs).' },
    LIMITS_TRAFFIC: { description: 'It says how much is left of a limit, and is slowed down for.' },
    TRACES_REQUESTS: { description: 'Each request carries an id that its logs know.' },
  },
});

const FieldKind = { TEXT: 'TEXT', SECRET: 'SECRET', NUMBER: 'NUMBER', CHOICE: 'CHOICE', BOOLEAN: 'BOOLEAN' } as const;
registerEnumType(FieldKind, {
  name: 'FabricPlaneFieldKind',
  description: 'What a field of a plane’s form takes.',
  valuesConfig: {
    TEXT: { description: 'A text.' },
    SECRET: { description: 'A secret: it is sealed and never shown again.' },
    NUMBER: { description: 'A number.' },
    CHOICE: { description: 'One of the choices.' },
    BOOLEAN: { description: 'true or false.' },
  },
});

@ObjectType({ description: 'A field of the form by which a plane is made.', simpleResolvers: true })
class FabricPlaneField {
  @Field(() => String, { description: '`address` and `secret` are inputs of their own, the others are settings.' })
  name!: string;

  @Field(() => String, { description: 'What people read before it.' })
  label!: string;

  @Field(() => FieldKind, { description: 'What it takes.' })
  kind!: keyof typeof FieldKind;

  @Field(() => Boolean, { description: 'Whether it has to be given.' })
  required!: boolean;

  @Field(() => String, { description: 'What it is, in a sentence.' })
  help!: string;

  @Field(() => String, { nullable: true, description: 'What holds when it is left out.' })
  fallback!: string | null;

  @Field(() => [String], { description: 'What can be chosen; empty when anything can.' })
  choices!: readonly string[];
}

@ObjectType({ description: 'A kind of fabric plane: what it does, and how one is made.', simpleResolvers: true })
export class FabricPlaneDescription {
  @Field(() => FabricPlaneKind, { description: 'The kind.' })
  kind!: FabricPlaneKind;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => Category, { description: 'What it is for.' })
  category!: PlaneCategory;

  @Field(() => String, { description: 'What it does, in a sentence.' })
  description!: string;

  @Field(() => Boolean, { description: 'Whether it was run against the real product.' })
  verified!: boolean;

  @Field(() => String, { description: 'What it was run against.' })
  triedWith!: string;

  @Field(() => [Capability], { description: 'What it does for connections.' })
  capabilities!: readonly PlaneCapability[];

  @Field(() => [FabricPlaneField], { description: 'The form by which one is made.' })
  form!: readonly FabricPlaneField[];

  @Field(() => [ConnectionKind], { description: 'Kinds of connections that can go through it.' })
  carries!: readonly ConnectionKind[];
}

/** Every kind there is, as the wizard shows it. */
export function planeCatalogue(): FabricPlaneDescription[] {
  return Object.values(FabricPlaneKind).map((kind) => {
    const { fields: form, label, category, description, verified, triedWith, capabilities } = planeKind(kind);
    const carried = Object.values(ConnectionKind).filter((one) => carries(kind, one));
    return { kind, label, category, description, verified, triedWith, capabilities, form, carries: carried };
  });
}
