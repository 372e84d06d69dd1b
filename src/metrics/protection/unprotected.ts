import { Duration } from 'cdk8s';
import { Door, Guard } from './guard';
import { AgentContainer } from '../../agent/container/agent-container';
import { EnvValue } from '../../agent/container/env-value';
import { PodField } from '../../agent/container/pod-field';
import { Port } from '../../agent/container/port';
import { HttpProbeOptions, Probe } from '../../agent/container/probe';

/** A busy node answers late; to restart the exporter would make it no quicker. */
export const PATIENTLY: HttpProbeOptions = { timeout: Duration.seconds(5) };

/** Half a minute without an answer takes the exporter out of its Service; a restart comes only when it has been silent for twice as long. */
export const MORE_PATIENTLY: HttpProbeOptions = { ...PATIENTLY, failureThreshold: 6 };

/** Whoever reaches the port reads the metrics. */
export function unprotected(door: Door): Guard {
  const port = Port.container('http-metrics', door.port);
  return {
    port,
    listenAddress: publicAddress(door),
    insecureHttps: false,
    bearerToken: false,
    contribute: ({ container }) => {
      openDoor(container, door, port);
      container.addDefaults({
        livenessProbe: Probe.http(door.healthPath, port, MORE_PATIENTLY), readinessProbe: Probe.http(door.healthPath, port, PATIENTLY),
      });
    },
  };
}

/** What the container at the door listens on, as Go reads it. The brackets are for addresses of either family. */
export function publicAddress(door: Door): string {
  return door.onEveryAddress ? `:${door.port}` : `[$(POD_IP)]:${door.port}`;
}

/** Lets a container take the port. */
export function openDoor(container: AgentContainer, door: Door, port: Port): void {
  container.addPorts(port);
  if (!door.onEveryAddress) {container.addEnv('POD_IP', EnvValue.field(PodField.POD_IP));}
}
