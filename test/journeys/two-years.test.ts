// Two years of the invented county, carried by seven people, each at a browser of their own, from the work on an open assessment
// to published letters and packs: once with scripts and once without. The steps stand by job in test/journeys/jobs/. Nothing
// here touches the database. The journey with scripts takes the pictures of docs/guide/.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, launchBrowser } from '../browser.ts';
import { startOnExamples } from '../running.ts';
import * as administrator from './jobs/administrator.ts';
import * as adviser from './jobs/adviser.ts';
import * as committee from './jobs/committee.ts';
import { firstYear, names, secondYear, texts, type Job, type Show } from './jobs/county.ts';
import * as lead from './jobs/lead.ts';
import * as secondReader from './jobs/second-reader.ts';
import * as writer from './jobs/writer.ts';
import { actAs, sitDown, type Sitting } from './person.ts';
import { pictures, takePicture, type Picture } from './pictures.ts';

/** Everybody’s page, by their job; nobody has signed in at the last one. */
type Room = Readonly<Record<Job | 'nobody', Page>>;

/** What no example holds. Every other page is held to the accessibility rules in test/journeys/pages.test.ts. */
const reachedHere: ReadonlySet<Picture> = new Set<Picture>(['writer-draft', 'writer-returned', 'lead-last-year', 'lead-recommendation', 'lead-outcomes', 'second-reader-sign-off', 'member-slides']);

let browser: Browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser.close());

