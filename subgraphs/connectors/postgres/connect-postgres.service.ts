import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ConnectionRow } from '../connections/connection.entity.ts';
import type { ConnectionService } from '../connections/connection.service.ts';
import type { SyncRunRow } from '../syncs/sync-run.entity.ts';
import { locationOf, readDatabaseUrl } from './address.ts';
import { tryDatabase } from './postgres-connector.ts';
import type { DatabaseSettings } from './settings.ts';

const MAX_SCHEMAS = 100;

export interface DatabaseToConnect {
  url: string;
  name: string | null;
  schemas: readonly string[] | null;
}

/** Connects databases: the password goes into the vault, the rest of the URL becomes the location. */
export class ConnectPostgresService {
  readonly #system: System;
  readonly #connections: ConnectionService;

  constructor(system: System, connections: ConnectionService) {
    this.#system = system;
    this.#connections = connections;
  }

  /** Logs in to the database, and when that works connects it and starts its first sync. @returns both, or what has to be corrected */
  async connect(viewer: UserViewer, input: DatabaseToConnect): Promise<{ connection: ConnectionRow; sync: SyncRunRow } | InputProblem[]> {
    try {
      const database = readDatabaseUrl(input.url);
      const schemas = [...new Set(input.schemas ?? [])].filter((name) => name !== '').slice(0, MAX_SCHEMAS);
      const settings: DatabaseSettings = { sslMode: database.sslMode, schemas: schemas.length === 0 ? null : schemas };
      const location = locationOf(database);
      const secret = database.password;
      await tryDatabase(this.#system, { location, secret, settings });
      const name = input.name?.trim() ?? null;
      return await this.#connections.connect(viewer, {
        kind: 'POSTGRES', name: name ?? database.database, named: name !== null, location, secret, settings, field: 'url',
      }); // prettier-ignore
    } catch (error) {
      if (error instanceof DomainError) return [inputProblem(error, 'url')];
      throw error;
    }
  }
}
