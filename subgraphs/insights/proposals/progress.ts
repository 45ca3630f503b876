/** Told of how far a model has come. */
export interface Progress {
  begun(): void;
  wrote(piece: string): void;
}
