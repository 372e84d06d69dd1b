import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tokens that the API server knows: one may read metrics, one may not. */
export const SCRAPER = 'token-of-the-scraper';
export const STRANGER = 'token-of-a-stranger';

/** A call of the API, as RBAC sees it. */
export interface ApiCall {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
}

/** As much of an API server as a proxy asks for: who a token belongs to, and whether that user may get a path. */
export class FakeApi {
  public static async start(): Promise<FakeApi> {
    const api = new FakeApi();
    await new Promise<void>((resolve) => { api.server.listen(0, '127.0.0.1', resolve); });
    const cluster = { server: `http://127.0.0.1:${(api.server.address() as AddressInfo).port}` };
    writeFileSync(api.kubeconfig, JSON.stringify({
      'apiVersion': 'v1',
      'kind': 'Config',
      'clusters': [{ name: 'fake', cluster }],
      'contexts': [{ name: 'fake', context: { cluster: 'fake', user: 'proxy' } }],
      'current-context': 'fake',
      'users': [{ name: 'proxy', user: {} }],
    }));
    return api;
  }

  public readonly calls: ApiCall[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'fake-api-'));
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (text) => { body += text; }).on('end', () => {
        const [, group, resource] = /^\/apis\/([^/]+)\/[^/]+\/([^/?]+)/.exec(request.url ?? '') ?? [];
        this.calls.push({ verb: request.method === 'POST' ? 'create' : String(request.method), group, resource });
        response.setHeader('content-type', 'application/json');
        response.statusCode = resource === undefined ? 404 : 201;
        response.end(JSON.stringify(
          resource === undefined ? { kind: 'Status', status: 'Failure', code: 404 } : reviewed(resource, JSON.parse(body)),
        ));
      });
    });
  }

  /** The file that leads a client here. */
  public get kubeconfig(): string {
    return join(this.folder, 'kubeconfig.json');
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => { this.server.close(resolve); });
    rmSync(this.folder, { recursive: true });
  }
}

function reviewed(resource: string, review: any): any {
  if (resource === 'tokenreviews') {
    const isKnown = [SCRAPER, STRANGER].includes(review.spec.token);
    return { ...review, status: isKnown ? { authenticated: true, user: { username: review.spec.token } } : { authenticated: false } };
  }
  const { user, nonResourceAttributes: asked } = review.spec;
  return { ...review, status: { allowed: user === SCRAPER && asked?.path === '/metrics' && asked?.verb === 'get' } };
}
