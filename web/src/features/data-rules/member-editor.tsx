import { useState } from 'react';
import { SetUserAttributesDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';
import type { Member } from './member-item.tsx';
import { attributesOf, wordsOf } from './words.ts';

/** Groups and attributes of a member, as text: a line for each attribute. */
export function MemberEditor({ member, onSaved, onClose }: { member: Member; onSaved: () => void; onClose: () => void }) {
  const run = useRun();
  const [groups, setGroups] = useState(member.groups.join(', '));
  const [lines, setLines] = useState(member.attributes.map(({ name, values }) => `${name}: ${values.join(', ')}`).join('\n'));
  const { form, busy, problem, beside, send, submitting } = useForm(['groups', 'attributes']);
  const submit = async () => {
    const input = { userId: member.user.id, groups: wordsOf(groups), attributes: attributesOf(lines) };
    const set = await send(run(SetUserAttributesDocument, { input }), (given) => given.setUserAttributes);
    if (!set) return;
    notify('success', `${set.user.displayName} is what you said.`, 'Rules compare with it from now on.');
    onSaved();
  };
  return (
    <form ref={form} className="grid gap-4 rounded-lg bg-raised p-4" onSubmit={submitting(submit)} data-editor="member">
      {problem ? <ProblemNote problem={problem} /> : null}
      <Field
        label="Groups"
        name="groups"
        value={groups}
        onChange={({ target }) => setGroups(target.value)}
        hint="With commas between them."
        problem={beside.groups}
        autoFocus
      />
      <TextArea
        label="Attributes"
        name="attributes"
        value={lines}
        onChange={({ target }) => setLines(target.value)}
        hint="A line each, such as “region: North, East”."
        problem={beside.attributes}
      />
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={busy}>
          {busy ? 'Saving…' : 'Save'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
