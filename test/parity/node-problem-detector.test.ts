import { expectParity } from './parity';
import { NodeProblemDetector } from '../../src';
import { testChart } from '../support/golden';

const DETECTOR = 'container node-problem-detector,';
const TERM = 'node term eks.amazonaws.com/compute-type NotIn fargate and type NotIn virtual-kubelet';

test('node-problem-detector of its chart', () => {
  const chart = testChart();
  new NodeProblemDetector(chart, 'node-problem-detector');
  expectParity({
    facts: 'node-problem-detector-chart',
    objects: chart.toJson(),
    because: {
      'flags are arguments of their own, and no text for a shell': [
        `${DETECTOR} words`, `${DETECTOR} flag -c`, `${DETECTOR} flag --config.system-log-monitor`,
      ],
      'the metrics are open on the address of the pod, and profiles nowhere': [
        `${DETECTOR} flag --port`, `${DETECTOR} flag --prometheus-*`, `${DETECTOR} variable POD_IP`,
      ],
      'a silent API server must not hide the metrics for five minutes': [`${DETECTOR} flag --apiserver-wait-timeout`],
      'nodes have containerd, and the journal is read only where a monitor asks for it': [`${DETECTOR} mount /var/log/`],
      'where a node runs in UTC it has no /etc/localtime, and the kernel knows no time zone': [`${DETECTOR} mount /etc/localtime`],
      'without /dev/kmsg mounted, it is that of the runtime': [`${DETECTOR} mount /dev/kmsg`],
      'nothing is mounted that is empty': [`${DETECTOR} mount /custom-config`, 'pod annotation checksum/config'],
      'events about nodes are in one namespace, and the program never updates one': [
        'may create events*', 'may patch events*', 'may update events*',
      ],
      'the token has a limited life': ['token', `${DETECTOR} mount /var/run/secrets/kubernetes.io/serviceaccount`],
      'a port has the name that monitors expect, and a Service that names the addresses': [
        `${DETECTOR} port 20257/TCP`, 'Service port 20257',
      ],
      'a rollout waits for a probe, and a silent agent is restarted': [
        `${DETECTOR} liveness probe`, `${DETECTOR} readiness probe`, `${DETECTOR} startup probe`,
      ],
      'a pod without requests is evicted first': [`${DETECTOR} requests *`, `${DETECTOR} limits memory`],
      'it writes no file': [`${DETECTOR} root file system`],
      'the seccomp profile is named for all containers': [`${DETECTOR} seccomp`],
      'taints that evict are tolerated too, where it is needed most': ['toleration *'],
      'Windows has no kernel log, and Fargate and virtual-kubelet run no pod of a DaemonSet': ['node selector kubernetes.io/os', TERM],
      'one node at a time takes hours in a large cluster': ['strategy'],
    },
  });
});
