import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Scan } from './scan.type.ts';

export const ScanChangeKind = { NEW: 'NEW', GONE: 'GONE', CHANGED: 'CHANGED' } as const;
export type ScanChangeKind = (typeof ScanChangeKind)[keyof typeof ScanChangeKind];
registerEnumType(ScanChangeKind, {
  name: 'ScanChangeKind',
  description: 'What became of an application from one scan to another.',
  valuesConfig: {
    NEW: { description: 'The older scan did not find it.' },
    GONE: { description: 'The newer scan did not find it.' },
    CHANGED: { description: 'Both found it, and judge it differently.' },
  },
});

@ObjectType('FieldChange', { description: 'One thing that is not as it was.', simpleResolvers: true })
export class FieldChange {
  @Field(() => String, { description: 'What it is: a field of Asset, `reasons` for a reason that came or went, or the name of a score.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it was; null for a reason that came.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is; null for a reason that went.' })
  after!: string | null;
}

@ObjectType('ScanChange', {
  description: 'What became of one application from one scan to another, or would by another policy.',
  simpleResolvers: true,
})
export class ScanChange {
  @Field(() => String, { description: 'The key that the application runs under.' })
  key!: string;

  @Field(() => ScanChangeKind, { description: 'What became of it.' })
  kind!: ScanChangeKind;

  @Field(() => [FieldChange], { description: 'What differs; empty for what is new or gone.' })
  changes!: FieldChange[];

  /** Behind the computed fields; not part of the graph. */
  assetId!: string;
}

export const ScanChangeConnection = relayConnection('ScanChange', ScanChange);

@ObjectType('ScanDiff', { description: 'What changed from one scan to another.', simpleResolvers: true })
export class ScanDiff {
  @Field(() => Scan, { description: 'The older scan.' })
  older!: Scan;

  @Field(() => Scan, { description: 'The newer scan.' })
  newer!: Scan;

  @Field(() => Int, { description: 'Applications that only the newer one found.' })
  added!: number;

  @Field(() => Int, { description: 'Applications that only the older one found.' })
  gone!: number;

  @Field(() => Int, { description: 'Applications that both found and judge differently.' })
  changed!: number;
}
