import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, Server } from 'node:https';
import { join } from 'node:path';

/** A Kubernetes API server that knows some pods. */
export class ApiServer {
  public readonly authority: string;
  public requests: string[] = [];
  /** What every request is answered, if not what is asked for. */
  public outage?: number;
  private readonly pods = new Map<string, any>();
  private readonly server: Server;

  public constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.authority = join(directory, 'ca.crt');
    const [key, certificate] = makeCertificate(directory);
    this.server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
      this.requests.push(`${request.method} ${request.url}`);
      const [, namespace, pod] = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/([^/?]+)/.exec(request.url ?? '') ?? [];
      const found = pod === undefined ? this.list() : this.pods.get(`${namespace}/${pod}`);
      const status = this.outage ?? (found === undefined ? 404 : 200);
      response.writeHead(status, { 'Content-Type': 'application/json' })
        .end(JSON.stringify(status === 200 ? found : { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: status }));
    });
  }

  public async up(): Promise<this> {
    await new Promise<void>(done => this.server.listen(443, '127.0.0.1', done));
    return this;
  }

  public async down(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>(done => this.server.close(() => done()));
  }

  public add(namespace: string, name: string, labels: { readonly [key: string]: string } = {}): void {
    this.pods.set(`${namespace}/${name}`, {
      apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, uid: `uid-${name}`, labels, annotations: {} },
      spec: { nodeName: 'node-1', containers: [{ name: 'app', image: 'example.com/app:1' }] }, status: { podIP: '10.0.0.1' },
    });
  }

  private list(): any {
    return { apiVersion: 'v1', kind: 'PodList', metadata: { resourceVersion: '1' }, items: [...this.pods.values()] };
  }
}

function makeCertificate(directory: string): [key: string, certificate: string] {
  const at = (name: string) => join(directory, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  openssl(
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', at('ca.key'), '-out', at('ca.crt'),
    '-days', '2', '-subj', '/CN=ca',
  );
  openssl(
    'req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', at('tls.key'), '-out', at('tls.csr'), '-subj',
    '/CN=kubernetes',
  );
  writeFileSync(
    at('names'), 'subjectAltName=DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local,DNS:back-end.test,IP:127.0.0.1\n',
  );
  openssl(
    'x509', '-req', '-in', at('tls.csr'), '-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-CAcreateserial', '-out', at('tls.crt'), '-days',
    '2', '-extfile', at('names'),
  );
  return [at('tls.key'), at('tls.crt')];
}
