/** What is measured of a reading, as the sentence people read where it weighs. */
export const SIGNALS = {
  ADOPTED: 'It is about tables that are known by their names only',
  NESTED: 'It was read as phrases in phrases',
  PHRASES: 'It holds several phrases that belong together',
  LOOSE: 'A condition on records stands in another on records of the same kind',
  NEGATED: 'What must not be so can be told in several ways',
  REPEATED_RANKED: 'One of several rows of a record is asked for',
  FIT: 'Its parts fit together loosely',
  CLOSE: 'Another reading is nearly as good',
  AGREED: 'Two ways of reading come to the same',
  DOUBTS: 'Something was assumed',
  BY_DATA: 'The period is counted from the end of the data',
  CORRECTED: 'A word was misspelt',
  IDLE: 'A word that means something is not in the plan',
  STRANGE: 'A word means nothing here and was passed over',
  MISPLACED: 'A value was taken for another column than that of the records named before it',
  ECHO: 'What is told is what was named in the question',
  REPEATED_COUNT: 'Rows are counted, and a record can stand in several',
  ELSEWHERE: 'A value stands in several columns',
  SHARED: 'Several kinds of records have an attribute of that name',
  PARTIAL: 'A name was recognised by a part of it',
  LENGTH: 'The sentence is long',
  STEPS: 'The records are linked over several steps',
  OWN_COUNT: 'Records are counted by their own name',
  NAMELESS: 'The records have no name to be told by',
  EMPTY: 'Nothing was found, which often means that something else was asked',
  FLAT: 'What is ranked is all alike',
} as const;
export type SignalName = keyof typeof SIGNALS;

/** One measurement of a reading; 0 says nothing. */
export interface Signal {
  name: SignalName;
  amount: number;
}
