import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { RuleOperator, SensitiveKind } from '../../kernel/data-access/data-rule.ts';
import { MaskMode } from '../../kernel/data-access/mask-mode.type.ts';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Role } from '../../kernel/viewer/viewer.ts';
import { User } from '../user/user.type.ts';

registerEnumType(RuleOperator, {
  name: 'RuleOperator',
  description: 'How a row rule compares.',
  valuesConfig: {
    IN: { description: 'Records with one of the values are visible.' },
    NOT_IN: { description: 'Records with any other value are visible; those without a value are not.' },
  },
});
registerEnumType(SensitiveKind, {
  name: 'SensitiveKind',
  description: 'A kind of attributes that a mask covers wherever they are.',
  valuesConfig: {
    EMAIL: { description: 'E-mail addresses.' },
    PHONE: { description: 'Telephone numbers.' },
    SALARY: { description: 'What people earn: numbers whose name says salary, wage, pay, bonus.' },
    PERSON: { description: 'Names of people.' },
  },
});

@ObjectType('RuleAudience', { description: 'Whom a rule restricts.', simpleResolvers: true })
export class RuleAudience {
  @Field(() => [Role], { description: 'Those who have one of these roles. Owners only when OWNER is among them.' })
  roles!: Role[];

  @Field(() => [String], { description: 'Those who belong to one of these groups.' })
  groups!: string[];

  @Field(() => Boolean, { description: 'Whether it is everybody but those, owners aside.' })
  everybodyBut!: boolean;
}

@ObjectType('RowRule', { description: 'Which records of an entity type some members see.', simpleResolvers: true })
export class RowRule {
  @Field(() => ID, { description: 'Identifies the rule for good.' })
  id!: string;

  @Field(() => String, { description: 'What people call it; answers under it say so.' })
  name!: string;

  @Field(() => String, { description: 'The entity type, such as Account.' })
  entityType!: string;

  @Field(() => String, { description: 'The attribute compared, over to-one relations: `region`, `account.region`.' })
  path!: string;

  @Field(() => RuleOperator, { description: 'How it compares.' })
  operator!: RuleOperator;

  @Field(() => [String], { description: 'What it compares with; empty when the attribute of the member says it.' })
  values!: string[];

  @Field(() => String, { nullable: true, description: "The member's own attribute that holds the values, such as region." })
  userAttribute!: string | null;

  @Field(() => RuleAudience, { description: 'Whom it restricts.' })
  audience!: RuleAudience;

  @Field(() => Boolean, { description: 'Whether records that lead to a hidden record are hidden with it.' })
  cascade!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it cannot be applied as it stands; until it can, those it restricts see no record of the type.',
  })
  problem!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was changed last.' })
  changedAt!: Date;

  changedBy!: string;
}

@ObjectType('ColumnMask', { description: 'Which values some members do not see as they are.', simpleResolvers: true })
export class ColumnMask {
  @Field(() => ID, { description: 'Identifies the mask for good.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The entity type; null: all of them.' })
  entityType!: string | null;

  @Field(() => String, { nullable: true, description: 'The attribute; null when a kind is masked.' })
  attribute!: string | null;

  @Field(() => SensitiveKind, { nullable: true, description: 'The kind of attributes; null when one attribute is masked.' })
  sensitive!: SensitiveKind | null;

  @Field(() => MaskMode, { description: 'How much of the values is left.' })
  mode!: MaskMode;

  @Field(() => RuleAudience, { description: 'Whom it restricts.' })
  audience!: RuleAudience;

  @Field(() => String, {
    nullable: true,
    description: 'Why it cannot be applied as it stands; until it can, those it restricts see no value of the type.',
  })
  problem!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was changed last.' })
  changedAt!: Date;

  changedBy!: string;
}

export const RowRuleConnection = relayConnection('RowRule', RowRule);
export const ColumnMaskConnection = relayConnection('ColumnMask', ColumnMask);

@ObjectType('DataRuleRemoved', { description: 'The rule or mask is gone.', simpleResolvers: true })
export class DataRuleRemoved {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

@ObjectType('UserAttribute', { description: 'Something a member is, for rules to compare with.', simpleResolvers: true })
export class UserAttribute {
  @Field(() => String, { description: 'Its name, such as region.' })
  name!: string;

  @Field(() => [String], { description: 'Its values.' })
  values!: string[];
}

@ObjectType('MemberAttributes', { description: 'What a member is, as far as rules about data ask.', simpleResolvers: true })
export class MemberAttributes {
  @Field(() => User, { description: 'The member.' })
  user!: User;

  @Field(() => [String], { description: 'Groups the member belongs to.' })
  groups!: string[];

  @Field(() => [UserAttribute], { description: 'Attributes by name.' })
  attributes!: UserAttribute[];
}

export const MemberAttributesConnection = relayConnection('MemberAttributes', MemberAttributes);

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the union's type cannot be written down
const resultOf = <T extends object>(name: string, type: new () => T) =>
  createUnionType({
    name,
    description: 'What was asked for, or what has to be corrected first.',
    types: () => [type, InputRefused] as const,
    resolveType: (value) => ('problems' in value ? InputRefused : type),
  });

export const SaveRowRuleResult = resultOf('SaveRowRuleResult', RowRule);
export const SaveColumnMaskResult = resultOf('SaveColumnMaskResult', ColumnMask);
export const RemoveDataRuleResult = resultOf('RemoveDataRuleResult', DataRuleRemoved);
export const SetUserAttributesResult = resultOf('SetUserAttributesResult', MemberAttributes);
