import { ChangeTelemetryFeedDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';
import { ADDRESS_FIELDS, AddressFields, typedAddress } from './address-fields.tsx';
import type { Feed } from './feed-item.tsx';

interface FeedChangeFormProps {
  feed: Feed;
  onChanged: (name: string) => void;
  onClose: () => void;
}

/** Calls a feed otherwise, or has it fetched from elsewhere or with another secret. */
export function FeedChangeForm({ feed, onChanged, onClose }: FeedChangeFormProps) {
  const run = useRun();
  const { form, busy, problem, beside, send, submitting } = useForm(['name', ...ADDRESS_FIELDS]);
  const submit = async (data: FormData) => {
    const name = formText(data, 'name').trim();
    const url = feed.kind === 'URL' ? typedAddress(data) : null;
    // An address that stays is not looked up: its feed can be called otherwise while it is away.
    const same = url?.secret === null && url.address === feed.address && url.header === feed.header;
    const input = { id: feed.id, name, url: same ? null : url };
    if (await send(run(ChangeTelemetryFeedDocument, { input }), (answer) => answer.changeTelemetryFeed)) onChanged(name);
  };
  return (
    <Panel title={`Change ${feed.name}`}>
      <form ref={form} className="grid gap-4" autoComplete="off" onSubmit={submitting(submit)} data-feed-change={feed.name}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field label="Name" name="name" required autoFocus maxLength={200} defaultValue={feed.name} problem={beside.name} />
        {feed.kind === 'URL' ? (
          <AddressFields
            address={feed.address ?? undefined}
            header={feed.header ?? undefined}
            secretHint={
              feed.header === null
                ? 'Where it asks for one. It is kept sealed and not shown again.'
                : 'Left empty, the one there is stays, unless the address becomes that of another service.'
            }
            beside={beside}
          />
        ) : null}
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? 'Changing it…' : 'Change it'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
