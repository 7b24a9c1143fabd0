/** The statements that belong to no capability: how accessible the product is, and what it keeps about who uses it. */
export const accessibility = {
  title: 'Accessibility',
  lead: 'We want everybody who needs these pages to be able to use them. This says how they are tested and what we know is wrong.',
  parts: [
    {
      heading: 'How the pages are made',
      paragraphs: ['Pages follow the GOV.UK Design System. Every page works without scripts.'],
    },
    {
      heading: 'How they are tested',
      paragraphs: ['The aim is the Web Content Accessibility Guidelines 2.2, levels A and AA. With each change of the source:'],
      list: [
        'the axe rules for WCAG 2.0 to 2.2, levels A and AA, run in Chromium on every component and on every page',
        'those are opened at 1280 and at 360 pixels wide, where nothing may stick out sideways',
        'every component is tried with scripts and without, and in print',
      ],
    },
    {
      heading: 'What we know is wrong, or do not know',
      paragraphs: [],
      list: [
        'Automated tests find only part of all barriers. Nobody who uses a screen reader, magnifier or voice control has tried the product yet.',
        'In PDF files the title is tagged as a paragraph and row names as plain cells, and emoji and rarer scripts print as boxes.',
        'Drawings on slides are pictures, with their content in words beside them.',
        'Evidence is shown as it was uploaded. It may not be accessible.',
        'There is no Welsh version yet.',
      ],
    },
    {
      heading: 'Tell us',
      paragraphs: ['If something keeps you out, tell the organisation that runs this service. It can put the matter right here or report it to the makers.', 'Prepared on 22 November 2026, from the tests of that day. The organisation that runs this service must publish its own statement too.'],
    },
  ],
};

export const privacy = {
  title: 'Privacy and cookies',
  lead: 'What this service keeps about the people who use it. It keeps nothing about people who were referred.',
  parts: [
    {
      heading: 'Cookies',
      paragraphs: ['When you sign in, the service sets two cookies. One holds a random session number and keeps you signed in. The session ends when you sign out, and after twelve hours in any case; the cookie is forgotten within a day. The other holds a random number by which the service knows that you signed in with this browser before, so that somebody who guesses at your password elsewhere cannot lock you out; it stays for 180 days and opens nothing. When you send a form after your session has ended, a third cookie holds the key to what you wrote; both it and the text end after an hour. All are needed, so there is no banner. Nothing measures or follows you, and no page loads anything from another site.'],
    },
    {
      heading: 'What is kept about you',
      paragraphs: [],
      list: [
        'your name, your e-mail address, your organisation and your roles, with their dates',
        'a hash of your password, from which the password cannot be read back',
        'a hash of each session’s number, and when the session began and was last used',
        'which reminders were sent to you, of what and when, and whether you want fewer; letters themselves go after 90 days',
        'a hash of the secret address of your calendar, if you made one',
        'what you added, changed or removed, and when, in your organisation’s audit trail',
      ],
    },
    {
      heading: 'What is not kept',
      paragraphs: ['The service’s own log holds the kind of each page, the answer, the time it took and a reference number. It holds no name, no e-mail address and nothing that you typed.'],
    },
    {
      heading: 'For how long, and who to ask',
      paragraphs: ['Your name and your roles are kept for a year after your last role ended, or up to three where your organisation has chosen so; then they go by themselves. The organisation that runs this service answers for them.'],
    },
  ],
};
