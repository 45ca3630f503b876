import { assertNever } from '../../kernel/assert-never.ts';
import { draw, pick } from './draw.ts';
import { MAX_ATTEMPTS, type Plan } from './plan.ts';
import { RELIABILITY, type FaultKind, type FarmAgent, type Scenario } from './scenario/scenario.ts';

/** What is done to one call. */
export type Fault =
  /** Its first tries fail, `times` of them; with MAX_ATTEMPTS of them it never succeeds. */
  | { kind: 'TOOL_TIMEOUT' | 'TOOL_FAILURE' | 'AGENT_CONFLICT' | 'RATE_LIMIT' | 'CORRUPTED_PAYLOAD' | 'NETWORK_PARTITION'; times: number }
  /** It is about more money than the policy allows; or than it allows without a person, who then says yes or no. */
  | { kind: 'POLICY_VIOLATION'; verdict: 'DENY' | 'APPROVE' | 'REJECT' }
  /** The worker dies when the answer is there: before that is kept, or after. */
  | { kind: 'WORKER_KILLED'; moment: 'BEFORE_CHECKPOINT' | 'AFTER_CHECKPOINT' }
  /** The run is put away and taken up again with room for one call. */
  | { kind: 'MEMORY_PRESSURE' };

/** What is done to a workflow, by the addresses of its calls. */
export type Schedule = ReadonlyMap<string, Fault>;

/** Chooses what happens to each call of a workflow: from the seed and the call's name alone. */
export function scheduleOf({ seed, faults, agents }: Scenario, { workflow, calls }: Plan): Schedule {
  const agent = agents.find(({ id }) => id === workflow.agent);
  const schedule = new Map<string, Fault>();
  for (const { path } of calls) {
    const about = [workflow.id, path] as const;
    if (draw(seed, ...about, 'fault') < faults.rate) {
      const [first = 'TOOL_FAILURE', ...more] = faults.kinds;
      schedule.set(path, faultOf(pick([first, ...more], draw(seed, ...about, 'kind')), draw(seed, ...about, 'how')));
    } else if (agent !== undefined && fails(agent, draw(seed, ...about, 'agent')))
      schedule.set(path, faultOf('TOOL_FAILURE', draw(seed, ...about, 'how')));
  }
  return schedule;
}

function fails({ reliability }: FarmAgent, chance: number): boolean {
  return chance < RELIABILITY[reliability];
}

function faultOf(kind: FaultKind, how: number): Fault {
  switch (kind) {
    case 'TOOL_TIMEOUT':
    case 'TOOL_FAILURE':
    case 'AGENT_CONFLICT':
    case 'RATE_LIMIT':
    case 'CORRUPTED_PAYLOAD':
      return { kind, times: how < 0.6 ? 1 : how < 0.85 ? 2 : MAX_ATTEMPTS };
    case 'NETWORK_PARTITION':
      // It heals before the last try: otherwise nobody could say whether there was an effect.
      return { kind, times: how < 0.7 ? 1 : 2 };
    case 'POLICY_VIOLATION':
      return { kind, verdict: how < 0.3 ? 'DENY' : how < 0.8 ? 'APPROVE' : 'REJECT' };
    case 'WORKER_KILLED':
      return { kind, moment: how < 0.5 ? 'BEFORE_CHECKPOINT' : 'AFTER_CHECKPOINT' };
    case 'MEMORY_PRESSURE':
      return { kind };
    default:
      return assertNever(kind);
  }
}
