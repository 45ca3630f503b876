import { Field, ID, InputType } from 'type-graphql';
import { RuleOperator, SensitiveKind } from '../../kernel/data-access/data-rule.ts';
import { MaskMode } from '../../kernel/data-access/mask-mode.type.ts';
import { Role } from '../../kernel/viewer/viewer.ts';

@InputType({ description: 'Whom a rule restricts.' })
export class RuleAudienceInput {
  @Field(() => [Role], { defaultValue: [], description: 'Those who have one of these roles. Owners only when OWNER is among them.' })
  roles!: Role[];

  @Field(() => [String], { defaultValue: [], description: 'Those who belong to one of these groups, at most 50.' })
  groups!: string[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is everybody but those, owners aside.' })
  everybodyBut!: boolean;
}

@InputType({ description: 'A row rule to save: those it restricts see only records that meet it.' })
export class RowRuleInput {
  @Field(() => ID, { nullable: true, description: 'The rule to change; left out for a new one.' })
  id!: string | null | undefined;

  @Field(() => String, { description: 'What people call it, 1 to 120 characters.' })
  name!: string;

  @Field(() => String, { description: 'The entity type, such as Account.' })
  entityType!: string;

  @Field(() => String, { description: 'The attribute compared, over at most three to-one relations: `region`, `account.region`.' })
  path!: string;

  @Field(() => RuleOperator, { defaultValue: 'IN', description: 'How it compares.' })
  operator!: RuleOperator;

  @Field(() => [String], {
    nullable: true,
    description: 'What it compares with, at most 200 values; left out when the member’s attribute says it.',
  })
  values!: string[] | null | undefined;

  @Field(() => String, { nullable: true, description: "The member's own attribute that holds the values, such as region." })
  userAttribute!: string | null | undefined;

  @Field(() => RuleAudienceInput, { description: 'Whom it restricts.' })
  audience!: RuleAudienceInput;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether records that lead to a hidden record are hidden with it.' })
  cascade!: boolean;
}

@InputType({ description: 'A mask to save. It names one attribute of an entity type, or a kind of attributes.' })
export class ColumnMaskInput {
  @Field(() => ID, { nullable: true, description: 'The mask to change; left out for a new one.' })
  id!: string | null | undefined;

  @Field(() => String, { description: 'What people call it, 1 to 120 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The entity type; left out with a kind: all of them.' })
  entityType!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'The attribute.' })
  attribute!: string | null | undefined;

  @Field(() => SensitiveKind, { nullable: true, description: 'The kind of attributes, instead of one.' })
  sensitive!: SensitiveKind | null | undefined;

  @Field(() => MaskMode, { description: 'How much of the values is left.' })
  mode!: MaskMode;

  @Field(() => RuleAudienceInput, { description: 'Whom it restricts.' })
  audience!: RuleAudienceInput;
}

@InputType({ description: 'Something a member is, for rules to compare with.' })
export class UserAttributeInput {
  @Field(() => String, { description: 'Its name, 1 to 60 characters, such as region.' })
  name!: string;

  @Field(() => [String], { description: 'Its values, at most 200.' })
  values!: string[];
}

@InputType({ description: 'What a member is; replaces what was said before.' })
export class UserAttributesInput {
  @Field(() => ID, { description: 'The member.' })
  userId!: string;

  @Field(() => [String], { defaultValue: [], description: 'Groups the member belongs to, at most 50.' })
  groups!: string[];

  @Field(() => [UserAttributeInput], { defaultValue: [], description: 'Attributes, at most 50, each name once.' })
  attributes!: UserAttributeInput[];
}
