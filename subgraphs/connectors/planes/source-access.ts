import { z } from 'zod';
import type { SourceOwner } from '../kit/health.ts';
import type { SourceRef } from '../kit/connector.ts';
import { planeErrors } from './plane.errors.ts';
import type { FabricPlaneKind } from './plane-kinds.ts';

const settingsSchema = z.record(z.string(), z.unknown());

/** How a source that may be a plane itself is opened: by what the plane was given, else by what the connection was. */
export interface SourceAccess {
  address: string;
  secret: string | null;
  /** The plane's settings, and over them the connection's own. */
  settings: Readonly<Record<string, string>>;
  owner: SourceOwner | null;
}

/** @throws PLANE_OR_ADDRESS when there is neither a plane of this kind nor an address */
export function accessOf(kind: FabricPlaneKind, { settings, secret, plane = null, owner = null }: SourceRef): SourceAccess {
  const own = Object.fromEntries(
    Object.entries(settingsSchema.parse(settings ?? {})).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, String(value)]] : [],
    ),
  );
  if (plane?.kind === kind) return { address: plane.address, secret: plane.secret, settings: { ...plane.settings, ...own }, owner };
  const address = own['address'];
  if (address === undefined) throw planeErrors.PLANE_OR_ADDRESS({ kind });
  return { address, secret, settings: own, owner };
}
