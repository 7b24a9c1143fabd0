import { longDay } from './dates.ts';

/** "1 April 2026", or undefined before or after all days. */
const written = (day: string) => (day.endsWith('infinity') ? undefined : longDay(day));

/** A stretch of days; toDay is the first day after it. */
function stretch(fromDay: string, toDay: string): string {
  const [from, to] = [written(fromDay), written(toDay)];
  if (from !== undefined && to !== undefined) return `from ${from} until ${to}`;
  if (from !== undefined) return `from ${from}`;
  return to === undefined ? 'always' : `until ${to}`;
}

export const organisations = {
  stretch,
  home: {
    title: 'Your organisations',
    none: 'You have no role at any organisation today. Ask an administrator of your organisation.',
    next: 'Next',
    opened: 'Opened to you',
    tasks: 'Assigned to you', shared: 'Opened to you by other organisations',
    nothingOpened: 'No organisation has opened its assessments to you.',
    open: (name: string) => `Open ${name}`,
    inviteLead: 'Invite your Prevent lead',
  },
  page: {
    kind: 'Kind', opened: 'Opened', closed: 'Closed', from: 'Formed from', became: 'Became part of', above: 'Part of', below: 'Has below it', nobody: 'No other organisation',

    on: (name: string, day: string) => `${name}, on ${written(day) ?? day}`,
    date: (day: string) => written(day) ?? day,
    today: 'Where it belongs today',
    inYear: (year: string) => `Where it belonged at the end of ${year.replace('-', '/')}`,
    otherYear: 'See another year', year: 'Year', now: 'Today', show: 'Show',
    records: 'Records',
    people: 'People and their roles', openedLink: 'What is open to the Home Office',
    noYear: { title: 'There is no such year', sentence: 'A year is written like 2025-26.' },
  },
  people: {
    title: 'People and their roles',
    name: 'Name', email: 'E-mail address', roles: 'Roles', standing: 'Standing',
    invited: 'Invited', active: 'Signs in', suspended: 'Suspended', example: 'Person of the example',
    noRole: 'No role today',
    invite: 'Invite somebody', departments: 'Departments',
    homeOf: (name: string) => `The account is another organisation’s: ${name}`,
  },
  person: {
    title: (name: string) => `${name}: roles`,
    noSuch: { title: 'There is no such person', sentence: 'Nobody of this organisation has this address. Go back to the list of people.' },
    roles: 'Roles', role: 'Role', department: 'Department', when: 'When', noDepartment: 'No department',
    endTitle: (role: string) => `End the role of ${role}`, endDay: 'First day without the role', end: 'End role', dayHint: 'For example, 27 3 2026',
    giveTitle: 'Give another role', fromDay: 'First day', give: 'Give role',
    linkTitle: 'Sign-in', invitationHint: 'The invitation has not been used. A new link replaces the one handed out before.', resetHint: 'For a forgotten password. Using the link ends every session of the account.',
    newInvitation: 'Make a new invitation link', newReset: 'Make a link to reset the password',
    notOurs: 'This account was made by another organisation, whose administrators hand over a link when the password is forgotten.',
    noDay: 'Give a day, such as 27 3 2026', past: 'Give today or a later day', ended: 'This role has ended already',
    lastAdministrator: 'This is the last administrator. Make somebody else administrator first, without an end, who has accepted.',
    noRole: 'Choose a role', heldAlready: 'The person holds this role then already',
    conflict: 'Somebody else changed this role after you opened the page. This is how it stands now. Nothing of yours was saved.',
    yours: (day: string) => `You wanted it to end on ${day}.`,
  },
  link: {
    invitationTitle: (name: string) => `Hand this link to ${name}`,
    resetTitle: (name: string) => `Hand this link to ${name}`,
    once: 'You see this link only now. Copy it before you leave the page.',
    how: ['Hand it over by a way that reaches this person alone: in a call, a message, or in person.', 'Do not open it yourself. It works once, and whoever opens it acts as this person.'],
    invitationTime: 'It works for seven days. The person chooses a password, or gives the one they have, and can begin.',
    resetTime: 'It works for 24 hours. When it is used, every session of the account ends.',
    label: 'Link', back: 'Back to the people',
  },
  invitation: {
    title: 'Invite somebody', press: 'Make the invitation',
    name: 'Name', email: 'E-mail address', emailHint: 'They sign in with it. No message is sent: you hand over a link.', role: 'Role', department: 'Department',
    badName: 'Enter a name of at most 120 characters', badEmail: 'Enter an e-mail address, such as jo.field@example.gov.uk',
    thereAlready: 'This person is among your people already. Give them another role on their own page.',
  },
  department: {
    title: 'Departments', none: 'No departments yet.', name: 'Name of the department', add: 'Add department',
    badName: 'Enter a name of at most 120 characters', taken: (name: string) => `There is a department “${name}” already`, unknown: 'Choose a department from the list',
  },
  opened: {
    title: 'What is open to the Home Office',
    lead: 'An adviser reads your submitted assessments and records outcomes only while you have opened them here.',
    nothing: 'Nothing is open.', list: 'Opened', to: 'To', why: 'Why', when: 'When', end: 'Close', ending: (name: string) => `Close for ${name}`,
    addTitle: 'Open your assessments', grantee: 'To whom', choose: 'Choose', reason: 'Why', from: 'First day', until: 'First day on which they are closed again (optional)', press: 'Open',
    nobody: 'There is no Home Office body in this installation.',
    noGrantee: 'Choose a Home Office body from the list', badReason: (most: number) => `Say why, in at most ${most} characters`, badUntil: 'Give a day after the first one, or leave it empty', already: 'Your assessments are open to this body then already',
    conflict: 'Somebody else changed this after you opened the page. This is how it stands now.',
  },
  threshold: {
    title: 'Small numbers about people', link: 'Small numbers about people',
    now: (below: number) => `Now: counts of people below ${below} are left out.`,
    what: 'Counts and percentages about people, referrals and refusals below your threshold are left out of everything that goes to members or the public, with every total that would give them away. Restricted readers see all.',
    frozen: 'A year that has been submitted keeps the threshold that it was submitted with.',
    label: 'Leave out counts below', hint: (least: number, most: number, usual: number) => `A whole number from ${least} to ${most}. It is ${usual} where nobody has chosen.`,
    bad: (least: number, most: number) => `Enter a whole number from ${least} to ${most}`, save: 'Save',
    conflict: (below: number) => `Somebody else changed the threshold after you opened the page. It is ${below} now. Nothing of yours was saved.`,
  },
  tree: {
    cycle: (child: string, parent: string) => `${child} cannot stand below ${parent}, which stands below it.`,
    overlap: (child: string, parent: string) => `${child} stands below ${parent} already on some of these days.`,
    closed: (name: string, day: string) => `${name} closed on ${written(day) ?? day} and has no place in the tree from then on.`,
    notYetOpen: (name: string, day: string) => `${name} opened on ${written(day) ?? day} and has no place in the tree before.`,
    notBelow: (child: string, parent: string) => `${child} does not stand below ${parent} on that day.`,
    noPredecessors: 'Name the bodies that merge, each once.',
    mergesIntoItself: (name: string) => `${name} cannot merge into itself.`,
  },
  command: {
    usage: [
      './dueregard organisation list [--on DAY]',
      './dueregard organisation add SHORT --name NAME --kind KIND [--below SHORT] [--from DAY] [--invented]',
      './dueregard organisation move SHORT --to SHORT --on DAY [--out-of SHORT]',
      './dueregard organisation merge SHORT … --into SHORT --on DAY [--name NAME --kind KIND]',
    ].join('\n'),
    noOwner: 'Bodies and their tree are changed as the owner of the tables. Set DUEREGARD_OWNER_URL (docs/running.md).',
    unknown: (shortName: string) => `There is no organisation "${shortName}". ./dueregard organisation list shows them.`,
    there: (shortName: string) => `There is an organisation "${shortName}" already.`,
    badShortName: (shortName: string) => `"${shortName}" cannot be a short name. It has small letters, figures and single hyphens, and begins with a letter.`,
    badKind: (kind: string, kinds: readonly string[]) => `"${kind}" is no kind of organisation. The kinds are: ${kinds.join(', ')}.`,
    badDay: (text: string) => `"${text}" is no day. A day is written like 2026-04-01.`,
    badName: 'Give a name of 1 to 120 characters with --name.',
    line: (shortName: string, name: string, kind: string, below: string) => `${shortName}  ${name} (${kind})${below === '' ? '' : `, below ${below}`}`,
    added: (name: string) => `${name} has been added.`,
    moved: (name: string, to: string, day: string) => `From ${written(day) ?? day}, ${name} stands below ${to}.`,
    merged: (names: readonly string[], into: string, day: string) => `On ${written(day) ?? day}, ${names.join(', ')} close and ${into} takes their places.`,
  },
};
