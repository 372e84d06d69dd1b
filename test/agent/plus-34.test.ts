import { makeAgent } from './make-agent';
import { AgentFile, AgentServiceAccount, EnvValue, Port, Volume, VolumeMount } from '../../src';
import { objectOf, testChart } from '../support/golden';

/** The package is not a peer: what of it fits does so by its shape, so that its types are not asked for. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const plus: any = require('cdk8s-plus-34');
const SELECTOR = { 'cdk8s-node-agents/agent': 'agent' };
const http = Port.container('http', 8080);

describe('with cdk8s-plus-34', () => {
  test('an agent runs on its objects by their names, and takes its values', () => {
    const chart = testChart();
    const secret = new plus.Secret(chart, 'secret', { metadata: { name: 'creds' } });
    const settings = new plus.ConfigMap(chart, 'settings', { metadata: { name: 'settings' } });
    const claim = new plus.PersistentVolumeClaim(chart, 'claim', { metadata: { name: 'claim' } });
    makeAgent({
      serviceAccount: AgentServiceAccount.fromPlus(new plus.ServiceAccount(chart, 'account', { metadata: { name: 'shared' } })),
      apiAccess: true,
      env: {
        LITERAL: EnvValue.fromPlus(plus.EnvValue.fromValue('x')),
        NODE: EnvValue.fromPlus(plus.EnvValue.fromFieldRef(plus.EnvFieldPaths.NODE_NAME)),
        SECRET: EnvValue.fromPlus(plus.EnvValue.fromSecretValue({ secret, key: 'token' })),
      },
      files: [AgentFile.fromSecret('/creds/token', secret, 'token'), AgentFile.fromConfigMap('/conf/a.conf', settings, 'a.conf')],
      volumeMounts: [VolumeMount.of(Volume.persistentVolumeClaim('data', claim), '/data')],
    }, chart);

    const pod = objectOf(chart, 'DaemonSet').spec.template.spec;
    expect(pod.serviceAccountName).toBe('shared');
    expect(pod.containers[0].env).toEqual([
      { name: 'LITERAL', value: 'x' },
      { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      { name: 'SECRET', valueFrom: { secretKeyRef: { name: 'creds', key: 'token' } } },
    ]);
    expect(pod.volumes).toEqual(expect.arrayContaining([
      { name: 'data', persistentVolumeClaim: { claimName: 'claim' } },
      { name: 'files-creds', secret: { secretName: 'creds', items: [{ key: 'token', path: 'token' }] } },
      { name: 'files-conf', configMap: { name: 'settings', items: [{ key: 'a.conf', path: 'a.conf' }] } },
    ]));
  });

  test('its Services, network policies and bindings take an agent', () => {
    const chart = testChart();
    const agent = makeAgent({ ports: [http] }, chart);
    const web = new plus.Deployment(chart, 'web', { metadata: { name: 'web' }, containers: [{ image: 'a:1', portNumber: 80 }] });
    new plus.Service(chart, 'service', {
      metadata: { name: 'agent' }, selector: agent, ports: [{ port: 80, targetPort: http.containerPort }],
    });
    new plus.NetworkPolicy(chart, 'policy', {
      metadata: { name: 'agent-policy' }, selector: agent,
      ingress: { rules: [{ peer: web, ports: [plus.NetworkPolicyPort.tcp(http.containerPort)] }] },
    });
    web.connections.allowTo(agent, { isolation: plus.PodConnectionsIsolation.POD });
    new plus.ClusterRole(chart, 'role', { metadata: { name: 'pod-reader' } }).bind(agent);

    expect(objectOf(chart, 'Service').spec).toMatchObject({ selector: SELECTOR, ports: [{ port: 80, targetPort: 8080 }] });
    expect(objectOf(chart, 'NetworkPolicy', 'agent-policy').spec.podSelector).toEqual({ matchLabels: SELECTOR });
    const egress = chart.toJson().filter((object: any) => object.kind === 'NetworkPolicy' && object.spec.egress);
    expect(egress[0].spec.egress[0].to).toEqual([{ podSelector: { matchLabels: SELECTOR } }]);
    expect(
      objectOf(chart, 'ClusterRoleBinding').subjects,
    ).toEqual([{ apiGroup: '', kind: 'ServiceAccount', name: 'agent', namespace: 'node-agents' }]);
    expect(objectOf(chart, 'DaemonSet').spec.template.spec.serviceAccountName).toBe('agent');
  });
});
