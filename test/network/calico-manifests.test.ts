import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expanded, linesOf, without } from './calico-lines';
import { CalicoDataplane, CalicoEncapsulation, CalicoForeignNetwork, Cni, CniPlugin, CniPluginProps } from '../../src';
import { testChart } from '../support/golden';

/** Lines that a manifest has, or that one variant of it has and another has not. */
interface Difference {
  readonly removed: string[];
  readonly added: string[];
}

interface Minor {
  readonly release: string;
  readonly manifest: string[];
  readonly knobs: { readonly [name: string]: Difference };
}

const FACTS: {
  readonly minors: { readonly [minor: string]: Minor };
} = JSON.parse(readFileSync(join(__dirname, 'facts', 'calico-manifests.json'), 'utf8'));

function lines(network: Cni, more: Partial<CniPluginProps> = {}): Set<string> {
  const chart = testChart();
  new CniPlugin(chart, 'calico', { network, ...more });
  return linesOf(chart.toJson());
}

const minors = Object.entries(FACTS.minors).map(([minor, facts]) => ({ minor, ...facts }));

test.each(minors)('Calico $minor is what its manifest is: nothing missing, no right and no mount more', ({ release, manifest }) => {
  const ours = lines(Cni.calico({ version: release }));
  const theirs = expanded(manifest);
  expect({ missing: without(theirs, ours), more: without(ours, theirs) }).toEqual({
    // a Deployment of one replica that may be unavailable has no use for a budget
    missing: ['object PodDisruptionBudget kube-controllers'],
    more: [],
  });
});

/** An option that changes what a knob of upstream changes, and where it does not, with the reason. */
interface Knob {
  readonly ours: (version: string) => Cni;
  readonly more?: Partial<CniPluginProps>;
  /** Lines of upstream's difference that ours has not. */
  readonly missing?: RegExp[];
  /** Lines of our difference that upstream's has not. */
  readonly extra?: RegExp[];
}

// one pod that may be unavailable has no use for a budget
const TYPHA_BUDGET = /^\+ object PodDisruptionBudget typha$/;
/** The manifest runs Typha under the account of calico-node: it makes no tokens, and patches no pods and nodes. */
const TYPHA_RIGHTS = [
  /^\+ right typha create serviceaccounts\/token\./, /^\+ right typha (patch|update) (pods|nodes)\/status\./,
  /^\+ right typha (create|update) (bgpconfigurations|bgppeers)\./,
  /^\+ right typha update caliconodestatuses\./, /^\+ right typha get configmaps\./,
];
/** Nor does it give addresses. */
const TYPHA_ADDRESSES = [
  /^\+ right typha (create|delete|update|get|list) (ipamhandles|ipamconfigs|ipamconfigurations)\./,
  /^\+ right typha (create|delete|update) (blockaffinities|ipamblocks)\./,
  /^\+ right typha get daemonsets\.apps/,
];

const KNOBS: { readonly [name: string]: Knob } = {
  'calico-vxlan.yaml': { ours: version => Cni.calico({ version, encapsulation: CalicoEncapsulation.vxlanAcrossSubnets() }) },
  'calico-bpf.yaml': {
    ours: version => Cni.calico({ version, dataplane: CalicoDataplane.EBPF, encapsulation: CalicoEncapsulation.none() }),
    more: { apiServer: { host: 'api.example.com' } },
  },
  'calico-typha.yaml': {
    ours: version => Cni.calico({ version, typhaReplicas: 1 }), missing: [TYPHA_BUDGET, ...TYPHA_RIGHTS, ...TYPHA_ADDRESSES],
  },
  'calico-policy-only.yaml': {
    ours: version => Cni.calicoPolicyOnly({ version, typhaReplicas: 1 }),
    missing: [
      TYPHA_BUDGET, ...TYPHA_RIGHTS,
      // the token of the CNI plugin lasts a day, and calico-node must renew it here too
      /CALICO_MANAGE_CNI=false$/,
      // 1500 bytes do not pass everywhere: Calico finds it out
      /^[-+] cni plugins\[0\]\.mtu=/, /^- env install-cni CNI_MTU=0$/,
    ],
  },
  'canal.yaml': {
    ours: version => Cni.calicoPolicyOnly({ version, network: CalicoForeignNetwork.flannel() }),
    missing: [
      // the account of the CNI plugin has a name of its own here as in calico.yaml, and so has the file
      /CALICO_CNI_SERVICE_ACCOUNT=/, /^\+ right node create serviceaccounts\/token\. canal$/, /CNI_CONF_NAME=/,
      // the backend `none` asks for no address
      /^\+ env calico-node IP=$/,
      // -felix-ready asks the same endpoint
      /^\+ ready calico-node http /,
    ],
    extra: [/^\+ ready calico-node \/bin\/calico-node -felix-ready$/],
  },
  'veth_mtu of calico-config': { ours: version => Cni.calico({ version, mtu: 1400 }) },
  'CALICO_IPV4POOL_CIDR, a comment of calico.yaml': { ours: version => Cni.calico({ version, podCidr: '10.244.0.0/16' }) },
};

test('every knob of the manifests is tried', () => {
  expect(minors.map(({ knobs }) => Object.keys(knobs))).toEqual(minors.map(() => Object.keys(KNOBS)));
});

test.each(minors.flatMap(({ minor, release, knobs }) => Object.entries(knobs).map(([name, theirs]) => ({ minor, release, name, theirs }))))(
  'the option for $name changes in $minor what upstream changes', ({ release, name, theirs }) => {
    const { ours, more, missing = [], extra = [] } = KNOBS[name];
    const [before, after] = [lines(Cni.calico({ version: release })), lines(ours(release), more)];
    const upstream = [...[...expanded(theirs.removed)].map(line => `- ${line}`), ...[...expanded(theirs.added)].map(line => `+ ${line}`)];
    const own = [...without(before, after).map(line => `- ${line}`), ...without(after, before).map(line => `+ ${line}`)];
    const explained = (patterns: readonly RegExp[]) => (line: string) => patterns.some(pattern => pattern.test(line));
    const [lost, gained] = [upstream.filter(line => !own.includes(line)), own.filter(line => !upstream.includes(line))];
    expect({ missing: lost.filter(line => !explained(missing)(line)), more: gained.filter(line => !explained(extra)(line)) }).toEqual({
      missing: [], more: [],
    });
    // a reason that nothing needs is an old one
    expect([
      ...missing.filter(pattern => !lost.some(line => pattern.test(line))),
      ...extra.filter(pattern => !gained.some(line => pattern.test(line))),
    ]).toEqual([]);
  },
);
