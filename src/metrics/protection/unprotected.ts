import { Listener, Guard } from './guard';
import { AgentContainer } from '../../agent/container/agent-container';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Port } from '../../agent/container/port';
import { HttpProbeOptions, Probe } from '../../agent/container/probe';
import { FlagSource, valueOf } from '../../private/default-row';
import { probeTimes } from '../../private/probe-times';
import { METRICS_DEFAULTS } from '../defaults';

/** A busy node answers late; to restart the exporter would make it no quicker. */
export function probeTiming(cluster: FlagSource): HttpProbeOptions {
  return probeTimes(valueOf(METRICS_DEFAULTS.readinessProbe, cluster));
}

/**
 * Half a minute without an answer takes the exporter out of its Service; a restart comes only when it has been silent for twice as long.
 */
export function livenessTiming(cluster: FlagSource): HttpProbeOptions {
  return probeTimes(valueOf(METRICS_DEFAULTS.livenessProbe, cluster));
}

/** Whoever reaches the port reads the metrics. */
export function unprotected(listener: Listener): Guard {
  const port = Port.container('http-metrics', listener.port);
  return {
    port,
    listenAddress: publicAddress(listener),
    insecureHttps: false,
    bearerToken: false,
    contribute: ({ container, cluster }) => {
      openPort(container, listener, port);
      container.addDefaults({
        livenessProbe: Probe.http(listener.healthPath, port, livenessTiming(cluster)),
        readinessProbe: Probe.http(listener.healthPath, port, probeTiming(cluster)),
        startupProbe: startupProbe(listener, port),
      });
    },
  };
}

/** Liveness and readiness wait for it. */
export function startupProbe({ startup, healthPath }: Listener, port: Port, https: boolean = false): Probe | undefined {
  return startup && Probe.http(healthPath, port, { ...startup, ...https && { https } });
}

/** What the container that is scraped listens on, as Go reads it. The brackets are for addresses of either family. */
export function publicAddress(listener: Listener): string {
  return listener.onEveryAddress ? `:${listener.port}` : `[$(POD_IP)]:${listener.port}`;
}

/** Lets a container take the port. */
export function openPort(container: AgentContainer, listener: Listener, port: Port): void {
  container.addPorts(port);
  if (!listener.onEveryAddress) {container.addEnv('POD_IP', EnvValue.field(PodField.POD_IP));}
}
