import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export type Received = { readonly to: string; readonly messageId: string; readonly raw: string };

/** What a test makes the mail server say to a recipient: a reply of RFC 5321, or nothing to take the letter. */
export type Refuse = (to: string) => { readonly code: number; readonly said: string } | undefined;

export type Sink = { readonly url: string; readonly received: Received[]; close(): Promise<void> };

/** A mail server on this computer that keeps what it gets; `onReceived` runs before the letter is acknowledged. */
export async function smtpSink({ refuse = () => undefined, onReceived = () => undefined, password }: { readonly refuse?: Refuse; readonly onReceived?: (count: number) => void; readonly password?: string } = {}): Promise<Sink> {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: password === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'], authOptional: password === undefined, allowInsecureAuth: true,
    onAuth: (auth, _session, done) => { if (auth.password === password) done(null, { user: auth.username ?? '' }); else done(new Error('wrong password')); },
    onRcptTo: ({ address }, _session, done) => {
      const reply = refuse(address);
      if (reply) done(Object.assign(new Error(reply.said), { responseCode: reply.code })); else done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        received.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId: /^Message-ID: (<.+>)\r$/im.exec(raw)?.[1] ?? '', raw });
        onReceived(received.length);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, received, close: () => new Promise((closed) => { server.close(() => closed()); }) };
}
