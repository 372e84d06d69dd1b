import { expectParity, Parity } from './parity';
import { NodeFeatureDiscovery } from '../../src';
import { testChart } from '../support/golden';

function objects(): any[] {
  const chart = testChart();
  new NodeFeatureDiscovery(chart, 'nfd');
  return chart.toJson();
}

/** Why all three programs differ from the manifests of the project. */
function common(program: string): Parity['because'] {
  const container = `container ${program},`;
  return {
    'the manifests of a branch name the images of its builds': [`${container} image`],
    'the port is one option for probes, Service and program': [`${container} flag -port`],
    'a busy program counts as not ready before it is restarted': [
      `${container} liveness probe`, ...program === 'nfd-gc' ? [] : [`${container} readiness probe`],
    ],
    'a token is mounted where it is used, and no init container or sidecar that someone adds has it': [
      `${container} mount /var/run/secrets/kubernetes.io/serviceaccount`, 'token',
    ],
    'what most clusters have anyway is written out, for those that enforce it': [`${container} seccomp`],
    'the runtime of Go collects garbage before the limit is reached': [`${container} variable GOMEMLIMIT`],
    'there is no image for Windows': ['node selector kubernetes.io/os'],
  };
}

test('the worker of Node Feature Discovery of its manifests', () => {
  const container = 'container nfd-worker,';
  expectParity({
    facts: 'node-feature-discovery-worker',
    objects: objects(),
    workload: 'nfd',
    because: {
      ...common('nfd-worker'),
      'there is a file where something differs from the defaults of the program': [
        `${container} mount /etc/kubernetes/node-feature-discovery`,
      ],
      'a path that is missing would become an empty directory': [
        `${container} mount /host-boot`, `${container} mount /host-etc/os-release`, `${container} mount /host-lib`,
        `${container} mount /host-proc/swaps`,
        `${container} mount /host-sys`, `${container} mount /host-usr/lib`,
      ],
      'the directory of features is made where no hook wrote one yet': [
        `${container} mount /etc/kubernetes/node-feature-discovery/features.d`,
        `${container} mount /etc/kubernetes/node-feature-discovery/features.d/`,
      ],
      'pods that do not share the network of the node need no other policy': ['dnsPolicy'],
      'the program deletes nothing': ['may delete nodefeatures of nfd.k8s-sigs.io'],
      'pods of a DaemonSet run neither on Fargate nor on virtual nodes': ['node term *'],
      'ten percent at a time do not take hours for a thousand nodes': ['strategy'],
      'labels of tainted nodes are those that others choose by': ['toleration any:any effect'],
    },
  });
});

test('the master of Node Feature Discovery of its manifests', () => {
  const container = 'container nfd-master,';
  expectParity({
    facts: 'node-feature-discovery-master',
    objects: objects(),
    workload: 'nfd-master',
    because: {
      ...common('nfd-master'),
      'there is a file where something differs from the defaults of the program': [
        `${container} mount /etc/kubernetes/node-feature-discovery`,
      ],
      'it waits for its caches before it answers': [`${container} startup probe`],
      'only workers make objects that belong to their pods': [`${container} variable POD_NAME`, `${container} variable POD_UID`],
      'leases are for several replicas': ['may create leases *', 'may get leases *', 'may update leases *'],
      'groups of nodes are behind a feature gate that is off': [
        'may get nodefeaturegroups *', 'may list nodefeaturegroups *', 'may watch nodefeaturegroups *',
        'may patch nodefeaturegroups/status *', 'may update nodefeaturegroups/status *',
      ],
      'namespaces are read where the configuration restricts whose features count': ['may list namespaces *', 'may watch namespaces *'],
      'caches list and watch, and nodes are patched': [
        'may get nodefeaturerules *', 'may get nodefeatures *', 'may get nodes/status *', 'may list nodes/status *', 'may update nodes *',
        'may update nodes/status *',
      ],
      'it runs on any node: it writes the labels of all of them': ['toleration node-role.kubernetes.io/control-plane=:NoSchedule'],
    },
  });
});

test('the garbage collector of Node Feature Discovery of its manifests', () => {
  const container = 'container nfd-gc,';
  expectParity({
    facts: 'node-feature-discovery-gc',
    objects: objects(),
    workload: 'nfd-gc',
    because: {
      ...common('nfd-gc'),
      'only workers make objects that belong to their pods': [`${container} variable POD_NAME`, `${container} variable POD_UID`],
      'pods that do not share the network of the node need no other policy': ['dnsPolicy'],
    },
  });
});
