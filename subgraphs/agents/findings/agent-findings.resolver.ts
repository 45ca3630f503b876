import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Agent } from '../agent/agent.type.ts';
import { analysesOf } from '../playbooks/analyses.ts';
import { PLAYBOOKS } from '../playbooks/playbook.ts';
import { Playbook } from '../playbooks/playbook.type.ts';
import type { FindingService } from './finding.service.ts';
import { AgentOutcomes } from './finding.type.ts';

/** What an agent does by itself, and what came of it. */
@Resolver(() => Agent)
export class AgentFindingsResolver {
  private readonly service: FindingService;

  constructor(service: FindingService) {
    this.service = service;
  }

  @FieldResolver(() => [Playbook], { description: 'What it does by itself once somebody schedules it; empty for agents of one’s own.' })
  playbooks(@Root() { pilot }: Agent): Playbook[] {
    return PLAYBOOKS.filter((playbook) => playbook.pilot === pilot).map(({ name, title, description, suggestedCron }) => ({
      name,
      title,
      description,
      suggestedSchedule: suggestedCron,
      analyses: analysesOf(pilot).map((each) => ({ name: each.name, title: each.title, description: each.description })),
    }));
  }

  @FieldResolver(() => AgentOutcomes, { description: 'What became of what it found.' })
  async outcomes(@Root() { id }: Agent, @Ctx() { viewer, loaders }: GraphContext): Promise<AgentOutcomes> {
    const user = requireUser(viewer);
    const outcomes = await loaders.get('agents.outcomes', (ids: readonly string[]) => this.service.outcomes(user, ids)).load(id);
    if (outcomes === null) throw new Error('outcomes of an agent were not counted');
    const { counts, improvements } = outcomes;
    return {
      open: counts.OPEN,
      proposed: counts.PROPOSED,
      accepted: counts.ACCEPTED,
      rejected: counts.REJECTED,
      done: counts.DONE,
      resolved: counts.RESOLVED,
      improvements: [...improvements],
    };
  }
}
