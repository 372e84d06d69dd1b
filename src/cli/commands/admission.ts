import { admissionsIn, Admission, isRefused } from '../../cluster/admission/admission';
import { readPolicyVersion } from '../../cluster/admission/policy-version';
import { Inventory } from '../../cluster/inventory/inventory';
import { InputError } from '../../cluster/inventory/read/input-error';
import { makesPods } from '../../cluster/inventory/soundness';
import { quote } from '../../private/agent-error';
import { Entry, namespaceOf } from '../../private/entry';
import { COMMON, type Command, type Given } from '../command';
import { admissionText } from '../format/admission-text';
import { coloursFor } from '../format/colours';
import { writeArray } from '../format/json';
import type { Io } from '../io';
import { readManifests, soundOnes } from '../read/manifests';

export const admission: Command = {
  summary: 'say which level of the Pod Security Standards the pods of each object meet',
  finds: 'pods that a namespace among the input would refuse',
  options: {
    'pod-security-version': { value: 'v1.30', about: 'the version of the standards: v1.N or latest; latest if left out' },
    'format': COMMON.format,
  },
  run,
};

/** Says which level of the Pod Security Standards the pods of each object meet, and which of them their namespace refuses. */
async function run({ paths, options }: Given, io: Io): Promise<number> {
  const asked = options['pod-security-version'] ?? 'latest';
  const version = readPolicyVersion(asked) ?? wrongVersion(asked);
  const { entries } = await readManifests(paths, io);
  const admissions = admissionsIn(new Inventory(soundOnes(entries.filter(entry => isNamespace(entry) || makesPods(entry)))), version);
  if (options.format === 'json') {
    await writeArray(io.stdout, admissions.map(each => JSON.stringify(toWire(each))));
  } else {
    await io.stdout.write(admissionText(admissions, io.stdout, coloursFor(io.stdout, io.env)));
  }
  return admissions.some(isRefused) ? 2 : 0;
}

function isNamespace({ apiVersion, kind }: Entry): boolean {
  return apiVersion === 'v1' && kind === 'Namespace';
}

function toWire({ about, version, level, reasons }: Admission): object {
  return {
    kind: about.kind, namespace: namespaceOf(about), name: about.name, version: version.text, level,
    reasons: reasons.map(({ check, message }) => ({ check, message })),
  };
}

function wrongVersion(given: string): never {
  throw new InputError(`--pod-security-version takes latest or v1.N, such as v1.30, and is ${quote(given)}`);
}
