import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import type { Overviews } from '../dashboards/overview-file.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { loadPersonas } from './persona-file.ts';
import { PersonaResolver } from './persona.resolver.ts';
import { PersonaService } from './persona.service.ts';

/** Homes of those who ask: a page for each persona. */
export function createPersonas(system: System, knowledge: KnowledgeService, overviews: Overviews): Feature {
  const service = new PersonaService(system, knowledge, { personas: loadPersonas(), overviews });
  return { resolvers: [new PersonaResolver(service)] };
}
