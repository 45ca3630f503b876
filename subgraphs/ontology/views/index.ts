import type { Feature } from '../../kernel/federation/feature.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import { ViewResolver } from './view.resolver.ts';
import type { ViewService } from './view.service.ts';

/** Saved, parameterised, typed views of records for partners. */
export function createViews(views: ViewService, catalogue: CatalogueService): Feature {
  return { resolvers: [new ViewResolver(views, catalogue)] };
}
