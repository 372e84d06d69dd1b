import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cni, CniPlugin } from '../../src';
import { objectOf, testChart } from '../support/golden';

/** What a container of the project's own manifest has: facts/NAME.json, read from the manifest of Calico 3.32.1. */
interface UpstreamContainer {
  readonly name: string;
  readonly command?: unknown[];
  readonly args?: unknown[];
  readonly env?: { readonly [name: string]: unknown };
  readonly mounts?: { readonly [path: string]: { readonly from: string; readonly readOnly: boolean; readonly propagation?: string } };
  readonly security?: { readonly privileged: boolean; readonly capsAdd: string[]; readonly capsDrop: string[] };
}

interface Upstream {
  readonly daemonSet: { readonly initContainers: UpstreamContainer[]; readonly containers: UpstreamContainer[] };
  readonly deployment: { readonly containers: UpstreamContainer[]; readonly rules: any[] };
  readonly rules: any[];
}

const upstream = (name: string): Upstream => JSON.parse(readFileSync(join(__dirname, 'facts', `${name}.json`), 'utf8'));

/** What a role allows, as a line for each right. */
function rights(rules: readonly any[]): string[] {
  return [...new Set(rules.flatMap(({
    apiGroups, resources, verbs, resourceNames = [
      '*',
    ],
  }) => apiGroups.flatMap((group: string) => resources.flatMap((resource: string) =>
    verbs.flatMap((verb: string) => resourceNames.map((name: string) => `${verb} ${resource}.${group} ${name}`))))))].sort();
}

/** What differs in two lists of lines: what upstream alone has, and what is written alone. */
function difference(theirs: readonly string[], ours: readonly string[]): { readonly upstream: string[]; readonly ours: string[] } {
  return { upstream: theirs.filter(each => !ours.includes(each)).sort(), ours: ours.filter(each => !theirs.includes(each)).sort() };
}

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Where a container sees what of the node. */
function mountsOf(container: any, volumes: any[]): string[] {
  return (container.volumeMounts ?? []).filter(({ mountPath }: any) =>
    mountPath !== TOKEN).map(({ mountPath, name, readOnly = false, mountPropagation = 'None' }: any) => {
    const volume = volumes.find(each => each.name === name);
    return `${mountPath} ${volume.hostPath?.path ?? 'no path of the node'} ${readOnly} ${mountPropagation}`;
  });
}

function upstreamMounts({ mounts = {} }: UpstreamContainer): string[] {
  return Object.entries(mounts).map(([path, { from, readOnly, propagation = 'None' }]) =>
    `${path} ${from.startsWith('host:') ? from.slice('host:'.length) : 'no path of the node'} ${readOnly} ${propagation}`);
}

function differences(name: string, chart: ReturnType<typeof testChart>): { [container: string]: object } {
  const facts = upstream(name);
  const { initContainers, containers, volumes } = objectOf(chart, 'DaemonSet').spec.template.spec;
  const found = [...facts.daemonSet.initContainers, ...facts.daemonSet.containers].map(theirs => {
    const ours = [...initContainers, ...containers].find(each => each.name === theirs.name) ?? {};
    const { privileged = false, capabilities = {} } = ours.securityContext ?? {};
    return [theirs.name, {
      mounts: difference(upstreamMounts(theirs), mountsOf(ours, volumes)),
      variables: difference(Object.keys(theirs.env ?? {}), (ours.env ?? []).map((each: any) => each.name)),
      privileged: difference([`${theirs.security?.privileged ?? false}`], [`${privileged}`]),
      capabilities: difference(theirs.security?.capsAdd ?? [], capabilities.add ?? []),
    }] as const;
  });
  return Object.fromEntries(found.map(([container, facets]) => [
    container, Object.fromEntries(Object.entries(facets).filter(([, { upstream: theirs, ours }]) => theirs.length + ours.length > 0)),
  ]));
}

function made(network: Cni): ReturnType<typeof testChart> {
  const chart = testChart();
  new CniPlugin(chart, 'network', { network });
  return chart;
}

test('Calico has the containers, mounts, variables and privileges of its manifest', () => {
  expect(differences('calico', made(Cni.calico()))).toEqual({
    'upgrade-ipam': {}, 'install-cni': {}, 'ebpf-bootstrap': {}, 'calico-node': {},
  });
});

test.each<[string, Cni, string[], string[]]>([
  ['calico', Cni.calico(), [], []],
])('%s may do what it does upstream, and nothing else', (name, network, missing, more) => {
  const facts = upstream(name);
  const chart = made(network);
  const own = objectOf(chart, 'ClusterRole', 'kube-system.network').rules;
  expect(difference(rights(facts.rules), rights(own))).toEqual({ upstream: missing, ours: more });
  const sibling = chart.toJson()
    .find(({ kind, metadata }: any) => kind === 'ClusterRole' && /^kube-system\.network-(operator|kube-controllers)$/.test(metadata.name));
  expect(difference(rights(facts.deployment.rules), rights(sibling.rules))).toEqual({ upstream: [], ours: [] });
});
