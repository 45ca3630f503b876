/** Where records are on their way from a source to the agents that work with them. */
export const FLOW_STAGES = ['SOURCE', 'LANDED', 'MAPPED', 'RESOLVED', 'METRIC', 'AGENT'] as const;
export type FlowStageName = (typeof FLOW_STAGES)[number];

/** Stages whose records are counted by the minute; those of agents are told from their runs. */
export type CountedStage = Exclude<FlowStageName, 'AGENT'>;
