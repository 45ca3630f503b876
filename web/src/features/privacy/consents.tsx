import { Download, HandHeart, Search } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { ConsentsDocument } from '../../gql/graphql.ts';
import type { ConsentFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { Field } from '../../ui/field.tsx';
import { Empty } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { Listed } from '../settings/listed.tsx';
import { ConsentForm } from './consent-form.tsx';
import { ConsentRow } from './consent-row.tsx';

const PAGE = 50;
const HEADER = ['subject', 'purpose', 'state', 'legal basis', 'granted', 'withdrawn'] as const;

function rowOf({ subject, purpose, state, legalBasis, grantedAt, withdrawnAt }: ConsentFieldsFragment): readonly unknown[] {
  return [subject, purpose, state, legalBasis, grantedAt, withdrawnAt];
}

/** What people agreed to; a history that is only ever added to. */
export default function Consents() {
  const may = useViewer()?.actions.includes('privacy.consent') ?? false;
  const [search, setSearch] = useSearchParams();
  const [recording, setRecording] = useState(false);
  const [first, setFirst] = useState(PAGE);
  const subject = search.get('person');
  const [result, refresh] = useGraph(ConsentsDocument, { subject, first });
  const nodes = known(result)?.consents.nodes ?? [];
  const record = may ? (
    <Button look="primary" onClick={() => setRecording(true)} data-record-consent>
      Record a consent
    </Button>
  ) : null;
  return (
    <section className="grid gap-4" aria-label="Consents">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <form
          role="search"
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const person = formText(new FormData(event.currentTarget), 'person').trim();
            setSearch(person === '' ? {} : { person }, { replace: true });
          }}
        >
          <Field
            label="Of one person"
            name="person"
            defaultValue={subject ?? ''}
            placeholder="ada@example.com"
            autoComplete="off"
            spellCheck={false}
          />
          <Button type="submit" className="min-h-10">
            <Search aria-hidden size={15} /> Find
          </Button>
        </form>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => downloadCsv('consents', HEADER, nodes.map(rowOf))} disabled={nodes.length === 0}>
            <Download aria-hidden size={15} /> CSV
          </Button>
          {recording || nodes.length === 0 ? null : record}
        </div>
      </div>
      {recording ? (
        <ConsentForm
          onClose={(recorded) => {
            setRecording(false);
            if (recorded) refresh();
          }}
        />
      ) : null}
      <Listed
        what="the consents"
        result={result}
        refresh={refresh}
        pick={(data) => data.consents}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          recording ? null : (
            <Empty
              icon={HandHeart}
              title={subject === null ? 'No consent is on record' : 'Nothing is on record of this person'}
              actions={record}
            >
              Record what somebody agreed to, where and what proves it. Taking it back adds an entry; nothing is ever overwritten.
            </Empty>
          )
        }
      >
        {(consents) => (
          <ul className="grid gap-3" aria-label="Consents">
            {consents.map((consent) => (
              <ConsentRow key={consent.id} consent={consent} may={may} onChange={refresh} />
            ))}
          </ul>
        )}
      </Listed>
    </section>
  );
}
