import { Worker } from 'node:worker_threads';

export type Answered = { readonly bytes: Uint8Array } | { readonly fault: string };

/**
 * A thread that writes documents, so that the server goes on answering meanwhile: one order at a time, kept for the next.
 * A thread that takes longer than the limit (milliseconds) is ended, and the next order begins another.
 */
export function writingThread<Order>(program: URL, name: string): (order: Order, limit: number) => Promise<Uint8Array> {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const answered = async (order: Order, limit: number): Promise<Uint8Array> => {
    const thread = worker ??= new Worker(program, { execArgv: [] });
    thread.ref();
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    const timer = setTimeout(() => reject(new Error(`${name} was not written in ${limit} ms`)), limit);
    const ended = (code: number) => reject(new Error(`The thread that writes ${name} ended with ${code}`));
    thread.once('message', resolve).once('error', reject).once('exit', ended);
    thread.postMessage(order);
    try {
      const answer = await promise;
      if ('fault' in answer) throw new Error(answer.fault);
      return answer.bytes;
    } catch (error) {
      worker = undefined;
      await thread.terminate();
      throw error;
    } finally {
      clearTimeout(timer);
      thread.off('message', resolve).off('error', reject).off('exit', ended);
      thread.unref();
    }
  };
  return (order, limit) => {
    const answer = last.then(() => answered(order, limit));
    last = answer.catch(() => undefined);
    return answer;
  };
}
