import type { PersonalDataAction, PersonalDataType, PolicyFieldsFragment } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { effectiveAction, ownAction, scopeKey } from './policy-matrix.ts';
import type { Scope } from './policy-matrix.ts';
import { ACTIONS, ALL_TYPES, TYPES } from './words.ts';

interface MatrixTableProps {
  policies: readonly PolicyFieldsFragment[];
  scopes: readonly Scope[];
  connections: readonly { id: string; name: string; kind: string }[];
  /** The cell that is being saved. */
  busy: string | null;
  may: boolean;
  onSet: (scope: Scope, type: PersonalDataType | null, action: PersonalDataAction | null) => void;
}

const TONES: Record<PersonalDataAction, string> = {
  ALLOW: 'border-control text-ink',
  WARN: 'border-medium text-medium',
  REDACT: 'border-accent text-accent',
  BLOCK: 'border-low text-low',
};

/** Kinds by places; each cell a choice, with what holds there now in its empty option. */
export function MatrixTable({ policies, scopes, connections, busy, may, onSet }: MatrixTableProps) {
  const rows: readonly (PersonalDataType | null)[] = [null, ...ALL_TYPES];
  return (
    <div className="panel scroll-thin overflow-x-auto" tabIndex={0} role="region" aria-label="Policies by kind and place">
      <table className="w-full border-collapse text-base">
        <thead className="border-b border-line">
          <tr>
            <th scope="col" className="px-4 py-2.5 text-left text-sm font-medium text-muted">
              Kind
            </th>
            {scopes.map((scope) => (
              <th
                key={scopeKey(scope)}
                scope="col"
                className="max-w-40 truncate px-2 py-2.5 text-left text-sm font-medium text-muted"
                title={scope.label}
              >
                {scope.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((type) => {
            const name = type === null ? 'Every other kind' : TYPES[type];
            return (
              <tr key={type ?? ''} className="border-b border-line last:border-0">
                <th
                  scope="row"
                  className={classes('px-4 py-1.5 text-left whitespace-nowrap', type === null ? 'font-medium' : 'font-normal')}
                >
                  {name}
                </th>
                {scopes.map((scope) => {
                  const own = ownAction(policies, scope, type);
                  const holds = effectiveAction(policies, scope, type, connections);
                  const cell = `${scopeKey(scope)} ${type ?? ''}`;
                  return (
                    <td key={cell} className="px-2 py-1.5">
                      <select
                        aria-label={`${name}, ${scope.label}`}
                        data-policy={cell.trim()}
                        value={own ?? ''}
                        disabled={!may || busy === cell}
                        onChange={({ target: { value } }) => onSet(scope, type, value === '' ? null : (value as PersonalDataAction))}
                        className={classes(
                          'min-h-8 w-32 rounded-md border bg-surface px-1.5 text-sm',
                          own === null ? 'border-line text-muted' : classes('font-medium', TONES[own]),
                        )}
                      >
                        <option value="">– ({ACTIONS[holds].word.toLowerCase()})</option>
                        {Object.entries(ACTIONS).map(([value, { word }]) => (
                          <option key={value} value={value}>
                            {word}
                          </option>
                        ))}
                      </select>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
