import { timingSafeEqual, createHash } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { forwardingHeaders } from './entrance.ts';
import { isLoopbackHost } from './store.ts';

export type MetricsOptions = {
  readonly publicAddress: string | undefined;
  /** What a collector sends as its bearer token; undefined: none may, from elsewhere. */
  readonly metricsToken: string | undefined;
  readonly ready: () => Promise<boolean>;
};

type Counted = { requests: number; seconds: number; readonly within: number[] };

/** Upper bounds of the histogram, in seconds. */
const bounds = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

/**
 * /metrics in the Prometheus text format, version 0.0.4: how busy the process is, by method, route pattern and class of
 * status. A pattern holds no name of a body, and nothing that anybody wrote is counted. Nobody else than a collector reads
 * it: one on this computer while there is no public address, else one with the token of the settings.
 */
export function serveMetrics(app: FastifyInstance, options: MetricsOptions): void {
  const counted = new Map<string, Counted>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  app.addHook('onClose', async () => { delay.disable(); });
  app.addHook('onResponse', async (request, reply) => {
    const labels = `method="${request.method}",route="${request.routeOptions.url ?? 'none'}",status="${Math.floor(reply.statusCode / 100)}xx"`;
    const seconds = reply.elapsedTime / 1000;
    const before = counted.get(labels) ?? { requests: 0, seconds: 0, within: bounds.map(() => 0) };
    counted.set(labels, { requests: before.requests + 1, seconds: before.seconds + seconds, within: before.within.map((count, at) => count + (seconds <= (bounds[at] ?? 0) ? 1 : 0)) });
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, options)) return reply.callNotFound();
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(written(counted, delay.percentile(99) / 1e9, await options.ready()));
  });
}

/** Behind a public address every request comes from the proxy on this computer, so there only the token counts. */
function mayRead(request: FastifyRequest, { publicAddress, metricsToken }: MetricsOptions): boolean {
  const sent = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (metricsToken !== undefined && sent !== undefined) return timingSafeEqual(hash(sent), hash(metricsToken));
  return publicAddress === undefined && isLoopbackHost(request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1') && !forwardingHeaders.some((name) => name in request.headers);
}

function written(counted: ReadonlyMap<string, Counted>, delaySeconds: number, ready: boolean): string {
  const all = [...counted];
  return [
    ...metric('dueregard_http_request_seconds', 'histogram', 'Time to answer, by method, route and class of status', all.flatMap(([labels, { requests, seconds, within }]) => [
      ...within.map((count, at) => `_bucket{${labels},le="${bounds[at]}"} ${count}`), `_bucket{${labels},le="+Inf"} ${requests}`, `_sum{${labels}} ${seconds}`, `_count{${labels}} ${requests}`,
    ])),
    ...metric('dueregard_database_up', 'gauge', 'Whether the database answers', [` ${ready ? 1 : 0}`]),
    ...metric('dueregard_event_loop_delay_seconds', 'gauge', '99th percentile of the delay of the event loop', [` ${Number.isFinite(delaySeconds) ? delaySeconds : 0}`]),
    ...metric('process_resident_memory_bytes', 'gauge', 'Memory of the process', [` ${process.memoryUsage.rss()}`]),
    ...metric('process_cpu_seconds_total', 'counter', 'Processor time of the process', [` ${(process.cpuUsage().user + process.cpuUsage().system) / 1e6}`]),
    ...metric('process_uptime_seconds', 'gauge', 'Age of the process', [` ${process.uptime()}`]),
  ].join('\n').concat('\n');
}

function metric(name: string, type: 'counter' | 'gauge' | 'histogram', help: string, samples: readonly string[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map((sample) => `${name}${sample}`)];
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
