const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('\\n', '\n'));

/** What people ask of their company's figures, and what systems write: acronyms, quarters, products, states. */
export const BUSINESS: readonly string[] = lines(`
What was our MRR in Q{digit} {year}?
How did ARR develop since January {year}?
Show churn by month for {year}
top {num} accounts by close value
Which deals did {name} win in Q{digit} {year}?
Which deals did {first} lose last quarter?
How many open tickets does {org} have in {country}?
How much did we sell to {org} in {year}?
Show revenue by region for {org}
List the invoices of {org} that are overdue since {date}
average deal size of {work} last month
Compare Central and West this quarter
Compare the East and North regional offices by KPI
Who manages the {word} team?
What is the win rate of {name} compared with {name}?
Send an e-mail to {name} about the renewal
Email {name} the Q{digit} report as a PDF
please e-mail the CSV to {first}
Which customers in {city} bought {word} Pro {num}?
Revenue of GTX {num} Plus by sales agent
Pipeline coverage per stage: Prospecting, Engaging, Won, Lost
Top {num} products by gross margin, FY{year}
What is our CAC? And the LTV of new customers in {country}?
Sum of amount where status is Active and plan is Enterprise
Why did NRR drop in March {year}?
Forecast the number of leads for H{digit} {year}
Sync of Salesforce and Stripe failed with HTTP {num}
The API returned JSON without an ID, see RFC {num}
{name} owns {num} opportunities in {country}, worth {num} USD
Assign the ticket to {first} ASAP
Escalated by {name} to {name} on {date}, SLA breached
Call with {name} ({org}): wants a discount of {num} percent, follow up in Q{digit}
Notes: met {first} and {first} of {org} in {city}. Next step: send NDA.
Renewal risk: {org} has not paid since {date}. CSM: {name}
Account owner: {name}, region EMEA, tier Gold
VIP customer {name} from {city} asked for a refund of {num} EUR
Meeting with the CEO and the CFO about the IPO
FAQ: How To Reset Your 2FA On iOS And Android
PS: the USB stick, the TV and the PC are still in Room {num}
`);
