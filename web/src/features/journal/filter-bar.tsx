import { Download, FilterX } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { JournalPeopleDocument } from '../../gql/graphql.ts';
import { useDownload } from '../../graph/use-download.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { formText } from '../session/form-text.ts';
import { exportPath, FILTERS, KINDS } from './filters.ts';
import type { FilterName } from './filters.ts';

const PEOPLE = 200;
const TEXTS: Partial<Record<FilterName, { label: string; placeholder: string }>> = {
  operation: { label: 'Operation begins with', placeholder: 'Connect' },
  action: { label: 'Action begins with', placeholder: 'connection.' },
  type: { label: 'Kind of thing', placeholder: 'Connection' },
  subject: { label: 'Id of the thing', placeholder: '' },
  request: { label: 'Request id', placeholder: '' },
  touched: { label: 'Id that was handed in', placeholder: '' },
};
const RESULTS = [
  { value: '', label: 'Any' },
  { value: 'ok', label: 'Only what worked' },
  { value: 'failed', label: 'Only what failed' },
  { value: 'FORBIDDEN', label: 'Not allowed' },
  { value: 'UNAUTHENTICATED', label: 'Not logged in' },
  { value: 'RATE_LIMITED', label: 'Too fast' },
];

/** The filters of one chain, in the address; and the chain as a file, with the same filters. */
export function FilterBar({ chain }: { chain: 'REQUESTS' | 'CHANGES' }) {
  const [search, setSearch] = useSearchParams();
  const [people] = useGraph(JournalPeopleDocument, { first: PEOPLE }, { policy: 'cache-first' });
  const fetchFile = useDownload();
  const [busy, setBusy] = useState(false);
  const [wide] = useState(() => window.matchMedia('(min-width: 640px)').matches);
  const names: readonly FilterName[] = FILTERS[chain];
  const set = names.filter((name) => search.get(name));
  const members = people.state === 'ready' ? people.data.tenant.members.nodes : [];
  const take = (form: FormData) => {
    const entries = names.map((name) => [name, formText(form, name).trim()] as const).filter(([, value]) => value !== '');
    setSearch(Object.fromEntries(entries), { replace: true });
  };
  const download = async (format: 'csv' | 'ndjson') => {
    setBusy(true);
    const problem = await fetchFile(exportPath(chain, format, search), chain === 'REQUESTS' ? 'journal' : 'audit-trail', format);
    setBusy(false);
    if (problem) notify('error', problem.message, problem.todo);
  };
  return (
    <form
      role="search"
      key={search.toString()}
      className="panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        take(new FormData(event.currentTarget));
      }}
    >
      <Disclosure summary={set.length > 0 ? `Filters (${set.length})` : 'Filters'} open={set.length > 0 || wide} name="filters">
        <div className="mb-3 grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
          {names.map((name) => {
            const value = search.get(name) ?? '';
            const text = TEXTS[name];
            if (text)
              return (
                <Field
                  key={name}
                  name={name}
                  label={text.label}
                  placeholder={text.placeholder}
                  defaultValue={value}
                  autoComplete="off"
                  spellCheck={false}
                />
              );
            if (name === 'from' || name === 'to')
              return (
                <Field key={name} name={name} type="date" label={name === 'from' ? 'From (UTC)' : 'Until and with'} defaultValue={value} />
              );
            const options =
              name === 'user'
                ? [{ value: '', label: 'Anybody' }, ...members.map(({ id, displayName }) => ({ value: id, label: displayName }))]
                : name === 'kind'
                  ? [{ value: '', label: 'Any' }, ...Object.entries(KINDS).map(([kind, label]) => ({ value: kind, label }))]
                  : RESULTS;
            const known = options.some((each) => each.value === value) ? options : [...options, { value, label: value }];
            return (
              <Choice
                key={`${name} ${options.length}`}
                name={name}
                label={name === 'user' ? 'Who' : name === 'kind' ? 'What kind' : 'Result'}
                defaultValue={value}
                options={known}
              />
            );
          })}
        </div>
      </Disclosure>
      <div className="mt-3 flex flex-wrap items-end justify-between gap-2">
        <div className="flex gap-2">
          <Button type="submit" look="primary">
            Filter
          </Button>
          {set.length > 0 ? (
            <Button onClick={() => setSearch({}, { replace: true })}>
              <FilterX aria-hidden size={15} /> Show everything
            </Button>
          ) : null}
        </div>
        <div className="flex gap-2">
          <Button busy={busy} onClick={() => void download('csv')}>
            <Download aria-hidden size={15} /> CSV
          </Button>
          <Button busy={busy} onClick={() => void download('ndjson')}>
            <Download aria-hidden size={15} /> NDJSON
          </Button>
        </div>
      </div>
    </form>
  );
}
