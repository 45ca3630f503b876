import { z } from 'zod';
import { inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import type { ConnectorDefinition } from '../../kit/definition.ts';
import type { Descriptor } from '../../kit/descriptor.ts';
import type { Kit } from '../../kit/kit.ts';
import { settingsOf } from '../../vendors/vendor-form.ts';
import { planeErrors } from '../plane.errors.ts';
import { planeKind } from '../plane-kinds.ts';
import { accessOf } from '../source-access.ts';
import type { Bus } from './bus.ts';
import { busConnector } from './bus-connector.ts';

const topicsSchema = z.string().default('*');

/** The definition of an event bus. Address and secret may be left out: then the connection goes through a plane, which has them. */
export function busDefinition(
  kit: Kit,
  descriptor: Descriptor & { kind: 'NATS' | 'KAFKA' },
  bus: Bus,
  topicsField: string,
): ConnectorDefinition {
  const { kind } = descriptor;
  const { protocols } = planeKind(kind);
  return {
    descriptor,
    connector: busConnector(kit, kind, bus),
    draft(values) {
      const { address, secret = null } = values;
      const known =
        address === undefined || (URL.canParse(address) && protocols.includes(new URL(address).protocol) && !address.includes('@'));
      if (!known)
        return [
          inputProblem(planeErrors.PLANE_ADDRESS_INVALID({ protocols: protocols.map((each) => `${each}//`).join(' or ') }), 'address'),
        ];
      const topics = topicsSchema.parse(values[topicsField]);
      const base = address ?? `plane:${kind.toLowerCase()}`;
      return {
        location: `${base.replace(/\/+$/u, '')}/${topics}`,
        secret,
        settings: settingsOf(descriptor, values, []),
        name: descriptor.label,
      };
    },
    async attempt(source, signal) {
      await using session = await bus.open(accessOf(kind, source), signal);
      return (await session.topics()).map(({ path }) => path);
    },
    fieldOf: ({ code }) => (code === 'PLANE_SECRET_REFUSED' ? 'secret' : 'address'),
    shared: true,
  };
}
