export const about = {
  title: 'Prevent duty assurance',
  sentences: [
    'DueRegard runs the annual assurance that bodies owe under the Prevent duty.',
    'A council rates itself against the published benchmarks from the record of what it did, and the Home Office’s outcome stands beside it.',
    'The committee’s slides and paper come from that same record.',
  ],
  otherPeople: 'Act as another person of the example',
  openLeicestershire: 'Open the Leicestershire example',
};
