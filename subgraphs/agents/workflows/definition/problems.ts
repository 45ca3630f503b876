/** What is wrong with a definition, and where: `steps[2].dependsOn[0]`. */
export interface DefinitionProblem {
  path: string;
  code: DefinitionProblemCode;
  message: string;
}

export type DefinitionProblemCode =
  | 'UNREADABLE'
  | 'TOO_LARGE'
  | 'TOO_DEEP'
  | 'TOO_MANY_STEPS'
  | 'UNKNOWN_KEY'
  | 'INVALID'
  | 'UNBOUNDED'
  | 'DUPLICATE_ID'
  | 'UNKNOWN_STEP'
  | 'UNKNOWN_TOPIC'
  | 'CYCLE'
  | 'UNREACHABLE'
  | 'REFERENCE_MALFORMED'
  | 'REFERENCE_UNKNOWN'
  | 'REFERENCE_NOT_BEFORE';

/** A place within a document as people write it. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('');
}
