import { Field, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { ConnectionStarted } from '../connections/connection.type.ts';
import { CATEGORIES, type Category, FORM_FIELD_KINDS, type FormFieldKind } from '../kit/descriptor.ts';
import { ConnectionKind } from '../kit/kinds.ts';

export const FormFieldKindEnum = Object.fromEntries(FORM_FIELD_KINDS.map((kind) => [kind, kind])) as { readonly [Kind in FormFieldKind]: Kind }; // prettier-ignore
registerEnumType(FormFieldKindEnum, {
  name: 'FormFieldKind',
  description: 'What kind of value a form asks for.',
  valuesConfig: {
    TEXT: { description: 'Text.' },
    SECRET: { description: 'Text that is sealed and never shown again.' },
    NUMBER: { description: 'A number.' },
    CHOICE: { description: 'One of the choices.' },
    BOOLEAN: { description: '`true` or `false`.' },
  },
});

export const ConnectorCategory = Object.fromEntries(CATEGORIES.map((category) => [category, category])) as { readonly [One in Category]: One }; // prettier-ignore
registerEnumType(ConnectorCategory, {
  name: 'ConnectorCategory',
  description: 'What a kind of source is for.',
  valuesConfig: {
    CRM: { description: 'Customers and deals.' },
    BILLING: { description: 'Subscriptions, invoices and usage.' },
    FINANCE: { description: 'Books and expenses.' },
    SUPPORT: { description: 'Tickets.' },
    OBSERVABILITY: { description: 'How software runs.' },
    DATABASE: { description: 'A database.' },
    WAREHOUSE: { description: 'A data warehouse.' },
    FILES: { description: 'Files.' },
    API: { description: 'Any API that is described.' },
    EVENTS: { description: 'What is sent as it happens.' },
  },
});

@ObjectType({ description: 'One of the values that may be chosen.', simpleResolvers: true })
export class FormChoice {
  @Field(() => String, { description: 'What is sent.' })
  value!: string;

  @Field(() => String, { description: 'What people read.' })
  label!: string;
}

@ObjectType({ description: 'Something that is asked when a source is connected.', simpleResolvers: true })
export class FormField {
  @Field(() => String, { description: 'The name to send its value under.' })
  name!: string;

  @Field(() => String, { description: 'What people read.' })
  label!: string;

  @Field(() => FormFieldKindEnum, { description: 'What kind of value it is.' })
  kind!: FormFieldKind;

  @Field(() => Boolean, { description: 'Whether it has to be given; one with a fallback need not.' })
  required!: boolean;

  @Field(() => String, { nullable: true, description: 'What it is; null when the label says it.' })
  help!: string | null;

  @Field(() => String, { nullable: true, description: 'Where at the source it is found.' })
  where!: string | null;

  @Field(() => String, { nullable: true, description: 'What is taken when nothing is given.' })
  fallback!: string | null;

  @Field(() => [FormChoice], { description: 'The values of a CHOICE; empty otherwise.' })
  choices!: readonly FormChoice[];
}

@ObjectType({ description: 'What a kind of source can do.', simpleResolvers: true })
export class ConnectorCapabilities {
  @Field(() => Boolean, { description: 'Only what is new is read again.' })
  incremental!: boolean;

  @Field(() => Boolean, { description: 'What was deleted is noticed between complete reads.' })
  deletes!: boolean;

  @Field(() => Boolean, { description: 'It is read on a schedule; false where the source sends by itself.' })
  schedules!: boolean;

  @Field(() => Boolean, { description: 'Changes are told as they happen.' })
  live!: boolean;
}

@ObjectType({ description: 'A kind of source that can be connected.', simpleResolvers: true })
export class Connector {
  @Field(() => ConnectionKind, { description: 'Which kind.' })
  kind!: ConnectionKind;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => String, { description: 'What is read from it, in a sentence.' })
  description!: string;

  @Field(() => ConnectorCategory, { description: 'What it is for.' })
  category!: Category;

  @Field(() => Boolean, { description: 'Whether somebody ran it against the real thing.' })
  verified!: boolean;

  @Field(() => String, { description: 'What it was run against.' })
  verification!: string;

  @Field(() => [FormField], { description: 'What is asked when one is connected, in order.' })
  form!: readonly FormField[];

  @Field(() => ConnectorCapabilities, { description: 'What it can do.' })
  capabilities!: ConnectorCapabilities;
}

@ObjectType({ description: 'The source was opened; nothing was kept.', simpleResolvers: true })
export class SourceTested {
  @Field(() => [String], { description: 'Names of what was seen there, at most fifty; empty where a look at them would take long.' })
  objects!: string[];

  @Field(() => Int, { description: 'How long it took to answer.' })
  milliseconds!: number;
}

export const TestSourceResult = createUnionType({
  name: 'TestSourceResult',
  description: 'What was seen, or what has to be corrected.',
  types: () => [SourceTested, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : SourceTested),
});

export const ConnectSourceResult = createUnionType({
  name: 'ConnectSourceResult',
  description: 'The connection, or what has to be corrected first.',
  types: () => [ConnectionStarted, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ConnectionStarted),
});
