import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Role } from '../../kernel/viewer/viewer.ts';
import { Persona } from './persona.ts';

registerEnumType(Role, {
  name: 'Role',
  description: 'What a person may do in their tenant.',
  valuesConfig: {
    OWNER: { description: 'Everything, including closing the tenant.' },
    ADMIN: { description: 'Everything but closing the tenant.' },
    OPERATOR: { description: 'Connects sources, accepts mappings, decides approvals.' },
    ANALYST: { description: 'Asks and builds dashboards.' },
    VIEWER: { description: 'Reads.' },
    AGENT: { description: 'A program that acts for the tenant within its limits.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('User', { description: 'A person (or a program) that belongs to a tenant.', simpleResolvers: true })
export class User {
  @Field(() => ID, { description: 'Identifies the user for good.' })
  id!: string;

  @Field(() => String, { description: 'Address the user logs in with, in lower case.' })
  email!: string;

  @Field(() => String, { description: 'What to call the user.' })
  displayName!: string;

  @Field(() => Role, { description: 'What the user may do.' })
  role!: Role;

  @Field(() => Persona, { nullable: true, description: 'How the user looks at the company; a preference, no permission.' })
  persona?: Persona | null | undefined;

  @Field(() => GraphQLDateTime, { description: 'When the user was added.' })
  createdAt!: Date;

  /** Behind the computed fields; not part of the graph. */
  tenantId!: string;
}

export const UserConnection = relayConnection('User', User);
