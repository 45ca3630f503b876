import { SCOPE_LEVELS } from '../../known/scope-level.ts';
import { unjoined } from '../../details/tally.ts';
import type { GrantedScope } from '../../profile/profile.ts';
import { listed } from '../../words.ts';
import { MOST_REFERENCES, type Severity } from '../finding.ts';
import type { Rule } from '../rule.ts';

/** Grants are read in what the identity provider, or the application's own log, says. */
const FAR = SCOPE_LEVELS.READ_ALL.risk;

/** Scopes that read, change or take over everything of a kind; one finding for each provider. */
export const riskyGrant: Rule = ({ facts, judged, label, scopes }) => {
  const byProvider = Map.groupBy(
    scopes.filter(({ risk }) => risk >= FAR),
    ({ provider }) => provider,
  );
  return [...byProvider].map(([provider, granted]) => {
    const [gravest] = granted;
    const who = grantees(facts.details.facets.grants?.entries().map(([key]) => unjoined(key)) ?? [], granted);
    const whom = granted.some(({ everybody }) => everybody) ? ['an administrator, for everybody', ...who] : who;
    return {
      about: provider === '' ? 'unknown' : provider,
      severity: severityOf(granted, judged.governed),
      title: `${label} may do a lot${provider === '' ? '' : ` at ${provider}`}`,
      detail: `By ${listed(granted.map(({ scope }) => scope))} it ${SCOPE_LEVELS[gravest?.level ?? 'READ'].says}${whom.length === 0 ? '' : `; granted by ${listed(whom)}`}.`,
      evidence: granted
        .slice(0, MOST_REFERENCES)
        .map(({ scope, level, record }) => ({ plane: 'IDP' as const, record, says: `${scope}: ${SCOPE_LEVELS[level].says}` })),
      remedy: 'Take the grant away, or ask its vendor for an application that needs less; let only administrators consent to such scopes.',
    };
  });
};

/** Taking over, or changing everything for everybody, is graver than reading; what nobody governs is graver than what somebody does. */
function severityOf(granted: readonly GrantedScope[], governed: boolean): Severity {
  if (granted.some(({ level, everybody }) => level === 'CONTROL' || (level === 'WRITE_ALL' && everybody)))
    return governed ? 'WARNING' : 'CRITICAL';
  return governed ? 'INFO' : 'WARNING';
}

function grantees(grants: readonly (readonly string[])[], granted: readonly GrantedScope[]): string[] {
  const far = new Set(granted.map(({ scope }) => scope));
  return [...new Set(grants.flatMap(([scope = '', who = '']) => (far.has(scope) && who !== '' ? [who] : [])))].toSorted();
}
