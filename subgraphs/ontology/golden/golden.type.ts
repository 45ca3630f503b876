import { Field, ObjectType, createUnionType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { CanonicalRecord } from '../catalogue/record.type.ts';

@ObjectType('ValueSet', { description: 'A value of a unified record is as it was asked for.', simpleResolvers: true })
export class ValueSet {
  @Field(() => CanonicalRecord, { description: 'The record as it is now.' })
  record!: CanonicalRecord;
}

/** What setting a value, or taking that back, comes to. */
export const OverrideValueResult = createUnionType({
  name: 'OverrideValueResult',
  description: 'What setting a value of a unified record comes to.',
  types: () => [ValueSet, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ValueSet),
});
