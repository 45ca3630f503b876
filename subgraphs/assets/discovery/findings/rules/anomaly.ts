import type { Anomaly } from '../../anomalies/anomalies.ts';
import type { Reference, Severity } from '../finding.ts';
import type { Rule } from '../rule.ts';

const SAYS = {
  SPEND: {
    plane: 'FINANCE',
    title: 'costs what it did not use to',
    remedy: 'Check the bills of that month, and claim back what is wrong.',
  },
  USAGE: {
    plane: 'DISCOVERY',
    title: 'is used as it was not before',
    remedy: 'Ask its owner what changed; where use broke off, whether it is still needed.',
  },
  VOLUME: {
    plane: 'DISCOVERY',
    title: 'is sent more data than before',
    remedy: 'Find out who sends what; stop it until somebody can say why.',
  },
  NEW_COUNTRY: {
    plane: 'DISCOVERY',
    title: 'is used from a new country',
    remedy: 'Ask who travelled or was hired there; if nobody was, end their sessions and change passwords.',
  },
  NEW_DATA_FLOW: {
    plane: 'CONTEXT',
    title: 'has a new data flow',
    remedy: 'Ask its owner what flows there and why, and put it on record or stop it.',
  },
} as const satisfies Record<Anomaly['kind'], { plane: Reference['plane']; title: string; remedy: string }>;

/** What is unusual of an asset, each thing once. */
export const anomaly: Rule = ({ anomalies, label }) =>
  anomalies.map(({ kind, about, rise, says, record }) => ({
    about: `${kind} ${about}`,
    severity: severityOf(kind, rise),
    title: `${label} ${SAYS[kind].title}`,
    detail: says,
    evidence: [{ plane: SAYS[kind].plane, record, says }],
    remedy: SAYS[kind].remedy,
  }));

const severityOf = (kind: Anomaly['kind'], rise: boolean): Severity => (rise && kind !== 'USAGE' ? 'WARNING' : 'INFO');
