import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { User } from '../dashboards/dashboard.type.ts';

export const FiscalYearNaming = { START: 'START', END: 'END' } as const;
export type FiscalYearNaming = (typeof FiscalYearNaming)[keyof typeof FiscalYearNaming];
registerEnumType(FiscalYearNaming, {
  name: 'FiscalYearNaming',
  description: 'Which calendar year gives a fiscal year its number.',
  valuesConfig: {
    START: { description: 'The one it starts in.' },
    END: { description: 'The one it ends in.' },
  },
});

export const QuarterMeaning = { CALENDAR: 'CALENDAR', FISCAL: 'FISCAL' } as const;
export type QuarterMeaning = (typeof QuarterMeaning)[keyof typeof QuarterMeaning];
registerEnumType(QuarterMeaning, {
  name: 'QuarterMeaning',
  description: 'What quarters and halves are where a question does not say.',
  valuesConfig: {
    CALENDAR: { description: 'Q1 is January to March.' },
    FISCAL: { description: 'Q1 is the first quarter of the fiscal year.' },
  },
});

export const WeekStart = { MONDAY: 'MONDAY', SUNDAY: 'SUNDAY', SATURDAY: 'SATURDAY' } as const;
export type WeekStart = (typeof WeekStart)[keyof typeof WeekStart];
registerEnumType(WeekStart, {
  name: 'WeekStart',
  description: 'The day a week starts on.',
  valuesConfig: {
    MONDAY: { description: 'Weeks run from Monday to Sunday.' },
    SUNDAY: { description: 'Weeks run from Sunday to Saturday.' },
    SATURDAY: { description: 'Weeks run from Saturday to Friday.' },
  },
});

@ObjectType('InsightsSettings', { description: 'How the tenant counts time and money.', simpleResolvers: true })
export class InsightsSettings {
  @Field(() => Int, { description: 'The month its fiscal year starts in: 1 is January.' })
  fiscalYearStartMonth!: number;

  @Field(() => FiscalYearNaming, { description: 'Which calendar year gives a fiscal year its number.' })
  fiscalYearNamedBy!: FiscalYearNaming;

  @Field(() => QuarterMeaning, { description: 'What quarters and halves are where a question does not say.' })
  quarters!: QuarterMeaning;

  @Field(() => WeekStart, { description: 'The day its weeks start on.' })
  weekStart!: WeekStart;

  @Field(() => String, {
    nullable: true,
    description: 'The currency amounts are told in, each converted by the rate of its day; null: as they are, and never mixed.',
  })
  reportingCurrency!: string | null;

  @Field(() => User, { nullable: true, description: 'Who changed it last; null while it is as shipped.' })
  changedBy!: User | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was changed last; null while it is as shipped.' })
  changedAt!: Date | null;
}

@InputType('InsightsSettingsInput', { description: 'How the tenant counts time and money; what is left out stays as it is.' })
export class InsightsSettingsInput {
  @Field(() => Int, { nullable: true, description: 'The month its fiscal year starts in, 1 to 12.' })
  fiscalYearStartMonth!: number | null | undefined;

  @Field(() => FiscalYearNaming, { nullable: true, description: 'Which calendar year gives a fiscal year its number.' })
  fiscalYearNamedBy!: FiscalYearNaming | null | undefined;

  @Field(() => QuarterMeaning, { nullable: true, description: 'What quarters and halves are where a question does not say.' })
  quarters!: QuarterMeaning | null | undefined;

  @Field(() => WeekStart, { nullable: true, description: 'The day its weeks start on.' })
  weekStart!: WeekStart | null | undefined;

  @Field(() => String, { nullable: true, description: 'Three capital letters; null takes it away, left out it stays.' })
  reportingCurrency!: string | null | undefined;
}

@ObjectType('InsightsSettingsSaved', { description: 'It holds for every question from now on.', simpleResolvers: true })
export class InsightsSettingsSaved {
  @Field(() => InsightsSettings, { description: 'As it is now.' })
  settings!: InsightsSettings;
}

export const SaveInsightsSettingsResult = createUnionType({
  name: 'SaveInsightsSettingsResult',
  description: 'The settings as they are now, or what has to be corrected first.',
  types: () => [InsightsSettingsSaved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : InsightsSettingsSaved),
});
