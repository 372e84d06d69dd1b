import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KNOBS } from './cilium-knobs';
import { ciliumLines, differenceOf } from './cilium-lines';
import { CILIUM_OPTIONS } from './cilium-options';
import { CiliumOptions, Cni, CniPlugin, KubernetesVersion, NodePlatform, Rollout, TargetCluster } from '../../src';
import { testChart } from '../support/golden';

/** What the charts 1.19.6 and 1.20.0 become, rendered by Helm: `scripts/network/cilium-facts.ts` writes it. */
interface Facts {
  readonly base: readonly string[];
  readonly knobs: { readonly [name: string]: Difference };
}

interface Difference {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

const RELEASES = ['1.19.6', '1.20.0'];
const FACTS: { readonly [release: string]: Facts } = Object.fromEntries(
  RELEASES.map(release => [release, JSON.parse(readFileSync(join(__dirname, 'facts', `cilium-${release}.json`), 'utf8'))]));

interface Place {
  readonly platform?: NodePlatform;
  readonly options: CiliumOptions;
}

function lines(release: string, { platform, options }: Place): string[] {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_32, platform });
  const apiServer = options.kubeProxyReplacement ? { host: 'api.example.com' } : undefined;
  new CniPlugin(chart, 'cilium', { network: Cni.cilium({ version: release, ...options }), apiServer, rollout: Rollout.count(2) });
  return ciliumLines(chart.toJson());
}

/** What is written otherwise than the charts do: why, what they have, and what stands here. */
const DEVIATIONS: ReadonlyArray<readonly [
  reason: string, theirs: readonly string[], ours: readonly string[], releases?: readonly string[],
]> = [
  ['namespaces of the first process are only entered', ['mount-cgroup', 'apply-sysctl-overwrites'].map(step => `agent ${step} mount `
    + '/hostproc /proc:Directory rw None'),
  ['mount-cgroup', 'apply-sysctl-overwrites'].map(step => `agent ${step} mount /hostproc /proc:Directory ro None`)],
  ['rules of the VPC CNI of AWS go with a restart of the node', ['agent cilium-agent postStart bash'], []],
  ['Secrets in policies are for the chart', ['get', 'list', 'watch'].map(verb => `agent may ${verb} secrets. *`), []],
  ['the operator reads `debug` where it reads all keys', [
    'operator cilium-operator env CILIUM_DEBUG {"configMapKeyRef":{"key":"debug","name":"cilium-config","optional":true}}',
    'operator cilium-operator runs cilium-operator-generic --config-dir=/tmp/cilium/config-map --debug=$(CILIUM_DEBUG)',
  ], ['operator cilium-operator runs cilium-operator-generic --config-dir=/tmp/cilium/config-map']],
  ['ztunnel is for the chart', [
    'create', 'delete', 'get', 'list', 'watch',
  ].map(verb => `operator may ${verb} daemonsets.apps * in kube-system`), []],
  ['the same right is there in all namespaces', [
    'get', 'list', 'watch',
  ].map(verb => `operator may ${verb} serviceaccounts. * in kube-system`), [], ['1.20.0']],
  ['Kubernetes 1.24 took this taint away', ['operator toleration node-role.kubernetes.io/master Exists *'], []],
  ['the API server is found by its variables', [
    'agent config runs cilium-dbg build-config --k8s-api-server-urls=',
  ], ['agent config runs cilium-dbg build-config'], ['1.20.0']],
];

/** The same for single knobs: a line of the chart, and what stands in its place, if anything. */
const KNOB_DEVIATIONS: {
  readonly [knob: string]: ReadonlyArray<readonly [
  reason: string, theirs: string | undefined, ours: string | undefined, releases?: readonly string[],
  ]>;
} = {
  'kubeProxyReplacement': [
    'HOST api.example.com', 'PORT 6443',
  ].map(variable => ['the step asks no API server', `agent clean-cilium-state env KUBERNETES_SERVICE_${variable}`, undefined]),
  'IPsec': [[
    'nobody writes keys there', 'agent cilium-agent mount /etc/ipsec secret cilium-ipsec-keys rw None',
    'agent cilium-agent mount /etc/ipsec secret cilium-ipsec-keys ro None',
  ]],
  'Envoy as a DaemonSet': [
    ['as chart 1.20.0 has it', 'envoy cilium-envoy startupProbe 127.0.0.1/healthz  timeout 1 period 2 failures 105 delay '
      + '5', 'envoy cilium-envoy startupProbe 127.0.0.1/healthz  timeout 5 period 2 failures 105 delay 5',
    ['1.19.6']],
    ['a Service for scrapers comes with a monitor', 'service cilium-envoy 9964>9964', undefined],
  ],
  'metrics of Hubble': [['a Service for scrapers comes with a monitor', 'service hubble-metrics 9965>hubble-metrics', undefined]],
  'metricsPort': [['a Service for scrapers comes with a monitor', 'service cilium-agent 9964>envoy-metrics', undefined]],
  'chaining with aws-node': [['there is none', 'agent cilium-agent postStart bash', undefined]],
  'privileged': [['privileged containers have all capabilities, whatever is dropped', undefined, '-agent install-cni-binaries drop ALL']],
  'Talos': [[DEVIATIONS[0][0], DEVIATIONS[0][1][0], DEVIATIONS[0][2][0]]],
};

test.each(RELEASES)('without options, Cilium %s is what its chart makes of it, but for what is listed here with its reason', release => {
  const known = DEVIATIONS.filter(([,,, releases = RELEASES]) => releases.includes(release));
  expect(differenceOf(FACTS[release].base, lines(release, { options: {} })))
    .toEqual({ removed: known.flatMap(([, theirs]) => theirs).sort(), added: known.flatMap(([,, ours]) => ours).sort() });
});

/** What the chart changes, with what is written otherwise here. */
function expected(name: string, release: string): Difference {
  const { added, removed } = FACTS[release].knobs[name];
  const known = (KNOB_DEVIATIONS[name] ?? []).filter(([,,, releases = RELEASES]) => releases.includes(release));
  const replaced = (all: readonly string[]) => all.flatMap(line => {
    const deviation = known.find(([, theirs]) => theirs === line);
    return deviation === undefined ? [line] : deviation[2] ?? [];
  });
  const more = known.flatMap(([, theirs, ours]) => (theirs === undefined ? ours!.slice(1) : []));
  return { added: replaced(added).sort(), removed: [...replaced(removed), ...more].sort() };
}

test.each(RELEASES.flatMap(release => KNOBS.map(({ name }) => [name, release] as const)))('%s changes what the value of chart %s does, and '
  + 'nothing else', (name, release) => {
  const { with: needed = {}, set = {}, platform } = CILIUM_OPTIONS[name];
  const before = lines(release, { options: needed });
  expect(differenceOf(before, lines(release, { options: { ...needed, ...set }, platform }))).toEqual(expected(name, release));
});

test('every deviation of a knob is one', () => {
  const unused = Object.entries(KNOB_DEVIATIONS).flatMap(([
    name, known,
  ]) => known.filter(([, theirs, , releases = RELEASES]) => theirs !== undefined &&
    releases.some(release => ![...FACTS[release].knobs[name].added, ...FACTS[release].knobs[name].removed].includes(theirs))).map(([
    reason,
  ]) => `${name}: `
      + `${reason}`));
  expect(unused).toEqual([]);
});
