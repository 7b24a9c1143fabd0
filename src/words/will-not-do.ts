type Rule = {
  readonly rule: string;
  readonly meaning: string;
  readonly today: string;
  readonly notYet?: string;
  /** Files of the source where the rule is enforced or tested; a test holds that they exist. */
  readonly heldBy: readonly string[];
};

const rules: readonly Rule[] = [
  {
    rule: 'It keeps no record of a person who was referred',
    meaning: 'No record describes a referred person, a Channel case, a speaker or somebody who attended: no names, initials, case numbers, dates of birth, ethnicity or belief. The only people in it are its users and the roles they hold.',
    today: 'The database has no place for such a record. A test reads the name of every column and fails when one suggests a person’s details, other than the name and e-mail address of a user.',
    notYet: 'Somebody can still type a name into a text that should not hold one. See the next rule.',
    heldBy: ['schema.sql', 'test/will-not-do.test.ts'],
  },
  {
    rule: 'It stops what looks like a personal identifier',
    meaning: 'Text that looks like an NHS number, a National Insurance number, a date of birth, an e-mail address, a telephone number or a case reference is stopped at the form. The writer takes it out, or confirms that it is not one, and the confirmation is on record.',
    today: 'Every field of every form about a body is searched before anything is saved, and the name of every file. What is found is shown in a form that holds everything that was written. A confirmation holds for those words alone, and the history says that it was given, without the words.',
    notYet: 'Names of people are not found, and the inside of a PDF or an office document is not searched.',
    heldBy: ['src/kernel/identifiers.ts', 'src/kernel/identifiers.test.ts', 'src/platform/identifier-guard.ts', 'test/identifiers.test.ts'],
  },
  {
    rule: 'It publishes no small number about people',
    meaning: 'Counts and percentages about people, referrals or refusals below the organisation’s threshold (10, never less than 5) are left out of everything that is not restricted, together with whatever would let them be worked out.',
    today: 'It holds few counts about people: how many referrals a dip sample was drawn from, which stand with the exercise alone, and how many reviews of a Channel panel were due in a quarter and how many were on time; Prevent leads, contributors, second readers and administrators of its own body read them, and everything else shows a share, and only where neither number is below the threshold. How many bookings were refused stands on a restricted page alone, and in no output. A table that counts people says so, and every output that is not restricted leaves out its counts below the threshold, nought among them, with every total and percentage that would give one away. Each organisation has a page for its threshold; a submitted year keeps the one that it had.',
    heldBy: ['src/documents/small-numbers.ts', 'src/documents/small-numbers.test.ts', 'migrations/0018-own-limits.sql', 'migrations/0033-channel.sql', 'src/capabilities/channel/facts.test.ts'],
  },
  {
    rule: 'It scores nobody',
    meaning: 'Nothing scores, ranks or infers anything about a person or a community. A refused venue booking needs a stated, lawful ground, less restrictive options considered, a check of equality and free expression, and a review. The names of hirers and speakers stay elsewhere.',
    today: 'The only ratings are of an organisation’s own benchmarks and of how an action of its plan stands, and the only scores are of risks to its places, services and online spaces, all written by people. A risk has one of seven themes, none of which is a person or a community. Nothing is inferred from a rating, and a recommendation is never derived from one. A booking has no field for who hires, speaks or comes; no rule asks about the kind of hirer or of event; two people of two departments decide, and a refusal without its ground, options, checks and review is not recorded. Refusals that a review overturned, or that nobody decided, are counted as errors.',
    heldBy: ['migrations/0005-assessment.sql', 'migrations/0020-risk-log.sql', 'migrations/0030-venue-hire.sql', 'src/capabilities/venue-hire/rules.test.ts', 'test/will-not-do.test.ts'],
  },
  {
    rule: 'It keeps no police profile and nothing SECRET',
    meaning: 'No text of a police local profile is kept: only its edition, its marking, its date and which roles were briefed. SECRET and above is refused.',
    today: 'Of a profile the product records the edition, marking and dates, and the roles that were briefed; it has no field for a text. A record can be marked OFFICIAL or OFFICIAL-SENSITIVE. The database refuses every other marking, and evidence whose title, file name or plain text claims SECRET is refused.',
    notYet: 'The inside of a PDF or an office document is not searched for markings.',
    heldBy: ['migrations/0001-scopes.sql', 'migrations/0020-risk-log.sql', 'src/capabilities/evidence/rules.ts', 'test/will-not-do.test.ts'],
  },
  {
    rule: 'It keeps nothing for longer than it should',
    meaning: 'Each kind of record has a period, and deletion is on record and can be proved. What may have to be erased is never inside the audit trail itself, only a salted hash of it.',
    today: 'Every record says which kind of period it falls under, and a page of each body says how long that is. An administrator may set other periods within bounds; a shorter one waits for 30 days. What is due goes every day, with all that hangs on it. The history keeps that, when and why; the texts are erased, their salted hashes stay in the chain, and the chain still verifies.',
    heldBy: ['migrations/0016-retention.sql', 'migrations/0018-own-limits.sql', 'src/platform/retention.test.ts', 'src/platform/audit.test.ts', 'test/schema.test.ts'],
  },
  {
    rule: 'It calls nothing official that is not',
    meaning: 'Each indicator names its source and says whether an official source published that whole sentence. Our own suggestions are labelled as ours and leave in no output.',
    today: 'An edition file that claims more than its source allows is refused. Pages show the wording and the source beside each indicator, and a submission carries none of the sentences that we suggested.',
    heldBy: ['src/capabilities/frameworks/rules.ts', 'src/capabilities/frameworks/rules.test.ts', 'src/capabilities/frameworks/routes.test.ts'],
  },
  {
    rule: 'It tells nothing invented of a real body',
    meaning: 'The Leicestershire example holds only what its published slides say. Every illustration belongs to an invented county, and its pages and outputs say so.',
    today: 'Each organisation carries a mark when it is invented, and its pages show a banner. What the slides do not say is left empty in the Leicestershire example.',
    heldBy: ['demo/leicestershire.yaml', 'demo/leicestershire-2025-26.txt', 'test/demonstration.test.ts'],
  },
];

export const willNotDo = {
  title: 'What this product will not do',
  lead: 'DueRegard is about organisations, never about people who were referred. These are its eight rules, how it holds to each today, and what is not there yet.',
  today: 'Today:',
  notYet: 'Not yet:',
  heldBy: 'In the source:',
  rules,
};
