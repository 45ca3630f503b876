import type { RaciPart } from './raci-draft.ts';

/** The four ways to answer for something, in plain words. */
export const RACI_WORDS: Readonly<Record<RaciPart, { label: string; hint: string }>> = {
  responsible: { label: 'Does it', hint: 'Responsible, besides the agent: may never approve it.' },
  accountable: { label: 'Decides it', hint: 'Accountable: approves it.' },
  consulted: { label: 'Is asked', hint: 'Consulted before it is decided.' },
  informed: { label: 'Is told', hint: 'Informed of what was decided.' },
};
