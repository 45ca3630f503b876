import { companyCase } from '../conformance/company-case.ts';
import { describeConformance } from '../conformance/describe-conformance.ts';

describeConformance(companyCase('DATADOG'));
