import { DATA_CLASSES } from '../known/data-classes.ts';
import { SCOPE_LEVELS } from '../known/scope-level.ts';
import { certificatesInUse, holds } from '../profile/papers.ts';
import { type Profile, weightOf } from '../profile/profile.ts';
import { counted, dayText, listed } from '../words.ts';
import { anyOf, magnitude, type Part, type Score, scoreOf } from './score.ts';
import { AGE, ANOMALY, EXPOSURE, ONE_PERSON, PAPERS, WEIGHTS } from './weights.ts';

const DAY_MS = 86_400_000;

/**
 * The risk of an asset. A scope, a sort of data, an anomaly or an expired paper more never makes it less.
 * @param asOf milliseconds since 1970 @param windowMs how long activity is recent
 */
export function riskOf(profile: Profile, asOf: number, windowMs: number): Score {
  return scoreOf(WEIGHTS.risk, {
    EXPOSURE: exposure(profile),
    SCOPES: scopes(profile),
    DATA: data(profile),
    ANOMALIES: anomalies(profile),
    ATTESTATION: papers(profile, asOf),
    OWNERSHIP: ownership(profile),
    AGE: age(profile, asOf, windowMs),
  });
}

function exposure({ judged: { external, governed, admission }, users }: Profile): Part {
  if (!admission.admitted && admission.because === 'BANNED') return { share: 1, says: 'It is banned.' };
  const used = magnitude(1 + users, 1, 1 + EXPOSURE.allUsers);
  const share = (external ? EXPOSURE.external : 0) + (governed ? 0 : EXPOSURE.ungoverned) + EXPOSURE.users * used;
  const says = [
    external ? 'stands outside the company' : 'stands inside the company',
    governed ? 'is governed' : 'is governed by nobody',
    ...(users > 0 ? [`has ${counted(users, 'user')}`] : []),
  ];
  return { share, says: `It ${listed(says)}.` };
}

function scopes({ scopes: granted }: Profile): Part {
  const [gravest] = granted;
  if (gravest === undefined) return NOTHING;
  const share = anyOf(granted.map(({ risk, everybody }) => risk * (everybody ? 1 : ONE_PERSON)));
  const whom = gravest.everybody ? 'for everybody' : 'by one person or more';
  return {
    share,
    says: `It was granted ${counted(granted.length, 'scope')}; by the gravest, ${gravest.scope}, granted ${whom}, it ${SCOPE_LEVELS[gravest.level].says}.`,
  };
}

function data({ data: held }: Profile): Part {
  const share = anyOf(held.map(weightOf));
  return { share, says: `It holds, or may reach, ${listed(held.map(({ dataClass }) => DATA_CLASSES[dataClass].says))}.` };
}

function anomalies({ anomalies: found }: Profile): Part {
  const rising = found.filter(({ rise }) => rise);
  return {
    share: anyOf(rising.map(({ kind }) => ANOMALY[kind])),
    says: rising
      .map(({ says }) => says)
      .slice(0, 3)
      .join(' '),
  };
}

/** The worse of what its papers and its certificates say. */
function papers(profile: Profile, asOf: number): Part {
  const [attested, served] = [attestations(profile, asOf), certificates(profile, asOf)];
  return served.share > attested.share ? served : attested;
}

/** What the company runs itself needs no paper of a vendor. */
function attestations({ judged: { external }, papers: all }: Profile, asOf: number): Part {
  if (!external) return NOTHING;
  const held = all.filter((paper) => holds(paper, asOf));
  if (held.some(({ independent }) => independent)) return NOTHING;
  if (held.length > 0)
    return {
      share: PAPERS.ownWord,
      says: `Only its vendor itself attests to its security (${listed(held.map(({ standard }) => standard))}).`,
    };
  const [latest] = all;
  if (latest === undefined) return { share: PAPERS.none, says: 'Nobody attests to its security.' };
  return { share: PAPERS.none, says: `Its last attestation, ${latest.standard}, expired on ${dayText(latest.expires ?? asOf)}.` };
}

function certificates({ facts }: Profile, asOf: number): Part {
  const expired = certificatesInUse(facts.details).flatMap(({ subject, to }) => (to !== null && to <= asOf ? [{ subject, to }] : []))[0];
  if (expired === undefined) return NOTHING;
  return { share: PAPERS.expiredCertificate, says: `Its certificate for ${expired.subject ?? 'it'} expired on ${dayText(expired.to)}.` };
}

function ownership({ owners }: Profile): Part {
  const [best] = owners;
  if (best === undefined) return { share: 1, says: 'No record says who owns it.' };
  const who = best.tied ? 'Several people are equally probable as its owner' : `${best.who} probably owns it`;
  return { share: 1 - best.confidence, says: `${who}, with a confidence of ${Math.round(best.confidence * 100)} %.` };
}

function age({ judged: { activity }, lastAt, facts, scopes: granted, money }: Profile, asOf: number, windowMs: number): Part {
  const open = facts.identities.length > 0 || granted.length > 0 || money.running.length > 0;
  if (!open || activity === 'RECENT') return NOTHING;
  if (lastAt === null) return { share: AGE.unknown, says: 'Access to it is open, and nobody knows when it was used last.' };
  const beyond = (asOf - windowMs - lastAt) / DAY_MS;
  return { share: beyond / AGE.fullDays, says: `Access to it is open, and it was used last on ${dayText(lastAt)}.` };
}

const NOTHING: Part = { share: 0, says: '' };
