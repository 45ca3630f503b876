import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Float, ID, InputType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { CHANGE_KINDS, type ChangeKind } from './detection/types.ts';
import { type Dependent, DriftSeverity, DriftStatus, type StoredField } from './drift.entity.ts';

const said: Readonly<Record<ChangeKind, string>> = {
  ADDED: 'A field is new.',
  REMOVED: 'A field is no longer there, and nothing certainly took its place.',
  RENAMED: 'A field has another name.',
  MOVED: 'A field stands within another one now, or no longer does.',
  SPLIT: 'One field became several.',
  MERGED: 'Several fields became one.',
  RETYPED: 'A field is of another type.',
  UNIT_CHANGED: 'Numbers are in another unit.',
  FORMAT_CHANGED: 'Values are written another way.',
  ENUM_CHANGED: 'A field has other values than those it had.',
  NULLABILITY_CHANGED: 'A field may be empty now, or no longer is.',
};
export const DriftKind = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, kind])) as { readonly [Kind in ChangeKind]: Kind };
registerEnumType(DriftKind, {
  name: 'DriftKind',
  description: 'How an object has changed at its source.',
  valuesConfig: Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, { description: said[kind] }])),
});
registerEnumType(DriftSeverity, {
  name: 'DriftSeverity',
  description: 'How much a drift matters, by what goes by what has changed.',
  valuesConfig: {
    INFO: { description: 'Nothing goes by it.' },
    WARNING: { description: 'Something goes by it; it is repaired, or can be.' },
    CRITICAL: { description: 'Records cannot be told apart, or something that is needed has no successor.' },
  },
});
registerEnumType(DriftStatus, {
  name: 'DriftStatus',
  description: 'What became of a drift.',
  valuesConfig: {
    OPEN: { description: 'It is there. Where something goes by it, records of the object wait in quarantine.' },
    PASSED: { description: 'Nothing goes by it: the object is taken as it is now.' },
    REPAIRED: { description: 'The object is read another way, so that nothing has changed downstream.' },
    DISMISSED: { description: 'A person said to take the object as it is now.' },
    GONE: { description: 'The source is again as it was, or has changed otherwise.' },
  },
});
const DependentKind = { KEY: 'KEY', ENTITY: 'ENTITY', ATTRIBUTE: 'ATTRIBUTE', METRIC: 'METRIC' } as const;
registerEnumType(DependentKind, {
  name: 'DependentKind',
  description: 'What goes by a column.',
  valuesConfig: {
    KEY: { description: 'Records are told apart by it.' },
    ENTITY: { description: 'An entity type of the published model.' },
    ATTRIBUTE: { description: 'An attribute of the published model.' },
    METRIC: { description: 'A metric.' },
  },
});

@ObjectType({ description: 'A field of a source as it was, or is; nothing of its values.', simpleResolvers: true })
export class DriftField implements StoredField {
  @Field(() => String, { description: 'Its name; dotted where it stands within another one.' })
  path!: string;

  @Field(() => String, { description: 'Its type.' })
  type!: string;

  @Field(() => Boolean, { description: 'Whether it may be empty.' })
  nullable!: boolean;

  @Field(() => String, { nullable: true, description: 'How its values are written.' })
  format!: string | null;

  @Field(() => String, { nullable: true, description: 'What its numbers count: a currency, cents, seconds.' })
  unit!: string | null;
}

@ObjectType({ description: 'Something that goes by what has changed.', simpleResolvers: true })
export class DriftDependent implements Dependent {
  @Field(() => DependentKind, { description: 'What it is.' })
  kind!: Dependent['kind'];

  @Field(() => String, { description: 'Its name: `Opportunity.stage`.' })
  name!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Drift', { description: 'One change of an object at its source.', simpleResolvers: true })
export class Drift {
  @Field(() => ID, { description: 'Identifies the drift for good.' })
  id!: string;

  @Field(() => DriftKind, { description: 'How it changed.' })
  kind!: ChangeKind;

  @Field(() => DriftSeverity, { description: 'How much it matters.' })
  severity!: DriftSeverity;

  @Field(() => DriftStatus, { description: 'What became of it.' })
  status!: DriftStatus;

  @Field(() => String, { nullable: true, description: 'The field it is about, by the name it had.' })
  field?: string | null | undefined;

  @Field(() => String, { description: 'What changed, in a sentence.' })
  summary!: string;

  @Field(() => [DriftField], { description: 'The fields as they were; none of what is new.' })
  before!: StoredField[];

  @Field(() => [DriftField], { description: 'The fields as they are; none of what went.' })
  after!: StoredField[];

  @Field(() => Float, { description: 'How sure that is, 0 to 1.' })
  confidence!: number;

  @Field(() => [DriftDependent], { description: 'What goes by the fields that changed.' })
  dependents!: Dependent[];

  @Field(() => Boolean, { description: 'Whether records of the object wait in quarantine while it is open.' })
  holds!: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it was first seen.' })
  detectedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was settled; null while it is open.' })
  closedAt?: Date | null | undefined;

  evidence!: string[];
  connectionId!: string;
  objectId!: string;
  repairId?: string | null | undefined;
}

export const DriftConnection = relayConnection('Drift', Drift);

@InputType({ description: 'Which drifts; what is left out does not matter.' })
export class DriftFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this connection.' })
  connectionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this source object.' })
  objectId?: string | null;

  @Field(() => [DriftStatus], { nullable: true, description: 'Only those that stand like one of these.' })
  statuses?: DriftStatus[] | null;

  @Field(() => [DriftSeverity], { nullable: true, description: 'Only those that matter so much.' })
  severities?: DriftSeverity[] | null;
}

@ObjectType({ description: 'A connection was looked at for drift.', simpleResolvers: true })
export class ConnectionObserved {
  @Field(() => GraphQLDateTime, { description: 'When.' })
  observedAt!: Date;

  @Field(() => [Drift], { description: 'The drifts of the connection that are open now, the newest first; at most 100.' })
  drifts!: Drift[];
}

@ObjectType({ description: 'A drift was dismissed.', simpleResolvers: true })
export class DriftDismissed {
  @Field(() => Drift, { description: 'The drift as it stands now.' })
  drift!: Drift;
}

export const ObserveConnectionResult = createUnionType({
  name: 'ObserveConnectionResult',
  description: 'What a look at a connection came to, or why there was none.',
  types: () => [ConnectionObserved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ConnectionObserved),
});

export const DismissDriftResult = createUnionType({
  name: 'DismissDriftResult',
  description: 'The dismissed drift, or why it could not be.',
  types: () => [DriftDismissed, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : DriftDismissed),
});
