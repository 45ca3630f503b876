/** What a rule can ask of an asset; each is answered by its profile. */
export const CONDITIONS = {
  EXTERNAL: 'it stands outside the company',
  IN_USE: 'it is used',
  PERSONAL_DATA: 'it holds, or may reach, personal data',
  SENSITIVE_DATA: 'it holds, or may reach, sensitive data',
  GOVERNED: 'somebody governs it',
  REGISTERED: 'it is in the inventory',
  OWNER: 'somebody owns it',
  SSO: 'people sign in with single sign-on',
  PROVISIONING: 'accounts come and go by SCIM',
  NO_IDLE_ACCESS: 'no access stays open that nobody uses',
  ATTESTED: 'somebody independent attests to its security',
  PROCESSOR_AGREEMENT: 'a data processing agreement is on record',
  VALID_CERTIFICATES: 'its certificates are valid',
} as const;
export type Condition = keyof typeof CONDITIONS;

export interface ComplianceRule {
  framework: 'SOC 2' | 'ISO 27001' | 'GDPR';
  control: string;
  title: string;
  /** The rule is about assets of which all of these hold … */
  applies: readonly Condition[];
  /** … and is kept where all of these do. */
  requires: readonly Condition[];
  remedy: string;
}

/**
 * What three frameworks ask of applications, as far as telemetry can tell. It finds gaps; it proves no compliance.
 * Sources: AICPA, Trust Services Criteria (2017, points of focus revised 2022); ISO/IEC 27001:2022, annex A; Regulation (EU) 2016/679.
 */
export const COMPLIANCE_RULES: readonly ComplianceRule[] = [
  {
    framework: 'SOC 2', control: 'CC6.1', title: 'Logical access is secured',
    applies: ['EXTERNAL', 'IN_USE', 'SENSITIVE_DATA'], requires: ['SSO'], remedy: 'Connect it to the identity provider with single sign-on.',
  },
  {
    framework: 'SOC 2', control: 'CC6.2', title: 'Access is taken away when it is not needed any more',
    applies: ['GOVERNED'], requires: ['NO_IDLE_ACCESS'], remedy: 'Take away accounts that nobody uses.',
  },
  {
    framework: 'SOC 2', control: 'CC6.7', title: 'Data are protected while they travel',
    applies: ['IN_USE'], requires: ['VALID_CERTIFICATES'], remedy: 'Renew its certificates.',
  },
  {
    framework: 'SOC 2', control: 'CC9.2', title: 'Risks of vendors are assessed',
    applies: ['EXTERNAL', 'IN_USE', 'SENSITIVE_DATA'], requires: ['ATTESTED'], remedy: 'Ask its vendor for a SOC 2 report or an ISO 27001 certificate.',
  },
  {
    framework: 'ISO 27001', control: 'A.5.9', title: 'Assets are in an inventory, with owners',
    applies: ['IN_USE'], requires: ['REGISTERED', 'OWNER'], remedy: 'Enter it in the CMDB and name its owner.',
  },
  {
    framework: 'ISO 27001', control: 'A.5.18', title: 'Access rights are reviewed and removed',
    applies: ['GOVERNED'], requires: ['NO_IDLE_ACCESS'], remedy: 'Take away accounts that nobody uses.',
  },
  {
    framework: 'ISO 27001', control: 'A.5.22', title: 'Suppliers are monitored and reviewed',
    applies: ['EXTERNAL', 'IN_USE', 'SENSITIVE_DATA'], requires: ['ATTESTED'], remedy: 'Ask its vendor for a SOC 2 report or an ISO 27001 certificate.',
  },
  {
    framework: 'ISO 27001', control: 'A.5.23', title: 'Cloud services are acquired and used by a process',
    applies: ['EXTERNAL', 'IN_USE'], requires: ['GOVERNED'], remedy: 'Approve it, or have people move to what is approved.',
  },
  {
    framework: 'ISO 27001', control: 'A.8.5', title: 'Authentication is secure',
    applies: ['EXTERNAL', 'IN_USE', 'SENSITIVE_DATA'], requires: ['SSO'], remedy: 'Connect it to the identity provider with single sign-on.',
  },
  {
    framework: 'GDPR', control: 'Art. 28', title: 'Processors are bound by contract and give guarantees',
    applies: ['EXTERNAL', 'IN_USE', 'PERSONAL_DATA'], requires: ['PROCESSOR_AGREEMENT'], remedy: 'Sign a data processing agreement with its vendor and put it on record.',
  },
  {
    framework: 'GDPR', control: 'Art. 30', title: 'Processing is on record, with whoever is responsible',
    applies: ['IN_USE', 'PERSONAL_DATA'], requires: ['REGISTERED', 'OWNER'], remedy: 'Enter it in the records of processing and name who is responsible.',
  },
  {
    framework: 'GDPR', control: 'Art. 32', title: 'Processing is secure',
    applies: ['EXTERNAL', 'IN_USE', 'PERSONAL_DATA'], requires: ['SSO', 'ATTESTED', 'VALID_CERTIFICATES'],
    remedy: 'Use single sign-on, have its vendor attest to its security, and renew its certificates.',
  },
  {
    framework: 'GDPR', control: 'Art. 5(1)(f)', title: 'Only those who need it have access',
    applies: ['GOVERNED', 'PERSONAL_DATA'], requires: ['NO_IDLE_ACCESS', 'PROVISIONING'], remedy: 'Have accounts provided and taken away by SCIM.',
  },
]; // prettier-ignore
