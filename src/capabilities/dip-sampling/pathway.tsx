import type { Refusal } from '../../kernel/outcome.ts';
import { conflictPage, json, page, redirect, refusedPage, valueOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import { dayGiven, organisationPaths } from '../organisations/index.ts';
import { shapes } from './api.ts';
import { mayWrite } from './opened.tsx';
import { PathwayForm, PathwayPage, type Filled } from './pages/pathway.tsx';
import { paths } from './paths.ts';
import { pathwayFrom } from './rules.ts';
import { addPathway, pathwaysOf } from './store.ts';

/** So many steps has the form; an edition has as many as are filled in. */
export const stepsOffered = 8;

export async function showPathway(visit: MemberVisit): Promise<Answer> {
  const { tx, words, organisation } = visit;
  return page(words.dipSampling.pathway.title(organisation.name), <PathwayPage words={words} org={organisation.shortName} editions={await pathwaysOf(tx, organisation.id)} writes={mayWrite(visit)} />, trail(visit));
}

export async function readPathway({ tx, organisation }: MemberVisit): Promise<Answer> {
  return json(shapes.pathway, {
    editions: (await pathwaysOf(tx, organisation.id)).map(({ number, inForceOn, formEdition, steps, safeguarding, complaints, changeNote }) => ({ number, in_force: inForceOn, form_edition: formEdition, steps: [...steps], safeguarding, complaints, change: changeNote })),
  });
}

/** The form begins with the edition before. */
export async function showPathwayForm(visit: MemberVisit): Promise<Answer> {
  const [latest] = await pathwaysOf(visit.tx, visit.organisation.id);
  const steps = (latest?.steps ?? []).flatMap(({ step, who, target_days: days }, at) => [[`step-${at + 1}`, step], [`who-${at + 1}`, who], [`days-${at + 1}`, days === null ? '' : String(days)]]);
  return formPage(visit, (latest?.number ?? 0) + 1, { ...Object.fromEntries(steps), form_edition: latest?.formEdition ?? '', safeguarding: latest?.safeguarding ?? '', complaints: latest?.complaints ?? '' }, []);
}

export async function recordPathway(visit: MemberVisit): Promise<Answer> {
  const { tx, form, organisation, words, newId } = visit;
  const value = (name: string) => valueOf(form, name);
  const number = Number(value('number'));
  const pathway = pathwayFrom({
    inForce: dayGiven(form, 'in_force'), formEdition: value('form_edition'), safeguarding: value('safeguarding'), complaints: value('complaints'), change: value('change'),
    steps: Array.from({ length: stepsOffered }, (_, at) => ({ step: value(`step-${at + 1}`), who: value(`who-${at + 1}`), days: value(`days-${at + 1}`) })),
  });
  if (!pathway.accepted) return formPage(visit, number, form, pathway.refusals);
  const isNext = number === ((await pathwaysOf(tx, organisation.id))[0]?.number ?? 0) + 1;
  if (isNext && await addPathway(tx, { orgId: organisation.id, id: newId(), number }, pathway.value)) return redirect(paths.pathway(organisation.shortName), 'saved');
  const said = words.dipSampling;
  return conflictPage(said.stopped.title, <><h1 class="govuk-heading-l">{said.stopped.title}</h1><p class="govuk-body">{said.pathway.taken}</p><p class="govuk-body"><a class="govuk-link" href={paths.pathway(organisation.shortName)}>{said.pathway.heading}</a></p></>, trail(visit));
}

function formPage(visit: MemberVisit, number: number, filled: Filled, refusals: readonly Refusal[]): Answer {
  const { words, organisation, seal } = visit;
  const body = <PathwayForm words={words} org={organisation.shortName} seal={seal} refusals={refusals} filled={filled} number={number} offered={stepsOffered} />;
  const { formTitle } = words.dipSampling.pathway;
  const rest = { breadcrumbs: [...trail(visit).breadcrumbs, { text: words.dipSampling.pathway.heading, href: paths.pathway(organisation.shortName) }] };
  return refusals.length > 0 ? refusedPage(formTitle, body, refusals, rest) : page(formTitle, body, rest);
}

function trail({ organisation }: MemberVisit) {
  return { breadcrumbs: [{ text: organisation.name, href: organisationPaths.organisation(organisation.shortName) }] };
}
