import { Field, ID, InputType, Int } from 'type-graphql';
import { Role } from '../../kernel/viewer/viewer.ts';

@InputType({ description: 'A new API key.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for, 1 to 100 characters.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The service account it acts as; left out: yourself.' })
  serviceAccountId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Names of actions it is limited to, such as `records.read`, or whole areas, such as `records.*`; left out: all that the account may.',
  })
  scopes?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Days until it stops working, 1 to 366; left out: it works until it is revoked.' })
  expiresInDays?: number | null;
}

@InputType({ description: 'A new service account.' })
export class CreateServiceAccountInput {
  @Field(() => String, { description: 'What it is for, 1 to 100 characters.' })
  name!: string;

  @Field(() => Role, { defaultValue: Role.AGENT, description: 'What it may do; no more than you may.' })
  role!: Role;
}

@InputType({ description: 'What a service account is to be from now on; what is left out stays as it is.' })
export class ChangeServiceAccountInput {
  @Field(() => ID, { description: 'The service account.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What it is for, 1 to 100 characters.' })
  name?: string | null;

  @Field(() => Role, { nullable: true, description: 'What it may do; no more than you may.' })
  role?: Role | null;
}
