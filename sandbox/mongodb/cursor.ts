import type { Document } from 'mongodb';

/** Something that more can be asked of. */
export interface Cursor {
  namespace: string;
  /** The next documents, at most so many; `end`: there are no more. */
  next(count: number): { documents: Document[]; end: boolean; token?: Document };
}

/** A failure as a server tells it. */
export class CommandError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
