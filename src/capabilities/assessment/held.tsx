import { sqlStateOf } from '../../platform/database.ts';
import { conflictPage, type Answer, type MemberVisit } from '../../platform/route.ts';
import { Plain, type Opened } from './opened.tsx';
import { paths } from './paths.ts';
import { secondStates } from './second-store.ts';

type Handle<Found> = (visit: MemberVisit, found: Found) => Promise<Answer>;

/** For what the rules allowed and the database then refused, because somebody else was faster: a plain page says so. */
export function orMoved<Found extends Opened>(handle: Handle<Found>): Handle<Found> {
  return async (visit, found) => {
    try {
      return await handle(visit, found);
    } catch (error) {
      const states: readonly string[] = Object.values(secondStates);
      if (states.includes(sqlStateOf(error) ?? '')) return movedPage(visit, found);
      throw error;
    }
  };
}

export function movedPage({ words }: MemberVisit, { org, year }: Opened): Answer {
  const said = words.secondReader.moved;
  return conflictPage(said.title, <Plain title={said.title} sentence={said.sentence} link={{ href: paths.year(org, year), text: said.link }} />);
}
