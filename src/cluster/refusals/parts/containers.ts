import { exactlyOne, isGiven, listOf, missing, needs, PartRule, PartRules, repeated, unwanted, wrong } from './part-rule';

/** The first minor in which a pause of no time can be written. */
const NO_PAUSE = 33;

const isTwoValued: PartRule = function* ({ value, valueFrom }) {
  if (isGiven(valueFrom) && isGiven(value) && value !== '') {
    yield wrong('', 'the variable has a value, and a place to read one from', {
      code: 'conflicting-env', given: 'value, valueFrom', allowed: 'one of them', fix: 'keep one of them',
    });
  }
};

const restartRules: PartRule = function* ({ restartPolicy, restartPolicyRules }) {
  if (listOf(restartPolicyRules).length > 0 && !restartPolicy) {yield missing('.restartPolicy', ': the container has restartPolicyRules');}
};

const samePorts: PartRule = function* ({ ports }) {
  yield* repeated(listOf(ports), index => `.ports[${index}].name`, port => port.name, {
    code: 'conflicting-port', fix: 'rename one of them',
  });
};

const sameResizePolicies: PartRule = function* ({ resizePolicy }) {
  yield* repeated(listOf(resizePolicy), index => `.resizePolicy[${index}]`, policy => policy.resourceName);
};

const devices: PartRule = function* ({ volumeDevices, volumeMounts }) {
  const all = listOf(volumeDevices);
  if (all.length === 0) {return;}
  const mounts = listOf(volumeMounts);
  yield* repeated(all, index => `.volumeDevices[${index}].name`, device => device.name, { code: 'conflicting-mount' });
  for (let index = 0; index < all.length; index++) {
    const { name, devicePath } = all[index];
    if (mounts.some(mount => mount.name === name || mount.mountPath === devicePath)) {
      yield wrong(`.volumeDevices[${index}]`, 'the volume or its path is mounted as a directory too', {
        code: 'conflicting-mount', given: `${name} at ${devicePath}`, fix: 'remove one of them',
      });
    }
  }
};

const mount: PartRule = function* ({ subPath, subPathExpr, recursiveReadOnly, readOnly, mountPropagation }) {
  if (subPath && subPathExpr) {
    yield wrong('.subPathExpr', 'subPath and subPathExpr are both given', {
      given: subPathExpr, allowed: 'one of them', fix: 'keep one of them',
    });
  }
  if (recursiveReadOnly !== 'Enabled' && recursiveReadOnly !== 'IfPossible') {return;}
  if (readOnly !== true) {yield unwanted('.recursiveReadOnly', 'without readOnly', 'set readOnly, or leave it out');}
  if (isGiven(mountPropagation)
    && mountPropagation !== 'None') {yield unwanted('.recursiveReadOnly', `with mountPropagation ${mountPropagation}`);}
};

const pause: PartRule = function* ({ seconds = 0 }, { minor }) {
  if (seconds < 0 || seconds === 0 && minor < NO_PAUSE) {
    yield wrong('.seconds', 'there is no such pause', {
      code: 'invalid-hook', given: seconds, allowed: minor < NO_PAUSE ? 'at least 1' : 'at least 0', fix: 'correct it',
    });
  }
};

const header: PartRule = needs('name');

export const CONTAINER_PARTS: PartRules = {
  Container: [restartRules, samePorts, sameResizePolicies, devices],
  ContainerRestartRule: [needs('exitCodes')],
  EnvVar: [isTwoValued],
  EnvVarSource: [exactlyOne('fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef')],
  EnvFromSource: [exactlyOne('configMapRef', 'secretRef')],
  ConfigMapEnvSource: [needs('name')],
  SecretEnvSource: [needs('name')],
  ConfigMapKeySelector: [needs('name')],
  SecretKeySelector: [needs('name')],
  LifecycleHandler: [exactlyOne('exec', 'httpGet', 'tcpSocket', 'sleep')],
  SleepAction: [pause],
  ExecAction: [needs('command')],
  HTTPHeader: [header],
  VolumeMount: [mount],
};
