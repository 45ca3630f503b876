import { DATA_CLASSES } from '../known/data-classes.ts';
import { type Profile, weightOf } from '../profile/profile.ts';
import { counted, listed } from '../words.ts';
import { anyOf, magnitude, type Part, type Score, scoreOf } from './score.ts';
import { COPY, DEPENDANTS, USERS, WEIGHTS } from './weights.ts';

/** How much stops when it stops. @param ofRecord its score as a system of record */
export function criticalityOf(profile: Profile, ofRecord: Score): Score {
  const { users } = profile;
  return scoreOf(WEIGHTS.criticality, {
    DEPENDANTS: dependants(profile),
    USERS: { share: magnitude(1 + users, 1, 1 + USERS), says: `${counted(users, 'person uses', 'people use')} it.` },
    SYSTEM_OF_RECORD: { share: ofRecord.value / 100, says: `It scores ${ofRecord.value} of 100 as a system of record.` },
    TIER: tier(profile),
  });
}

/** How much speaks for it being where records begin. */
export function systemOfRecordOf(profile: Profile): Score {
  const { data, facts, judged, systemOfRecordSaid } = profile;
  const ofRecord = data.filter((each) => each.ofRecord);
  const copy = !systemOfRecordSaid && facts.details.facets.marks?.get('COPY') !== undefined;
  const said: Part = systemOfRecordSaid
    ? { share: 1, says: 'A record says that it is a system of record.' }
    : copy ? { share: -COPY / WEIGHTS.systemOfRecord.SAID.most, says: 'A record says that it is no system of record.' } : { share: 0, says: '' }; // prettier-ignore
  return scoreOf(WEIGHTS.systemOfRecord, {
    SAID: said,
    CATEGORY: {
      share: ofRecord.length > 0 ? 1 : 0,
      says: `Applications for ${listed(ofRecord.map(({ dataClass }) => DATA_CLASSES[dataClass].says))} usually are systems of record.`,
    },
    DATA: {
      share: anyOf(data.map(weightOf)),
      says: `It holds, or may reach, ${listed(data.map(({ dataClass }) => DATA_CLASSES[dataClass].says))}.`,
    },
    DEPENDANTS: dependants(profile),
    REGISTERED: { share: judged.reasons.includes('HAS_CMDB') ? 1 : 0, says: 'It is in the CMDB.' },
  });
}

const dependants = ({ dependants: count }: Profile): Part => ({
  share: magnitude(1 + count, 1, 1 + DEPENDANTS),
  says: `${counted(count, 'other asset needs', 'other assets need')} it.`,
});

/** Words of tiers, and of environments, in the order in which they count. */
const TIERS: readonly (readonly [pattern: RegExp, share: number])[] = [
  [/critical|mission|vital|\btier ?-?[01]\b|\bp[01]\b|\bgold\b|^1$/i, 1],
  [/high|important|major|\btier ?-?2\b|\bp2\b|\bsilver\b|^2$/i, 0.6],
  [/medium|moderate|\btier ?-?3\b|\bp3\b|\bbronze\b|^3$/i, 0.3],
];
const PRODUCTION = /^(?:prod|production|live|prd)$/i;
const IN_PRODUCTION = 0.4;

function tier({ facts: { details } }: Profile): Part {
  const said = (details.facets.tiers?.entries() ?? []).map(([words]) => ({
    share: TIERS.find(([pattern]) => pattern.test(words))?.[1] ?? 0,
    says: `The business calls it ${words}.`,
  }));
  const live = (details.facets.environments?.entries() ?? []).some(([words]) => PRODUCTION.test(words.trim()));
  const parts = [...said, ...(live ? [{ share: IN_PRODUCTION, says: 'It runs in production.' }] : [])];
  return parts.toSorted((one, other) => other.share - one.share)[0] ?? { share: 0, says: '' };
}
