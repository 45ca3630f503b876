import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AttributeType } from '../catalogue/entity-type.type.ts';

const names = <Name extends string>(...all: readonly Name[]): Readonly<Record<Name, Name>> =>
  Object.fromEntries(all.map((name) => [name, name])) as Record<Name, Name>;

export const TransformKind = names('COERCE', 'VALUES', 'WORDS', 'UNIT', 'CURRENCY', 'SPLIT', 'CONCAT');
export type TransformKind = keyof typeof TransformKind;
registerEnumType(TransformKind, {
  name: 'TransformKind',
  description: 'One thing that can be done to a landed value on its way to an attribute.',
  valuesConfig: {
    COERCE: { description: 'Reads text as the number, date or flag it says: `decimal`, `dates`, `blanks`.' },
    VALUES: { description: 'Whole values, compared without case and signs, become others: `cases`, `otherwise`.' },
    WORDS: { description: 'Words found in the value become a value: `cases`, `fallback`.' },
    UNIT: { description: 'Another unit of the same dimension: `from`, `to`.' },
    CURRENCY: {
      description: 'Another currency at the rate of a day: `from` or `fromColumn`, `to`, `onColumn`. The original stays beside it.',
    },
    SPLIT: { description: 'One piece of the value: `separator`, `part`, `rest`.' },
    CONCAT: { description: 'The value and those of other columns together: `columns`, `separator`.' },
  },
});

export const DateOrder = names('DMY', 'MDY', 'YMD');
export type DateOrder = keyof typeof DateOrder;
registerEnumType(DateOrder, {
  name: 'DateOrder',
  description: 'The order of the numbers in a date.',
  valuesConfig: {
    DMY: { description: 'Day, month, year.' },
    MDY: { description: 'Month, day, year.' },
    YMD: { description: 'Year, month, day.' },
  },
});

export const OtherValues = names('KEEP', 'BLANK', 'QUARANTINE');
export type OtherValues = keyof typeof OtherValues;
registerEnumType(OtherValues, {
  name: 'OtherValues',
  description: 'What becomes of values that no case names.',
  valuesConfig: {
    KEEP: { description: 'They stay as they are.' },
    BLANK: { description: 'They become blank.' },
    QUARANTINE: { description: 'They are set aside and counted; the record stays, and the value in what landed.' },
  },
});

@ObjectType('TransformCase', { description: 'Values or words, and what they become.', simpleResolvers: true })
@InputType('TransformCaseInput', { description: 'Values or words, and what they become.' })
export class TransformCase {
  @Field(() => [String], { description: 'Values, or words of WORDS in lower case.' })
  from!: string[];

  @Field(() => String, { description: 'What they become.' })
  to!: string;
}

@ObjectType('TransformStep', {
  description: 'One step of what is done to a landed value; the settings its kind has, null elsewhere.',
  simpleResolvers: true,
})
@InputType('TransformStepInput', { description: 'One step of what is to be done to a landed value; give the settings that its kind has.' })
export class TransformStep {
  @Field(() => TransformKind, { description: 'What it does.' })
  kind!: TransformKind;

  @Field(() => [TransformCase], { nullable: true, description: 'VALUES, WORDS: what becomes of what.' })
  cases!: TransformCase[] | null;

  @Field(() => OtherValues, { nullable: true, description: 'VALUES: what becomes of others; KEEP when left out.' })
  otherwise!: OtherValues | null;

  @Field(() => String, { nullable: true, description: 'WORDS: what everything else becomes.' })
  fallback!: string | null;

  @Field(() => String, { nullable: true, description: 'UNIT, CURRENCY: what the numbers are in.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'CURRENCY: the column that says what the amounts are in.' })
  fromColumn!: string | null;

  @Field(() => String, { nullable: true, description: 'UNIT, CURRENCY: what they become.' })
  to!: string | null;

  @Field(() => String, { nullable: true, description: 'CURRENCY: the column with the day whose rate is taken.' })
  onColumn!: string | null;

  @Field(() => String, { nullable: true, description: 'SPLIT, CONCAT: what stands between pieces.' })
  separator!: string | null;

  @Field(() => Int, { nullable: true, description: 'SPLIT: 1 is the first piece, -1 the last.' })
  part!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'SPLIT: whether what follows the piece is kept too.' })
  rest!: boolean | null;

  @Field(() => [String], { nullable: true, description: 'CONCAT: the other columns.' })
  columns!: string[] | null;

  @Field(() => String, { nullable: true, description: 'COERCE: the sign before decimals, `.` when left out.' })
  decimal!: string | null;

  @Field(() => DateOrder, { nullable: true, description: 'COERCE: the order in dates; left out: they are no dates, but as ISO 8601 says.' })
  dates!: DateOrder | null;

  @Field(() => [String], { nullable: true, description: 'COERCE: what stands for nothing.' })
  blanks!: string[] | null;
}

@ObjectType('TransformInForce', { description: 'A step, and what it does in a sentence.', simpleResolvers: true })
export class TransformInForce {
  @Field(() => TransformStep, { description: 'The step with its settings.' })
  step!: TransformStep;

  @Field(() => String, { description: 'What it does; empty for those whom rules about data restrict, for it may quote values.' })
  sentence!: string;
}

@ObjectType('TransformSuggestion', {
  description: 'Something that could be done to the values of a column; nothing is until a person says so.',
  simpleResolvers: true,
})
export class TransformSuggestion {
  @Field(() => [TransformInForce], { description: 'The steps, in order.' })
  transforms!: TransformInForce[];

  @Field(() => AttributeType, { description: 'The kind of values that come of it.' })
  type!: AttributeType;

  @Field(() => Float, { description: 'How sure it is, 0 to 1.' })
  confidence!: number;

  @Field(() => [String], { description: 'Why, in sentences.' })
  evidence!: string[];
}

@ObjectType('DerivedField', { description: 'One more attribute that a column feeds.', simpleResolvers: true })
export class DerivedField {
  @Field(() => String, { description: 'The attribute.' })
  attribute!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => AttributeType, { description: 'The kind of its values.' })
  type!: AttributeType;

  @Field(() => [TransformInForce], { description: 'How it comes from the column, in order.' })
  transforms!: TransformInForce[];
}

@ObjectType('UnpivotSuggestion', {
  description: 'A sheet of many numbers for each period as one observation for each number.',
  simpleResolvers: true,
})
export class UnpivotSuggestion {
  @Field(() => Float, { description: 'How sure it is, 0 to 1.' })
  confidence!: number;

  @Field(() => [String], { description: 'Why, in sentences.' })
  evidence!: string[];

  @Field(() => String, { nullable: true, description: 'The column with the periods; null when columns are periods.' })
  periodColumn!: string | null;

  @Field(() => String, { nullable: true, description: 'The column with the metrics’ names; null when columns are metrics.' })
  metricColumn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The column that says actual, forecast or budget; null when names say it, or nothing does.',
  })
  scenarioColumn!: string | null;

  @Field(() => [String], { description: 'The columns whose cells become observations.' })
  cells!: string[];

  @Field(() => [String], { description: 'The columns that stay attributes of each.' })
  dimensions!: string[];
}
