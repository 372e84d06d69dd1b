import * as kplus from 'cdk8s-plus-28';
import { makeAgent, WHY } from './make-agent';
import {
  AgentFile, AgentServiceAccount, ApiGrant, EnvSource, EnvValue, HostNamespace, Port, Quantity, Resources, Volume, VolumeMount,
} from '../../src';
import { objectOf, testChart } from '../support/golden';

const SELECTOR = { 'cdk8s-node-agents/agent': 'agent' };
const http = Port.container('http', 8080);

describe('handed in', () => {
  test('an agent runs on objects of cdk8s-plus by their names', () => {
    const chart = testChart();
    const account = new kplus.ServiceAccount(chart, 'account', { metadata: { name: 'shared' } });
    const settings = new kplus.ConfigMap(chart, 'settings', { metadata: { name: 'settings' }, data: { 'a.conf': 'a' } });
    const secret = new kplus.Secret(chart, 'secret', { metadata: { name: 'creds' }, stringData: { token: 'x' } });
    const claim = new kplus.PersistentVolumeClaim(chart, 'claim', {
      metadata: { name: 'claim' }, accessModes: [kplus.PersistentVolumeAccessMode.READ_ONLY_MANY],
    });
    makeAgent({
      serviceAccount: AgentServiceAccount.fromPlus(account),
      grants: [ApiGrant.readPods()],
      env: {
        LITERAL: EnvValue.fromPlus(kplus.EnvValue.fromValue('x')),
        NODE: EnvValue.fromPlus(kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.NODE_NAME)),
        SECRET: EnvValue.fromPlus(kplus.EnvValue.fromSecretValue({ secret, key: 'token' })),
        SETTING: EnvValue.fromPlus(kplus.EnvValue.fromConfigMap(settings, 'a.conf', { optional: true })),
        TOKEN: EnvValue.fromSecret(secret, 'token'),
      },
      files: [AgentFile.fromSecret('/creds/token', secret, 'token'), AgentFile.fromConfigMap('/conf/a.conf', settings, 'a.conf')],
      volumeMounts: [
        VolumeMount.of(Volume.persistentVolumeClaim('data', claim), '/data'),
        VolumeMount.of(Volume.fromSecret('all-creds', secret), '/all-creds'),
        VolumeMount.of(Volume.fromConfigMap('all-settings', settings), '/all-settings'),
      ],
      resources: Resources.of({ cpu: Quantity.cpu(kplus.Cpu.millis(250)).text }),
    }, chart);

    const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
    expect(pod.serviceAccountName).toBe('shared');
    expect(pod.containers[0].resources).toEqual({ requests: { cpu: '250m' } });
    expect(pod.containers[0].env).toEqual([
      { name: 'LITERAL', value: 'x' },
      { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      { name: 'SECRET', valueFrom: { secretKeyRef: { name: 'creds', key: 'token' } } },
      { name: 'SETTING', valueFrom: { configMapKeyRef: { name: 'settings', key: 'a.conf', optional: true } } },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'creds', key: 'token' } } },
    ]);
    expect(pod.volumes).toEqual(expect.arrayContaining([
      { name: 'data', persistentVolumeClaim: { claimName: 'claim' } },
      { name: 'all-creds', secret: { secretName: 'creds' } },
      { name: 'all-settings', configMap: { name: 'settings' } },
      { name: 'files-creds', secret: { secretName: 'creds', items: [{ key: 'token', path: 'token' }] } },
      { name: 'files-conf', configMap: { name: 'settings', items: [{ key: 'a.conf', path: 'a.conf' }] } },
    ]));
    expect(objectOf(chart, 'ClusterRoleBinding').subjects).toEqual([{ kind: 'ServiceAccount', name: 'shared', namespace: 'node-agents' }]);
    expect(chart.toJson().filter((object: any) => object.kind === 'ServiceAccount')).toHaveLength(1);
  });

  test('objects that are only imported do as well', () => {
    const chart = testChart();
    makeAgent({
      serviceAccount: AgentServiceAccount.fromPlus(kplus.ServiceAccount.fromServiceAccountName(chart, 'account', 'imported')),
      envFrom: [EnvSource.fromSecret(kplus.Secret.fromSecretName(chart, 'secret', 'imported'))],
    }, chart);
    expect(objectOf(chart, 'DaemonSet').spec.template.spec).toMatchObject({
      serviceAccountName: 'imported', containers: [{ envFrom: [{ secretRef: { name: 'imported' } }] }],
    });
  });
});

