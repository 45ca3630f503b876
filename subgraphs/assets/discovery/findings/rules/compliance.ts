import { DATA_CLASSES } from '../../known/data-classes.ts';
import { certificatesInUse, holds } from '../../profile/papers.ts';
import { type Profile, weightOf } from '../../profile/profile.ts';
import { listed } from '../../words.ts';
import { COMPLIANCE_RULES, type ComplianceRule, type Condition, CONDITIONS } from '../compliance-rules.ts';
import { MOST_REFERENCES, type Reference } from '../finding.ts';
import type { Found, Look, Rule } from '../rule.ts';

/** Owners that are less probable than this are none. */
const LEAST_CONFIDENCE = 0.3;
/** What is held less surely is not held, where a law asks. */
const LEAST_CERTAINTY = 0.8;
const SENSITIVE = 0.55;

/** What an asset lacks of what a framework asks; one finding for each framework. */
export const complianceGap: Rule = (profile, look) => {
  const lacking = COMPLIANCE_RULES.flatMap((rule) => {
    if (!rule.applies.every((condition) => holdsOf(condition, profile, look))) return [];
    const lacks = rule.requires.filter((condition) => !holdsOf(condition, profile, look));
    return lacks.length === 0 ? [] : [{ rule, lacks }];
  });
  return [...Map.groupBy(lacking, ({ rule }) => rule.framework)].map(([framework, gaps]): Found => {
    const controls = gaps.map(({ rule }) => rule.control);
    return {
      about: framework,
      severity: gaps.some(({ rule }) => isGrave(rule)) ? 'WARNING' : 'INFO',
      title: `${profile.label} falls short of ${framework} ${listed(controls)}`,
      detail: `${gaps.map(({ rule, lacks }) => `${rule.control} (${rule.title.toLowerCase()}) asks that ${listed(lacks.map((each) => CONDITIONS[each]))}`).join('; ')}.`,
      evidence: why(profile),
      remedy: [...new Set(gaps.map(({ rule }) => rule.remedy))].join(' '),
    };
  });
};

/** Rules about data that can do harm. */
const isGrave = ({ applies }: ComplianceRule): boolean => applies.includes('PERSONAL_DATA') || applies.includes('SENSITIVE_DATA');

/** The records that make the rules apply. */
function why({ data, scopes, judged }: Profile): Reference[] {
  const held = data.map(({ dataClass, record }): Reference => ({
    plane: 'CONTEXT',
    record,
    says: `it holds, or may reach, ${DATA_CLASSES[dataClass].says}`,
  }));
  const granted = scopes.slice(0, 3).map(({ scope, record }): Reference => ({ plane: 'IDP', record, says: `it was granted ${scope}` }));
  const verdict: Reference = {
    plane: 'DISCOVERY',
    record: null,
    says: `it is judged ${judged.class.toLowerCase()}, ${judged.governed ? 'governed' : 'governed by nobody'}`,
  };
  return [...held, ...granted, verdict].slice(0, MOST_REFERENCES);
}

const ANSWERS: Readonly<Record<Condition, (profile: Profile, look: Look) => boolean>> = {
  EXTERNAL: ({ judged }) => judged.external,
  IN_USE: ({ judged }) => judged.activity === 'RECENT',
  PERSONAL_DATA: ({ data }) => data.some(({ dataClass, certainty }) => DATA_CLASSES[dataClass].personal && certainty >= LEAST_CERTAINTY),
  SENSITIVE_DATA: ({ data }) => data.some((held) => weightOf(held) >= SENSITIVE),
  GOVERNED: ({ judged }) => judged.governed,
  REGISTERED: ({ judged }) => judged.reasons.includes('HAS_CMDB'),
  OWNER: ({ facts, owners }, { owned }) => owned.has(facts.key) || (owners[0]?.confidence ?? 0) >= LEAST_CONFIDENCE,
  SSO: ({ facts }) => facts.identities.some(({ hasSso }) => hasSso),
  PROVISIONING: ({ facts }) => facts.details.facets.marks?.get('SCIM') !== undefined,
  NO_IDLE_ACCESS: ({ facts, judged }) => facts.identities.length === 0 || judged.activity === 'RECENT',
  ATTESTED: ({ papers }, { asOf }) => papers.some((paper) => paper.independent && holds(paper, asOf)),
  PROCESSOR_AGREEMENT: ({ papers }, { asOf }) =>
    papers.some((paper) => paper.standard === 'Data processing agreement' && holds(paper, asOf)),
  VALID_CERTIFICATES: ({ facts }, { asOf }) => certificatesInUse(facts.details).every(({ to }) => to === null || to > asOf),
};

const holdsOf = (condition: Condition, profile: Profile, look: Look): boolean => ANSWERS[condition](profile, look);