for (const scripts of [true, false]) {
  test(`two years of the county, ${scripts ? 'with' : 'without'} scripts`, { timeout: 600_000 }, async (journey) => {
    const folder = mkdtempSync(join(tmpdir(), 'dueregard-two-years-'));
    const kept = process.env['GUIDE_PICTURES'];
    if (kept !== undefined) mkdirSync(kept, { recursive: true });
    const server = await startOnExamples(join(folder, 'data'));
    const taken: Picture[] = [];
    const show: Show = async (page, name, from) => {
      if (!scripts) return;
      if (reachedHere.has(name)) assert.deepEqual(await axeViolations(page), [], name);
      if (kept !== undefined) await takePicture(page, name, kept, from);
      taken.push(name);
    };
    try {
      const { room, sittings } = await seatEverybody(server.address, scripts);
      let stuck = false;
      for (const [name, work] of Object.entries(stepsOf(room, scripts, show))) {
        await journey.test(name, async (step) => {
          if (stuck) return step.skip('an earlier step failed');
          stuck = true;
          await work();
          for (const { complaints } of sittings) assert.deepEqual(complaints, []);
          stuck = false;
        });
      }
      for (const { context } of sittings) await context.close();
      if (scripts && !stuck) assert.deepEqual(taken.sort(), [...pictures].sort(), 'every picture of the guide is taken, once');
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

async function seatEverybody(address: string, javaScriptEnabled: boolean): Promise<{ room: Room; sittings: readonly Sitting[] }> {
  const sittings: Sitting[] = [];
  const sit = async (name?: string) => {
    const sitting = await sitDown(browser, address, { javaScriptEnabled });
    sittings.push(sitting);
    if (name !== undefined) await actAs(sitting.page, name);
    return sitting.page;
  };
  const room = {
    lead: await sit(names.lead), writer: await sit(names.writer), secondReader: await sit(names.secondReader), administrator: await sit(names.administrator),
    councillor: await sit(names.councillor), partner: await sit(names.partner), adviser: await sit(names.adviser), nobody: await sit(),
  };
  return { room, sittings };
}

/** The two years in their order, by what each step is called. */
function stepsOf(room: Room, scripts: boolean, show: Show): Readonly<Record<string, () => Promise<void>>> {
  return { ...work(room, scripts, show), ...submission(room, show), ...findings(room, show), ...toCommittee(room, show), ...nextYear(room, show) };
}

const work = (room: Room, scripts: boolean, show: Show) => ({
  'the administrator invites a reader': () => administrator.invitesSomebody(room.administrator, show),
  'the lead hands an indicator to a colleague': () => lead.handsOutWork(room.lead, show),
  'and another to a partner': () => lead.opensAnIndicatorToAPartner(room.lead),
  'the colleague answers': () => (scripts ? writer.typesLeavesAndFindsItsWordsAgain(room.writer, show) : writer.typesAndSaves(room.writer, show)),
  'with evidence': () => writer.addsEvidence(room.writer, show),
  'the second reader comments': () => secondReader.comments(room.secondReader),
  'the lead returns the answer': () => lead.returnsAnAnswer(room.lead),
  'the colleague mends it and hands it in again': () => writer.mendsWhatWasReturned(room.writer, show),
  'two people answer the same indicator, and lose nothing': () => writer.writesAtTheSameTime(room.writer, room.lead, scripts, show),
  'the partner answers': () => writer.answersForThePartner(room.partner, show),
  'and the lead reads it': () => lead.readsWhatThePartnerWrote(room.lead),
});

const submission = (room: Room, show: Show) => ({
  'the lead rates what is left': () => lead.ratesWhatIsLeft(room.lead),
  'the second reader challenges a rating': () => secondReader.challengesARating(room.secondReader, show),
  'the lead answers the challenges': () => lead.answersTheChallenges(room.lead),
  'and mends what is missing': () => lead.mendsWhatIsMissing(room.lead, show),
  'the second reader signs off': () => secondReader.signsOff(room.secondReader, firstYear, show),
  'the lead submits': () => lead.submits(room.lead, firstYear, show),
});

const findings = (room: Room, show: Show) => ({
  'the adviser reads the submission': () => adviser.readsTheSubmission(room.adviser, show),
  'notes a visit': () => adviser.notesAVisit(room.adviser, show),
  'drafts outcomes, a strength and recommendations': () => adviser.draftsTheFindings(room.adviser, show),
  'and shares the draft': () => adviser.sharesTheDraft(room.adviser),
  'the lead replies': () => lead.repliesToTheDraft(room.lead, show),
  'the adviser publishes': () => adviser.publishes(room.adviser, show),
  'and takes the letter': () => adviser.takesTheLetter(room.adviser, firstYear, texts.open),
  'the lead has the letter too': () => adviser.takesTheLetter(room.lead, firstYear, texts.open),
  'the lead follows the recommendations': () => lead.followsTheRecommendations(room.lead, show),
  'and a second person closes one': () => secondReader.confirmsTheClosure(room.secondReader),
  'the lead amends the submission': () => lead.writesAnAmendment(room.lead),
  'and a second person confirms it': () => secondReader.confirmsTheAmendment(room.secondReader),
});

const toCommittee = (room: Room, show: Show) => ({
  'the lead records when the committee meets': () => committee.datesTheCommittee(room.lead),
  'writes the paper, one part of it exempt': () => committee.writesThePaper(room.lead, show),
  'issues the packs': () => committee.issuesThePacks(room.lead, firstYear, show),
  'and releases the year to everybody': () => committee.releases(room.lead, firstYear, show),
  'the councillor reads': () => committee.readsForTheCommittee(room.councillor, show),
  'and so does everybody': () => committee.readsWhatIsPublic(room.nobody, /8\. Communication and Engagement\s+Exceeded[\s\S]*No earlier year has been released/, show),
  'the administrator sees how long records are kept': () => administrator.looksAtWhatIsKept(room.administrator, show),
  'and makes a token for a program': () => administrator.makesAToken(room.administrator, show),
});

const nextYear = (room: Room, show: Show) => ({
  'the administrator’s edition waits for a second person': () => administrator.readsTheEditionThatWaits(room.administrator, show),
  'the lead publishes it': () => lead.publishesTheEdition(room.lead),
  'and opens the next year, which begins with what is still open': () => lead.opensTheNextYear(room.lead),
  'takes last year’s answer over': () => lead.takesOverLastYear(room.lead, show),
  'the colleague answers what is new': () => writer.answersWhatIsNew(room.writer, 'No', 'A panel is planned.'),
  'the second reader signs off the next year': () => secondReader.signsOff(room.secondReader, secondYear),
  'the lead submits it': () => lead.submits(room.lead, secondYear),
  'and asks to re-open it': () => lead.asksToReopen(room.lead),
  'a second person re-opens it': () => secondReader.confirmsTheReopening(room.secondReader, show),
  'the colleague answers anew': () => writer.answersWhatIsNew(room.writer, 'Yes', 'The residents’ panel met twice.'),
  'it is signed off again': () => secondReader.signsOff(room.secondReader, secondYear),
  'and submitted again': () => lead.submits(room.lead, secondYear),
  'the adviser publishes what was found of the next year': () => adviser.moderatesTheSecondYear(room.adviser),
  'and takes its letter': () => adviser.takesTheLetter(room.adviser, secondYear, 'In part'),
  'the lead issues its packs': () => committee.issuesThePacks(room.lead, secondYear),
  'releases it': () => committee.releases(room.lead, secondYear),
  'and sees every year side by side': () => committee.readsEveryYear(room.lead, show),
  'everybody reads why the two years are not compared': () => committee.readsWhatIsPublic(room.nobody, /2026\/27[\s\S]*other benchmarks or another scale/),
});
