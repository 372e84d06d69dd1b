import { namespaceOf } from '../../private/entry';
import type { Wire } from '../../private/wire';
import { runningContainersIn } from '../inventory/containers';
import type { Workload } from '../inventory/workload';

/** What people type first when they look after an agent: commands that can be copied as they are. */
export interface KubectlCommands {
  readonly state: string;
  readonly describe: string;
  readonly pods: string;
  readonly podsOnNode: string;
  readonly logs: string;
  readonly crashLogs: string;
  readonly events: string;
  readonly status: string;
  readonly restart: string;
  readonly history: string;
  readonly rollBack: string;
  /** Absent where no port is called like one of metrics. */
  readonly metrics?: string;
}

/** What the commands are made of. */
export interface CommandTarget {
  /** `daemonset/logs`, one for each workload of the agent. */
  readonly workloads: readonly string[];
  readonly namespace: string;
  /** `app=logs,tier in (a,b)` */
  readonly selector: string;
  readonly metricsPort?: number;
}

/** The commands for everything that runs under a selector of a namespace. */
export function kubectlCommands({ workloads, namespace, selector, metricsPort }: CommandTarget): KubectlCommands {
  const place = `-n ${shellWord(namespace)}`;
  const names = workloads.map(shellWord).join(' ');
  const pods = `${place} -l ${shellWord(selector)}`;
  return {
    state: `kubectl get ${names} ${place} -o wide`,
    describe: `kubectl describe ${names} ${place}`,
    pods: `kubectl get pods ${pods} -o wide --sort-by=.spec.nodeName`,
    podsOnNode: `kubectl get pods ${pods} -o wide --field-selector spec.nodeName=NODE`,
    // one container without a log, or one dead node, would end all of it
    logs: `kubectl logs ${pods} --all-containers --prefix --ignore-errors --tail=100`,
    crashLogs: `kubectl logs ${pods} --all-containers --prefix --ignore-errors --tail=100 --previous`,
    events: `kubectl get events ${place} --sort-by=.lastTimestamp`,
    // one at a time: kubectl waits for one workload
    status: workloads.map(workload => `kubectl rollout status ${shellWord(workload)} ${place}`).join(' && '),
    restart: `kubectl rollout restart ${names} ${place}`,
    history: workloads.map(workload => `kubectl rollout history ${shellWord(workload)} ${place}`).join(' && '),
    rollBack: `kubectl rollout undo ${names} ${place}`,
    ...metricsPort !== undefined && { metrics: `kubectl port-forward ${place} ${shellWord(workloads[0])} ${metricsPort}:${metricsPort}` },
  };
}

/** What the commands for a workload are made of. */
export function commandTargetOf(workload: Workload): CommandTarget {
  const port = metricsPortOf(workload);
  return {
    workloads: [`${workload.kind.toLowerCase()}/${workload.name}`], namespace: namespaceOf(workload),
    selector: selectorText(workload.object.spec?.selector ?? {}), ...port !== undefined && { metricsPort: port },
  };
}

/** A label selector as kubectl takes it. */
function selectorText({ matchLabels = {}, matchExpressions = [] }: Wire): string {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(expressionText),
  ].join(',');
}

function expressionText({ key, operator, values = [] }: Wire): string {
  switch (operator) {
    case 'In': return `${key} in (${values.join(',')})`;
    case 'NotIn': return `${key} notin (${values.join(',')})`;
    case 'DoesNotExist': return `!${key}`;
    default: return key;
  }
}

/** The port of the metrics, by what ports of metrics are called. */
function metricsPortOf(workload: Workload): number | undefined {
  const ports: readonly Wire[] = runningContainersIn(workload).flatMap(({ container }) => container.ports ?? []);
  const found = ports.find(({ name }) => name === 'metrics') ?? ports.find(({ name }) => /metrics/.test(String(name ?? '')));
  return found?.containerPort;
}

/** A word of a shell that means what it says. */
export function shellWord(word: string): string {
  return /^[\w./=,:@%+-]+$/.test(word) ? word : `'${word.replace(/'/g, '\'\\\'\'')}'`;
}
