import { refusedIn } from '../../src/checks/refused/refused';
import { entriesOf } from '../../src/private/entry';

type Fields = { [field: string]: any };

const POD = 'spec.template.spec';

function refused(object: Fields, minor: number = 36): string[] {
  const [entry] = entriesOf({ metadata: { name: 'a' }, ...object });
  return refusedIn(
    entry, minor,
  ).filter(({ level, refusedBy }) => level === 'error' && refusedBy === 'api-server').map(({ code, path }) => `${code} `
    + `${path}`);
}

function daemonSet(pod: Fields = {}, container: Fields = {}, annotations: Fields = {}): Fields {
  return {
    apiVersion: 'apps/v1', kind: 'DaemonSet',
    spec: {
      selector: { matchLabels: { app: 'a' } },
      template: {
        metadata: { labels: { app: 'a' }, annotations }, spec: { containers: [{ name: 'a', image: 'a:1', ...container }], ...pod },
      },
    },
  };
}

const C = `${POD}.containers[0]`;
const before = (container: Fields) => daemonSet({ initContainers: [{ name: 'i', image: 'i:1', ...container }] });
const probe = { tcpSocket: { port: 80 } };
const service = (spec: Fields) => ({ apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 80 }], ...spec } });
const job = (spec: Fields, pod: Fields = {}) => (
  {
    apiVersion: 'batch/v1', kind: 'Job', spec: {
      template: {
        spec: { containers: [{ name: 'a', image: 'a:1' }], restartPolicy: 'Never', ...pod },
      }, ...spec,
    },
  }
);
const policy = (ingress: Fields) => ({
  apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { podSelector: {}, ingress: [ingress] },
});
const rbac = (kind: string, fields: Fields) => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind, ...fields });

describe('in pods, the API server refuses', () => {
  test.each<[string, Fields, string]>([
    ['a hook before the others start', before({
      lifecycle: { preStop: { exec: { command: ['a'] } } },
    }), `probe-on-init-container ${POD}.initContainers[0].lifecycle`],
    ['a probe before the others start', before({ livenessProbe: probe }), `probe-on-init-container ${POD}.initContainers[0].livenessProbe`],
    ['two handlers of a hook', daemonSet({}, {
      lifecycle: { preStop: { exec: { command: ['a'] }, sleep: { seconds: 1 } } },
    }), `invalid-field ${C}.lifecycle.preStop`],
    ['a value with a source', daemonSet({}, {
      env: [{ name: 'A', value: 'a', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
    }), `conflicting-env ${C}.env[0]`],
    ['a field that variables cannot show', daemonSet({}, {
      env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'spec.foo' } } }],
    }), `invalid-field ${C}.env[0].valueFrom.fieldRef.fieldPath`],
    ['devices of no volume', daemonSet({}, {
      volumeDevices: [{ name: 'x', devicePath: '/dev/x' }],
    }), `unknown-volume ${C}.volumeDevices[0].name`],
    ['variables from nowhere', daemonSet({}, { envFrom: [{}] }), `invalid-field ${C}.envFrom[0]`],
    ['users below zero', daemonSet({}, { securityContext: { runAsUser: -1 } }), `invalid-user ${C}.securityContext.runAsUser`],
    ['requests below zero', daemonSet({}, { resources: { requests: { cpu: '-1' } } }), `invalid-quantity ${C}.resources.requests.cpu`],
    ['twenty digits of devices', daemonSet({}, {
      resources: { limits: { 'example.com/gpu': '12345678901234567890' } },
    }), `invalid-quantity ${C}.resources.limits['example.com/gpu']`],
    ['two ports of a name', daemonSet({}, {
      ports: [{ name: 'a', containerPort: 1 }, { name: 'a', containerPort: 2 }],
    }), `conflicting-port ${C}.ports[1].name`],
    ['a parameter twice', daemonSet({
      securityContext: { sysctls: [{ name: 'net.core.somaxconn', value: '1' }, { name: 'net.core.somaxconn', value: '2' }] },
    }), `invalid-field ${POD}.securityContext.sysctls[1].name`],
    ['a policy of a resource twice', daemonSet({}, {
      resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }, { resourceName: 'cpu', restartPolicy: 'NotRequired' }],
    }), `invalid-field ${C}.resizePolicy[1]`],
    ['dnsPolicy None alone', daemonSet({ dnsPolicy: 'None' }), `invalid-dns ${POD}.dnsConfig.nameservers`],
    ['a subdomain of dots', daemonSet({ subdomain: 'a.b' }), `invalid-name ${POD}.subdomain`],
    ['aliases of no address', daemonSet({ hostAliases: [{ ip: 'a', hostnames: ['b'] }] }), `invalid-field ${POD}.hostAliases[0].ip`],
    ['gates of no name', daemonSet({ readinessGates: [{ conditionType: 'a b' }] }), `invalid-label ${POD}.readinessGates[0].conditionType`],
    ['no skew', daemonSet({
      topologySpreadConstraints: [{ maxSkew: 0, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule' }],
    }), `invalid-field ${POD}.topologySpreadConstraints[0].maxSkew`],
    ['another host name on the host network', daemonSet({
      hostNetwork: true, hostnameOverride: 'a',
    }), `invalid-field ${POD}.hostnameOverride`],
    ['an AppArmor annotation for nobody', daemonSet({}, {}, {
      'container.apparmor.security.beta.kubernetes.io/b': 'unconfined',
    }), "invalid-field spec.template.metadata.annotations['container.apparmor.security.beta.kubernetes.io/b']"],
    ['an AppArmor annotation against the field', daemonSet({}, { securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } }, {
      'container.apparmor.security.beta.kubernetes.io/a': 'unconfined',
    }), "invalid-field spec.template.metadata.annotations['container.apparmor.security.beta.kubernetes.io/a']"],
    ['a Windows user with a colon', daemonSet({}, {
      securityContext: { windowsOptions: { runAsUserName: 'a:b' } },
    }), `invalid-user ${C}.securityContext.windowsOptions.runAsUserName`],
    ['a number beyond 32 bits', daemonSet({ priority: 2 ** 31 }), `invalid-field ${POD}.priority`],
    ['no image', daemonSet({}, { image: '' }), `invalid-image ${C}.image`],
    ['a profile of a node without a name', daemonSet({
      securityContext: { seccompProfile: { type: 'Localhost' } },
    }), `invalid-field ${POD}.securityContext.seccompProfile.localhostProfile`],
    ['Linux fields for Windows', daemonSet({
      os: { name: 'windows' }, securityContext: { fsGroup: 1 },
    }), `invalid-field ${POD}.securityContext.fsGroup`],
  ])('%s', (_, object, expected) => {
    expect(refused(object)).toEqual([expected]);
  });
});

