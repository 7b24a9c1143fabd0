/** The product can't start, or a command can't run: the message is a sentence for the person at the keyboard, saying what to do. */
export class StartRefused extends Error {}
