/** The product can't start (or a command can't run); the message is a sentence for the person who started it, saying what to do. main prints it and exits 1. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
