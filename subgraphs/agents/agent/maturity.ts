export const AgentStage = { STUDENT: 'STUDENT', INTERN: 'INTERN', SUPERVISED: 'SUPERVISED', AUTONOMOUS: 'AUTONOMOUS' } as const;
export type AgentStage = (typeof AgentStage)[keyof typeof AgentStage];

/** The stages in the order in which agents grow. */
export const STAGES: readonly AgentStage[] = ['STUDENT', 'INTERN', 'SUPERVISED', 'AUTONOMOUS'];

const INTERN_FROM = 0.5;
const SUPERVISED_FROM = 0.7;
/** An agent is autonomous above it. */
const SUPERVISED_UP_TO = 0.9;

/** The stage of a maturity of 0…1. */
export function stageOf(maturity: number): AgentStage {
  if (maturity > SUPERVISED_UP_TO) return 'AUTONOMOUS';
  if (maturity >= SUPERVISED_FROM) return 'SUPERVISED';
  return maturity >= INTERN_FROM ? 'INTERN' : 'STUDENT';
}

/** Whether an agent of one stage has got as far as another. */
export const hasReached = (stage: AgentStage, wanted: AgentStage): boolean => STAGES.indexOf(stage) >= STAGES.indexOf(wanted);
