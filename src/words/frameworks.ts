const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' });
const day = (on: string | Date) => date.format(new Date(on));

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const frameworks = {
  obligations: { must: 'Must', should: 'Should', good_practice: 'Good practice', not_stated: 'Obligation not stated' },
  wording: { official: 'An official source published this whole sentence', ours: 'Our wording', suggestion: 'Our suggestion' },
  sources: { none: '', official: 'Official source', secondary: 'Quoted by another', example: 'A body does this', finding: 'Found in a review' },
  inferred: 'Inferred',

  editions: {
    title: 'The benchmarks and their sources',
    lead: 'An edition is one published version of a sector’s benchmarks. It never changes once it is published, so a past year stays readable as it was.',
    none: 'No edition has been published here yet.',
    caption: 'Editions',
    edition: 'Edition', sector: 'For', year: 'First used for', published: 'Published here on',
    publishedOn: (moment: Date) => day(moment),
    sectorName: (sector: string) => (sector === 'local_authority' ? 'Local authorities' : sector.replaceAll('_', ' ')),
  },
  edition: {
    summary: { year: 'First used for', publisher: 'Benchmarks set by', source: 'Written from', readOn: 'Source read on', official: 'Official sentences', file: 'Short name' },
    readOn: (on: string) => day(on),
    official: (official: number, all: number) => `${official} of ${some(all, 'indicator is', 'indicators are')} a whole sentence that an official source published. The rest are our wording of the source that each names, or our suggestion.`,
    contents: 'On this page',
    law: 'The law', context: 'Where the benchmarks come from', authorities: 'Bodies that owe the duty',
    section: (act: string, section: string) => `${act}, ${section}`,
    scale: 'The scale', scaleCaption: 'From the lowest level to the highest',
    level: 'Level', evidence: 'Evidence', source: 'Where it comes from',
    needsEvidence: 'Needed', noEvidence: 'Not needed',
    besideScale: 'Beside the scale',
    benchmark: (number: number, title: string) => `${number}. ${title}`,
    aliases: (names: readonly string[]) => `Also called ${names.map((name) => `“${name}”`).join(', ')}.`,
    notApplicable: 'When it is another body’s',
    asks: (level: string) => `What “${level}” asks`,
    adds: (level: string) => `What “${level}” adds`,
    examples: 'Examples of evidence', never: 'Never keep here',
  },
  noSuchEdition: { title: 'There is no such edition', sentence: (name: string) => `No edition called “${name}” has been published here.`, all: 'See every edition' },

  /** Why an edition file is refused. `place` names the field and its line: "benchmarks[2].title (line 40)". */
  editionFile: {
    tooLarge: (megabytes: number) => `The file is larger than ${megabytes} MB. An edition needs far less: check that this is the right file.`,
    empty: 'The file is empty. Choose a file that holds an edition.',
    notYaml: (place: string) => `The file cannot be read as YAML at ${place}. Check the indentation, quotes and brackets there.`,
    tooDeep: 'The file nests lists inside lists too deeply to be read. Follow the layout of the edition that comes with the product.',
    severalDocuments: (place: string) => `A second document starts at ${place}. Put one edition in one file.`,
    alias: (place: string) => `${place} uses a YAML anchor or alias. Write the text out in full.`,
    tag: (place: string) => `${place} has a YAML tag. Remove the tag.`,
    repeated: (place: string) => `${place} is there twice. Keep one of them.`,
    nameNotText: (place: string) => `${place} holds a field whose name is not plain text. Give the field a plain name.`,
    missing: (place: string) => `${place} is missing. Add it.`,
    unknown: (place: string) => `${place} is not a field of an edition. Check its spelling or remove it.`,
    notA: (place: string, kind: string) => `${place} must be ${kind}.`,
    notOneOf: (place: string, allowed: string) => `${place} must be one of: ${allowed}.`,
    tooFew: (place: string) => `${place} is an empty list. Add at least one entry.`,
    wrong: {
      line: (place: string) => `${place} must be one line of text, 1 to 1,000 characters long, without control characters or curly brackets.`,
      template: (place: string) =>
        `${place} must be one line of text whose only placeholders are {organisation}, {year_written} and {calendar_year}.`,
      code: (place: string) => `${place} must be a code of letters, digits, dots, hyphens and underscores, at most 60 characters long.`,
      shortName: (place: string) => `${place} must be lower-case words or numbers joined by hyphens or underscores, at most 60 characters long.`,
      address: (place: string) => `${place} must be a web address that begins with https:// or http://.`,
      year: (place: string) => `${place} must be a financial year, like 2025-26.`,
      day: (place: string) => `${place} must be a date, like 2026-11-22.`,
    },
    kinds: { string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of named fields' },
    usedTwice: (place: string, code: string) => `${place} uses the code ${code} a second time. Give it a code of its own.`,
    outOfOrder: (place: string, expected: number) => `${place} must be ${expected}: number the entries 1, 2, 3 in the order of the file.`,
    noSuchLevel: (place: string, levels: string) => `${place} is not a level of this edition's scale. Use one of: ${levels}.`,
    reservedLevel: (place: string) => `${place} may not be not_applicable: that is not a level. Use scale.not_applicable for it.`,
    notOfficial: (place: string) => `${place} may be true only where the whole sentence was published officially. Set it to false, or give a source of kind official.`,
    dutyWithoutSource: (place: string) => `${place} says must or should, which needs a source of kind official or secondary. Give that source, or set it to not_stated.`,
    notApplicableUnknown: (place: string) => `${place} allows "not applicable", but the scale has no label for it. Add scale.not_applicable.`,
    place: (path: string, line: number | undefined) => `${path || 'The file'}${line === undefined ? '' : ` (line ${line})`}`,
    line: (line: number) => `line ${line}`,
  },
  nameTaken: (shortName: string) => `The edition ${shortName} is published with other content, and a published edition never changes. Give yours another short_name.`,
};
