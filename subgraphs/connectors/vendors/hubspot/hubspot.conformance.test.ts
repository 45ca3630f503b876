import { companyCase } from '../conformance/company-case.testkit.ts';
import { describeConformance } from '../conformance/describe-conformance.testkit.ts';

describeConformance(companyCase('HUBSPOT'));
