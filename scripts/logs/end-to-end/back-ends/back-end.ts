import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** A request as it was understood. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Unpacked. */
  readonly body: Buffer;
}

/** What it is answered. */
export interface Answer {
  readonly status: number;
  readonly body?: string;
}

/** A server on the loopback that keeps what it takes, and can be down. Ports are those of the network namespace of the suite. */
export class BackEnd {
  public readonly taken: Received[] = [];
  /** How many requests there were, whatever they were answered. */
  public requests = 0;
  private server?: Server;
  private readonly sockets = new Set<Socket>();

  public constructor(
    public readonly port: number, private readonly answer: (received: Received) => Answer = () => ({ status: 204 }),
    private readonly host: string = '127.0.0.1',
  ) {}

  public async up(): Promise<this> {
    this.server = createServer((request, response) => {void this.take(request, response);});
    // a proxy is asked for a tunnel, and this one gives none
    this.server.on('connect', (_, socket) => {
      this.requests += 1;
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    this.server.on('connection', socket => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>(done => this.server!.listen(this.port, this.host, done));
    return this;
  }

  /** Connections are refused from now on. */
  public async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server === undefined) {return;}
    const closed = new Promise<void>(done => server.close(() => done()));
    this.sockets.forEach(socket => socket.destroy());
    await closed;
  }

  /** Everything that was taken, as text. */
  public get text(): string {
    return this.taken.map(({ body }) => body.toString('utf8')).join('\n');
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    try {
      for await (const part of request) {parts.push(part as Buffer);}
    } catch {
      // the connection was cut by `down`
      return;
    }
    const raw = Buffer.concat(parts);
    const received = {
      path: request.url ?? '', headers: request.headers, body: request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw,
    };
    this.requests += 1;
    const { status, body = '' } = this.answer(received);
    if (status < 300) {this.taken.push(received);}
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  }
}
