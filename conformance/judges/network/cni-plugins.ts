import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { objectsOf, podOf } from './manifest';
import { eachOf, problemsFrom, tryInputs } from './trial';
import { buildProgram } from '../../../scripts/conformance/go';
import { Cni, CniPlugin } from '../../../src';
import { distinct } from '../../../src/private/distinct';
import { randomCalico } from '../../../test/support/random/calico';
import { randomFlannel } from '../../../test/support/random/network';
import { goTool } from '../tools/toolbox';

/** What install-cni of Calico puts in place of these names. */
const PLACES: ReadonlyArray<readonly [place: RegExp, value: string]> = [
  [/__KUBERNETES_NODE_NAME__/g, 'node-1'], [/__CNI_MTU__/g, '1450'], [/__KUBECONFIG_FILEPATH__/g, '/etc/cni/net.d/calico-kubeconfig'],
];

const BROKEN_LISTS = [
  '{', '{"cniVersion":"0.3.1","plugins":[{"type":"flannel"}]}', '{"cniVersion":"0.3.1","name":"a","plugins":[]}',
  '{"cniVersion":"0.3.1","name":"a","plugins":[{"delegate":{}}]}', '{"cniVersion":"0.3.1","name":"a","plugins":{"type":"flannel"}}',
];
const BROKEN_PORT_MAPS: readonly any[] = [
  { cniVersion: '1.0.0', name: 'a', type: 'portmap', snat: 'yes' }, { cniVersion: '9.0.0', name: 'a', type: 'portmap' },
  { cniVersion: '1.0.0', name: 'a', type: 'portmap', markMasqBit: 40 },
];

/**
 * Has CNI's own library and Multus read the lists of plugins that flannel and Calico get, and portmap its part of them. Returns what is
 * wrong.
 */
export async function judgeCniPlugins(runs: number): Promise<string[]> {
  const reader = await buildProgram('multusconfig');
  const portmap = await goTool('portmap');
  const random = fc.sample(fc.oneof(randomFlannel, randomCalico().map(make => make())), runs);
  const lists = [Cni.flannel(), Cni.calico(), Cni.calico({ version: '3.31.7' }), ...random].flatMap(listOf);
  const portMaps = lists.flatMap(text => {
    const { name, cniVersion, plugins } = JSON.parse(text);
    return plugins.filter(({ type }: any) => type === 'portmap').map((plugin: any) => ({ name, cniVersion, ...plugin }));
  });
  return [
    ...await tryInputs({
      program: 'libcni 1.3.0 and Multus 4.3.0', inputs: 'lists of CNI plugins', written: lists, broken: BROKEN_LISTS,
      problemsOf: texts => problemsFrom(reader, texts.map(list => ({ list }))),
    }),
    ...await tryInputs({
      program: 'portmap 1.9.1', inputs: 'configurations', written: distinct(portMaps, config => config), broken: BROKEN_PORT_MAPS,
      problemsOf: configs => eachOf(configs, config => portMapProblem(portmap, config)),
    }),
  ];
}

function listOf(network: Cni): string[] {
  const objects = objectsOf(chart => new CniPlugin(chart, 'cni', { network, namespace: 'kube-network', apiServer: { host: '192.0.2.1' } }));
  const files = objects.filter(({ kind }) => kind === 'ConfigMap').flatMap(({ data }) => Object.entries<string>(data ?? {}))
    .filter(([name]) => name.endsWith('.conflist')).map(([, text]) => text);
  const variables = (podOf(objects, 'DaemonSet').initContainers ?? []).flatMap(({ env = [] }: any) => env)
    .filter(({ name }: any) => name === 'CNI_NETWORK_CONFIG').map(({ value }: any) => value);
  return [...files, ...variables].map(text => PLACES.reduce((filled, [place, value]) => filled.replace(place, value), text));
}

/** The plugin is called for a pod that has an address and no port on its node: it reads its configuration, and sets nothing up. */
async function portMapProblem(program: string, config: any): Promise<string | undefined> {
  const address = { address: '10.244.0.5/24', ...config.cniVersion.startsWith('0.') && { version: '4' } };
  const env = {
    CNI_COMMAND: 'ADD', CNI_CONTAINERID: 'pod', CNI_NETNS: '/proc/self/ns/net', CNI_NETNS_OVERRIDE: 'true', CNI_IFNAME: 'eth0',
    CNI_PATH: '/opt/cni/bin',
  };
  const running = promisify(execFile)(program, [], { env: { ...process.env, ...env } });
  running.child.stdin!.end(JSON.stringify({ ...config, prevResult: { cniVersion: config.cniVersion, ips: [address] } }));
  return running.then(() => undefined, error => JSON.parse(error.stdout).msg);
}
