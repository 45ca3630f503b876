const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('\\n', '\n'));

/** Addresses in one stretch, in pieces, in letters and forms. */
export const ADDRESSES: readonly string[] = lines(`
{name} lives at {bn} {street}, {city}
{first} lives at {street}, {city}.
{first} lives on {street}
I live at {address}
I live at {bn} {street}
I used to live at {address}, now I live at {address}.
My address is {address}
My new address is {address}, please update it.
my adress is {address} can you send it there
What is your address? {address}
What's the shipping address? It's {address}
Please send the parcel to {address}.
Please send it to {address}, not to {address}
Please deliver to {address} before Friday.
Ship to: {address}
Bill to:\\n{address}
Address: {address}
Address: {bn} {street}
Mailing address:\\n{address}
Home address: {address}\\nWork address: {address}
Return to sender: {address} if not delivered.
Change my billing address to {address} please
Please update my address from {address} to {address}.
I want to change the address on my card {card} to {address}
How do I update my mailing address to {address} on the website?
The charge on {card} should go to {address}.
The shop is at {bn} {street}
The shop is located at {address}. They sell good bread.
The museum is on {street}
The station is next to {street}.
Our office is at {address}, on the second floor.
The party is at {address}, come at eight.
The café at {address} makes the best cake in town.
The pharmacy on {street}, {city} is open all night.
You will find us at {bn} {street}, {city}
I live at {corner}
Let's meet at {corner}.
The accident happened at {corner} around noon.
She gave me her address: {bn} {street}, {city}
{first} gave {first} the address: {bn} {street}, {city}
{first}'s address is {bn} {street}, {city}
Here is {first}'s address:\\n\\n{address}
As you asked, the address of {name}:\\n{address}
{name} moved to {bn} {street}, {city} last week
{name}\\n{bn} {street}\\n{city}\\n{country} {zip}
{name}\\n{bn} {street}\\n{unit}\\n{city}\\n{country} {zip}
{name}\\n\\n{bn} {street}\\n {unit}\\n {city}\\n\\n {country} {zip}
{name}\\n\\n{bn} {street}\\n {city}\\n {region}\\n {zip}
{name}\\n{org}\\n{bn} {street}\\n{unit}\\n{city}\\n{country} {zip}
* {name}\\n* {org}\\n* {bn} {street}\\n* {unit}\\n* {city}\\n* {country} {zip}
> {name}\\n> {bn} {street}\\n> {city}\\n> {country} {zip}
-- {name}\\n-- {org}\\n-- {bn} {street}\\n-- {city}\\n-- {zip}
{bn} {street}\\n {unit}\\n {city}\\n {country} {zip}
{bn} {street}\\n{city}\\n{country} {zip}
{bn} {street} {unit}\\n   {city}\\n    {region}\\n    {zip}
Delivery address: {name}\\n    {bn} {street} {unit}\\n   {city}\\n    {region}\\n    {zip}
Shipping address: {name}\\n  {bn} {street}\\n  {city}\\n  {region}\\n  {zip}
Ship to: {name}\\n    {bn} {street} {unit}\\n    {city}\\n    {zip}
Street: {street}\\nCity: {city}\\nPostcode: {zip}
Street: {bn} {street}\\nCity: {city}\\nState: {region}\\nZIP: {zip}
ZIP {zip}
Zip code: {zip}
Postcode: {zip}
Postal code {zip}
my zip code is {zip}
what's your postcode? {zip}
{name}\\n{org}\\n{address}\\nPhone: {phone}\\nFax: {phone}
{name}\\n{org}\\n{address}\\n{phone} office\\n{phone} mobile\\n{phone} fax
{name}\\n{org}\\n{address}\\nOffice: {phone}\\nCell: {phone}\\n{email}
{name}\\n{address}\\n{phone}
{org}\\n{address}\\nTel. {phone}
{org}, {address}
{name}, {address}, {phone}
{name}, {address}
{name}, {bn} {street}, {city}
To: {name}, {address}
{name} | {org} | {city} | {phone} | {email}
{title} {name}\\n{address}\\n\\nDear {title} {last},
Two addresses of mine: {address}, and {address}
I need both addresses on file: {address} and {address}.
I grew up at {address}. Today it is a parking lot.
Write to {org}, {address}
Send your application to {name}, {org}, {address}.
We have an apartment at {address}, and a house in {city}.
Turn left on {streetname}, then right on {streetname}.
We walked down {streetname} towards the river.
Take the bus to {streetname} and get off at the bank.
`);

/** What tells itself by its form. */
export const PATTERNS: readonly string[] = lines(`
Call me back at {phone}
Please call {phone} and ask for {first}.
My phone number is {phone}
You can reach me on {phone} after six.
You can reach {first} at {phone} or {email}
my number is {phone}, call me
Can you ring {phone}? I have a question about my mortgage.
The number {phone} does not work.
Have {ltitle} {last} phone me at {phone} please, it is about the joint account with {ltitle} {last}
Tel: {phone}
Phone: {phone}\\nEmail: {email}
Fax: {phone}
{first}: {phone}
Write me at {email}
My email is {email}
Contact {name} at {email}.
{name} <{email}>
Send the documents to {email} or to {address}.
What's your email address? {email}
please send all my money to {email}
Look what I found {url}
See {url} for details.
My website is {url}
Just read this {url} by {name}
The site {url} is down again.
My IP address is {ip}
Connection from {ip} refused
I get an error at {ip}, access denied
SELECT name FROM accounts WHERE ip = {ip};
My card number is {card}
Card: {card}
I lost my card {card} in {city}, please block it
Please block {card}, it was stolen.
charge it to {card}
My name is {name} and my card {card} was declined.
What is the limit on my card {card}?
Is card {card} active? It belongs to {name}.
My social security number is {ssn}
SSN: {ssn}
{first}'s SSN is {ssn}
My IBAN is {iban}
Transfer 200 euros to {iban}
Please send the refund to {iban}, account holder {name}.
My driver's license number is {dl}
Driver license: {dl}
{name}, born {dob}
Date of birth: {dob}
DOB: {dob}
He was born on {dob}. His mother's name was {name}
She was born on {dob} in {city}.
I have had this problem since {date}
It has been broken since {date}
The meeting is at {datetime}
Last login: {datetime}
`);

/** Nothing personal in them, though they have capitals, numbers and names of things. */
export const NOTHING: readonly string[] = lines(`
How do I reset my PIN?
I can't log in to the app
What are your opening hours on Labor Day?
WHY DOES NOBODY ANSWER?
PLEASE HELP ME NOW!!!
I want to close my account
How much interest do I pay on a loan of 5,000 dollars?
Is this a robot? I want to talk to a human being.
My dog ate my credit card. What now?
One, two, three... go!
10, 9, 8... we have a problem
Please send me the statement for March
Words such as Honor and Courage are often written with a capital.
Names of virtues like Hope, Faith and Charity are sometimes taken for people.
The Lord of the Rings is a long book. Chapter 3 is called Three Is Company.
Terms and Conditions apply. See Section 12 of the Agreement.
Article 5 of the Treaty was invoked in 2001.
The Second World War ended in 1945.
Breaking News: Stock Market Hits Record High
The Annual Report 2019 is available in PDF format.
I would like to apply for the Gold Card.
He scored 31 points in 40 minutes and won the game.
Top 10 Songs Of The 80s You Should Know (But Probably Don't)
Order number 4481 has been shipped.
Error 404: Page not found
We sell Blue Jeans, Red Shoes and Green Hats.
do you offer student accounts?
excuse me, are you open tomorrow?
Follow up in 3 weeks.
the total is 45.90 plus tax
`);
