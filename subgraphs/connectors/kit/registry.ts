import type { System } from '../../kernel/system.ts';
import { discoveredDefinition } from '../discovered/discovered-definition.ts';
import { filesDefinition } from '../files/files-definition.ts';
import { FolderService } from '../folders/folder.service.ts';
import { inboundDefinition } from '../inbound/inbound-definition.ts';
import { openapiDefinition } from '../openapi/openapi-definition.ts';
import { planeDefinitions } from '../planes/definitions.ts';
import { mongodbDefinition } from '../mongodb/mongodb-definition.ts';
import { postgresDefinition, supabaseDefinition } from '../postgres/postgres-definition.ts';
import { UploadService } from '../uploads/upload.service.ts';
import { vendorDefinition } from '../vendors/vendor-definition.ts';
import { VENDORS, type VendorKind } from '../vendors/vendors.ts';
import type { Connector } from './connector.ts';
import type { ConnectorDefinition } from './definition.ts';
import { type Kit, createKit } from './kit.ts';
import type { ConnectionKind } from './kinds.ts';
import { secretKeeper } from './secret-keeper.ts';

export type Definitions = Readonly<Record<ConnectionKind, ConnectorDefinition>>;
export type ConnectorRegistry = Readonly<Record<ConnectionKind, Connector>>;

interface Deps {
  system: System;
  kit: Kit;
  folders: FolderService;
  uploads: UploadService;
}

/** One definition for each kind of source, in the order of the catalogue. Those of vendors come from vendors.ts by themselves. */
export function createDefinitions({ system, kit, folders, uploads }: Deps): Definitions {
  const vendors = Object.fromEntries(
    Object.entries(VENDORS).map(([kind, entry]) => [kind, vendorDefinition(kit, kind as VendorKind, entry)]),
  ) as Record<VendorKind, ConnectorDefinition>;
  return {
    FILES: filesDefinition(system, { folders, uploads }),
    POSTGRES: postgresDefinition(system),
    SUPABASE: supabaseDefinition(system),
    MONGODB: mongodbDefinition(system),
    ...vendors,
    ...planeDefinitions(system, kit),
    OPENAPI: openapiDefinition(kit),
    DISCOVERED: discoveredDefinition(system),
    WEBHOOK: inboundDefinition(system),
  };
}

/** Just the connectors, by kind. */
export const connectorsOf = (definitions: Definitions): ConnectorRegistry =>
  Object.fromEntries(Object.entries(definitions).map(([kind, { connector }]) => [kind, connector])) as Record<ConnectionKind, Connector>;

/** The connectors of a system by themselves, as a sync needs them. */
export const createConnectorRegistry = (system: System): ConnectorRegistry =>
  connectorsOf(
    createDefinitions({
      system,
      kit: createKit(system, secretKeeper(system)),
      folders: new FolderService(system),
      uploads: new UploadService(system),
    }),
  );
