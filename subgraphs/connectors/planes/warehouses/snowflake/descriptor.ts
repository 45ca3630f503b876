import { type Descriptor, formField } from '../../../kit/descriptor.ts';
import { SIMULATED } from '../../../vendors/vendor-form.ts';

const optional = { required: false } as const;
const ofPlane = 'Left out, that of the plane.';

export const SNOWFLAKE_DESCRIPTOR = {
  kind: 'SNOWFLAKE',
  label: 'Snowflake',
  description: 'Tables and views of a Snowflake database, by its SQL API; nothing is written.',
  category: 'WAREHOUSE',
  ...SIMULATED,
  form: [
    formField({ name: 'address', label: 'Account address', help: `https://<account>.snowflakecomputing.com. ${ofPlane}`, ...optional }),
    formField({ name: 'account', label: 'Account', help: `The account identifier, such as MYORG-MYACCOUNT. ${ofPlane}`, ...optional }),
    formField({ name: 'user', label: 'User', help: ofPlane, ...optional }),
    formField({ name: 'database', label: 'Database', help: ofPlane, ...optional }),
    formField({ name: 'schema', label: 'Schema', help: 'Only its tables; left out: all.', ...optional }),
    formField({ name: 'warehouse', label: 'Warehouse', help: ofPlane, ...optional }),
    formField({ name: 'role', label: 'Role', help: ofPlane, ...optional }),
    formField({ name: 'incrementalColumn', label: 'Column of changes', help: 'The timestamp that grows with every change; left out, one that is called so.', ...optional }),
    formField({ name: 'secret', label: 'Private key', kind: 'SECRET', help: `PEM (PKCS #8, not encrypted). ${ofPlane}`, where: 'ALTER USER … SET RSA_PUBLIC_KEY', ...optional }),
  ],
  capabilities: { incremental: true, deletes: false, schedules: true, live: false },
} as const satisfies Descriptor; // prettier-ignore