describe('in the objects around them, the API server refuses', () => {
  test.each<[string, Fields, string]>([
    ['keys of a ConfigMap with a slash', { apiVersion: 'v1', kind: 'ConfigMap', data: { 'a/b': 'c' } }, "invalid-name data['a/b']"],
    ['a Secret that is no base64', { apiVersion: 'v1', kind: 'Secret', data: { a: '*' } }, 'invalid-field data.a'],
    ['a Secret without what its type has', {
      apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/tls', data: { 'tls.crt': '' },
    }, "invalid-field data['tls.key']"],
    ['values of more than a mebibyte', {
      apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'x'.repeat(1024 * 1024 + 1) },
    }, 'files-too-large data'],
    ['networks that are none', policy({ from: [{ ipBlock: { cidr: '10.0.0.0' } }] }), 'invalid-field spec.ingress[0].from[0].ipBlock.cidr'],
    ['exceptions outside of a network', policy({
      from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['192.168.0.0/16'] } }],
    }), 'invalid-field spec.ingress[0].from[0].ipBlock.except[0]'],
    ['a peer that is nobody', policy({ from: [{}] }), 'invalid-field spec.ingress[0].from[0]'],
    ['ports to the left', policy({ ports: [{ port: 80, endPort: 70 }] }), 'invalid-port spec.ingress[0].ports[0].endPort'],
    ['node ports of a ClusterIP', service({ ports: [{ port: 80, nodePort: 30080 }] }), 'invalid-field spec.ports[0].nodePort'],
    ['several ports without names', service({ ports: [{ port: 80, name: 'a' }, { port: 81 }] }), 'conflicting-port spec.ports[1].name'],
    ['an external name that is none', service({ type: 'ExternalName', ports: [] }), 'invalid-field spec.externalName'],
    ['an account of no namespace', rbac('ClusterRoleBinding', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'a' }, subjects: [{ kind: 'ServiceAccount', name: 'a' }],
    }), 'invalid-field subjects[0].namespace'],
    ['rules without verbs', rbac('Role', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: [] }] }), 'invalid-field rules[0].verbs'],
    ['paths in a Role', rbac('Role', {
      rules: [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }],
    }), 'invalid-field rules[0].nonResourceURLs'],
    ['names of roles with a slash', rbac('Role', { metadata: { name: 'a/b' }, rules: [] }), 'invalid-name metadata.name'],
    ['two amounts of a budget', {
      apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: { minAvailable: 1, maxUnavailable: 1 },
    }, 'invalid-field spec'],
    ['a priority of the system', {
      apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value: 2_000_000_000,
    }, 'invalid-priority value'],
    ['tokens for a minute', {
      apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', spec: { tokenRequests: [{ audience: 'a', expirationSeconds: 60 }] },
    }, 'invalid-field spec.tokenRequests[0].expirationSeconds'],
    ['a policy that no StorageClass has', {
      apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', provisioner: 'a', reclaimPolicy: 'Recycle',
    }, 'invalid-field reclaimPolicy'],
    ['a quota of nothing known', {
      apiVersion: 'v1', kind: 'ResourceQuota', spec: { hard: { foo: '1' } },
    }, "invalid-field spec.hard['foo']"],
    ['indexes without their mode', job({ maxFailedIndexes: 1, backoffLimitPerIndex: 1 }), 'invalid-field spec.backoffLimitPerIndex'],
    ['Jobs that never end', job({}, { restartPolicy: 'Always' }), 'invalid-field spec.template.spec.restartPolicy'],
    ['schedules of four fields', {
      apiVersion: 'batch/v1', kind: 'CronJob', spec: { schedule: '* * * *', jobTemplate: { spec: job({}).spec } },
    }, 'invalid-field spec.schedule'],
    ['rollouts by nothing', {
      ...daemonSet(), kind: 'Deployment', spec: { ...daemonSet().spec, strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } },
    }, 'invalid-rollout spec.strategy.rollingUpdate.maxUnavailable'],
    ['objects of more than a mebibyte and a half', daemonSet({}, { args: ['x'.repeat(1_600_000)] }), 'files-too-large '],
    ['kinds that are none', { apiVersion: 'apps/v1', kind: 'Daemonset', spec: {} }, 'invalid-field kind'],
    ['names with capitals', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'A' } }, 'invalid-name metadata.name'],
    ['generated names with capitals', {
      apiVersion: 'v1', kind: 'ServiceAccount', metadata: { generateName: 'A-' },
    }, 'invalid-name metadata.generateName'],
  ])('%s', (_, object, expected) => {
    const found = refused(object);
    expect(found[0]).toEqual(expected);
  });
});

