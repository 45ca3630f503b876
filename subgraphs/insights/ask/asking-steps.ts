/** What is done for an answer, one after the other. */
export type AskStage = 'READING' | 'QUERYING' | 'MODEL' | 'DONE';

/** Is told how an answer comes about. */
export interface AskTell {
  stage: (stage: Exclude<AskStage, 'DONE'>) => void;
  /** A piece of what a language model writes. */
  text: (piece: string) => void;
}
