import { Duration } from 'cdk8s';
import { CsiDriver, CsiLiveness, CsiNodePlugin, Resources } from '../../src';
import { objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';
import { reading } from '../support/refused';

test('the sidecar gives up before the kubelet does', () => {
  const chart = testChart();
  const liveness = CsiLiveness.sidecar({
    initialDelay: Duration.seconds(5),
    period: Duration.seconds(20),
    timeout: Duration.seconds(4),
    failureThreshold: 9,
    image: 'images.example.com/livenessprobe:v2.19.0',
    extraArgs: ['--automaxprocs'],
    resources: Resources.none(),
  });
  new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs(), liveness });
  const [driver, , sidecar] = objectOf(chart, 'DaemonSet').spec.template.spec.containers;
  expect(driver.livenessProbe).toMatchObject({ initialDelaySeconds: 5, periodSeconds: 20, timeoutSeconds: 4, failureThreshold: 9 });
  expect(sidecar.image).toBe('images.example.com/livenessprobe:v2.19.0');
  expect(sidecar.args).toEqual([
    '--csi-address=/csi/csi.sock', '--http-endpoint=localhost:29653', '--probe-timeout=3s', '--v=2', '--automaxprocs',
  ]);
  expect(sidecar.resources).toBeUndefined();
  expect(sidecar.livenessProbe).toBeUndefined();
});

test('a timeout that leaves the sidecar no time is refused', () => {
  expect(reading(() => CsiLiveness.sidecar({ timeout: Duration.seconds(1) }))).toThrow(
    refusal('invalid-probe', { given: 'timeout: 1 s' }));
});
