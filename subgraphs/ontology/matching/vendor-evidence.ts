import type { DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { VendorMapping } from '../vendors/vendor-file.ts';
import { words } from './words.ts';

const LEAST_FIELDS = 5;
const LEAST_SHARE = 0.6;

/** The mapping file of a vendor's object that a table is an export of, by name and by columns; null when none is. */
export function matchVendor(
  object: DiscoveredObject,
  core: readonly string[],
  entity: string,
  vendors: readonly VendorMapping[],
): VendorMapping | null {
  const columns = new Set(object.columns.map((column) => foldName(column.name)));
  const table = foldName(core.join(' '));
  for (const mapping of vendors) {
    if (mapping.entity !== entity) continue;
    const names = new Set([mapping.object, ...mapping.aliases].map(foldName));
    if (!names.has(table) && !names.has(foldName(object.name))) continue;
    const hits = mapping.mappings.filter((entry) => columns.has(foldName(entry.field))).length;
    const targets = new Set(mapping.mappings.map((entry) => entry.to)).size;
    if (hits >= LEAST_FIELDS && hits / targets >= LEAST_SHARE) return mapping;
  }
  return null;
}

/** Target and confidence a vendor's file gives a column; null when it says nothing. */
export function vendorTarget(mapping: VendorMapping | null, column: string): { to: string; confidence: number; evidence: string } | null {
  const entry = mapping?.mappings.find((candidate) => foldName(candidate.field) === foldName(column));
  if (!mapping || !entry) return null;
  return { to: entry.to, confidence: entry.confidence, evidence: `${mapping.vendor} documents ${mapping.object}.${entry.field} as this` };
}

function foldName(name: string): string {
  return words(name).join('');
}
