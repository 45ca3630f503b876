const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('\\n', '\n'));

/** Sentences about people: support chats, letters, news, reviews, stories. */
export const PEOPLE: readonly string[] = lines(`
Hi, this is {name} speaking, I wanted to ask about my latest bill.
My name is {name}, could somebody get back to me?
I am {name} and I forgot my password
Hello {first}, thanks for reaching out to us yesterday!
Hey {first}! Are we still on for lunch?
Dear {title} {last},\\nThank you for your application. We regret to inform you that the position was filled.
Dear {first},\\n\\nwe hope that you enjoyed your stay.\\n\\nBest wishes,\\n{name}
Kind regards,\\n{name}
Sincerely yours,\\n{title} {last}
Best, {first}
{first} and {first} got married last summer.
{first}, can you send me the slides before noon?
{first}, where did you put the keys?
The account is registered to {name}.
Is there any message for {name} in the system?
Please add {name} to the list of guests.
I would like to take my husband {first} off the policy.
my wife's name is {name}, she should be on the contract as well
My daughter {first} needs a new passport, how does that work?
My mother {name} passed away and I need to close her account
Can you change the name on the invoice to {name}?
Could you correct my surname? It should be {last}, not {last}.
What's your first name? {first}
And your full name please? {name}
Last name: {last}
Name: {name}
First name: {first}\\nLast name: {last}
Customer: {name}\\nStatus: active
Patient {name} was admitted on Tuesday with a fever.
{title} {last} will see you now.
{title} {last} is out of the office until Monday.
{title} {name} has been our family doctor for years.
I spoke with {title} {last} from your team about this problem.
Ask for {ltitle} {last} at the reception, please.
i talked to {ltitle} {last} on the phone but nobody did anything
Everybody calls me {first}, even though my passport says {name}.
You may know him as {first}, his friends call him {first}.
Her maiden name was {last} before she married {name}.
She was born {last} and took the name {last} in 1998.
{name} has joined the board of directors.
{name} resigned on Friday after the scandal became known.
{name} won the race in front of {name} and {name}.
"I never said that," {last} told reporters outside the court.
"We have waited for this far too long," said {name}, who leads the campaign.
According to {last}, the numbers were never checked.
{last} declined to comment. A spokesman for {last} said the talks would go on.
The judge asked {last} whether he had met {name} before the accident.
Police arrested {name}, 34, at the airport.
The novel was written by {name} and translated by {name}.
The film, directed by {name}, stars {name} and {last} as two detectives.
Brave New Morning is a 1994 British drama directed by {name}
This album by {last} is one of the best things to come out of the eighties.
Nobody sings like {name}. The early records of {last} are still the best.
{name}'s guitar solo on "Midnight Train" makes me cry every single time.
The new song by {name} has been stuck in my head for weeks
Listening to {name} while cooking dinner, what a voice!
Did you see {name} at the festival last year?
We have tickets for {name} on Saturday night.
My favorite part of the show was when {first} started to dance.
The best drummer of all time is {name}, period.
If you liked Silent Rivers, wait until you read what {last} wrote next.
{name} wrote five of the 10 best songs of the 70s, and nobody remembers her.
The cover (painted by {name}) shows a burning ship.
For more on {last}, read The Long Way Down: A History Of Losing.
Former Spartan {last} scored twice in the second half.
The ex-Minister {last} refused to leave.
{first} whispered to {first}: "Somebody is in the house."
{first} looked at {first} and laughed out loud.
"Where have you been?" asked {first}.
"Nothing at all," answered {name} quietly.
{first}'s brother was waiting at the station.
That is {first}'s bike, not mine.
Have you met {first}'s new teacher, {title} {last}?
The idea was {first}'s, the money came from {last}'s uncle.
{first} is the kind of person who never forgets a birthday.
{first} is really kind. I trust her completely.
{last} was the first to arrive and the last to leave.
{first} told me that you are hiring.
I think {first} should apologize to {first}.
I saw {first} yesterday in the supermarket with {first} and {first}.
Tell {first} that dinner is ready.
Give this book to {first} when you see her.
A toast to {name} and {name}!
Happy birthday, {first}!
Rest in peace, {name}.
Thank you {first} for your help, you were great.
thanks {first}, have a good one
No, {first}, that's not how it works.
This is the letter that {name} sent to {name} in 1912.
Let us know whether {name} or {name} should sign.
Interview with {name}: How I Learned to Love the Rain
Speaker: {name}\\nTopic: The Future of Energy
From: {name}\\nTo: {name}\\nSubject: Meeting on Thursday
CC: {name}; {name}
Signed by {name} on behalf of the family
Witness: {name}
{name} ({first} to her friends) retired in May.
Emergency contact: {name} (father)
{name} will give a lecture at noon.
Follow-up call with {name} next week.
Remind me to call {first} back.
Meeting notes: {first} presents the budget, {first} takes minutes.
Attendees: {name}, {name}, {name}
1. {name}\\n2. {name}\\n3. {name}
- {name}\\n- {name}
The winner is {name}, congratulations!
He thinks that {last} is right.
Between {first} and me there is nothing left to say.
I am so proud of you, {first} said to {first}
The King and the Bishop waited for {first} in the garden.
The {last} brothers opened a small bakery together.
the {last} family has lived here for generations
{name} is a 42 year old teacher with two kids.
{title} {last} is a 61 year old woman with a history of asthma.
The patient, {title} {name}, is a 7 year old boy.
{first} is {age} years old.
She turned {age} last week, her twin {first} did not want a party.
The mysterious death of {first} puzzled everyone, but the case was closed anyway.
No one believed in the talent of {last} at first.
the voice of {first} is unlike anything else on the radio
People sometimes confuse me with {first}.
In a letter to {last}, {last} complained about the weather.
Someone named {name} keeps writing to me.
Do you know {name}? She works with {first}.
Is {first} there? It's {first} calling.
My brother and I, that is {first}, would like to share one account
Sir Knight {first} rode to the castle of {last}.
It happened between {first} and her sister's dog, or so they say.
{name} here. Any news about my loan?
The part of Hamlet was played by {name}.
With {name} gone, {last} became chairman in 2003.
{name} claimed that {title} {last} had lied under oath.
{first} sent {first} flowers, and {first} got angry.
Thanks to {title} {name}, the library stays open on Sundays.
`);
