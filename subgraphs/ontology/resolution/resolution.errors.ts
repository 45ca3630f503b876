import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why a decision about records was not carried out. */
export const resolutionErrors = defineErrors('ontology', {
  RESOLUTION_RECORD_UNKNOWN: {
    message: (d: { id: string }) => `There is no record ${d.id}.`,
    todo: 'Take ids from `records` or `resolutionPairs`; the record may have gone with its source.',
    retry: false,
    status: 404,
  },
  RESOLUTION_PAIR_UNKNOWN: {
    message: () => 'There is no such pair.',
    todo: 'Read `resolutionPairs` again: one of the records may have changed or gone.',
    retry: false,
    status: 404,
  },
  RESOLUTION_CHANGE_UNKNOWN: {
    message: () => 'There is no such change.',
    todo: 'Take the id from `resolutionHistory`.',
    retry: false,
    status: 404,
  },
  RESOLUTION_OFF: {
    message: (d: { name: string }) => `Records of ${d.name} are not resolved.`,
    todo: 'Enable it with `setResolutionPolicy`; it begins by itself once several tables feed a type of the shipped ontology.',
    retry: false,
    status: 409,
  },
  RESOLUTION_TYPES_DIFFER: {
    message: (d: { types: string }) => `Records of different types cannot be one: ${d.types}.`,
    todo: 'Choose records of one entity type; types themselves are merged in the ontology editor.',
    retry: false,
    status: 400,
  },
  RESOLUTION_TOO_FEW: {
    message: () => 'There is nothing to be done with these records: they are the same one, or all there are.',
    todo: 'Choose two golden records or more to merge, and to split some members but not all.',
    retry: false,
    status: 400,
  },
  RESOLUTION_TOO_MANY: {
    message: (d: { most: number }) => `That is more than ${d.most} at once.`,
    todo: 'Do it in several steps.',
    retry: false,
    status: 400,
  },
  RESOLUTION_BOTH_VERIFIED: {
    message: (d: { ids: string }) => `People have confirmed each of these records for itself: ${d.ids}.`,
    todo: 'If they are the same after all, take the confirmation of one back with `verifyRecord(id, verified: false)` and merge then.',
    retry: false,
    status: 409,
  },
  RESOLUTION_NEVER: {
    message: () => 'Somebody has declared that these records are never to be merged.',
    todo: 'See `resolutionHistory` of one of them, and take that decision back with `undoResolution` first.',
    retry: false,
    status: 409,
  },
  RESOLUTION_KEPT_APART: {
    message: () => 'Other decisions of people keep these records apart.',
    todo: 'See `resolutionHistory` of each of them, and take back what speaks against it.',
    retry: false,
    status: 409,
  },
  RESOLUTION_CHANGED_SINCE: {
    message: (d: { id: string }) => `The records have changed again since, by ${d.id}.`,
    todo: 'Take the later change back first.',
    retry: false,
    status: 409,
  },
  RESOLUTION_UNDONE: {
    message: () => 'This has been taken back already.',
    todo: 'Nothing has to be done.',
    retry: false,
    status: 409,
  },
  RESOLUTION_THRESHOLDS: {
    message: () => 'The threshold for asking is not below the one for merging, or not a number of bits between -100 and 100.',
    todo: 'Give thresholds in bits of evidence: ask from fewer bits than merge.',
    retry: false,
    status: 400,
  },
});
