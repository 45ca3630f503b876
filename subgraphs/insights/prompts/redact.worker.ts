import { redactTexts, type RedactedTexts } from '../../kernel/llm/redaction.ts';

/** Worker thread entry: long texts without what tells of persons. */
export default function run(texts: readonly string[]): RedactedTexts {
  return redactTexts(texts);
}
