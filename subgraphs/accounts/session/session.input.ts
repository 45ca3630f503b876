import { Field, InputType } from 'type-graphql';
import type { Registration } from '../tenant/registration.ts';

@InputType({ description: 'A new tenant and its first person.' })
export class RegisterTenantInput implements Registration {
  @Field(() => String, { description: 'What the company is called; 1 to 100 characters.' })
  tenantName!: string;

  @Field(() => String, { description: 'Address the owner logs in with.' })
  email!: string;

  @Field(() => String, { description: 'What to call the owner; 1 to 100 characters.' })
  displayName!: string;

  @Field(() => String, { description: 'At least 10 characters.' })
  password!: string;
}
