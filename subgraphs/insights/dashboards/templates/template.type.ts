import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { Declined } from '../../ask/answer.type.ts';
import { Persona } from '../../metrics/metric-enums.ts';
import { User } from '../dashboard.type.ts';
import { DashboardStateInput, RefinedDashboard } from '../refine/refine.type.ts';

@ObjectType('DashboardTemplate', { description: 'What dashboards are made from again and again.', simpleResolvers: true })
export class DashboardTemplate {
  @Field(() => ID, { description: 'Identifies the template for good.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { description: 'What it shows.' })
  description!: string;

  @Field(() => Boolean, { description: 'Whether it comes with the product, and is made to fit the data each time.' })
  builtIn!: boolean;

  @Field(() => Persona, { nullable: true, description: 'Through whose eyes its questions are asked.' })
  persona!: Persona | null;

  @Field(() => Int, { nullable: true, description: 'How many widgets it has; null where that depends on the data.' })
  widgetCount!: number | null;

  @Field(() => User, { nullable: true, description: 'Who saved it; null for those of the product.' })
  createdBy!: User | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was saved; null for those of the product.' })
  createdAt!: Date | null;
}

export const DashboardTemplateConnection = relayConnection('DashboardTemplate', DashboardTemplate);

@InputType({ description: 'A template to keep.' })
export class SaveDashboardTemplateInput {
  @Field(() => ID, { nullable: true, description: 'The template to take the place of; left out for a new one.' })
  id!: string | null | undefined;

  @Field(() => String, { description: 'What people call it, 1 to 120 characters.' })
  name!: string;

  @Field(() => String, { defaultValue: '', description: 'What it shows, at most 1 000 characters.' })
  description!: string;

  @Field(() => DashboardStateInput, { description: 'The dashboard it is made of.' })
  state!: DashboardStateInput;
}

@ObjectType('DashboardTemplateSaved', { description: 'The template is kept.', simpleResolvers: true })
export class DashboardTemplateSaved {
  @Field(() => DashboardTemplate, { description: 'The template.' })
  template!: DashboardTemplate;
}

export const SaveDashboardTemplateResult = createUnionType({
  name: 'SaveDashboardTemplateResult',
  description: 'The template, or what has to be corrected first.',
  types: () => [DashboardTemplateSaved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : DashboardTemplateSaved),
});

@ObjectType('DashboardTemplateRemoved', { description: 'The template is gone.', simpleResolvers: true })
export class DashboardTemplateRemoved {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

export const RemoveDashboardTemplateResult = createUnionType({
  name: 'RemoveDashboardTemplateResult',
  description: 'That the template is gone, or why it is not.',
  types: () => [DashboardTemplateRemoved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : DashboardTemplateRemoved),
});

export const UseDashboardTemplateResult = createUnionType({
  name: 'UseDashboardTemplateResult',
  description: 'The dashboard made of a template, or why there is none.',
  types: () => [RefinedDashboard, Declined, InputRefused] as const,
  resolveType: (value) => (value instanceof Declined ? Declined : 'done' in value ? RefinedDashboard : InputRefused),
});
