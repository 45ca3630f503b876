import { type Raw, textOf, truthOf } from '../../snapshot/fields.ts';
import { certificateOf } from '../certificates/certificate.ts';
import type { TableFormat } from '../format.ts';
import { attested, saying, silent } from '../outcome.ts';
import { partsOf, whenOf } from './cells.ts';
import { ID, OWNER } from './words.ts';

/** Certificates as inventories and logs of certificate transparency list them. */
export const certificates: TableFormat = {
  kind: 'TABLE',
  code: 'CERTIFICATES',
  title: 'certificates (CSV, JSON: certificate transparency, inventories)',
  named: /cert|crt|tls|ssl|x509/i,
  columns: {
    common: ['commonname', 'cn', 'subjectcn', 'subjectcommonname', 'domain', 'hostname', 'host'],
    names: ['namevalue', 'dnsnames', 'san', 'sans', 'subjectalternativename', 'subjectalternativenames', 'subjectaltname', 'alternativenames', 'domains', 'matchingidentities'], // prettier-ignore
    subject: ['subject', 'subjectdn', 'subjectname', 'distinguishedname'],
    issuer: ['issuer', 'issuername', 'issuerdn', 'issuercn', 'issuedby', 'issuercommonname', 'ca'],
    from: ['notbefore', 'validfrom', 'issued', 'issuedon', 'startdate'],
    to: ['notafter', 'validto', 'expires', 'expireson', 'expiresat', 'expiry', 'expirydate', 'expirationdate', 'validuntil'],
    when: ['entrytimestamp', 'lastseen', 'seenat', 'loggedat', 'observedat', 'timestamp', 'firstseen'],
    serial: ['serialnumber', 'serial', 'fingerprint', 'sha256', 'tbssha256', 'thumbprint'],
  },
  required: [['common', 'names', 'subject'], ['to'], ['issuer', 'from', 'serial']],
  read: (row) => {
    const names = [...partsOf(row, 'common'), ...partsOf(row, 'names').flatMap((each) => each.split(/\s+/)), ...commonNames(row)];
    return certificateOf(
      names.map((name) => name.replace(/^DNS:/i, '')),
      whenOf(row, 'when'),
      { subject: textOf(row, 'subject', 'common'), issuer: textOf(row, 'issuer'), from: whenOf(row, 'from'), to: whenOf(row, 'to') },
    );
  },
};

const commonNames = (row: Raw): readonly string[] => /CN\s*=\s*([^,/]+)/i.exec(textOf(row, 'subject') ?? '')?.slice(1) ?? [];

/** Standards that lists have columns of their own for: whether, or until when, somebody keeps to them. */
const STANDARDS: Readonly<Record<string, readonly string[]>> = {
  'SOC 2': ['soc2', 'soc2typeii', 'soc2type2', 'soc2report'],
  'ISO 27001': ['iso27001', 'iso27k', 'isoiec27001'],
  'PCI DSS': ['pcidss', 'pci'],
  HIPAA: ['hipaa'],
  GDPR: ['gdpr', 'dpa'],
};

const hasColumns = (row: Raw): boolean => Object.keys(STANDARDS).some((standard) => textOf(row, standard) !== null);

const keptTo = (row: Raw): readonly string[] =>
  Object.keys(STANDARDS).filter((standard) => {
    const said = textOf(row, standard);
    return said !== null && truthOf(row, standard) !== false && !/^(?:missing|expired|pending|not\b)/i.test(said);
  });

/** Who is attested to keep to which standard. */
export const attestations: TableFormat = {
  kind: 'TABLE',
  code: 'ATTESTATIONS',
  title: 'security attestations (CSV, JSON: vendor or application, standard, valid until)',
  named: /attest|soc2|soc.?2|iso.?27|complian|certification/i,
  id: 'id',
  columns: {
    id: ['attestationid', 'reportid', ...ID],
    name: [
      'application',
      'applicationname',
      'app',
      'appname',
      'assetname',
      'product',
      'service',
      'name',
      'company',
      'organization',
      'organisation',
    ],
    vendor: ['vendor', 'vendorname', 'supplier', 'suppliername', 'provider'],
    host: ['domain', 'assetdomain', 'website', 'url', 'host', 'hostname'],
    standard: ['standard', 'framework', 'certification', 'attestation', 'attestationtype', 'reporttype', 'compliance', 'certificationtype'],
    issued: ['issued', 'issuedate', 'issuedat', 'issuedon', 'reportdate', 'auditdate', 'validfrom', 'periodend', 'effectivedate'],
    expires: ['expires', 'expiresat', 'expiry', 'expirydate', 'expirationdate', 'validuntil', 'validto', 'validthrough'],
    auditor: ['auditor', 'auditfirm', 'assessor', 'certificationbody', 'certifyingbody'],
    status: ['status', 'result'],
    owner: OWNER,
    ...STANDARDS,
  },
  required: [
    ['name', 'vendor', 'host'],
    ['standard', ...Object.keys(STANDARDS)],
    ['expires', 'issued', 'auditor', 'status', ...Object.keys(STANDARDS)],
  ],
  read: (row) => {
    const [vendor, host] = [textOf(row, 'vendor'), textOf(row, 'host')];
    const name = textOf(row, 'name') ?? vendor;
    if (name === null && host === null) return silent('NO_HOST');
    if (/revoked|withdrawn|failed/i.test(textOf(row, 'status') ?? '')) return silent('REVOKED');
    const owner = textOf(row, 'owner');
    const [issued, expires] = [whenOf(row, 'issued'), whenOf(row, 'expires')];
    const kept = keptTo(row).map((standard) => ({ standard, issued, expires: whenOf(row, standard) ?? expires }));
    const told =
      textOf(row, 'standard') === null && hasColumns(row) ? kept : [{ standard: textOf(row, 'standard'), issued, expires }, ...kept];
    if (told.length === 0) return silent('REVOKED');
    const details = { owner, ownerBy: owner === null ? null : ('ATTESTATION' as const) };
    return saying(...told.map((attestation) => attested({ name, vendor, host, details: { ...details, attestation } })));
  },
};
