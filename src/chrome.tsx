import type { Organisation, Visitor } from './kernel/access.ts';
import { Button, Checkboxes, ErrorSummary, FileUpload, InventedBanner, NotificationBanner, PhaseBanner, renderPage, Textarea, type NavigationItem } from './govuk/index.ts';
import { confirmedField, type Suspect } from './platform/identifier-guard.ts';
import { valuesOf, type Page } from './platform/route.ts';
import type { Chrome, Surroundings, SuspectForm } from './platform/web.ts';
import type { Words } from './words/index.ts';

type Drawing = {
  readonly words: Words; readonly demonstration: boolean;
  readonly navigation: (about: Surroundings) => readonly NavigationItem[];
  /** Where a body's logo is served, by its hash. */
  readonly logoPath: (org: string, sha256: string) => string;
};

/** The page around each page, and the pages that belong to no capability. */
export function chromeOf({ words, ...drawing }: Drawing): Chrome {
  const said = words.site;
  const plain = (title: string, ...sentences: string[]): Page => ({
    title, body: <><h1 class="govuk-heading-l">{title}</h1>{sentences.map((sentence) => <p class="govuk-body">{sentence}</p>)}<p class="govuk-body"><a class="govuk-link" href="/">{said.toFirst}</a></p></>,
  });
  return {
    draw: (page, about) => draw({ words, ...drawing }, page, about),
    notAllowed: (visitor, organisation) => plain(said.notAllowed.title,
      organisation ? said.notAllowed.organisation(organisation.name, rolesOf(words, visitor, organisation)) : said.notAllowed.plain, said.notAllowed.whatToDo),
    noSuchOrganisation: (shortName) => plain(said.noSuchOrganisation.title, said.noSuchOrganisation.sentence(shortName)),
    noSuchPage: () => plain(said.noSuchPage.title, said.noSuchPage.sentence),
    notFromThisPage: () => plain(said.notFromThisPage.title, said.notFromThisPage.sentence),
    alreadySent: () => plain(said.alreadySent.title, said.alreadySent.sentence),
    looksPersonal: (form) => suspectPage(words, form),
    fileTooLarge: (limitBytes) => plain(said.fileTooLarge.title, said.fileTooLarge.sentence(limitBytes / 1_000_000)),
    tooMuch: () => plain(said.tooMuch.title, said.tooMuch.sentence),
    unavailable: (reference) => plain(said.unavailable.title, said.unavailable.sentence, said.reference(reference)),
    broken: (reference) => plain(said.broken.title, said.broken.sentence, said.reference(reference)),
    signInPath: (returnTo) => `/sign-in?to=${encodeURIComponent(returnTo)}`,
  };
}

function draw({ words, demonstration, navigation, logoPath }: Drawing, page: Page, about: Surroundings): string {
  const said = words.site;
  const errors = (page.errors ?? []).map(({ field, say }) => ({ text: say(words), href: field === '' ? undefined : `#${field}` }));
  const done = about.done !== undefined && Object.hasOwn(said.done, about.done) ? Object.entries(said.done).find(([name]) => name === about.done)?.[1] : undefined;
  return renderPage({
    title: `${errors.length > 0 ? said.errorPrefix : ''}${page.title} – ${said.product}`,
    owner: said.product,
    homeUrl: '/',
    navigation: { serviceName: said.service, serviceUrl: '/', items: navigation(about), end: about.visitor && <SignOut words={words} csrf={about.csrf} />, endInline: true },
    head: about.organisation && about.logo !== undefined && <BodyHead name={about.organisation.name} logo={logoPath(about.organisation.shortName, about.logo)} />,
    phaseBanner: demonstration && <PhaseBanner tag={said.demonstrationTag}>{said.demonstrationNotice}</PhaseBanner>,
    banner: about.organisation?.invented && <InventedBanner label={said.inventedLabel}>{said.invented(about.organisation.name)}</InventedBanner>,
    before: page.breadcrumbs && { breadcrumbs: { items: page.breadcrumbs.map(({ text, href }) => ({ text, href })) } },
    main: (
      <>
        {done !== undefined && <NotificationBanner type="success" message={done} />}
        {errors.length > 0 && <ErrorSummary errors={errors} />}
        {page.body}
      </>
    ),
    footer: {
      links: [
        { href: '/will-not-do', text: said.willNotDoLink }, { href: '/frameworks', text: said.frameworksLink }, { href: '/words', text: said.wordsLink },
        { href: '/accessibility', text: said.accessibilityLink }, { href: '/privacy', text: said.privacyLink },
      ],
      content: said.footer,
    },
  });
}

/** The form again with what was found in it, and all the rest as it was sent, so that nothing is lost. */
function suspectPage(words: Words, { action, upload, form, fileFields, suspects, confirmation }: SuspectForm): Page {
  const said = words.platform.identifiers;
  const asked = suspects.filter(({ isFile }) => !isFile);
  const sentence = ({ found }: Suspect) => said.found(found.map(({ kind, text }) => said.one(kind, text)));
  const kept = Object.keys(form).filter((field) => field !== confirmedField && !asked.some((suspect) => suspect.field === field));
  return {
    title: said.title,
    errors: suspects.map((suspect) => ({ field: suspect.field, say: () => sentence(suspect) })),
    body: (
      <>
        <h1 class="govuk-heading-l">{said.title}</h1>
        <p class="govuk-body">{said.why}</p>
        <form method="post" action={action} novalidate {...(upload ? { encType: 'multipart/form-data' } : {})}>
          {kept.flatMap((field) => valuesOf(form, field).map((value) => <input type="hidden" name={field} value={value} />))}
          {asked.map((suspect) => <Textarea name={suspect.field} label={said.field(suspect.field)} value={suspect.text} rows={6} error={sentence(suspect)} />)}
          {fileFields.map((field) => <FileUpload name={field} label={said.fileAgain} error={suspects.filter((suspect) => suspect.isFile && suspect.field === field).map(sentence)[0]} />)}
          <Checkboxes name={confirmedField} legend={said.confirmLegend} legendSize="s" hint={said.confirmHint} items={[{ value: confirmation, text: said.confirm }]} values={[]} />
          <Button preventDoubleClick>{said.press}</Button>
        </form>
      </>
    ),
  };
}

/** The body's logo beside its name, which says what the logo shows. */
function BodyHead({ name, logo }: { readonly name: string; readonly logo: string }) {
  return (
    <div class="dr-body-head">
      <p class="dr-body-head__line govuk-width-container"><img class="dr-body-head__logo" src={logo} alt="" /> {name}</p>
    </div>
  );
}

function SignOut({ words, csrf }: { readonly words: Words; readonly csrf: string }) {
  return (
    <form method="post" action="/sign-out" class="dr-sign-out" novalidate>
      <input type="hidden" name="csrf" value={csrf} />
      <Button classes="govuk-button--secondary dr-sign-out__button" preventDoubleClick>{words.site.signOut}</Button>
    </form>
  );
}

function rolesOf(words: Words, visitor: Visitor | undefined, organisation: Organisation): string {
  return (visitor?.memberships ?? []).filter((membership) => membership.organisation.id === organisation.id).map(({ role }) => words.site.roles[role]).join(', ');
}
