import { X } from 'lucide-react';
import { AgentNamesDocument, RaciPeopleDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { IconButton } from '../../ui/button.tsx';
import { Choice } from '../../ui/field.tsx';
import { isProgram, PEOPLE } from '../members/roles.ts';
import { roleWords } from './party-words.ts';
import { mayBe, RACI_PARTS, turnedParty } from './raci-draft.ts';
import type { RaciDraft } from './raci-draft.ts';
import { RACI_WORDS } from './raci-words.ts';

interface RaciFieldsProps {
  draft: RaciDraft;
  problem: string | undefined;
  onChange: (draft: RaciDraft) => void;
}

/** Everybody who can answer for something: roles, people and agents, by key. */
function useParties(): readonly { key: string; label: string }[] {
  const [people] = useGraph(RaciPeopleDocument, {}, { policy: 'cache-first' });
  const [agents] = useGraph(AgentNamesDocument, {}, { policy: 'cache-first' });
  const members = known(people)?.tenant.members.nodes.filter((each) => !isProgram(each)) ?? [];
  return [
    ...PEOPLE.map((role) => ({ key: `ROLE:${role}`, label: roleWords(role) })),
    ...members.map(({ id, displayName }) => ({ key: `USER:${id}`, label: displayName })),
    ...(known(agents)?.agents.nodes ?? []).map(({ id, name }) => ({ key: `AGENT:${id}`, label: `${name} (agent)` })),
  ];
}

/** Who does something, who decides it, who is asked and who is told, to be chosen. */
export function RaciFields({ draft, problem, onChange }: RaciFieldsProps) {
  const parties = useParties();
  const labels = new Map(parties.map(({ key, label }) => [key, label]));
  return (
    <fieldset className="grid gap-3" data-raci-fields>
      <legend className="mb-2 text-sm font-medium">Who answers for it</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {RACI_PARTS.map((part) => {
          const { label, hint } = RACI_WORDS[part];
          const open = parties.filter(({ key }) => mayBe(draft, part, key));
          return (
            <div key={part} className="grid content-start gap-2" data-raci-part={part}>
              <Choice
                label={label}
                name={part}
                hint={hint}
                value=""
                options={[{ value: '', label: 'Add…' }, ...open.map((each) => ({ value: each.key, label: each.label }))]}
                onChange={({ target }) => (target.value === '' ? undefined : onChange(turnedParty(draft, part, target.value)))}
              />
              <ul aria-label={`${label}, so far`} className="flex flex-wrap gap-1.5">
                {draft[part].map((key) => (
                  <li key={key} className="inline-flex items-center rounded-full border border-line pl-3 text-sm">
                    {labels.get(key) ?? 'somebody'}
                    <IconButton
                      label={`${label}: no longer ${labels.get(key) ?? 'somebody'}`}
                      className="!size-7"
                      onClick={() => onChange(turnedParty(draft, part, key))}
                    >
                      <X aria-hidden size={13} />
                    </IconButton>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      {problem ? <p className="text-sm text-low">{problem}</p> : null}
    </fieldset>
  );
}
