import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { packagePath } from '../../kernel/config/package-folder.ts';
import { readYaml, yamlFiles } from '../schema-files.ts';
import { type VendorMapping, vendorMappingSchema } from './vendor-file.ts';

/** Loads `schema/vendors/<vendor>/*.yaml`; throws when a file is invalid or names an attribute that the ontology does not have. */
export function loadVendorMappings(ontology: CanonicalOntology, folder = packagePath('schema', 'vendors')): VendorMapping[] {
  const vendors = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const mappings = vendors
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap((vendor) => yamlFiles(join(folder, vendor.name)).map((file) => readYaml(file, vendorMappingSchema)));
  for (const mapping of mappings) checkTargets(mapping, ontology);
  return mappings;
}

function checkTargets(mapping: VendorMapping, ontology: CanonicalOntology): void {
  const entity = ontology.byName.get(mapping.entity);
  if (entity === undefined) throw new Error(`${mapping.vendor}/${mapping.object}: ${mapping.entity} is no canonical entity`);
  const names = new Set([...entity.attributes, ...entity.relations].map((target) => target.name));
  for (const { field, to } of mapping.mappings)
    if (!names.has(to)) throw new Error(`${mapping.vendor}/${mapping.object}.${field}: ${mapping.entity} has no ${to}`);
}
