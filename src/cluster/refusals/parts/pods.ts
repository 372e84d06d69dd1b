import { annotations } from './annotations';
import { containersAt } from './containers-at';
import { fieldRef, resourceRef } from './field-refs';
import { isGiven, listOf, mapOf, missing, needs, PartRule, PartRules, repeated, unwanted, Wrong, wrong } from './part-rule';
import { podResources } from './pod-resources';
import { operatingSystem } from './pod-systems';
import type { Wire } from '../../../private/wire';
import { PROBES } from '../../inventory/probes';

const NOT_BEFORE = ['lifecycle', ...PROBES];

const initContainers: PartRule = function* (pod) {
  for (const { container, at, isInit } of containersAt(pod)) {
    if (!isInit) {continue;}
    for (const field of NOT_BEFORE) {
      if (isGiven(container[field])) {
        yield {
          ...unwanted(
            `${at}.${field}`, 'in a container that ends before the others start',
            'leave it out, or make the container a sidecar with restartPolicy Always',
          ), code: 'probe-on-init-container',
        };
      }
    }
    const policies = listOf(container.resizePolicy);
    const index = policies.findIndex(({ restartPolicy }) => restartPolicy === 'RestartContainer');
    if (index >= 0) {
      yield unwanted(`${at}.resizePolicy[${index}].restartPolicy`, 'RestartContainer in a container that ends before the others start');
    }
  }
};

const probes: PartRule = function* (pod) {
  for (const { container, at } of containersAt(pod)) {
    for (const role of ['livenessProbe', 'startupProbe']) {
      const threshold = container[role]?.successThreshold;
      if (threshold > 1) {
        yield wrong(`${at}.${role}.successThreshold`, 'one success is enough', {
          code: 'invalid-probe', given: threshold, allowed: '1', fix: 'leave it out',
        });
      }
    }
    if (isGiven(container.readinessProbe?.terminationGracePeriodSeconds)) {
      yield {
        ...unwanted(`${at}.readinessProbe.terminationGracePeriodSeconds`, 'in a readiness probe, which stops nothing'),
        code: 'invalid-probe',
      };
    }
    const grace = pod.terminationGracePeriodSeconds ?? 30;
    const pause = container.lifecycle?.postStart?.sleep?.seconds;
    if (pause > grace) {
      yield wrong(`${at}.lifecycle.postStart.sleep.seconds`, 'the pause is longer than the pod has to stop', {
        code: 'invalid-hook', given: pause, allowed: `at most ${grace}`, fix: 'shorten the pause',
      });
    }
  }
};

const hostPorts: PartRule = function* (pod, { kind }) {
  const all = containersAt(pod);
  const own = pod.hostNetwork === true && kind === 'Pod';
  // init containers run one by one, so that each of them is looked at by itself
  const groups = [all.filter(({ isFirst }) => !isFirst), ...all.filter(({ isFirst }) => isFirst).map(each => [each])];
  for (const group of groups) {
    const ports = group.flatMap(({ container, at }) => listOf(container.ports).map((port, index) => {
      const number = port.hostPort || (own ? port.containerPort : undefined);
      return {
        at: `${at}.ports[${index}].hostPort`,
        key: number ? `${number}/${port.protocol || 'TCP'} of ${port.hostIP || 'all addresses'}` : undefined,
      };
    }));
    yield* repeated(ports, index => ports[index].at, each => each.key, { code: 'conflicting-port', fix: 'give one of them another port' });
  }
};

const references: PartRule = function* (pod) {
  const volumes = new Map(listOf(pod.volumes).map(volume => [volume.name, volume]));
  const claims = new Set(listOf(pod.resourceClaims).map(({ name }) => name));
  for (const { container, at } of containersAt(pod)) {
    const variables = listOf(container.env);
    for (let index = 0; index < variables.length; index++) {
      const from = mapOf(variables[index].valueFrom);
      const place = `${at}.env[${index}].valueFrom`;
      if (isGiven(from.fieldRef)) {yield* fieldRef(from.fieldRef, `${place}.fieldRef`, 'variable');}
      if (isGiven(from.resourceFieldRef)) {yield* resourceRef(from.resourceFieldRef, `${place}.resourceFieldRef`);}
      const file = from.fileKeyRef?.volumeName;
      if (isGiven(file) && !isGiven(volumes.get(file)?.emptyDir)) {
        yield wrong(`${place}.fileKeyRef.volumeName`, 'the file is in no emptyDir of the pod', {
          code: 'unknown-volume', given: file, allowed: 'the name of a volume of the type emptyDir', fix: 'name such a volume',
        });
      }
    }
    yield* deviceReferences(listOf(container.volumeDevices), at, pod, volumes);
    const claimed = listOf(container.resources?.claims);
    for (let index = 0; index < claimed.length; index++) {
      const { name } = claimed[index];
      if (!claims.has(name)) {
        yield wrong(`${at}.resources.claims[${index}]`, 'the pod has no such claim', {
          given: String(name), allowed: [...claims].join(', ') || 'the pod has no claim', fix: 'add it to resourceClaims',
        });
      }
    }
  }
};

