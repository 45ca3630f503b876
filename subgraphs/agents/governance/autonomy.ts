export const AutonomyMode = { OFF: 'OFF', PROPOSE_ONLY: 'PROPOSE_ONLY', SUPERVISED: 'SUPERVISED', FULL: 'FULL' } as const;
export type AutonomyMode = (typeof AutonomyMode)[keyof typeof AutonomyMode];

/** Until a tenant says otherwise: agents look and ask, and change nothing by themselves. */
export const USUAL_MODE: AutonomyMode = 'PROPOSE_ONLY';

/** What holds for all agents before a tenant has said anything. */
export const USUAL_SETTINGS = { autonomyMode: USUAL_MODE, alwaysConfirm: [], version: 0 };
