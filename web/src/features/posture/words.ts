import { codeWords } from '../discover/words.ts';

interface ComponentWords {
  word: string;
  /** What the hundredths are of, in a sentence. */
  says: string;
}

const COMPONENTS: Readonly<Record<string, ComponentWords>> = {
  GOVERNED: { word: 'Governed', says: 'Of the applications that are used, those that the company governs.' },
  RISK: { word: 'Risk', says: 'What is left of 100 when the mean risk is taken away.' },
  OWNED: { word: 'Owned', says: 'Applications with an owner, named or probable.' },
  SIGN_ON: { word: 'Single sign-on', says: 'Of what is governed, used and run by others, what is entered with single sign-on.' },
  ATTESTED: { word: 'Attested', says: 'Of what is used and run by others, what somebody independent attests to.' },
  IN_USE: { word: 'In use', says: 'Of what is governed and paid for, what is used.' },
  NOT_CRITICAL: { word: 'Nothing critical', says: 'Applications without a critical finding.' },
};

/** A component of posture in words; one that is not known yet by its code. Pure. */
export function componentWords(code: string): ComponentWords {
  return COMPONENTS[code] ?? { word: codeWords(code), says: '' };
}

/** The counts of a day, in the order they are shown. */
export const COUNTS = [
  { name: 'assets', label: 'Applications' },
  { name: 'shadow', label: 'Shadow' },
  { name: 'zombie', label: 'Zombie' },
  { name: 'parked', label: 'Parked' },
  { name: 'unowned', label: 'Without owner' },
  { name: 'findings', label: 'Findings' },
] as const;
