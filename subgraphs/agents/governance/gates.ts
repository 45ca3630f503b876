import { hasReached, type AgentStage } from '../agent/maturity.ts';
import type { Complexity } from '../tools/tool.ts';
import type { AutonomyMode } from './autonomy.ts';
import type { Verdict } from './governor.ts';
import { meets } from './pattern.ts';

/** From how far on an agent may do what is this complex by itself. */
const REACHED_FOR: Readonly<Record<Complexity, AgentStage>> = { 1: 'STUDENT', 2: 'INTERN', 3: 'SUPERVISED', 4: 'AUTONOMOUS' };

/** From here on an action changes something. */
export const CHANGES: Complexity = 3;

/** What an agent's stage allows it: students are trained first, interns and the supervised propose what is beyond them. */
export function maturityGate(stage: AgentStage, complexity: Complexity): Verdict {
  if (!hasReached(stage, REACHED_FOR[complexity])) return stage === 'STUDENT' ? 'TRAIN' : 'PROPOSE';
  return stage === 'SUPERVISED' && complexity >= CHANGES ? 'SUPERVISE' : 'EXECUTE';
}

/** What the tenant's mode allows all its agents. */
export function autonomyGate(mode: AutonomyMode, complexity: Complexity): Verdict {
  if (mode === 'OFF') return 'DENY';
  if (mode === 'FULL' || complexity < CHANGES) return 'EXECUTE';
  return mode === 'PROPOSE_ONLY' ? 'PROPOSE' : 'SUPERVISE';
}

/** Reaches beyond the graph, however simple the action: how far an agent has to be for it. */
const CAPABILITIES: readonly { action: string; from: AgentStage }[] = [
  { action: 'browser.*', from: 'INTERN' },
  { action: 'camera.*', from: 'INTERN' },
  { action: 'location.*', from: 'INTERN' },
  { action: 'notify', from: 'INTERN' },
  { action: 'notify.*', from: 'INTERN' },
  { action: 'screen.*', from: 'SUPERVISED' },
  { action: 'canvas.html', from: 'SUPERVISED' },
  { action: 'canvas.css', from: 'SUPERVISED' },
  { action: 'canvas.javascript', from: 'AUTONOMOUS' },
  { action: 'host.*', from: 'AUTONOMOUS' },
];
/** Code that somebody wrote as a skill: never a student's, and with a person's approval for all others. */
const CODE_SKILLS = 'skill.code*';

/** What an agent's stage allows it of a capability; null: the action needs none. */
export function capabilityGate(stage: AgentStage, action: string): Verdict | null {
  if (meets(CODE_SKILLS, action)) return stage === 'STUDENT' ? 'DENY' : 'PROPOSE';
  const capability = CAPABILITIES.find((each) => meets(each.action, action));
  if (capability === undefined) return null;
  if (hasReached(stage, capability.from)) return 'EXECUTE';
  return stage === 'STUDENT' && capability.from === 'INTERN' ? 'TRAIN' : 'DENY';
}

const STRICTNESS: Readonly<Record<Verdict, number>> = { EXECUTE: 0, SUPERVISE: 1, PROPOSE: 2, TRAIN: 3, DENY: 4 };

/** Whether one verdict lets less happen than another. */
export const isStricter = (one: Verdict, other: Verdict): boolean => STRICTNESS[one] > STRICTNESS[other];
