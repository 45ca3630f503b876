import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser, Role } from '../../kernel/viewer/viewer.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import { ChangeMemberRoleResult, MemberRemoved, RemoveMemberResult, UpdateProfileResult } from './member.type.ts';
import type { MembersService } from './members.service.ts';
import { Persona } from './persona.ts';
import type { ProfileService } from './profile.service.ts';
import type { User } from './user.type.ts';

@Resolver()
export class MemberResolver {
  private readonly members: MembersService;
  private readonly profiles: ProfileService;

  constructor(members: MembersService, profiles: ProfileService) {
    this.members = members;
    this.profiles = profiles;
  }

  @Mutation(() => ChangeMemberRoleResult, { description: 'Gives a person of the tenant another role, at once.' })
  changeMemberRole(
    @Ctx() { viewer }: GraphContext,
    @Arg('userId', () => ID, { description: 'One of `tenant.members`.' }) userId: string,
    @Arg('role', () => Role, { description: 'Not above one’s own.' }) role: Role,
  ): Promise<User | InputRefused> {
    return refusalAsResult(() => this.members.changeRole(requireUser(viewer), userId, role), 'userId');
  }

  @Mutation(() => RemoveMemberResult, { description: 'Removes a person from the tenant; what they are logged in to ends at once.' })
  removeMember(
    @Ctx() { viewer }: GraphContext,
    @Arg('userId', () => ID, { description: 'One of `tenant.members`.' }) userId: string,
  ): Promise<MemberRemoved | InputRefused> {
    const work = async (): Promise<MemberRemoved> => {
      await this.members.remove(requireUser(viewer), userId);
      return Object.assign(new MemberRemoved(), { userId });
    };
    return refusalAsResult(work, 'userId');
  }

  @Mutation(() => UpdateProfileResult, { description: 'Changes what the viewer is called and how they look at the company.' })
  updateProfile(
    @Ctx() { viewer }: GraphContext,
    @Arg('displayName', () => String, { nullable: true, description: 'What to call the viewer; as it is when left out.' }) displayName:
      | string
      | null,
    @Arg('persona', () => Persona, { nullable: true, description: 'Null: none. As it is when left out. No permission comes with it.' })
    persona?: Persona | null,
  ): Promise<User | InputRefused> {
    return refusalAsResult(() => this.profiles.update(requireUser(viewer), { displayName, persona }), 'displayName');
  }
}
