import { CsiDriver, CsiNodePlugin, cluster, testing } from '../../src';
import { testChart } from '../support/golden';
import { foreign, manifestsOf, platform } from '../testing/support';

const { NodeTaint, SimulatedNode } = cluster;
const NODE = SimulatedNode.linux('worker-1');
const TAINTED = SimulatedNode.linux('worker-2').withTaint(NodeTaint.noSchedule('example.com/dedicated'));
const PLATFORM = testing.Manifests.ofChart(platform());
const LOGS = PLATFORM.daemonSet('logs');
const SNAPSHOT = PLATFORM.toSnapshot();
/** The same with another selector. */
const BEFORE = SNAPSHOT.replaceAll(/(app\.kubernetes\.io\/instance|cdk8s-node-agents\/agent): logs/g, '$1: other');
const AGENT = manifestsOf(foreign()).daemonSet();
const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config', namespace: 'agents' }, data: { a: '1' } };

function csi(): testing.DaemonSetView {
  const chart = testChart('csi');
  new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() });
  return testing.Manifests.ofChart(chart).daemonSet('nfs');
}

type Examples = { readonly [assertion: string]: ReadonlyArray<() => void> };

/** What makes each assertion about a DaemonSet fail. */
export const AGENT_ASSERTIONS: Examples = {
  isLike: [() => AGENT.isLike({ spec: { template: { spec: { hostNetwork: true } } } })],
  runsOn: [() => AGENT.runsOn(TAINTED), () => LOGS.runsOn(cluster.EksNodes.fargate())],
  runsOnAll: [() => AGENT.runsOnAll([NODE, TAINTED, cluster.EksNodes.gpu()])],
  doesNotRunOn: [() => LOGS.doesNotRunOn(TAINTED)],
  mountsHostPath: [() => AGENT.mountsHostPath('/var/log'), () => LOGS.mountsHostPath('/var/log', { readOnly: false })],
  claimsHostPort: [() => AGENT.claimsHostPort(9100), () => PLATFORM.daemonSet('metrics').claimsHostPort(9100, { protocol: 'UDP' })],
  rollsOut: [() => LOGS.rollsOut({ maxUnavailable: '20%' } as testing.RolloutMatchOptions)],
  rollsOutOn: [() => AGENT.rollsOutOn([NODE, SimulatedNode.linux('worker-3').unreachable()])],
  brokenRolloutStopsAfter: [() => LOGS.brokenRolloutStopsAfter(1, NODE.times(50))],
  registersDriver: [() => AGENT.registersDriver()],
  keepsMountsInUse: [() => AGENT.keepsMountsInUse([NODE])],
  isPodSecurityLevel: [() => LOGS.isPodSecurityLevel('restricted')],
  meetsPodSecurityLevel: [() => LOGS.meetsPodSecurityLevel('baseline')],
  restartsWhenChanges: [
    () => manifestsOf(config, foreign({ pod: { volumes: [{ name: 'config', configMap: { name: 'config' } }] } })).daemonSet()
      .restartsWhenChanges('ConfigMap', 'config'),
  ],
  canReplace: [() => LOGS.canReplace(BEFORE)],
  keepsPods: [() => LOGS.keepsPods(SNAPSHOT.replaceAll('/fluent-bit:5.1.1', '/fluent-bit:5.1.0'))],
  requestsAtMost: [() => LOGS.requestsAtMost({ cpu: '1m', memory: '1Mi' })],
  hasNoFindings: [() => AGENT.hasNoFindings()],
  hasFinding: [() => LOGS.hasFinding('host-port-conflict')],
  isAcknowledged: [() => AGENT.isAcknowledged('missing-requests'), () => csi().isAcknowledged('host-port-conflict')],
};

/** What makes each assertion about all objects fail. */
export const MANIFEST_ASSERTIONS: Examples = {
  resourceCountIs: [() => PLATFORM.resourceCountIs('DaemonSet', 1)],
  hasResource: [() => PLATFORM.hasResource('DaemonSet', { metadata: { name: 'logs' }, spec: { minReadySeconds: 7 } })],
  hasNoResource: [() => PLATFORM.hasNoResource('ConfigMap')],
  allResources: [() => PLATFORM.allResources('DaemonSet', { metadata: { name: 'logs' } })],
  hasNoHostPortConflicts: [() => {
    const [one, two] = ['one', 'two'].map(name => foreign({ name, container: { ports: [{ containerPort: 80, hostPort: 80 }] } }));
    manifestsOf(one, two).hasNoHostPortConflicts();
  }],
  bootsOn: [() => PLATFORM.bootsOn([NODE])],
  canReplace: [() => PLATFORM.canReplace(BEFORE)],
  hasNoFindings: [() => manifestsOf(foreign()).hasNoFindings()],
};
