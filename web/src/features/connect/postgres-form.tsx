import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ConnectPostgresDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { fieldOf, fromUrl, namesIn, NO_FIELDS, toUrl } from './postgres-url.ts';
import type { PostgresFields } from './postgres-url.ts';
import { useFormProblems } from './use-form-problems.ts';

/** What sslmode means, in the order of how much it proves; the first is what the server does by itself. */
const ENCRYPTION = [
  { value: '', label: 'When the database offers it' },
  { value: 'require', label: 'Always' },
  { value: 'verify-full', label: 'Always, with a checked certificate' },
  { value: 'no-verify', label: 'Always, certificate unchecked' },
  { value: 'disable', label: 'Never' },
] as const;

/** A database by its fields, or by a URL pasted into the first one. The password stays in this form until it is sent, nowhere else. */
export function PostgresForm() {
  const run = useRun();
  const navigate = useNavigate();
  const [fields, setFields] = useState<PostgresFields>(NO_FIELDS);
  const [busy, setBusy] = useState(false);
  const { form, problem, beside, clear, fail, refuse } = useFormProblems(fieldOf);
  const set = (name: keyof PostgresFields) => (event: { target: { value: string } }) => {
    const pasted = name === 'host' ? fromUrl(event.target.value) : null;
    setFields((now) => pasted ?? { ...now, [name]: event.target.value });
  };

  const connect = async (extra: FormData) => {
    setBusy(true);
    clear();
    const text = (name: string) => formText(extra, name).trim();
    const schemas = namesIn(text('schemas'));
    const outcome = await run(ConnectPostgresDocument, {
      input: { url: toUrl(fields), name: text('name') || null, schemas: schemas.length > 0 ? schemas : null },
    });
    setBusy(false);
    if (!outcome.ok) return fail(outcome.problem);
    const result = outcome.data.connectPostgres;
    if (result.__typename !== 'InputRefused') return navigate(`/connections/${result.connection.id}?new`);
    return refuse(result.problems);
  };

  return (
    <form
      ref={form}
      className="panel grid gap-5 p-5 sm:p-6"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void connect(new FormData(event.currentTarget));
      }}
    >
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="grid gap-4 sm:grid-cols-[1fr_120px]">
        <Field
          label="Host"
          name="host"
          required
          placeholder="db.example.com"
          hint="Or paste a whole URL: postgres://user:password@host:5432/database"
          value={fields.host}
          onChange={set('host')}
          problem={beside.host}
          spellCheck={false}
        />
        <Field
          label="Port"
          name="port"
          inputMode="numeric"
          pattern="\d{1,5}"
          value={fields.port}
          onChange={set('port')}
          problem={beside.port}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field
          label="Database"
          name="database"
          required
          value={fields.database}
          onChange={set('database')}
          problem={beside.database}
          spellCheck={false}
        />
        <Field label="User" name="user" required value={fields.user} onChange={set('user')} problem={beside.user} spellCheck={false} />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          value={fields.password}
          onChange={set('password')}
          problem={beside.password}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field
          label="Schemas"
          name="schemas"
          placeholder="public, sales"
          hint="All that this user may read when left empty."
          problem={beside.schemas}
          spellCheck={false}
        />
        <Choice
          label="Encryption"
          name="sslmode"
          value={fields.sslmode}
          onChange={set('sslmode')}
          problem={beside.sslmode}
          options={ENCRYPTION}
        />
        <Field label="Name of the connection" name="name" placeholder={fields.database || 'Sales database'} problem={beside.name} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="flex max-w-[56ch] items-start gap-2 text-sm text-muted">
          <ShieldCheck aria-hidden size={16} className="mt-px shrink-0 text-high" />
          The password is sealed on the server and never shown again. A user that may only read is enough, and best.
        </p>
        <Button type="submit" look="primary" className="min-h-10" busy={busy}>
          {busy ? 'Looking for the database…' : 'Connect the database'}
        </Button>
      </div>
    </form>
  );
}
