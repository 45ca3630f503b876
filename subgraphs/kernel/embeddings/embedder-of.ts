import type { Config } from '../config/config.ts';
import type { Embedder } from './embedder.ts';
import { createLocalEmbedder, type Thesaurus } from './local-embedder.ts';
import { createOpenAiEmbedder } from './openai-embedder.ts';

/** The embedder that is configured: OpenAI's where there is a key for it, else our own. */
export const embedderOf = ({ embeddings }: Pick<Config, 'embeddings'>, thesaurus: Thesaurus): Embedder =>
  embeddings === null ? createLocalEmbedder(thesaurus) : createOpenAiEmbedder(embeddings);
