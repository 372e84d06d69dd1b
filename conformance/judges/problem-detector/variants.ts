import { App, Chart, Duration } from 'cdk8s';
import {
  Checks, KubernetesVersion, MetricsAlerts, NodeLog, NodeProblemDetector, NodeProblemDetectorProps, NodeProblemMonitor, SystemStatsGroup,
  TargetCluster,
} from '../../../src';

/** The file that lines are written to. */
export const LOG = '/var/log/shop/shop.log';
/** A line that is an event, and one that sets a condition. */
export const LINES = { event: 'shop: out of carts', condition: 'shop: database lost' };

const shopLog = (condition: string) => NodeProblemMonitor.log('shop-log', {
  log: NodeLog.file(LOG, { timestamp: '^(\\S+) ', timestampFormat: '2006-01-02T15:04:05Z07:00', message: '^\\S+ (.*)' }),
  rules: [
    { reason: 'OutOfCarts', pattern: 'shop: out of .*' },
    { reason: 'DatabaseLost', pattern: 'shop: database (lost|gone)', condition: { type: condition, healthyReason: 'DatabaseThere' } },
  ],
});
const times = { interval: Duration.seconds(3), timeout: Duration.seconds(3) };
const script = (name: string, exitCode: number, condition?: string) => NodeProblemMonitor.plugin(name, {
  script: `#!/bin/bash\necho "$1 $2"\nexit ${exitCode}\n`, args: ['all is', 'told'], reason: 'ScriptFails', ...times,
  condition: condition === undefined
    ? undefined
    : { type: condition, healthyReason: 'ScriptPasses', healthyMessage: 'the script finds nothing' },
});

/** What is put before the real program, by the id of the construct. */
const VARIANTS: { readonly [id: string]: NodeProblemDetectorProps } = {
  'standard': {
    problemMonitors: [
      NodeProblemMonitor.kernel(), NodeProblemMonitor.readonlyFilesystem(), shopLog('StandardBroken'),
      NodeProblemMonitor.systemStats({ groups: Object.values(SystemStatsGroup), interval: Duration.seconds(6) }),
    ],
    alerts: MetricsAlerts.prometheusRule(),
  },
  'plugins': {
    // on the network of the node every agent needs a port of its own
    port: 20258,
    problemMonitors: [
      shopLog('PluginsBroken'), script('bad', 1, 'ScriptFails'), script('good', 0, 'ScriptFailsNot'),
      NodeProblemMonitor.kubeletHealth({ ...times, port: 1 }), NodeProblemMonitor.kubeProxyHealth({ ...times, port: 10256 }),
    ],
  },
  'own-namespace': { problemMonitors: [shopLog('OwnNamespaceBroken')], eventNamespace: 'shop' },
  'conditions-alone': { problemMonitors: [shopLog('ConditionsAloneBroken')], reportEvents: false },
  'events-alone': { problemMonitors: [shopLog('EventsAloneBroken')], reportConditions: false },
  'metrics-alone': { problemMonitors: [shopLog('MetricsAloneBroken')], reportConditions: false, reportEvents: false },
};

/** The objects of all of them. */
export function variantManifests(): any[] {
  const chart = new Chart(new App(), 'problem-detector', { namespace: 'node-agents' });
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of('1.36') });
  Checks.of(chart).acknowledge({ id: 'duplicate-agent', reason: 'they run one after the other' });
  for (const [id, props] of Object.entries(VARIANTS)) {new NodeProblemDetector(chart, id, props);}
  return chart.toJson();
}

/** What the Node, the events and the metrics of a variant must say. */
export function expected(id: string) {
  const { problemMonitors = [], reportConditions, reportEvents, eventNamespace = 'default' } = VARIANTS[id];
  const isBroken = (condition: string) => /Broken$|^ScriptFails$|^KubeletUnhealthy$/.test(condition);
  const types = problemMonitors.flatMap(({ conditions }) => conditions);
  return {
    conditions: reportConditions === false ? {} : Object.fromEntries(types.map((type) => [type, isBroken(type) ? 'True' : 'False'])),
    unset: reportConditions === false ? types : [],
    events: reportEvents === false ? [] : ['OutOfCarts', 'DatabaseLost'],
    eventNamespace,
    hasStats: problemMonitors.some(({ name }) => name === 'system-stats'),
  };
}
