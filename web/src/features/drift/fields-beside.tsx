import { ArrowRight } from 'lucide-react';
import type { DriftDetailQuery } from '../../gql/graphql.ts';

type Field = NonNullable<DriftDetailQuery['drift']>['before'][number];

function Fields({ title, fields, empty }: { title: string; fields: readonly Field[]; empty: string }) {
  return (
    <div className="panel grid min-w-0 content-start gap-3 p-4">
      <h2 className="text-sm font-medium text-muted">{title}</h2>
      {fields.length === 0 ? <p className="text-muted">{empty}</p> : null}
      {fields.map((field) => (
        <dl key={field.path} className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="sr-only">Name</dt>
          <dd className="col-span-2 font-mono text-base font-medium break-all" data-field>
            {field.path}
          </dd>
          <dt className="text-sm text-muted">type</dt>
          <dd className="text-sm">{field.type.toLowerCase()}</dd>
          <dt className="text-sm text-muted">empty</dt>
          <dd className="text-sm">{field.nullable ? 'may be' : 'never'}</dd>
          {field.format ? (
            <>
              <dt className="text-sm text-muted">written</dt>
              <dd className="text-sm">{field.format}</dd>
            </>
          ) : null}
          {field.unit ? (
            <>
              <dt className="text-sm text-muted">counts</dt>
              <dd className="text-sm">{field.unit}</dd>
            </>
          ) : null}
        </dl>
      ))}
    </div>
  );
}

/** The fields as they were beside the fields as they are. */
export function FieldsBeside({ before, after }: { before: readonly Field[]; after: readonly Field[] }) {
  return (
    <section aria-label="Before and after" className="grid items-center gap-3 sm:grid-cols-[minmax(0,1fr)_28px_minmax(0,1fr)]">
      <Fields title="It was" fields={before} empty="Nothing: it is new." />
      <ArrowRight aria-hidden size={22} className="justify-self-center text-muted max-sm:rotate-90" />
      <Fields title="It is" fields={after} empty="Nothing: it is gone." />
    </section>
  );
}