describe('old servers refuse what new ones take', () => {
  test.each<[string, Fields, number, string]>([
    ['variables with blanks', daemonSet({}, { env: [{ name: 'a b' }] }), 32, `invalid-name ${C}.env[0].name`],
    ['variables that begin with a digit', daemonSet({}, { env: [{ name: '1A' }] }), 32, `invalid-name ${C}.env[0].name`],
    ['search domains with underscores', daemonSet({ dnsConfig: { searches: ['_a.b'] } }), 33, `invalid-dns ${POD}.dnsConfig.searches[0]`],
    ['a Service that begins with a digit', service({}), 36, 'invalid-name metadata.name'],
    ['traffic for nodes nearby', service({ trafficDistribution: 'PreferSameNode' }), 34, 'field-too-new spec.trafficDistribution'],
  ])('%s', (what, object, since, expected) => {
    const named = what.startsWith('a Service') ? { ...object, metadata: { name: '1a' } } : object;
    expect([refused(named, since - 1), refused(named, since)]).toEqual([[expected], []]);
  });
});

test.each<[string, Fields]>([
  ['search domains with a dot at the end', daemonSet({ dnsConfig: { searches: ['example.com.'] } })],
  ['custom verbs', rbac('Role', { rules: [{ apiGroups: ['example.com'], resources: ['widgets'], verbs: ['spin'] }] })],
  ['annotations with capitals in front of the slash', daemonSet({}, {}, { 'Example.COM/a': 'b' })],
  ['profiles of AppArmor by their path', daemonSet({}, {}, {
    'container.apparmor.security.beta.kubernetes.io/a': 'localhost//usr/bin/agent',
  })],
  ['a namespace of what has none', rbac('ClusterRole', { metadata: { name: 'a', namespace: 'A b' }, rules: [] })],
  ['what servers drop unless it is switched on', daemonSet({
    volumes: [{ name: 'v', projected: { sources: [{ clusterTrustBundle: {} }] } }],
  })],
])('%s are taken', (_, object) => {
  expect(refused(object)).toEqual([]);
});
