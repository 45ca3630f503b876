import 'reflect-metadata';
// Everything that declares errors is loaded with the product's wiring.
import '../embedded/topology.ts';
// The gateway that stands alone, with its own.
import '../gateway/alone/start-alone.ts';
import { printErrorCatalogue } from '../schema/print/error-catalogue.ts';
import { cataloguedErrors } from '../subgraphs/kernel/errors/domain-error.ts';
import { printFiles } from './printed.ts';

await printFiles(async () => [{ path: 'docs/errors.md', text: printErrorCatalogue(cataloguedErrors()) }], 'npm run errors');
