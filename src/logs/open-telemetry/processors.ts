import { OPEN_TELEMETRY_DEFAULTS } from './defaults';
import { NODE_NAME } from './layout';
import { plainText } from './text';
import { fail } from '../../private/agent-error';
import { FlagSource, valueOf } from '../../private/default-row';
import { compact, sortedEntries, Wire } from '../../private/wire';
import { LOG_DEFAULTS } from '../defaults';
import { LogMetadata } from '../log-metadata';
import { LogValue } from '../log-value';

/** It must be the first of each pipeline. */
export function memoryLimiter(cluster: FlagSource): Wire {
  const { limitPercentage, spikePercentage } = valueOf(OPEN_TELEMETRY_DEFAULTS.memory, cluster);
  return { check_interval: '1s', limit_percentage: limitPercentage, spike_limit_percentage: spikePercentage };
}

/** The name of the node, which what is read of files does not have. */
export function nodeName(): Wire {
  return { attributes: [{ key: 'k8s.node.name', value: `\${env:${NODE_NAME}}`, action: 'upsert' }] };
}

/** Fields that every record gets; nothing where there are none. */
export function fieldsOf(fields: { readonly [name: string]: LogValue }): Wire | undefined {
  const entries = sortedEntries(fields);
  return entries.length === 0 ? undefined : {
    actions: entries.map(([key, value]) =>
      ({ key: plainText(key, 'the name of a field'), value: fieldText(key, value), action: 'upsert' })),
  };
}

function fieldText(name: string, { _source: source }: LogValue): string {
  if (source.from === 'nodeName') {return `\${env:${NODE_NAME}}`;}
  if (source.from === 'text') {return plainText(source.text, `the field '${name}'`);}
  fail({
    code: 'invalid-log-text',
    what: `the field '${name}' would be a copy of another one`,
    given: source.from,
    allowed: 'LogValue.text, LogValue.nodeName',
    fix: 'leave it out: the record has it already',
  });
}

/** What is asked of the Kubernetes API: pods of this node alone, and no ReplicaSets, which are watched in the whole cluster. */
export function podAttributes({ _options: wanted }: LogMetadata, cluster: FlagSource): Wire {
  const { labels, annotations } = valueOf(LOG_DEFAULTS.podMetadata, cluster);
  const all = (from: 'pod' | 'namespace', what: 'label' | 'annotation') =>
    ({ tag_name: `k8s.${from}.${what}.$$1`, key_regex: '(.*)', from });
  return {
    auth_type: 'serviceAccount',
    filter: { node_from_env_var: NODE_NAME },
    // not by uid, which static pods have another of in the API; a second association is not tried where the first one finds nothing
    pod_association: [
      { sources: [{ from: 'resource_attribute', name: 'k8s.namespace.name' }, { from: 'resource_attribute', name: 'k8s.pod.name' }] },
    ],
    extract: compact({
      // an empty list would stand for a long one
      metadata: wanted.ownerReferences ? OWNERS : ['k8s.pod.name'],
      labels: [
        ...wanted.labels ?? labels ? [all('pod', 'label')] : [], ...wanted.namespaceLabels ? [all('namespace', 'label')] : [],
      ],
      annotations: [
        ...wanted.annotations ?? annotations ? [all('pod', 'annotation')] : [],
        ...wanted.namespaceAnnotations ? [all('namespace', 'annotation')] : [],
      ],
      deployment_name_from_replicaset: wanted.ownerReferences,
    }),
    wait_for_metadata: true,
    wait_for_metadata_timeout: `${valueOf(OPEN_TELEMETRY_DEFAULTS.metadataWaitSeconds, cluster)}s`,
  };
}

const OWNERS = ['cronjob', 'daemonset', 'deployment', 'job', 'replicaset', 'statefulset'].map(kind => `k8s.${kind}.name`);
