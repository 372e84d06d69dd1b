import { AgentServiceAccount, CloudIdentity, CsiDriver, CsiNodePlugin, CsiNodePluginProps } from '../../src';
import { codesOf, objectOf, testChart } from '../support/golden';
import { wrongWith } from '../support/refused';

function chartOf(props: Omit<CsiNodePluginProps, 'driver'>) {
  const chart = testChart();
  new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs(), ...props });
  return chart;
}

test.each([
  ['AWS', CloudIdentity.awsRole(
    'arn:aws:iam::111122223333:role/csi',
  ), { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/csi' }],
  ['Google Cloud', CloudIdentity.googleServiceAccount(
    'csi@p.iam.gserviceaccount.com',
  ), { 'iam.gke.io/gcp-service-account': 'csi@p.iam.gserviceaccount.com' }],
  ['EKS Pod Identity', CloudIdentity.eksPodIdentity(), undefined],
])('an identity of %s is written to the service account', (_, cloudIdentity, annotations) => {
  const chart = chartOf({ cloudIdentity });
  expect(objectOf(chart, 'ServiceAccount').metadata.annotations).toEqual(annotations);
  expect(objectOf(chart, 'DaemonSet').spec.template.spec.serviceAccountName).toBe('nfs');
});

test('an identity of Azure also labels the pods, which is how they get their token', () => {
  const id = '00000000-1111-2222-3333-444444444444';
  const chart = chartOf({ cloudIdentity: CloudIdentity.azureClient(id, id), podLabels: { team: 'storage' } });
  expect(
    objectOf(chart, 'ServiceAccount').metadata.annotations,
  ).toEqual({ 'azure.workload.identity/client-id': id, 'azure.workload.identity/tenant-id': id });
  expect(
    objectOf(chart, 'DaemonSet').spec.template.metadata.labels,
  ).toMatchObject({ 'azure.workload.identity/use': 'true', 'team': 'storage' });
});

test.each([
  ['an account instead of a role', () => CloudIdentity.awsRole('111122223333')],
  ['a name without a project', () => CloudIdentity.googleServiceAccount('csi')],
  ['a name instead of an id', () => CloudIdentity.azureClient('csi')],
])('%s is refused', (_, make) => {
  expect(wrongWith(make()).map(({ code }) => code)).toEqual(['invalid-cloud-identity']);
});

test('an identity needs a service account that is made here, unless nothing is written to it', () => {
  expect(codesOf(chartOf({
    cloudIdentity: CloudIdentity.awsRole('arn:aws:iam::111122223333:role/csi'), serviceAccount: AgentServiceAccount.named('mine'),
  })))
    .toEqual(['[test/nfs] invalid-cloud-identity']);
  expect(codesOf(chartOf({
    cloudIdentity: CloudIdentity.eksPodIdentity(), serviceAccount: AgentServiceAccount.named('mine'),
  }))).toEqual([]);
});
