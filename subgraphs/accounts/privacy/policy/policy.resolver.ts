import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { userLoader } from '../../user/user.loader.ts';
import type { UserService } from '../../user/user.service.ts';
import { Connection } from '../stubs.type.ts';
import type { PolicyChange, PolicyService, PolicyView } from './policy.service.ts';
import { PersonalDataPolicy, PersonalDataPolicyChanged, PersonalDataPolicyInput, SetPersonalDataPolicyResult } from './policy.type.ts';

@Resolver()
export class PolicyResolver {
  private readonly policies: PolicyService;
  private readonly users: UserService;

  constructor(policies: PolicyService, users: UserService) {
    this.policies = policies;
    this.users = users;
  }

  @Query(() => [PersonalDataPolicy], {
    description:
      'What happens to personal data where it comes in, the most specific first; what no policy is about comes in with a warning.',
  })
  async personalDataPolicies(@Ctx() context: GraphContext): Promise<PersonalDataPolicy[]> {
    return this.shown(context, await this.policies.list(requireUser(context.viewer)));
  }

  @Mutation(() => SetPersonalDataPolicyResult, { description: 'Sets a policy for personal data, or removes it.' })
  async setPersonalDataPolicy(
    @Ctx() context: GraphContext,
    @Arg('input', () => PersonalDataPolicyInput, { description: 'The policy.' }) input: PersonalDataPolicyInput,
  ): Promise<PersonalDataPolicyChanged | InputRefused> {
    const change = await this.policies.set(requireUser(context.viewer), input);
    if (Array.isArray(change)) return inputRefused(change);
    return Object.assign(new PersonalDataPolicyChanged(), {
      policies: await this.shown(context, change.policies),
      effect: effectOf(change),
      valuesBefore: change.valuesBefore,
      toSyncAgain: change.connectionIds.map((id) => Object.assign(new Connection(), { id })),
    });
  }

  private shown({ viewer, loaders }: GraphContext, policies: readonly PolicyView[]): Promise<PersonalDataPolicy[]> {
    const users = userLoader(loaders, this.users, requireUser(viewer));
    return Promise.all(
      policies.map(async ({ connectionId, updatedBy, ...policy }) => ({
        ...policy,
        connection: connectionId === null ? null : Object.assign(new Connection(), { id: connectionId }),
        updatedBy: updatedBy === null ? null : await users.load(updatedBy),
      })),
    );
  }
}

function effectOf({ valuesBefore, connectionIds }: PolicyChange): string {
  const from = 'It holds for what comes in from now on.';
  if (connectionIds.length === 0) return `${from} Nothing that it is about is known to have come in before.`;
  const many = connectionIds.length === 1 ? 'one connection' : `${connectionIds.length} connections`;
  return `${from} About ${valuesBefore.toLocaleString('en-US')} values came in before by ${many} and stay as they are until a complete sync reads them again.`;
}
