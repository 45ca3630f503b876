import type { ModelFailure } from '../../kernel/llm/language-model.ts';
import type { Cost } from '../tools/tool.ts';
import type { Json } from '../workflows/json.ts';

/** The language model of each tenant, as its agents have it write something. */
export interface Models {
  /** Under what terms it is asked; null: the tenant has none. @throws ToolFailure when that cannot be found out */
  terms(asker: ModelAsker): Promise<ModelTerms | null>;
  /** Has it write. Under the same key it is asked and paid once. @throws ToolFailure when nobody answered */
  complete(asker: ModelAsker, prompt: Prompt): Promise<ModelOutcome>;
}

/** Who has something written, and for which try of which step. */
export interface ModelAsker {
  tenantId: string;
  agentId: string;
  runId: string;
  path: string;
  /** `<runId>:<path>:<try>`; a try that was cut off is taken up again under its key. */
  idempotencyKey: string;
  signal: AbortSignal;
}

/** Dollars for a million tokens, which is as many millionths of a dollar for each; null: nobody has said. */
export interface ModelTerms {
  inputPrice: number | null;
  outputPrice: number | null;
}

export interface Prompt {
  instructions: string;
  text: string;
  /** JSON Schema of what it has to write. */
  form: Readonly<Record<string, unknown>>;
  maxTokens: number;
  /** Seconds it may take. */
  seconds: number;
}

/** What became of a prompt; whatever it was, its tokens are paid. `trouble` null: there is no model any more. */
export type ModelOutcome =
  | { kind: 'WRITTEN'; value: Json; cost: Cost }
  | { kind: 'NOT_WRITTEN'; trouble: ModelFailure | null; text: string; cost: Cost };
