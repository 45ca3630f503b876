const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('\\n', '\n'));

/** Templates that training never sees. */
export const HELD_OUT: readonly string[] = lines(`
Good morning, {name} here. I still have not received the replacement for my lost card {card}.
could you tell {first} to phone me on {phone} before the weekend
The bakery at {bn} {street} belongs to {name}.
{name} used to share a flat with {first} in {city}.
To whom it may concern: {title} {name} has been employed by {org} since {date}.
Please forward my mail from {address} to {address} starting next week.
Delivery for {name}\\n{address}\\nLeave it at the door.
{first} grew up in {city}, moved to {country} at twelve and never looked back.
{org} opened a second store in {city} on Thursday.
Nobody at {org} could tell me why {last} had been fired.
The {nationality} prime minister met {name} in {city}.
{title} {last} examined the boy and sent him home.
Reviewed by {name}: a slow start, but the last chapter is worth it.
I bought this record because of {last}, and I was not disappointed.
{first} shrugged. "Ask {first}, not me."
My neighbour {name} at {street} has the spare key.
Invoice address:\\n{name}\\n{bn} {street}\\n{unit}\\n{city}\\n{country} {zip}
{name}\\n{org}\\n{address}\\nMobile: {phone}\\nFax: {phone}
{bn} {street}\\n  {city}\\n  {region}\\n  {zip}
The robbery took place at {corner}.
His number is {phone}, hers is {phone}
I found your page {url} through {org}
Mail {email} if {first} does not answer.
The server {ip} is not reachable from {city}
Her SSN, {ssn}, was on the form.
Enter your driver's license number: {dl}
Pay {org} via {iban} please.
born on {dob}, {name} spent most of her life in {city}
What is the family name? {last}
What do people call you? {first}
It was {last} who discovered the error, not {last}.
After {name} retired, {org} was sold to {org}.
{name} teaches history at the University of {city}.
A man from {city}, {country} won the lottery twice.
{first} and I will be in {city} until Sunday.
I have a complaint about {ltitle} {last} in your {city} office
This song reminds me of {first}.
Everything that {name} touches turns to gold.
{org} Annual Meeting
postal code: {zip}
We live in {bn} {street}, {city}
Attention: {title} {last}, {org}, {address}
Could I get a new card sent to {address}?
How long does a transfer to {country} take?
Sort code and account of {name} please
Three weeks later {first} called from {city}.
The letter was signed "{first}".
That's what {first} said!
please delete the profile of {name}
Rescued were {name} and a boy called {first}.
Is there parking near {street}?
The gift is for {first}'s son.
Thank God It's Friday is a song, not a prayer.
WHERE IS MY MONEY
Do you close on Good Friday?
Page 3 of 10
Log entry {datetime}: user logged out
She has been waiting since {date}.
Meet {name}, our new head of sales. {first} joins us from {org}.
{name} ({age} years old) lives alone in {city}.
`);
