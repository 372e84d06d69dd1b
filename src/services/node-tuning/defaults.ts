import { NODE_CRITICAL } from '../../presets/default-rows';
import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

const KUBERNETES = 'https://kubernetes.io/docs';

/** What applies to a NodeTuning where a user says nothing, in addition to the defaults of every agent. */
export const TUNING_DEFAULTS = {
  setterImage: defaultRow({
    about: 'image that sets kernel parameters',
    value: 'docker.io/library/busybox:1.37.0',
    shown: image => `\`${image}\``,
    reason: 'it needs a shell and `cat`, and this is the smallest image that has them',
    source: '[busybox](https://hub.docker.com/_/busybox)',
    change: '`image`: one with the shell of busybox, or bash as `/bin/sh`',
  }),
  pauseImage: defaultRow({
    about: 'image that keeps the pod',
    value: 'registry.k8s.io/pause:3.10.1',
    shown: image => `\`${image}\``,
    reason: 'a DaemonSet starts pods that end again, so something must stay; most nodes have this image for their sandboxes already',
    source: '[pause](https://github.com/kubernetes/kubernetes/tree/master/build/pause)',
    change: '`pauseImage`',
  }),
  resources: defaultRow({
    about: 'resources of the pause container',
    value: { cpu: '1m', memory: '4Mi', memoryLimit: '16Mi' },
    shown: resourcesText,
    reason: 'it sleeps',
    source: `[requests and limits](${KUBERNETES}/concepts/configuration/manage-resources-containers/)`,
    change: '`resources`',
  }),
  setterResources: defaultRow({
    about: 'resources of the container that sets kernel parameters',
    value: { cpu: '1m', memory: '4Mi', memoryLimit: '32Mi' },
    shown: resourcesText,
    reason: 'it runs for some milliseconds',
    source: `[init containers](${KUBERNETES}/concepts/workloads/pods/init-containers/#resource-sharing-within-containers)`,
    change: '`setterResources`',
  }),
  user: defaultRow({
    about: 'user of the pause container',
    value: 65535,
    shown: user => `${user}, without any capability`,
    reason: 'its image runs as that user too',
    source: '[Dockerfile](https://github.com/kubernetes/kubernetes/blob/master/build/pause/Dockerfile)',
    change: '`securityContext`',
  }),
  priority: defaultRow({
    ...NODE_CRITICAL,
    reason: 'pods of the node count on its parameters, so they should be set before the node is full',
  }),
} as const satisfies DefaultTable;
