import { Field, Int, ObjectType } from 'type-graphql';
import { MaskMode } from '../../kernel/data-access/mask-mode.type.ts';
import { User } from '../user/user.type.ts';

@ObjectType('PreviewedMask', { description: 'An attribute that somebody does not see as it is.', simpleResolvers: true })
export class PreviewedMask {
  @Field(() => String, { description: 'Name of the attribute.' })
  attribute!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => MaskMode, { description: 'How much of its values is left.' })
  mode!: MaskMode;

  @Field(() => [String], { description: 'Names of the masks that say so.' })
  masks!: string[];
}

@ObjectType('PreviewedType', { description: 'What somebody sees of one entity type.', simpleResolvers: true })
export class PreviewedType {
  @Field(() => String, { description: 'Name of the entity type.' })
  entityType!: string;

  @Field(() => String, { description: 'What people call several of it.' })
  label!: string;

  @Field(() => Int, { description: 'How many records they see.' })
  visible!: number;

  @Field(() => Int, { description: 'How many there are.' })
  total!: number;

  @Field(() => [String], { description: 'Names of the row rules that limit them, also over the records they lead to.' })
  rowRules!: string[];

  @Field(() => [PreviewedMask], { description: 'What is masked.' })
  masks!: PreviewedMask[];
}

@ObjectType('DataAccessPreview', { description: 'What a member sees of the data at this moment.', simpleResolvers: true })
export class DataAccessPreview {
  @Field(() => User, { description: 'The member.' })
  user!: User;

  @Field(() => Boolean, { description: 'Whether any rule applies to them.' })
  restricted!: boolean;

  @Field(() => [PreviewedType], { description: 'By entity type.' })
  types!: PreviewedType[];
}
