import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import type { ModelProviderService } from '../proposals/model-provider.service.ts';
import { PromptResolver } from './prompt.resolver.ts';
import { PromptService } from './prompt.service.ts';

/** What agents have the company's language model write. */
export function createPrompts(system: System, providers: ModelProviderService): Feature {
  return { resolvers: [new PromptResolver(new PromptService(system, providers))] };
}
