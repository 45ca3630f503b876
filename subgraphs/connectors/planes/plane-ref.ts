import type { SecretContext } from '../../kernel/vault/vault.ts';
import type { FabricPlaneKind } from './plane-kinds.ts';

/** A plane that a connection goes through, open for the call that follows and not to be kept. */
export interface PlaneRef {
  id: string;
  kind: FabricPlaneKind;
  name: string;
  address: string;
  settings: Readonly<Record<string, string>>;
  /** Decrypted; never put into errors, logs, events or plans. */
  secret: string | null;
}

/** A plane's secret opens for that plane alone. */
export const planeSecretContext = ({ tenantId, id }: { tenantId: string; id: string }): SecretContext => ({
  tenantId,
  purpose: `fabric-plane:${id}`,
});
