import { SaveToolHostDocument } from '../../gql/graphql.ts';
import type { ToolHostFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { FormSheet } from '../settings/form-sheet.tsx';
import { useDraftForm } from '../settings/use-draft-form.ts';
import { headersOf } from './headers.ts';

interface HostFormProps {
  /** The one to change; null for a new one. */
  host: ToolHostFieldsFragment | null;
  onClose: () => void;
  onSaved: () => void;
}

/** A host outside that agents may call, with what is sent along. */
export function HostForm({ host, onClose, onSaved }: HostFormProps) {
  const run = useRun();
  const form = useDraftForm(['host', 'headers'], () => ({ host: host?.host ?? '', headers: '' }));
  const { draft, field, send, fail } = form;
  const save = async () => {
    const headers = headersOf(draft.headers);
    if (headers === null)
      return fail({ code: 'INVALID_INPUT', message: 'A header is no header.', todo: 'Write “name: value”, one a line.', retry: false });
    const saved = await send(run(SaveToolHostDocument, { input: { host: draft.host, headers } }), (data) => data.saveToolHost);
    if (!saved) return undefined;
    notify('success', `Agents may call ${saved.host.host}`);
    return onSaved();
  };
  const had = host && host.headerNames.length > 0 ? ` Now: ${host.headerNames.join(', ')}. Type them again to keep them.` : '';
  return (
    <FormSheet
      title={host ? `Change: ${host.host}` : 'A host that agents may call'}
      action={host ? 'Save' : 'Let agents call it'}
      name="host"
      of={form}
      onSubmit={save}
      onClose={onClose}
    >
      <Field
        label="Host"
        placeholder="api.example.com"
        hint="Its name or address, with a port where it is not the usual one."
        spellCheck={false}
        autoComplete="off"
        readOnly={host !== null}
        {...field('host')}
      />
      <TextArea
        label="Headers that are sent along"
        className="[&_textarea]:font-mono [&_textarea]:text-sm"
        placeholder="authorization: Bearer …"
        hint={`One a line. Their values are sealed and never shown again.${had}`}
        spellCheck={false}
        autoComplete="off"
        {...field('headers')}
      />
    </FormSheet>
  );
}
