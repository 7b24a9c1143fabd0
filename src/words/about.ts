export const about = {
  title: 'Prevent duty assurance',
  /** What the product is: three sentences, here and in README.md. */
  sentences: [
    'DueRegard runs the annual assurance that bodies owe under the Prevent duty.',
    'A council rates itself against the published benchmarks from the record of what it did, and the Home Office’s outcome stands beside it.',
    'The committee’s slides and paper come from that same record.',
  ],
  examples: {
    heading: 'Look at an example',
    invented: (name: string) => `${name} is invented: a whole year’s assurance, and nothing about a real body.`,
    real: (name: string, source: string | undefined) => (source === undefined ? `${name} is a real body.` : `${name} is real: the example holds only what “${source}” says.`),
    open: (name: string) => `Open the ${name} example`,
    others: 'See everyone you can be in the examples',
    or: 'or',
    signIn: 'sign in with an account',
  },
};
