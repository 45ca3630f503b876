/** Name of the one durable workflow that carries out all workflows of agents. */
export const AGENT_WORKFLOW = 'agents.workflow';

/** Name of its one step. */
export const FLOW_STEP = 'FLOW';
