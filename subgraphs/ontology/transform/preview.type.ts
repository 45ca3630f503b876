import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';

@ObjectType('PreviewedValue', { description: 'A value that landed, and what would become of it.', simpleResolvers: true })
export class PreviewedValue {
  @Field(() => String, { description: 'As it landed.' })
  before!: string;

  @Field(() => String, { nullable: true, description: 'As it would be kept; null: blank.' })
  after!: string | null;

  @Field(() => Boolean, { description: 'Whether it would be set aside: the attribute cannot keep it.' })
  setAside!: boolean;

  @Field(() => Int, { description: 'How many of the records looked at carry it.' })
  records!: number;
}

@ObjectType('TransformPreview', { description: 'What steps would do to the values of a column.', simpleResolvers: true })
export class TransformPreview {
  @Field(() => Int, { description: 'Records looked at: 10 000 at most.' })
  records!: number;

  @Field(() => Int, { description: 'Of those, how many have no value.' })
  blank!: number;

  @Field(() => Int, { description: 'Of those, how many values would be set aside.' })
  setAside!: number;

  @Field(() => [PreviewedValue], {
    description: 'Values before and after, 50 at most, those that would be set aside first; none for those whom rules about data restrict.',
  })
  values!: PreviewedValue[];
}

export const TransformPreviewResult = createUnionType({
  name: 'TransformPreviewResult',
  description: 'What steps would do, or what is wrong with them.',
  types: () => [TransformPreview, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : TransformPreview),
});