describe('handed out', () => {
  test('a Service selects the agent', () => {
    const chart = testChart();
    const agent = makeAgent({ ports: [http] }, chart);
    new kplus.Service(chart, 'service', {
      metadata: { name: 'agent-service' }, selector: agent, ports: [{ port: 80, targetPort: http.containerPort }],
    });
    expect(objectOf(chart, 'Service').spec).toMatchObject({ selector: SELECTOR, ports: [{ port: 80, targetPort: 8080 }] });
  });

  test('a network policy selects the agent, and lets it in as a peer', () => {
    const chart = testChart();
    const agent = makeAgent({ ports: [http] }, chart);
    const other = makeAgent({}, chart, 'other');
    new kplus.NetworkPolicy(chart, 'policy', {
      metadata: { name: 'agent-policy' }, selector: agent,
      ingress: { rules: [{ peer: other, ports: [kplus.NetworkPolicyPort.tcp(http.containerPort)] }] },
    });
    expect(objectOf(chart, 'NetworkPolicy').spec).toMatchObject({
      podSelector: { matchLabels: SELECTOR },
      ingress: [
        { from: [{ podSelector: { matchLabels: { 'cdk8s-node-agents/agent': 'other' } } }], ports: [{ port: 8080, protocol: 'TCP' }] },
      ],
    });
  });

  test('a Pod of cdk8s-plus may be connected to the agent', () => {
    const chart = testChart();
    const agent = makeAgent({}, chart);
    const web = new kplus.Deployment(chart, 'web', { metadata: { name: 'web' }, containers: [{ image: 'a:1', portNumber: 80 }] });
    web.connections.allowTo(agent, { isolation: kplus.PodConnectionsIsolation.POD });
    expect(objectOf(chart, 'NetworkPolicy').spec.egress[0].to).toEqual([{ podSelector: { matchLabels: SELECTOR } }]);
  });

  test('a role is bound to the account of the agent, whose own container then gets a token', () => {
    const chart = testChart();
    const agent = makeAgent({ containers: [{ name: 'other', image: 'a:1' }] }, chart);
    const role = new kplus.ClusterRole(chart, 'role', { metadata: { name: 'pod-reader' } });
    role.allowRead(kplus.ApiResource.PODS);
    role.bind(agent);
    expect(
      objectOf(chart, 'ClusterRoleBinding').subjects,
    ).toEqual([{ apiGroup: '', kind: 'ServiceAccount', name: 'agent', namespace: 'node-agents' }]);
    const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
    expect(pod.serviceAccountName).toBe('agent');
    expect(pod.containers.map((container: any) => container.volumeMounts?.length)).toEqual([1, undefined]);
    expect(objectOf(chart, 'ServiceAccount').metadata.name).toBe('agent');
  });

  test('a binding of its own takes the agent as a subject too', () => {
    const chart = testChart();
    const agent = makeAgent({ serviceAccount: AgentServiceAccount.named('existing') }, chart);
    new kplus.ClusterRoleBinding(chart, 'binding', {
      metadata: { name: 'binding' }, role: kplus.ClusterRole.fromClusterRoleName(chart, 'role', 'view'),
    }).addSubjects(agent);
    expect(
      objectOf(chart, 'ClusterRoleBinding').subjects,
    ).toEqual([{ apiGroup: '', kind: 'ServiceAccount', name: 'existing', namespace: 'node-agents' }]);
  });

  test('the labels are there for selectors of one\'s own', () => {
    const agent = makeAgent({ hostNamespaces: [HostNamespace.network(WHY)] }, testChart());
    expect(agent.selectorLabels).toEqual(SELECTOR);
    expect(agent.toPodSelector()).toBe(agent);
  });
});
