/**
 * Words that sources use for one and the same thing, one group a line; phrases of several words are written with `_`. Business language in
 * general: no vendor’s names, and none of a data set.
 */
const SAME = `
state province region county prefecture stateorprovince state_province admin_area sub_division subdivision
postal_code zip postcode postal zip_code
street address_line address_1 street_1 address1 line_1 thoroughfare route
city town locality municipality
country nation
phone telephone tel telephone_number phone_number
mobile cell cell_phone mobile_phone
email mail e_mail email_address
website url web homepage web_site web_address site link
name title label caption
first_name given_name forename
last_name surname family_name
description detail details note notes comment comments remark memo about
employees headcount number_of_employee employee_count people_count staff_count company_size employee
amount value sum total
count number quantity
company account organisation customer client business firm
deal opportunity
contact person people
employee worker staff
user agent member
owner assignee responsible assigned_to
vendor supplier
invoice bill
created creation create added inserted opened registered add
updated modified update modification changed last_modified edited
closed close completed complete finished resolved done solved closing
started start begin began from valid_starting effective
ended end finish until valid_ending expiry
canceled cancel cancellation terminated voided void
deleted removed delete
active enabled live
test sandbox
industry sector vertical branch
status state stage phase
type kind category class classification
source origin channel
priority severity urgency
id identifier uuid guid
key code
login username handle user_name
job_title position job occupation
department team division
birth_date birthday date_of_birth dob
hire_date hired start_date hired_date
revenue turnover
tax vat
price rate
score rating
reason cause
parent superior
message text content body
subject summary headline topic
group team
currency currency_code
language locale
timezone time_zone
image picture photo avatar
public visible
private hidden
reply response answer
seat license
plan package
discount rebate
duration length
occurred happened
percent percentage
`;

const groupOf = new Map<string, number[]>();
for (const [index, line] of SAME.trim().split('\n').entries())
  for (const entry of line.split(' ')) {
    const word = entry.replaceAll('_', ' ');
    groupOf.set(word, [...(groupOf.get(word) ?? []), index]);
  }

/** Whether two words or phrases, singular and in lower case, are used for the same thing. */
export function meanSame(a: string, b: string): boolean {
  if (a === b) return true;
  const groups = groupOf.get(a);
  return groups !== undefined && (groupOf.get(b)?.some((group) => groups.includes(group)) ?? false);
}

/** The groups of things a word or phrase may stand for: equal numbers are used for the same thing. */
export function meaningsOf(word: string): readonly number[] {
  return groupOf.get(word) ?? [];
}

/** Every single word that is known: what run-together names are split by. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set([...groupOf.keys()].flatMap((entry) => entry.split(' ')));
