import { Cloud, Database, FileSpreadsheet } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ConnectionKind } from '../../gql/graphql.ts';
import { VENDORS } from './vendors.ts';

/** What a connection reads from: its name for people and its sign. */
export function kindLook(kind: ConnectionKind): { name: string; icon: LucideIcon } {
  if (kind === 'FILES') return { name: 'Files', icon: FileSpreadsheet };
  if (kind === 'POSTGRES') return { name: 'PostgreSQL', icon: Database };
  return { name: VENDORS[kind].name, icon: Cloud };
}

/** Where a connection reads from, for people: an upload has no place that means anything to them, nor has a simulated system. */
export function placeOf({ kind, location }: { kind: ConnectionKind; location: string }, demo: boolean): string {
  if (location.startsWith('upload:')) return 'Uploaded files';
  return demo && kind !== 'FILES' && kind !== 'POSTGRES' ? `${kindLook(kind).name}, simulated` : location;
}
