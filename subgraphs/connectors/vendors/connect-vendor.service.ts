import type { InputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { SourceService } from '../catalogue/source.service.ts';
import type { ConnectionRow } from '../connections/connection.entity.ts';
import type { SyncRunRow } from '../syncs/sync-run.entity.ts';
import type { VendorKind } from './vendors.ts';

export interface VendorToConnect {
  vendor: VendorKind;
  address: string;
  secret: string;
  name: string | null;
}

/** Connects vendors' APIs by address and secret alone: the form of their connector with everything else left out. */
export class ConnectVendorService {
  readonly #sources: SourceService;

  constructor(sources: SourceService) {
    this.#sources = sources;
  }

  /** @returns the connection and its first sync, or what has to be corrected */
  async connect(viewer: UserViewer, input: VendorToConnect): Promise<{ connection: ConnectionRow; sync: SyncRunRow } | InputProblem[]> {
    const { vendor: kind, name, address, secret } = input;
    return this.#sources.connectBare({ viewer, localOwner: false }, { kind, name, address, secret: secret.trim() });
  }
}
