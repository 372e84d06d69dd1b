import { CsiDriver, CsiNodePlugin, CsiSeLinux } from '../../src';
import { objectOf, testChart } from '../support/golden';

function securityOfSidecars(seLinux?: CsiSeLinux): any[] {
  const chart = testChart();
  new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs(), seLinux });
  return objectOf(chart, 'DaemonSet').spec.template.spec.containers.slice(1).map((container: any) => container.securityContext);
}

const CONFINED = {
  allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsGroup: 0, runAsNonRoot: false,
  runAsUser: 0,
};

test('without SELinux the sidecars have no label', () => {
  expect(securityOfSidecars()).toEqual([CONFINED, CONFINED]);
  expect(securityOfSidecars(CsiSeLinux.notEnforced())).toEqual([CONFINED, CONFINED]);
});

test('with a type that may call the driver the sidecars keep everything else that confines them', () => {
  const labelled = { ...CONFINED, seLinuxOptions: { type: 'spc_t' } };
  expect(securityOfSidecars(CsiSeLinux.processType('spc_t'))).toEqual([labelled, labelled]);
});

test('where no such type exists the sidecars are privileged', () => {
  const privileged = { privileged: true, readOnlyRootFilesystem: true };
  expect(securityOfSidecars(CsiSeLinux.privilegedSidecars())).toEqual([privileged, privileged]);
});
