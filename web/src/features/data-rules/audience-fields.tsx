import type { Role, RuleAudienceInput } from '../../gql/graphql.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { PEOPLE, ROLES } from '../members/roles.ts';
import { wordsOf } from './words.ts';

const EVERY_ROLE: readonly Role[] = [...PEOPLE, 'AGENT'];

/** What is typed before it is an audience. */
export interface AudienceDraft {
  roles: readonly Role[];
  groups: string;
  everybodyBut: boolean;
}

/** The audience of what was typed. */
export const audienceOf = ({ roles, groups, everybodyBut }: AudienceDraft): RuleAudienceInput => ({
  roles: [...roles],
  groups: wordsOf(groups),
  everybodyBut,
});

interface AudienceFieldsProps {
  draft: AudienceDraft;
  problem: string | undefined;
  onChange: (draft: AudienceDraft) => void;
}

/** Whom a rule restricts: roles, groups, or everybody but them. */
export function AudienceFields({ draft, problem, onChange }: AudienceFieldsProps) {
  const { roles, groups, everybodyBut } = draft;
  const toggle = (role: Role) =>
    onChange({ ...draft, roles: roles.includes(role) ? roles.filter((each) => each !== role) : [...roles, role] });
  return (
    <fieldset className="grid justify-items-start gap-3 rounded-lg border border-line p-4">
      <legend className="px-1 text-sm font-medium">Whom it restricts</legend>
      <Segments
        label="Those named, or everybody but them"
        value={everybodyBut ? 'but' : 'named'}
        options={[
          { value: 'named', label: 'These' },
          { value: 'but', label: 'Everybody but these' },
        ]}
        onChange={(value) => onChange({ ...draft, everybodyBut: value === 'but' })}
      />
      <div className="flex flex-wrap gap-x-5 gap-y-2" role="group" aria-label="Roles">
        {EVERY_ROLE.filter((role) => role !== 'OWNER' || !everybodyBut).map((role) => (
          <Checkbox key={role} label={ROLES[role].label} checked={roles.includes(role)} onChange={() => toggle(role)} />
        ))}
      </div>
      <Field
        label="Groups"
        className="w-full"
        name="audience"
        value={groups}
        onChange={({ target: { value } }) => onChange({ ...draft, groups: value })}
        hint="Names with commas between them; who belongs to which is said below, under members. Owners are restricted only where “Owner” is ticked."
        problem={problem}
      />
    </fieldset>
  );
}