function* deviceReferences(devices: readonly Wire[], at: string, pod: Wire, volumes: ReadonlyMap<unknown, Wire>): Generator<Wrong> {
  for (let index = 0; index < devices.length; index++) {
    const { name } = devices[index];
    const volume = volumes.get(name);
    if (volume === undefined) {
      yield wrong(`${at}.volumeDevices[${index}].name`, 'the pod has no such volume', {
        code: 'unknown-volume', given: String(name), allowed: [...volumes.keys()].join(', '), fix: 'add the volume',
      });
    } else if (!isGiven(volume.persistentVolumeClaim) && !isGiven(volume.ephemeral)) {
      yield wrong(`${at}.volumeDevices[${index}].name`, 'the volume is no claim', {
        code: 'unknown-volume', given: String(name), allowed: 'a volume of the type persistentVolumeClaim or ephemeral',
        fix: 'mount it as a directory',
      });
    }
    if (pod.hostUsers === false) {yield unwanted(`${at}.volumeDevices`, 'with hostUsers false');}
  }
}

const dns: PartRule = function* ({ dnsPolicy, dnsConfig }) {
  if (dnsPolicy === 'None' && !(dnsConfig?.nameservers?.length > 0)) {
    yield wrong('.dnsConfig.nameservers', 'dnsPolicy None has no name server', {
      code: 'invalid-dns', given: 'none', allowed: '1 to 3 addresses', fix: 'name a server, or choose another policy',
    });
  }
  const searches = Array.isArray(dnsConfig?.searches) ? dnsConfig.searches.join(' ') : '';
  if (searches.length > 2048) {
    yield wrong('.dnsConfig.searches', 'the search domains are too long', {
      code: 'invalid-dns', given: `${searches.length} characters`, allowed: 'at most 2048 in all', fix: 'shorten the list',
    });
  }
};

const names: PartRule = function* ({ hostnameOverride, hostNetwork, setHostnameAsFQDN }) {
  if (!isGiven(hostnameOverride)) {return;}
  if (hostNetwork === true) {yield unwanted('.hostnameOverride', 'on the host network', 'leave it out, or do without the host network');}
  if (setHostnameAsFQDN === true) {yield unwanted('.hostnameOverride', 'with setHostnameAsFQDN');}
};

const namespaces: PartRule = function* ({ hostUsers, hostPID, hostIPC, hostNetwork, shareProcessNamespace }) {
  if (hostPID === true && shareProcessNamespace === true) {
    yield { ...unwanted('.shareProcessNamespace', 'with hostPID', 'leave one of them out'), code: 'process-namespace-conflict' };
  }
  if (hostUsers !== false) {return;}
  for (const [field, value] of Object.entries({ hostPID, hostIPC, hostNetwork })) {
    if (value === true) {yield { ...unwanted(`.${field}`, 'with hostUsers false', 'leave one of them out'), code: 'host-users-conflict' };}
  }
};

const unmasked: PartRule = function* (pod) {
  if (pod.hostUsers === false) {return;}
  for (const { container, at } of containersAt(pod)) {
    if (container.securityContext?.procMount === 'Unmasked') {yield unwanted(`${at}.securityContext.procMount`, 'without hostUsers false');}
  }
};

const spread: PartRule = function* ({ topologySpreadConstraints }) {
  yield* repeated(listOf(topologySpreadConstraints), index => `.topologySpreadConstraints[${index}]`, each => JSON.stringify([
    each.topologyKey, each.whenUnsatisfiable,
  ]));
};

const claims: PartRule = function* ({ resourceClaims }) {
  const all = listOf(resourceClaims);
  for (let index = 0; index < all.length; index++) {
    const [one, other] = [all[index].resourceClaimName, all[index].resourceClaimTemplateName].map(isGiven);
    if (one === other) {
      yield wrong(`.resourceClaims[${index}]`, 'a claim is one that exists, or one that a template makes', {
        given: one ? 'both' : 'none', allowed: 'one of resourceClaimName, resourceClaimTemplateName', fix: 'give one of them',
      });
    }
  }
};

const resize: PartRule = function* (pod) {
  if (pod.restartPolicy !== 'Never') {return;}
  for (const { container, at } of containersAt(pod)) {
    const index = listOf(container.resizePolicy).findIndex(({ restartPolicy }) => restartPolicy === 'RestartContainer');
    if (index >= 0) {yield unwanted(`${at}.resizePolicy[${index}].restartPolicy`, 'RestartContainer in a pod that is never restarted');}
  }
};

/** What only pods themselves are refused for, and not their templates. */
const onlyPods: PartRule = function* ({ spec }) {
  const pod = mapOf(spec);
  if (pod.nodeName
    && listOf(pod.schedulingGates).length > 0) {yield unwanted('.spec.nodeName', 'with schedulingGates', 'leave one of them out');}
  const volumes = listOf(pod.volumes);
  for (let index = 0; index < volumes.length; index++) {
    if (isGiven(volumes[index].image) && !volumes[index].image.reference) {yield missing(`.spec.volumes[${index}].image.reference`);}
  }
  for (const { container, at } of containersAt(pod)) {
    if (typeof container.image === 'string' && container.image !== container.image.trim()) {
      yield wrong(
        `.spec${at}.image`, 'the image has blanks around it', { code: 'invalid-image', given: `'${container.image}'`, fix: 'remove them' },
      );
    }
  }
};

export const POD_PARTS: PartRules = {
  Pod: [onlyPods, annotations],
  PodDNSConfigOption: [needs('name')],
  PodSpec: [
    initContainers, probes, hostPorts, references, dns, names, namespaces, unmasked, spread, claims, resize, podResources, operatingSystem,
  ],
  PodTemplateSpec: [annotations],
};
