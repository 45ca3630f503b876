import { Field, ID, InputType } from 'type-graphql';
import { FabricPlaneKind } from './plane-kinds.ts';

@InputType({ description: 'One setting of a plane.' })
export class FabricPlaneSettingInput {
  @Field(() => String, { description: 'Its name in the form (fabricPlaneCatalogue).' })
  name!: string;

  @Field(() => String, { description: 'Its value; empty: left out.' })
  value!: string;
}

@InputType({ description: 'A new fabric plane.' })
export class CreateFabricPlaneInput {
  @Field(() => FabricPlaneKind, { description: 'What kind of plane it is.' })
  kind!: FabricPlaneKind;

  @Field(() => String, { nullable: true, description: 'What to call it; the kind’s name when left out.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is; left out, where planes of this kind usually are.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'What opens it. It is sealed and never shown again.' })
  secret?: string | null;

  @Field(() => [FabricPlaneSettingInput], { defaultValue: [], description: 'The other fields of its form.' })
  settings!: FabricPlaneSettingInput[];
}

@InputType({ description: 'What a fabric plane is to be from now on; what is left out stays as it is.' })
export class UpdateFabricPlaneInput {
  @Field(() => ID, { description: 'The plane.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What people call it.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is. With another address the secret has to be given too.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'What opens it from now on.' })
  secret?: string | null;

  @Field(() => [FabricPlaneSettingInput], { nullable: true, description: 'Settings to change, by name; an empty value takes one out.' })
  settings?: FabricPlaneSettingInput[] | null;
}

@InputType({ description: 'The company’s rules about fabric planes.' })
export class PlanePolicyInput {
  @Field(() => [FabricPlaneKind], { nullable: true, description: 'Kinds that connections may go through; left out: all.' })
  allowedKinds?: FabricPlaneKind[] | null;

  @Field(() => Boolean, { description: 'Whether connections may call their source directly, through no plane.' })
  directAllowed!: boolean;
}
