import { applicationAnalysis } from '../reading/application-findings.ts';

/** What may go wrong with applications that scans know, whether or not somebody governs them. */
export const applicationRisks = applicationAnalysis(
  {
    name: 'secops.application-risks',
    pilot: 'SECOPS',
    title: 'Risky applications',
    description:
      'Applications that may do too much, are entered without single sign-on, lack papers that the rules ask for, or are used as never before.',
  },
  {
    codes: ['RISKY_GRANT', 'IDENTITY_GAP', 'COMPLIANCE_GAP', 'EXPIRED_CERTIFICATE', 'EXPIRED_ATTESTATION', 'ANOMALY'],
    label: 'Risks',
    which: ({ about }) => about?.startsWith('SPEND ') !== true,
  },
);
