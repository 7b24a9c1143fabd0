export const site = {
  product: 'DueRegard',
  service: 'Prevent duty assurance',
  errorPrefix: 'Error: ',
  signOut: 'Sign out',
  signIn: 'Sign in',
  demonstrationTag: 'Example',
  demonstrationNotice: 'This is a demonstration on this computer. Do not enter anything real.',
  inventedLabel: 'Invented example',
  invented: (name: string) => `${name} is invented. Nothing on this page is about a real body.`,
  footer: 'DueRegard keeps records about organisations, never about people who were referred.',
  willNotDoLink: 'What this product will not do',
  frameworksLink: 'The benchmarks and their sources',
  wordsLink: 'Words',
  reference: (reference: string) => `Give this reference when you ask for help: ${reference}`,
  roles: {
    prevent_lead: 'Prevent lead', contributor: 'Contributor', second_reader: 'Second reader',
    administrator: 'Administrator', viewer: 'Reader', adviser: 'Home Office adviser',
  },
  kinds: {
    nation: 'Nation', region: 'Region', area: 'Area', county: 'County council', unitary: 'Unitary council', district: 'District or borough council',
    school: 'School', further_education: 'Further education', higher_education: 'Higher education', health_trust: 'NHS trust',
    prison: 'Prison', probation_region: 'Probation region', police_force: 'Police force', home_office: 'Home Office',
  },
  /** Notices after a change, by the name that the redirect carries. */
  done: {
    saved: 'Saved.',
    signedOut: 'You have signed out.',
  },
  notAllowed: {
    title: 'You cannot open this page',
    plain: 'Your role does not include this page.',
    organisation: (name: string, roles: string) =>
      roles === '' ? `You have no role at ${name} that includes this page.` : `Your role at ${name} (${roles}) does not include this page.`,
    whatToDo: 'Ask an administrator of the organisation to change your role, or go back.',
  },
  noSuchOrganisation: {
    title: 'There is no such organisation',
    sentence: (shortName: string) => `No organisation has the short name “${shortName}”. Check the address, or start from the first page.`,
  },
  noSuchPage: { title: 'Page not found', sentence: 'Check the address, or start from the first page.' },
  notFromThisPage: { title: 'This form is out of date', sentence: 'You signed in again after the form was opened, so it was not taken. Open the page again and send it from there.' },
  alreadySent: { title: 'This form was sent before', sentence: 'What you sent the first time has been saved. Open the page again to make another change.' },
  fileTooLarge: { title: 'The file is too large', sentence: (megabytes: number) => `A file may have at most ${megabytes} MB. Nothing was saved. Send a smaller file, or add a link to where it lies.` },
  tooMuch: { title: 'The form could not be read', sentence: 'Nothing was saved. Open the page again, and send less text or one file at a time.' },
  unavailable: { title: 'The service is not available', sentence: 'The database does not answer, so nothing was saved. Go back and try again in a minute.' },
  broken: { title: 'Something went wrong', sentence: 'The fault is ours. Nothing was saved. Go back and try again.' },
};
