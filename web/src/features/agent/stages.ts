import type { Tone } from '../../ui/badge.tsx';

interface StageLook {
  word: string;
  tone: Tone;
  /** What an agent of this stage may do, in a sentence. */
  may: string;
}

const STAGES: Readonly<Record<string, StageLook>> = {
  STUDENT: { word: 'student', tone: 'neutral', may: 'Reads and learns. What changes something waits until it is trained.' },
  INTERN: { word: 'intern', tone: 'warning', may: 'Proposes; a person decides.' },
  SUPERVISED: { word: 'supervised', tone: 'accent', may: 'Acts while people watch. What matters it proposes.' },
  AUTONOMOUS: { word: 'autonomous', tone: 'good', may: 'Acts by itself, within its limits and your policies.' },
};

export function stageLook(stage: string): StageLook {
  return STAGES[stage] ?? { word: stage.toLowerCase(), tone: 'neutral', may: '' };
}

/** Where one stage ends and the next begins, 0 to 1. */
export const GATES = [
  { at: 0.5, word: 'intern' },
  { at: 0.7, word: 'supervised' },
  { at: 0.9, word: 'autonomous' },
] as const;
