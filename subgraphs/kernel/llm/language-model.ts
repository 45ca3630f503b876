/** What a language model is asked: to write JSON of a schema. */
export interface ModelQuestion {
  /** What it is and has to keep to; nothing a person wrote. */
  instructions: string;
  /** What it is about; what people wrote stands only here. */
  text: string;
  /** Name and JSON Schema of what it has to write. */
  form: { name: string; schema: Readonly<Record<string, unknown>> };
  /** Tokens it may write at most. */
  maxTokens: number;
  /** For all tries together, in milliseconds; as its settings say when left out. */
  timeoutMs?: number;
  /** Whatever was written is paid for, so nobody is asked again once something was; for callers who set aside what one reply costs. */
  once?: boolean;
  /** Told of what it writes, piece by piece. */
  onText?: ((piece: string) => void) | undefined;
}

/**
 * Why there is no answer. REFUSED: the model would not. INVALID: it wrote no JSON. LATE: it took too long. UNREACHABLE: the service failed, or is left
 * alone after failing. REJECTED: the service said that the request, key or model is wrong. OVER_BUDGET: the plan has no tokens left.
 */
export type ModelFailure = 'REFUSED' | 'INVALID' | 'LATE' | 'UNREACHABLE' | 'REJECTED' | 'OVER_BUDGET';

/** What a model was asked comes to; it never fails otherwise. */
export type ModelReply =
  | ({ kind: 'ANSWERED'; value: unknown; model: string } & ModelUse)
  | ({ kind: 'FAILED'; failure: ModelFailure; model: string | null } & ModelUse);

/** What a question took, read and written together. */
export interface ModelUse {
  tokens: number;
  /** Of these, those that the model wrote. */
  outputTokens: number;
}

/** Something that writes JSON when asked in words. */
export interface LanguageModel {
  ask(question: ModelQuestion): Promise<ModelReply>;
}
