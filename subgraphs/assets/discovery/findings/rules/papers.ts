import { certificatesInUse, holds } from '../../profile/papers.ts';
import { dayText } from '../../words.ts';
import type { Rule } from '../rule.ts';

const DAY_MS = 86_400_000;
/** What ends within so many days is told: CAs advise to renew a month before. */
const SOON_DAYS = 30;

/** Certificates that have ended, or end soon; one finding for each subject. */
export const expiredCertificate: Rule = ({ facts, judged, label }, { asOf }) =>
  certificatesInUse(facts.details).flatMap(({ subject, issuer, to, record }) => {
    if (to === null || to > asOf + SOON_DAYS * DAY_MS) return [];
    const [ended, what] = [to <= asOf, subject ?? label];
    return [
      {
        about: what,
        severity: !ended ? 'WARNING' : judged.activity === 'RECENT' ? 'CRITICAL' : 'INFO',
        title: ended ? `The certificate of ${what} has expired` : `The certificate of ${what} expires soon`,
        detail: `It ${ended ? 'ended' : 'ends'} on ${dayText(to)}${issuer === null ? '' : `; ${issuer} issued it`}.`,
        evidence: [{ plane: 'CONTEXT', record, says: `valid until ${dayText(to)}` }],
        remedy: 'Renew it, and have it renewed by itself from now on (ACME); take the host down if nobody needs it.',
      },
    ];
  });

/** Attestations that have ended, where no other one of somebody independent holds. */
export const expiredAttestation: Rule = ({ judged, label, papers }, { asOf }) => {
  const [latest] = papers;
  if (
    !judged.external ||
    latest === undefined ||
    latest.expires === null ||
    papers.some((paper) => paper.independent && holds(paper, asOf))
  )
    return [];
  if (holds(latest, asOf)) return [];
  return [
    {
      severity: judged.activity === 'RECENT' ? 'WARNING' : 'INFO',
      title: `The attestation of ${label} has expired`,
      detail: `Its ${latest.standard} held until ${dayText(latest.expires)}, and nothing newer is on record.`,
      evidence: papers.slice(0, 5).map(({ standard, expires, record }) => ({
        plane: 'SECURITY',
        record,
        says: `${standard} until ${expires === null ? 'an unknown day' : dayText(expires)}`,
      })),
      remedy: 'Ask its vendor for the report of this year, and put it on record.',
    },
  ];
};
