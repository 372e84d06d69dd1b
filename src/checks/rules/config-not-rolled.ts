import { containersIn } from '../../cluster/inventory/containers';
import { objectsByName } from '../../cluster/inventory/name-index';
import { programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import { isRolledOut, writtenWorkloads } from '../../cluster/inventory/written-workloads';
import type { ContentReference } from '../../cluster/references';
import { contentsOf } from '../../cluster/references/content-place';
import { Entry, namespaceOf } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const configNotRolled: Rule = {
  id: 'config-not-rolled',
  level: 'warning',
  summary: 'A change of the configuration reaches no pod that runs.',
  looksAt: 'ConfigMaps and Secrets among the objects that DaemonSets, Deployments and StatefulSets read as variables or by `subPath`, '
    + 'where nothing in the pod template changes with them: no checksum in an annotation or label, no hash in their name, no reloader. '
    + 'Files of a whole volume do change, which is a note for programs that are known to read them once: collectors of logs and metrics '
    + 'without an option that says otherwise.',
  why: 'A change of a ConfigMap is no change of the workload: pods keep the variables and the `subPath` files that they started with. The '
    + 'new configuration comes with the next restart, node by node over weeks, and a mistake in it then looks like a problem of each node.',
  fix: 'Put a checksum of the content into an annotation of the pod template (this library does so for files of an agent), give the object '
    + 'a name with a hash in it, or run a reloader.',
  example: () => {
    const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'agent', namespace: 'agents' }, data: { LEVEL: 'info' } };
    const envFrom = [{ configMapRef: { name: 'agent' } }];
    return {
      fails: [config, daemonSet({}, { envFrom })],
      passes: [config, daemonSet({}, { envFrom }, { template: { metadata: { annotations: { 'checksum/config': '0a4f1c2e9b7d6583' } } } })],
    };
  },
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      if (!isRolledOut(workload) || contentsOf(workload).length === 0 || changesWithContent(workload)
        || isWatchedFromOutside(workload)) {continue;}
      const watches = watchesFiles(workload);
      for (const references of byObject(contentsOf(workload).filter(({ volume }) => volume === undefined || isMounted(workload, volume)))) {
        const [{ kind, name }] = references;
        const object = objectsByName(context.inventory, kind).get(namespaceOf(workload), name);
        if (object === undefined || keepsItsName(object) || isFilledElsewhere(object)) {continue;}
        const frozen = references.find(({ volume }) => volume === undefined || isMountedByPart(workload, volume));
        if (frozen === undefined && (watches || reloadsItself(object) || !isReadOnce(workload, references[0].volume!))) {continue;}
        const { path, volume } = frozen ?? references[0];
        yield findingOf(configNotRolled, {
          about: workload, path: `${workload.podPath}.${path()}`, ...frozen === undefined && { level: 'note' },
          what: frozen === undefined ? `pods see a change of the ${kind} '${name}' after a minute or so, and nothing tells the program `
            + 'to read it again'
            : `pods that run never see a change of the ${kind} '${name}'`,
          given: frozen === undefined
            ? `the volume '${volume}'`
            : volume === undefined ? 'variables' : `the volume '${volume}', mounted by subPath`,
          allowed: 'a checksum of the content in an annotation of the pods',
        });
      }
    }
  },
};

function byObject(references: readonly ContentReference[]): ContentReference[][] {
  const groups = new Map<string, ContentReference[]>();
  for (const reference of references) {
    const key = `${reference.kind} ${reference.name}`;
    groups.set(key, [...groups.get(key) ?? [], reference]);
  }
  return [...groups.values()];
}

/** Whether something in the pod template stands for the content: a checksum by its name or by its look. */
function changesWithContent({ template }: Workload): boolean {
  const { annotations, labels } = template.metadata ?? {};
  return hasChecksum(annotations) || hasChecksum(labels);
}

function hasChecksum(texts: Wire | undefined | null): boolean {
  for (const key in texts) {
    if (/checksum|hash|digest|sha\d|config-?(version|revision)/i.test(key)
      || /^(sha256:)?(?=.*\d)(?=.*[a-f])[0-9a-f]{8,64}$/.test(String(texts[key]))) {return true;}
  }
  return false;
}

/** Whether a controller such as Reloader restarts the pods. */
function isWatchedFromOutside({ object, template }: Workload): boolean {
  return [
    object, template,
  ].some(({ metadata }) => Object.keys(metadata?.annotations ?? {}).some(key => /reloader|wave\.pusher\.com/i.test(key)));
}

/** Whether a container of the pod, or an option of its program, looks for changes of files. */
function watchesFiles(workload: Workload): boolean {
  return containersIn(workload).some(({ container: { image, command, args } }) => [image, ...command ?? [], ...args ?? []]
    .some(text => /reload|watch-?config|config-?watch|k8s-sidecar|inotify/i.test(String(text))));
}

/** Whether the content itself says that its program reads it again: `reload` of CoreDNS, `hot_reload` of Fluent Bit. */
function reloadsItself({ object }: Entry): boolean {
  return Object.values(object.data ?? {}).some(text => /^[ \t]*("?(hot_|auto)?-?_?reload"?)\b/im.test(String(text)));
}

/** Programs that read their configuration when they start, and tell nobody that it changed. */
const READ_ONCE = new RegExp('(^|[/-])(fluent-?bit|fluentd(-[\\w-]+)?|vector|otelcol(-[\\w-]+)?|[\\w-]*otel(emetry)?-collector(-[\\w-]+)?|'
  + 'cloudwatch-agent|telegraf|promtail|filebeat|metricbeat|logstash|node-problem-detector|logdna-agent|prometheus)$');

/** Whether all that mount a volume read it once, as far as is known. */
function isReadOnce(workload: Workload, volume: string): boolean {
  return containersIn(workload).some(({ container }) => READ_ONCE.test(programOf(container.image) ?? '')
    && (container.volumeMounts ?? []).some(({ name }: Wire) => name === volume));
}

/** An object that can never change, or is another one after a change: kustomize ends its name in a hash. */
function keepsItsName({ object, name }: Entry): boolean {
  return object.immutable === true || /-(?=[a-z0-9]*\d)[bcdfghkmt2456789]{10}$/.test(
    name,
  ) || /-(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{8,64}$/.test(name)
    || object.type === 'kubernetes.io/service-account-token';
}

/** Whether the content comes from a controller or a person: a change of the manifests changes nothing of it. */
function isFilledElsewhere({ object: { data, binaryData, stringData } }: Entry): boolean {
  return [data, binaryData, stringData].every(content => Object.keys(content ?? {}).length === 0);
}

function isMounted(workload: Workload, volume: string): boolean {
  return containersIn(workload).some(({ container }) => (container.volumeMounts ?? []).some(({ name }: Wire) => name === volume));
}

function isMountedByPart(workload: Workload, volume: string): boolean {
  return containersIn(workload).some(({ container }) => (container.volumeMounts ?? [])
    .some(({ name, subPath, subPathExpr }: Wire) => name === volume && (subPath || subPathExpr)));
}
