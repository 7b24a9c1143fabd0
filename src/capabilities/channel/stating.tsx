import type { Refusal } from '../../kernel/outcome.ts';
import { json, page, redirect, refusedPage, valueOf, valuesOf, versionOf, type Answer, type MemberVisit } from '../../platform/route.ts';
import type { ControlArea } from '../frameworks/index.ts';
import { saidArea, shapes } from './api.ts';
import { AreaPage } from './pages/area.tsx';
import { missing, movedOn, trailOf } from './panel.tsx';
import { paths } from './paths.ts';
import { controlFrom } from './rules-statements.ts';
import { saveControl } from './statement-store.ts';
import { withStatement, type OpenedStatement } from './statements.tsx';

type OpenedArea = OpenedStatement & { readonly area: ControlArea };

export const showArea = (visit: MemberVisit): Promise<Answer> => withArea(visit, (opened) => areaPage(visit, opened, []));

export const readArea = (visit: MemberVisit): Promise<Answer> => withArea(visit, ({ area, controls }) => json(shapes.area, saidArea(area, controls)));

/** To what extent the standard of an area is met, in short why, and what was looked at. */
export const stateArea = (visit: MemberVisit): Promise<Answer> => withArea(visit, async (opened) => {
  const { tx, form, organisation: { id: orgId, shortName }, newId } = visit;
  const { statement, edition, area } = opened;
  const control = controlFrom({ extent: valueOf(form, 'extent'), reason: valueOf(form, 'reason'), options: valuesOf(form, 'options') }, {
    extents: edition.scale.levels.map(({ code }) => code), options: area.options.map(({ code }) => code),
  });
  if (!control.accepted) return areaPage(visit, opened, control.refusals);
  const saved = await saveControl(tx, { orgId, id: newId(), version: versionOf(form) }, { statementId: statement.id, editionId: statement.editionId, areaCode: area.code }, control.value);
  return saved ? redirect(paths.statement(shortName, statement.id), 'saved') : movedOn(visit);
});

/** An area of a statement that is open; one that was signed is read on its own page. */
function withArea(visit: MemberVisit, work: (opened: OpenedArea) => Promise<Answer> | Answer): Promise<Answer> {
  return withStatement(visit, (opened) => {
    const area = opened.edition.areas.find(({ code }) => code === visit.params['area']);
    if (!area) return missing(visit.words.channel.statement.noArea);
    return opened.statement.signedOn === null ? work({ ...opened, area }) : movedOn(visit);
  });
}

function areaPage(visit: MemberVisit, { statement, edition, controls, area }: OpenedArea, refusals: readonly Refusal[]): Answer {
  const { words, seal, form, organisation: { shortName } } = visit;
  const title = words.channel.statement.area.title(area.number, area.title.en, statement.year);
  const body = <AreaPage words={words} org={shortName} seal={seal} form={form} refusals={refusals} statement={statement} edition={edition} area={area} control={controls.find(({ areaCode }) => areaCode === area.code)} />;
  const { breadcrumbs } = trailOf(visit, true);
  const trail = { breadcrumbs: [...breadcrumbs, { text: words.channel.statement.heading(statement.year), href: paths.statement(shortName, statement.id) }] };
  return refusals.length === 0 ? page(title, body, trail) : refusedPage(title, body, refusals, trail);
}
