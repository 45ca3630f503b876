import { Field, Float, ID, InputType } from 'type-graphql';
import { RepairStatus } from './repair.entity.ts';

@InputType({ description: 'What a value of the source stands for.' })
export class RepairValueInput {
  @Field(() => String, { description: 'What the source says now.' })
  from!: string;

  @Field(() => String, { description: 'What it was called before.' })
  to!: string;
}

@InputType({ description: 'How one column of a repair is to be read instead.' })
export class RepairChangeInput {
  @Field(() => String, { description: 'The column, as in the repair’s changes.' })
  column!: string;

  @Field(() => [String], { nullable: true, description: 'Fields to read it from, of those that are available; several are put together.' })
  from?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What stands between several; a blank when left out.' })
  separator?: string | null;

  @Field(() => Float, { nullable: true, description: 'What numbers are multiplied with.' })
  factor?: number | null;

  @Field(() => [RepairValueInput], { nullable: true, description: 'Values that are called otherwise now.' })
  values?: RepairValueInput[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the column is gone for good.' })
  leaveOut!: boolean;
}

@InputType({ description: 'Which repairs; what is left out does not matter.' })
export class RepairFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this connection.' })
  connectionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this source object.' })
  objectId?: string | null;

  @Field(() => [RepairStatus], { nullable: true, description: 'Only those that stand like one of these.' })
  statuses?: RepairStatus[] | null;
}
