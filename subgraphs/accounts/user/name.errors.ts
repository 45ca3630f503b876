import { defineErrors } from '../../kernel/errors/domain-error.ts';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { MAX_NAME_CHARACTERS, readName, type NameFault } from './plain-text.ts';

const nameErrors = defineErrors('accounts', {
  NAME_INVALID: {
    message: (d: { maximum: number }) => `A name has 1 to ${d.maximum} characters.`,
    todo: 'Enter a name within that length.',
    retry: false,
    status: 400,
  },
  NAME_INVISIBLE: {
    message: () => 'The name has characters in it that cannot be seen or change the direction of writing.',
    todo: 'Type the name instead of pasting it.',
    retry: false,
    status: 400,
  },
  NAME_MIXED: {
    message: () => 'A word of the name mixes letters of different alphabets that look alike.',
    todo: 'Write each word in one alphabet.',
    retry: false,
    status: 400,
  },
  NAME_ACCENTS: {
    message: () => 'The name piles more accents on a letter than any language does.',
    todo: 'Write the name with at most three accents on a letter.',
    retry: false,
    status: 400,
  },
  NAME_UNREADABLE: {
    message: () => 'The name has neither a letter nor a digit in it.',
    todo: 'Enter a name that can be read out.',
    retry: false,
    status: 400,
  },
});

const BY_FAULT: Readonly<Record<NameFault, () => DomainError>> = {
  LENGTH: () => nameErrors.NAME_INVALID({ maximum: MAX_NAME_CHARACTERS }),
  INVISIBLE: () => nameErrors.NAME_INVISIBLE({}),
  MIXED: () => nameErrors.NAME_MIXED({}),
  ACCENTS: () => nameErrors.NAME_ACCENTS({}),
  LETTERS: () => nameErrors.NAME_UNREADABLE({}),
};

/** The name in its normal form. @throws NAME_INVALID, NAME_INVISIBLE, NAME_MIXED, NAME_ACCENTS, NAME_UNREADABLE */
export function nameOf(text: string): string {
  const read = readName(text);
  if ('fault' in read) throw BY_FAULT[read.fault]();
  return read.name;
}
