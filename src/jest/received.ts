import type { App, Chart } from 'cdk8s';
import type { DaemonSetView } from '../testing/daemon-set-view';
import { Manifests } from '../testing/manifests';

/** Manifests of what was handed to `expect`. It is recognised by its methods: classes may have been loaded from elsewhere. */
export function manifestsOf(received: unknown): Manifests {
  const able = received as Partial<Manifests & App & Chart> | null | undefined;
  if (typeof received === 'string') {return Manifests.parse(received);}
  if (typeof able?.hasResource === 'function') {return received as Manifests;}
  if (typeof able?.synthYaml === 'function') {return Manifests.ofApp(received as App);}
  if (typeof able?.toJson === 'function') {return Manifests.ofChart(received as Chart);}
  throw new Error(
    `expect was given nothing that has manifests; given: ${typeof received}; fix: pass a chart, an app, a YAML text or testing.Manifests`,
  );
}

/** Whether it is one DaemonSet of manifests. */
export function isDaemonSetView(received: unknown): received is DaemonSetView {
  return typeof (received as Partial<DaemonSetView> | null | undefined)?.runsOn === 'function';
}

/** The DaemonSet itself, or the only one of manifests. */
export function daemonSetOf(received: unknown): DaemonSetView {
  return isDaemonSetView(received) ? received : manifestsOf(received).daemonSet();
}
