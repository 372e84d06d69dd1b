import { Duration } from 'cdk8s';
import { ComponentHealthOptions } from './component-health-options';
import { DETECTOR_DEFAULTS } from './defaults';
import { HealthMonitorOptions } from './health-monitor-options';
import { Monitor, MonitorAccess, PLUGIN_FOLDER } from './monitor';
import { NodeProblemCondition } from './node-problem-condition';
import { PluginMonitorOptions } from './plugin-monitor-options';
import { requireCause, requireCondition, requireText } from './problem-checks';
import { RuntimeHealthOptions } from './runtime-health-options';
import { fail } from '../../private/agent-error';
import { fixedValue } from '../../private/default-row';
import { compact, Wire } from '../../private/wire';

const HEALTH_CHECKER = '/home/kubernetes/bin/health-checker';
const CRICTL = '/opt/node/crictl';

/** A script of the user. */
export function plugin(name: string, options: PluginMonitorOptions): Monitor {
  const { script, reason, condition, args } = options;
  requireCause(reason);
  if (condition !== undefined) {requireCondition(condition);}
  requireText(script, `the script of ${name}`, /^#!\//, 'a text whose first line names its program: #!/bin/bash');
  const path = `${PLUGIN_FOLDER}/${name}`;
  return {
    name,
    daemon: 'custom-plugin-monitor',
    config: pluginConfig(name, condition, { reason, path, args }, timesOf(options)),
    scripts: { [path]: script },
    access: options.hostNetwork ? { hostNetwork: `the script of ${name} looks at the network of the node` } : {},
    conditions: condition === undefined ? [] : [condition.type],
  };
}

/** A component of Kubernetes that answers by HTTP. */
export function componentHealth(component: 'kubelet' | 'kube-proxy', options: ComponentHealthOptions): Monitor {
  const isKubelet = component === 'kubelet';
  const [word, variable] = isKubelet ? ['Kubelet', 'KUBELET_PORT'] : ['KubeProxy', 'KUBEPROXY_PORT'];
  const address: MonitorAccess = isKubelet
    ? { hostNetwork: 'the kubelet tells its health on the loopback address alone' }
    : { hostAddress: true };
  return health(`${component}-health`, `${word}Unhealthy`, `${word}IsHealthy`, ['--component', component], options, {
    ...address, ...options.port !== undefined && { env: { [variable]: String(options.port) } },
  });
}

/** The container runtime, asked by the crictl of the node. */
export function runtimeHealth(options: RuntimeHealthOptions): Monitor {
  const crictl = options.crictlPath ?? fixedValue(DETECTOR_DEFAULTS.crictl);
  const socket = options.socketPath ?? fixedValue(DETECTOR_DEFAULTS.runtimeSocket);
  requireText(crictl, 'the path of crictl', /^\//, 'an absolute path');
  requireText(socket, 'the path of a socket', /^\/([^/]+\/)+[^/]+$/, 'an absolute path of a socket in a directory');
  const args = ['--component', 'cri', '--crictl-path', CRICTL, '--cri-socket-path', `unix://${socket}`];
  return health('container-runtime-health', 'ContainerRuntimeUnhealthy', 'ContainerRuntimeIsHealthy', args, options, {
    programs: [[crictl, CRICTL]], socketDirectories: [socket.replace(/\/[^/]+$/, '')],
  });
}

function health(
  name: string, type: string, healthyReason: string, args: string[], options: HealthMonitorOptions, access: MonitorAccess,
): Monitor {
  const times = timesOf(options);
  // the program must answer before it is killed, or nothing is known
  const timeout = `${Math.max(1, times.timeout.toSeconds() - 2)}s`;
  // a repair would kill the component through systemd, which a container does not reach
  const flags = { 'enable-repair': 'false', 'health-check-timeout': timeout, ...args.includes('cri') && { 'cri-timeout': timeout } };
  return {
    name,
    daemon: 'custom-plugin-monitor',
    config: pluginConfig('health-checker', { type, healthyReason }, {
      reason: type, path: HEALTH_CHECKER, args: [...pairs(args), ...Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`)],
    }, times),
    access,
    conditions: [type],
  };
}

function pairs(args: readonly string[]): string[] {
  return args.flatMap((arg, at) => (at % 2 === 0 ? [`${arg}=${args[at + 1]}`] : []));
}

interface Times {
  readonly interval: Duration;
  readonly timeout: Duration;
}

function timesOf({ interval, timeout }: HealthMonitorOptions): Times {
  const { intervalSeconds, timeoutSeconds } = fixedValue(DETECTOR_DEFAULTS.pluginTimes);
  const times = { interval: interval ?? Duration.seconds(intervalSeconds), timeout: timeout ?? Duration.seconds(timeoutSeconds) };
  if (times.timeout.toMilliseconds() > times.interval.toMilliseconds() || times.timeout.toMilliseconds() === 0) {
    fail({
      code: 'invalid-node-monitor', what: 'a check takes longer than the time to the next one',
      given: `timeout ${spelled(times.timeout)}, interval ${spelled(times.interval)}`,
      allowed: 'a timeout above zero, and at most the interval', fix: 'shorten `timeout`, or lengthen `interval`',
    });
  }
  return times;
}

/** A time as Go reads it. */
export function spelled(time: Duration): string {
  return `${time.toMilliseconds() / 1000}s`;
}

interface PluginRule {
  readonly reason: string;
  readonly path: string;
  readonly args?: readonly string[];
}

function pluginConfig(
  source: string, condition: NodeProblemCondition | undefined, { reason, path, args }: PluginRule, { interval, timeout }: Times,
): Wire {
  return {
    plugin: 'custom',
    pluginConfig: { invoke_interval: spelled(interval), timeout: spelled(timeout), max_output_length: 256, concurrency: 1 },
    source,
    conditions: condition === undefined ? [] : [conditionWire(condition)],
    rules: [compact({ type: condition === undefined ? 'temporary' : 'permanent', condition: condition?.type, reason, path, args })],
  };
}

/** The condition as long as all is well. */
export function conditionWire({ type, healthyReason, healthyMessage }: NodeProblemCondition): Wire {
  return { type, reason: healthyReason, message: healthyMessage ?? healthyReason };
}
