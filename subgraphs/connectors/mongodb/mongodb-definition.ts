import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { ConnectorDefinition } from '../kit/definition.ts';
import { type Descriptor, formField } from '../kit/descriptor.ts';
import { mongodbLocation, readMongodbAddress } from './mongodb-address.ts';
import { createMongodbConnector, tryMongodb } from './mongodb-connector.ts';

const descriptor: Descriptor = {
  kind: 'MONGODB',
  label: 'MongoDB',
  description: 'A MongoDB database or Atlas cluster: its collections, nested documents as columns.',
  category: 'DATABASE',
  verified: false,
  verification: 'Run through the official driver against a stand-in server that speaks the wire protocol; never against a real one.',
  form: [
    formField({ name: 'url', label: 'Address', help: 'mongodb://user@host:port/database or mongodb+srv://user@cluster/database. Without a database, all that the login may see are read.', where: 'Atlas: Connect → Drivers.' }),
    formField({ name: 'password', label: 'Password', kind: 'SECRET', required: false, help: 'Of the login in the address.' }),
    formField({ name: 'mode', label: 'Changes', kind: 'CHOICE', required: false, fallback: 'auto', help: 'How later syncs find what changed.', choices: [
      { value: 'auto', label: 'The best way there is' },
      { value: 'stream', label: 'Change streams' },
      { value: 'incremental', label: 'By a date of the last change, or by id' },
      { value: 'full', label: 'Everything, every time' },
    ] }),
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
}; // prettier-ignore

/** MongoDB deployments, as one of the kinds of sources. */
export function mongodbDefinition(system: System): ConnectorDefinition {
  return {
    descriptor,
    connector: createMongodbConnector(system),
    draft({ url = '', password, mode = 'auto' }) {
      try {
        const { password: within, ...address } = readMongodbAddress(url);
        const name = address.database ?? address.hosts[0]?.split(/[.:]/u)[0] ?? 'MongoDB';
        return { location: mongodbLocation(address), secret: password ?? within, settings: { mode }, name };
      } catch (error) {
        if (error instanceof DomainError) return [inputProblem(error, 'url')];
        throw error;
      }
    },
    attempt: (source, signal) => tryMongodb(system, source, signal),
    fieldOf: ({ code }) => (code === 'MONGODB_LOGIN_REFUSED' ? 'password' : 'url'),
  };
}
